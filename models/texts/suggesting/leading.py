"""The lines that lead to what stands under them, and what their verbs make of it (codebook, 2): "We call on governments to:", "다음과 같이 약속한다".

`leads` finds them in a text that was read, or is worked on, and `of_declaration` in one on record; `governing` says what one of them does.
A heading without a verb ("Commitments") leads to nothing: the verbs under it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from models.records.terms import Force
from models.records.texts import Declaration
from models.register.register import Register
from models.texts.parts import Kind
from models.texts.suggesting import addressees
from models.texts.suggesting.clauses import english, rules
from models.texts.suggesting.clauses import korean as korean_clauses
from models.texts.suggesting.clauses.clause import Clause, Lead, Stands
from models.texts.suggesting.clauses.words import Word
from models.texts.suggesting.korean import asked as asked_in_korean
from models.texts.suggesting.korean import is_korean

BELOW = (Force.RECORDS, Force.STATES)
LONGEST = 600
"""So many letters at the end of a line are looked at; a longer one is no line."""
_FOLLOWS = re.compile(r"\bfollowing\b|\bfollows\b|\bthese (?:commitments|promises|pledges|actions)\b|다음|아래", re.IGNORECASE)
_PART = re.compile(r"^(.*\d)-\d+$")

_LEADING = rules.words("leading")
_SAID_OF_LISTS = rules.words("said_of_lists")


class Placed(Protocol):
    """A part of a text, as it was read or as somebody works on it."""

    @property
    def kind(self) -> Kind: ...
    @property
    def text(self) -> str: ...
    @property
    def place(self) -> str | None: ...
    @property
    def level(self) -> int: ...


@dataclass(frozen=True, slots=True)
class _Printed:
    """A heading or a provision on record."""

    kind: Kind
    text: str
    place: str | None
    level: int = 1


def leads(parts: Iterable[Placed]) -> dict[str, str]:
    """Of each place that stands under such a line, the line; of a part of a part the words of the part above as well."""
    found: dict[str, str] = {}
    texts: dict[str, str] = {}
    line, level = "", 1
    for part in parts:
        if part.kind is Kind.HEADING:
            if does_lead(part.text):
                line, level = part.text, part.level
            elif part.level < level:
                line = ""
        if not part.kind.is_provision or not part.place or part.kind in (Kind.INTRO, Kind.CLOSE):
            continue
        texts[part.place] = part.text
        above = match[1] if (match := _PART.match(part.place)) else ""
        if above in texts:
            over = found.get(above, "")
            joined = f"{over} {texts[above]}".strip()
            said = joined if does_lead(joined) else texts[above] if does_lead(texts[above]) else over
        else:
            said = line
        if said:
            found[part.place] = said
    return found


def of_declaration(declaration: Declaration) -> dict[str, str]:
    """The same of a declaration on record."""
    parts: list[_Printed] = []
    for provision in declaration.provisions:
        parts += [_Printed(Kind.HEADING, each.text, None) for each in declaration.headings if each.before == provision.local]
        kind = {"intro": Kind.INTRO, "close": Kind.CLOSE}.get(provision.local, Kind.PARAGRAPH)
        parts.append(_Printed(kind, provision.text, provision.local))
    return leads(parts)


def does_lead(line: str) -> bool:
    """Whether a line has a verb that governs and leaves open what is to be done."""
    if is_korean(line):
        return _korean(line) is not None
    return _english(line) is not None


def governing(line: str | None, register: Register) -> Lead | None:
    """What the verb of a line makes of what stands under it; None where it has none that wants anything."""
    if not line:
        return None
    if is_korean(line):
        found = _korean(line)
        if found is None:
            return None
        clause, words = found
        to, to_words = asked_in_korean(words, clause, register)
        verb = words[clause.verb[0] : clause.verb[1]]
        return Lead(clause.force, clause.sure, verb, words, addressees.speaking_korean(words[: clause.verb[0]], register), to, to_words)
    said = _english(line)
    if said is None:
        return None
    last, in_it, words = said
    asked = _asked(in_it, last, register)
    first, end = last.verb
    return Lead(
        last.force,
        last.sure,
        words[in_it[first].start : in_it[end - 1].end] if end > first else words,
        words,
        addressees.speaking(in_it, 0, first, register),
        addressees.bodies(in_it, *asked, register) if asked else (),
        words[in_it[asked[0]].start : in_it[asked[1] - 1].end].strip(" ,:") if asked else None,
    )


def only_leads(found: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause asks or promises nothing itself, but leads to what stands below it: "We call on the ministries to:"."""
    if found[clause.last - 1].low not in (":", "："):
        return False
    last = clause.last - 1
    if found[last - 1].low in _LEADING:
        return True
    return all(found[at].low in _LEADING | _SAID_OF_LISTS or found[at].is_sign for at in range(clause.verb[1], last))


def _english(line: str) -> tuple[Clause, list[Word], str] | None:
    words = line.strip()[-LONGEST:]
    found, clauses = english.clauses(words, Stands.BEFORE)
    if not clauses or clauses[-1].force in BELOW:
        return None
    last = clauses[-1]
    ends = found[-1].low if found else ""
    opens = ends in (":", "：") or ends in _LEADING or _FOLLOWS.search(words[found[last.first].start :])
    return (last, found, words) if opens or last.deed >= len(found) else None


def _asked(found: list[Word], clause: Clause, register: Register) -> tuple[int, int] | None:
    """Who is asked in the line: the words behind its verb, up to "to"."""
    if clause.asked is not None:
        return clause.asked
    if clause.force not in (Force.ASKS, Force.URGES, Force.HOPES) or clause.subject is not None:
        return None
    first = clause.deed
    while first < len(found) and found[first].low in ("on", "upon", "to", "that", "for"):
        first += 1
    last = next(
        (at for at in range(first, len(found)) if found[at].low in ("to", "that", ":", "：") or found[at].low == "should"), len(found)
    )
    return (first, last) if last > first and not _FOLLOWS.match(found[first].low) else None


def _korean(line: str) -> tuple[korean_clauses.KoreanClause, str] | None:
    words = line.strip()[-LONGEST:]
    clauses = korean_clauses.clauses(words, Stands.BEFORE)
    if not clauses or clauses[-1].force in BELOW or not (words.endswith((":", "：")) or _FOLLOWS.search(words)):
        return None
    return clauses[-1], words
