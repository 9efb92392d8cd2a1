"""What keeps a draft from being saved, in sentences of the reader's language; the rules are those of the check."""

from __future__ import annotations

from models.records.dates import PartialDate
from models.records.evidence import Evidence
from models.writing.drafts import Checked, Draft, Trouble, not_searched
from widgets.parts import note_story
from widgets.parts.view import View

KNOWN = (
    "missing", "language-missing", "form_url", "form_id", "form_date", "date_format", "date_year", "date_search", "date_published", "date_announced", "future_as_of",
    "too-early", "future_seen", "future_happened", "too-late_published", "too-late_after", "too-late_perhaps", "self-reported",
    "inferred", "evidence_done", "evidence_contrary", "evidence_started", "evidence_partly-done", "korean", "english", "character", "conflict",
    "too-long", "not-assessable", "reference", "duplicate-id", "vocabulary", "search", "unchecked", "corrects", "basis_missing", "basis_other",
)  # fmt: skip
"""The rules that have a sentence of their own in the form; any other is said in the words of the check."""


def sentences(view: View, draft: Draft, checked: Checked) -> list[str]:
    """One sentence for each trouble, in the order of the form."""
    return list(dict.fromkeys(_sentence(view, draft, checked, trouble) for trouble in checked.troubles))


def _sentence(view: View, draft: Draft, checked: Checked, trouble: Trouble) -> str:
    say, code = view.say, _which(draft, checked, trouble, view)
    if code not in KNOWN:
        return say("follow_through.rule_other", field=_field(view, trouble), sentence=trouble.sentence)
    source = _source(view, draft, checked, trouble)
    named = source.says[view.lang] if source else ""
    commitment = view.whole.commitment_by_id.get(draft.commitment)
    adopted = say.date(view.whole.declaration_by_id[commitment.declaration].adopted) if commitment else ""
    return say(
        f"follow_through.rule_{code}",
        field=_field(view, trouble),
        source=named,
        adopted=adopted,
        sign=trouble.sign,
        lacking=still_to_search(view, draft),
        words=trouble.sentence.partition("“")[2].partition("”")[0],
    )


def still_to_search(view: View, draft: Draft) -> str:
    """The languages and kinds of source in which a negative still has to be looked for, in words; empty where it is wide enough."""
    languages, kinds = not_searched(draft)
    return ", ".join([*(note_story.language(view, each) for each in languages), *(view.say(f"notes.kind_{each}") for each in kinds)])


def _which(draft: Draft, checked: Checked, trouble: Trouble, view: View) -> str:
    """The code of the rule, told apart where one code has several sentences."""
    code, last = trouble.code, str(trouble.at[-1]) if trouble.at else ""
    if code == "language-missing" and trouble.at[0] == "sources":
        return "missing"  # a source is always told in both languages
    if code == "form" and last == "corrects":
        return "corrects"
    if code == "basis":
        return "basis_missing" if last == "grade" else "basis_other"
    if code == "form":
        return {"url": "form_url", "id": "form_id"}.get(last, "form_date")
    if code == "date":
        return _which_date(trouble, last)
    if code == "future":
        return f"future_{last}" if last in ("seen", "happened") else "future_as_of"
    if code == "evidence":
        return f"evidence_{draft.typed('status')}"
    if code == "too-late":
        source = _source(view, draft, checked, trouble)
        if source is None or checked.judged is None:
            return "too-late_after"
        if source.published and source.published.first > checked.judged.written:
            return "too-late_published"
        happened = source.happened or PartialDate("0001")
        return "too-late_after" if happened.first > checked.judged.as_of else "too-late_perhaps"
    return code


def _which_date(trouble: Trouble, last: str) -> str:
    """The code of a day that cannot be, told apart by what it contradicts."""
    if "the note of" in trouble.sentence and trouble.at == ("search", "on"):
        return "too-early" if "before the declaration" in trouble.sentence else "date_search"
    if "a year here" in trouble.sentence:
        return "date_year"
    if last == "published":
        return "date_announced" if "before it happened" in trouble.sentence else "date_published"
    return "date_format"


def _source(view: View, draft: Draft, checked: Checked, trouble: Trouble) -> Evidence | None:
    """The source that a trouble with the evidence is about."""
    at = trouble.at
    if len(at) != 2 or at[0] != "evidence" or not isinstance(at[1], int) or checked.judged is None or at[1] >= len(checked.judged.evidence):
        return None
    wanted = checked.judged.evidence[at[1]]
    new = {source.id: source for source in checked.sources}
    return new.get(wanted) or view.whole.evidence_by_id.get(wanted)


def _field(view: View, trouble: Trouble) -> str:
    """The label of the field, as it stands in the form."""
    say, at = view.say, [str(step) for step in trouble.at]
    if at[:1] == ["sources"] and len(at) > 2:
        name = "basis" if trouble.code == "basis" else "_".join(at[2:])
        field = say(f"follow_through.source_field_{name}")
        return say("follow_through.field_of_source", n=int(at[1]) + 1, field=field)
    names = {"search_on": "searched", "search_where_en": "where_en", "search_where_ko": "where_ko"}
    names |= {f"search_{each}": each for each in ("words", "languages", "kinds")}
    name = "_".join(step for step in at if not step.isdigit())
    name = names.get(name, name)
    return say(f"follow_through.field_{name}") if f"follow_through.field_{name}" in say.labels else say("follow_through.field_note")
