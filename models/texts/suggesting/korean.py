"""The commitments of a Korean provision: force by its verbs, precision by the decision table, addressees and dates."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from models.records.dates import EARLIEST, LATEST, PartialDate
from models.records.terms import Force, Precision
from models.register.register import Register
from models.texts.source import Stretch
from models.texts.suggesting import addressees
from models.texts.suggesting.clauses import korean, rules
from models.texts.suggesting.clauses.clause import Lead, Stands, stands
from models.texts.suggesting.clauses.korean import KoreanClause
from models.texts.suggestions import Context, Due, Reason, Suggested, SuggestedCommitment, SuggestedProvision, Sure, Target

BELOW = (Force.RECORDS, Force.STATES)
_DATE = re.compile(r"(\d{4})년(?: ?(\d{1,2})월)?(?: ?(\d{1,2})일)?(?: ?(?:연말|말))?(까지|에|안에)?")
_NEXT_YEAR = re.compile(r"(내년|올해)(?: ?(\d{1,2})월)?(?: ?(?:연말|말))?(까지|에|안에)?")
_FORUM = re.compile(r"(?:(다음|차기|내년|올해)(?: ?제? ?(\d{1,3})[회차])?|제 ?(\d{1,3})[회차]) ?(?:세계 ?)?(?:인권도시 ?)?포럼(?:에서|에)")
_EVENT = re.compile(r"(?:다음|차기|제 ?\d{1,3}[회차]) ?\S{0,20} ?(?:회의|총회|회기|대회)(?:에서|에)")
_NUMBER = re.compile(
    r"(?<![\d제.,])(\d{1,3}(?:,\d{3})+|\d{1,9})(개국|개소|개|곳|명|건|퍼센트|%|만 명)(?![월년])([^\s,.]{0,12}(?: [^\s,.]{1,12})?)"
)
_MEETS = ("만나", "만날", "모이", "모일", "개최", "보고", "논의", "점검", "발표")
_LIST = re.compile(r"[^\s,]{1,20}(?: [^\s,]{1,20}){0,3}(?:, [^\s,]{1,20}(?: [^\s,]{1,20}){0,3}){2,12}")


def is_korean(text: str) -> bool:
    """Whether the letters of a text are Korean for the most part."""
    letters = sum("가" <= sign <= "힣" for sign in text)
    return letters * 2 > sum(sign.isalpha() for sign in text)


def units(place: str, text: str, register: Register, context: Context, lead: Lead | None = None) -> SuggestedProvision:
    """What is suggested for one Korean provision, without its pledges and themes."""
    where = stands(place)
    clauses = korean.clauses(text, where, lead)
    commitments = tuple(
        _commitment(text, clause, register, context, lead)
        for clause in clauses
        if clause.force not in BELOW and not _only_leads(text, clause)
    )
    if commitments:
        return SuggestedProvision(place, text, max(commitments, key=lambda each: each.force.value.rank).force, commitments=commitments)
    if not clauses:
        return SuggestedProvision(place, text, Suggested(Force.RECORDS, Sure.GUESS, Reason("no-verb")))
    strongest = max(clauses, key=lambda clause: clause.force.rank)
    if strongest.force not in BELOW:
        verb = text[strongest.verb[0] : strongest.verb[1]]
        return SuggestedProvision(
            place, text, Suggested(Force.STATES, strongest.sure, Reason("leads-on", {"verb": verb}), Stretch(*strongest.verb))
        )
    force = _force(text, strongest, lead)
    if where is not Stands.LISTED:
        return SuggestedProvision(place, text, force)
    reason = Reason("name-only", {"verb": text[strongest.verb[0] : strongest.verb[1]]})
    only = SuggestedCommitment(
        quote=text.strip(),
        at=Stretch(len(text) - len(text.lstrip()), len(text.rstrip())),
        verb=text[strongest.verb[0] : strongest.verb[1]],
        force=Suggested(Force.STATES, force.sure, reason, force.at),
        precision=Suggested(None, force.sure, reason),
        by=addressees.speaking_korean("", register, lead),
    )
    return SuggestedProvision(place, text, only.force, commitments=(only,))


def _only_leads(text: str, clause: KoreanClause) -> bool:
    """Whether a clause only leads to what stands below it: "우리는 정부에 다음을 촉구한다:"."""
    return any(each in text[clause.start : clause.verb[0]] for each in rules.lists("ko")["following"])


def _force(text: str, clause: KoreanClause, lead: Lead | None) -> Suggested[Force]:
    if clause.rule == "led" and lead:
        return Suggested(clause.force, clause.sure, Reason("led", {"verb": lead.verb, "line": lead.line}))
    words = {"verb": text[clause.verb[0] : clause.verb[1]]} | ({"who": clause.who} if clause.who else {})
    at = Stretch(*clause.verb) if clause.verb[1] > clause.verb[0] else None
    return Suggested(clause.force, clause.sure, Reason(clause.rule, words), at)


def _commitment(text: str, clause: KoreanClause, register: Register, context: Context, lead: Lead | None) -> SuggestedCommitment:
    end = clause.end
    while end > clause.start and text[end - 1] in ", ":
        end -= 1
    quote = text[clause.start : end]
    due = _due(quote, register, context)
    target = _target(quote)
    to, to_words = (lead.to, lead.to_words) if clause.rule == "led" and lead else asked(text, clause, register)
    verb = text[clause.verb[0] : clause.verb[1]]
    return SuggestedCommitment(
        quote=quote,
        at=Stretch(clause.start, end),
        verb=verb,
        force=_force(text, clause, lead),
        precision=_precision(quote, clause, due, target),
        by=addressees.speaking_korean(text[clause.start : clause.verb[0]], register, lead),
        to=to,
        to_words=to_words,
        partners=_partners(text[clause.start : clause.verb[0]], register),
        due=due,
        target=target,
        items=_items(quote),
        split=Reason("second-verb", {"verb": verb}) if clause.split else None,
    )


def _items(quote: str) -> tuple[str, ...]:
    match = _LIST.search(quote)
    if match is None:
        return ()
    first, *between, last = match[0].split(", ")
    for own in rules.lists("ko")["own"]:
        first = first.removeprefix(f"{own} ")
    words = last.split(" ")
    end = next((at for at, word in enumerate(words) if word.endswith(("을", "를", "에", "의", "와", "과"))), None)
    if end is None:
        return ()  # a list of clauses and not of things
    return (first, *between, " ".join([*words[:end], words[end][:-1]]))


# who is asked ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=8)
def _wordings(bodies: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, str], ...]:
    known = {body for body, _ in bodies}
    said = [(name, body) for body, named in bodies for name in named]
    said += [(wording, body) for wording, body in rules.addressees("ko") if body in known]
    return tuple(sorted(said, key=lambda each: -len(each[0])))


def _named(register: Register) -> tuple[tuple[str, str], ...]:
    return _wordings(tuple((body.id, tuple(addressees.names(body, "ko"))) for body in register.bodies if body.id != "participants"))


def _partners(words: str, register: Register) -> tuple[str, ...]:
    """Bodies with whom something is to be done: "시민사회와 협력하여"."""
    found: dict[int, tuple[int, str]] = {}
    for together in rules.lists("ko")["together"]:
        at = words.find(together)
        if at < 0:
            continue
        before = words[max(0, at - 60) : at].rstrip()
        if not before.removesuffix("긴밀히").rstrip().endswith(("와", "과", "및")):
            continue
        for name, body in _named(register):
            start = before.find(name)
            rest = before[start + len(name) :].removeprefix("들")
            if (
                start >= 0
                and rest.startswith(("와", "과", ",", " 및", "·"))
                and not any(a < start + len(name) and start < b for a, (b, _) in found.items())
            ):
                found[start] = (start + len(name), body)
    return tuple(dict.fromkeys(found[at][1] for at in sorted(found)))


def asked(text: str, clause: KoreanClause, register: Register) -> tuple[tuple[str, ...], str | None]:
    """Bodies before the particle of whoever is asked (에, 에게, 께), or of whoever is to act (이, 가)."""
    if clause.force is Force.UNDERTAKES:
        return (), None
    named = _named(register)
    words = text[clause.start : clause.verb[0]]
    particles = rules.lists("ko")["particles"]
    found: dict[int, tuple[int, str]] = {}
    for name, body in named:
        at = words.find(name)
        while at >= 0:
            end = at + len(name)
            rest = words[end:].removeprefix("들")
            ends = any(rest.startswith(particle) and not rest[len(particle) : len(particle) + 1].strip() for particle in particles)
            listed = rest.startswith((", ", "와 ", "과 ", " 및 ", "·"))
            if (ends or listed) and not any(start < end and at < stop for start, (stop, _) in found.items()):
                found[at] = (end, body)
            at = words.find(name, end)
    if not found and not clause.who:
        return (), None
    if not found:
        return (), clause.who
    first, last = min(found), max(end for end, _ in found.values())
    return tuple(dict.fromkeys(found[at][1] for at in sorted(found))), words[first:last]


# by when and how many --------------------------------------------------------------------------------------------------


def _due(quote: str, register: Register, context: Context) -> Due | None:
    if match := _FORUM.search(quote):
        number = match[2] or match[3]
        forum = int(number) if number else context.forum + 1 if context.forum is not None else None
        held = register.forum_by_number.get(forum) if forum is not None else None
        year = context.adopted.year + 1 if match[1] == "내년" and context.adopted else held.year if held else None
        return Due(match[0], held.end if held else None, PartialDate(str(year)) if year else None, forum)
    if match := _EVENT.search(quote):
        return Due(match[0])
    if (match := _DATE.search(quote)) and match[4]:
        return _day(match[0], int(match[1]), match[2], match[3], match[4])
    if (match := _NEXT_YEAR.search(quote)) and match[3] and context.adopted:
        return _day(match[0], context.adopted.year + (match[1] == "내년"), match[2], None, match[3])
    return None


def _day(words: str, year: int, month: str | None, day: str | None, particle: str) -> Due | None:
    if not EARLIEST < year < LATEST or (month and not 1 <= int(month) <= 12):
        return None
    end = calendar.monthrange(year, int(month))[1] if month else 31
    if day and not 1 <= int(day) <= end:
        return None
    within = None if day or particle == "까지" else PartialDate(f"{year}-{int(month):02}" if month else str(year))
    return Due(words, dt.date(year, int(month or 12), int(day or end)), within)


def _target(quote: str) -> Target | None:
    match = _NUMBER.search(quote)
    if match is None or int(match[1].replace(",", "")) < 2:
        return None
    return Target(int(match[1].replace(",", "")), match[2], match[0].strip())


# how precise -----------------------------------------------------------------------------------------------------------


def _precision(quote: str, clause: KoreanClause, due: Due | None, target: Target | None) -> Suggested[Precision | None]:
    begins = max(0, clause.verb[0] - clause.start)
    promised = quote.find("기로", begins)
    deed = quote[: promised if promised > begins else begins] or quote
    row, words, sure = _row(deed)
    if clause.rule in ("listed", "led", "we-bind", "nobody-named", "actor"):
        row, words, sure = _row(quote)
    precision = next(each.precision for each in rules.rows("ko") if each.id == row)
    means = next((each for each in rules.lists("ko")["means"] if each in deed), None)
    if precision is Precision.ASPIRATION and row == "4" and means:
        precision = Precision.DIRECTION
    at_event = (due is not None and due.day is None) or (due is not None and due.forum is not None)
    if target is not None or (
        due is not None and (precision is Precision.CHECKABLE or (at_event and any(each in quote for each in _MEETS)))
    ):
        row, words, precision = "5", target.words if target else due.words if due else "", Precision.DATED
    at = quote.find(words) if words else -1
    stretch = Stretch(clause.start + at, clause.start + at + len(words)) if at >= 0 else None
    return Suggested(precision, sure, Reason(f"row-{row}", {"words": words or " ".join(quote[:60].split()[:3])}), stretch)


def _row(deed: str) -> tuple[str, str, Sure]:
    """The row of the last verb of the deed: a Korean deed ends with it."""
    best: tuple[int, int, str, str] | None = None
    for row in rules.rows("ko"):
        for verb in row.verbs:
            at = deed.rfind(verb)
            if at >= 0 and (best is None or (at + len(verb), len(verb)) > best[:2]):
                best = (at + len(verb), len(verb), row.id, verb)
    if best is None:
        for row in rules.rows("ko"):
            if noun := next((each for each in row.nouns if each in deed), None):
                return row.id, noun, Sure.GUESS
        return "13", "", Sure.GUESS
    row_id, verb = best[2], best[3]
    before = deed[: best[0] - len(verb)]
    if "계속" in before[-12:] or "지속적으로" in before[-16:]:
        return "3", "계속", Sure.LIKELY
    nouns = {row.id: row.nouns for row in rules.rows("ko")}
    near = before[-30:]
    if row_id == "9" and any(each + "에" in near for each in nouns["10"]):
        return "10", verb, Sure.LIKELY
    if row_id == "7" and any(each in near for each in nouns["8"]) and not any(each in near for each in nouns["7"]):
        return "8", verb, Sure.LIKELY
    if row_id == "14":
        if near.rstrip().endswith(tuple(each + particle for each in nouns["15"] for particle in ("을", "를", "이", "가"))):
            return "15", verb, Sure.LIKELY
        if near.rstrip().endswith(tuple(each + particle for each in nouns["13"] for particle in ("을", "를", "이", "가"))):
            return "13", verb, Sure.LIKELY
    return row_id, verb, Sure.LIKELY
