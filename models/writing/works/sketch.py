"""The draft file of a new declaration for whoever codes in an editor: its text, and beside every empty field what is suggested for it.

Nothing that a person has to decide is filled in, so the check refuses the file until that is done. Suggestions stand in remarks, which
are not read: to take one over is to type it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from models.texts.suggestions import Reason, SuggestedCommitment, SuggestedProvision
from models.writing.works.recorded import LETTERS, declaration_data
from models.writing.works.work import Work
from models.writing.works.written import Path, written

Tell = Callable[[Reason], str]
"""Why something is suggested, as a sentence."""
BOTH: dict[str, None] = {"en": None, "ko": None}


def sketch(work: Work, suggested: Sequence[SuggestedProvision], tell: Tell, said: Sequence[str] = ()) -> str:
    """The text of the draft file; `said` are sentences for its head."""
    by_place = {each.place: each for each in suggested}
    remarks: dict[Path, list[str]] = {}
    data = declaration_data(work, {})
    facts: dict[str, Any] = {
        "forum": work.facts.forum,
        "title": {**BOTH, **data.get("title", {})},
        "adopted": work.facts.adopted or None,
        "language": work.facts.language,
        "source": {"publisher": None, "title": None, "published": None, **data.get("source", {})},
    }
    provisions = []
    for index, each in enumerate(data.get("provisions", [])):
        at: Path = ("provisions", index)
        found = by_place.get(each["id"])
        provisions.append(_provision(each["id"], each["text"], found, at, remarks, tell))
    rest: dict[str, Any] = {name: data[name] for name in ("epigraphs", "headings", "footnotes") if name in data}
    head = "".join(f"# {_plain(words)}\n" for words in said)
    return head + written({**facts, **rest, "provisions": provisions}, lambda at: [_plain(words) for words in remarks.get(at, ())])


def _provision(
    place: str, text: str, found: SuggestedProvision | None, at: Path, remarks: dict[Path, list[str]], tell: Tell
) -> dict[str, Any]:
    if found is None or not found.commitments:
        if found is not None:
            remarks[(*at, "force")] = [_force(found, tell)]
            remarks[(*at, "themes")] = _list(found.themes)
        return {"id": place, "text": text, "force": None, "themes": None, "summary": dict(BOTH)}
    coded = []
    for index, each in enumerate(found.commitments):
        here: Path = (*at, "commitments", index)
        _remark_on(each, here, remarks, tell)
        coded.append(_commitment(index, each))
    return {"id": place, "text": text, "commitments": coded}


def _commitment(index: int, found: SuggestedCommitment) -> dict[str, Any]:
    """The fields of a commitment, empty, as far as it is likely to have them."""
    data: dict[str, Any] = {"id": LETTERS[index] if index < len(LETTERS) else None, "quote": None, "verb": None, "summary": dict(BOTH)}
    data |= {"force": None, "precision": None, "by": None}
    data |= {name: None for name in ("to", "partners") if getattr(found, name) or (name == "to" and found.to_words)}
    data |= {"themes": None, **({"groups": None} if found.groups else {})}
    if found.items:
        data["items"] = None
    if found.due:
        data |= {"due": None, "due_words": None}
    if found.target:
        data["target"] = {"value": None, "unit": dict(BOTH)}
    return {**data, "test": {**BOTH, "first_day": None, "counted": dict(BOTH), "listed": None}}


def _remark_on(found: SuggestedCommitment, at: Path, remarks: dict[Path, list[str]], tell: Tell) -> None:
    def say(name: str, *words: str) -> None:
        remarks[(*at, name)] = [each for each in words if each]

    if found.split is not None:
        remarks[at] = [tell(found.split)]
    say("quote", found.quote)
    say("verb", found.verb)
    say("force", f"{found.force.value.value} ({found.force.sure.value}): {tell(found.force.why)}")
    precision = found.precision.value.value if found.precision.value else "none"
    say("precision", f"{precision} ({found.precision.sure.value}): {tell(found.precision.why)}")
    for name in ("by", "to", "partners", "themes", "groups"):
        say(name, *_list(getattr(found, name)), *([f"“{found.to_words}”"] if name == "to" and found.to_words else []))
    say("items", *found.items)
    if found.due:
        say("due", str(found.due.day or found.due.within or ""))
        say("due_words", found.due.words)
    if found.target:
        say("target", f"{found.target.value} {found.target.unit}: “{found.target.words}”")
    pledges = ", ".join(f"{each.pledge}{' (background)' if each.background else ''}" for each in found.pledges)
    nearest = ", ".join(each.place for each in found.nearest)
    remarks[(*at, "test")] = [f"{name}: {words}" for name, words in (("pledges", pledges), ("nearest", nearest)) if words]


def _force(found: SuggestedProvision, tell: Tell) -> str:
    return f"{found.force.value.value} ({found.force.sure.value}): {tell(found.force.why)}"


def _list(ids: Sequence[str]) -> list[str]:
    return [f"[{', '.join(ids)}]"] if ids else []


def _plain(words: str) -> str:
    """What stands in a remark: one line, with nothing in it that cannot be seen."""
    return "".join(letter if letter.isprintable() else " " for letter in words)
