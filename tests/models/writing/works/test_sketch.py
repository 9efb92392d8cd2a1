"""The draft file of a new declaration: its text, nothing decided, and what is suggested in remarks."""

from __future__ import annotations

from models.reading.documents import parse
from models.records.dates import PartialDate
from models.records.terms import Force, Precision
from models.texts.source import Stretch
from models.texts.suggestions import Due, InPledge, Reason, Suggested, SuggestedCommitment, SuggestedProvision, Sure, Target
from models.writing.works import reshaping
from models.writing.works.sketch import sketch
from models.writing.works.work import Work
from tests.samples.texts.works import reading

WHY = Reason("verb", {"word": "ask"})
STATES = SuggestedProvision("p1", "", Suggested(Force.STATES, Sure.LIKELY, Reason("verb", {"word": "recall"})), themes=("memory", "forum"))
ASKS = SuggestedCommitment(
    quote="We ask all towns to build a wall.",
    at=Stretch(0, 33),
    verb="ask",
    force=Suggested(Force.ASKS, Sure.SURE, WHY),
    precision=Suggested(Precision.CHECKABLE, Sure.GUESS, WHY),
    by=("participants",),
    to_words="all towns",
    due=Due("by May", within=PartialDate("2028-05")),
    target=Target(3, "walls", "three walls"),
    themes=("forum",),
    items=("a wall", "a\u200bdam"),
    pledges=(InPledge("walls", 0.9, Sure.SURE, WHY),),
)


def known() -> Work:
    work = reshaping.begun(reading())
    work.facts.forum, work.facts.adopted = 17, "2027-05-17"
    return work


def drafted() -> str:
    asked = SuggestedProvision("p2", "", Suggested(Force.ASKS, Sure.SURE, WHY), commitments=(ASKS,))
    return sketch(known(), [STATES, asked], lambda why: f"it says “{why.words['word']}”", ["A draft from charter.txt."])


def test_the_text_is_there_and_nothing_that_a_person_decides() -> None:
    data = parse(drafted(), "2027.yaml").data
    assert (data["forum"], data["adopted"], data["title"]["en"]) == ("17", "2027-05-17", "A Charter of Our Own")
    assert [(each["id"], each["text"]) for each in data["provisions"]] == [(part.place, part.text) for part in known().provisions]
    first, second, third = data["provisions"]
    assert (first["force"], first["themes"], first["summary"]) == (None, None, {"en": None, "ko": None})
    (commitment,) = second["commitments"]
    assert {name for name, value in commitment.items() if isinstance(value, str)} == {"id"}
    assert third["force"] is None, "where nothing is suggested the fields are there all the same"
    assert data["footnotes"] == [{"mark": "3", "at": "p1", "after": "doors", "text": "With thanks to the school."}]


def test_what_is_suggested_stands_beside_its_field_and_is_not_read() -> None:
    lines = drafted().splitlines()
    assert lines[0] == "# A draft from charter.txt."
    for remark, field in (
        ("# states (likely): it says “recall”", "force:"),
        ("# [memory, forum]", "themes:"),
        ("# We ask all towns to build a wall.", "quote:"),
        ("# ask", "verb:"),
        ("# asks (sure): it says “ask”", "force:"),
        ("# checkable (guess): it says “ask”", "precision:"),
        ("# [participants]", "by:"),
        ("# “all towns”", "to:"),
        ("# 2028-05", "due:"),
        ("# by May", "due_words:"),
        ("# 3 walls: “three walls”", "target:"),
        ("# a dam", "items:"),
        ("# pledges: walls", "test:"),
    ):
        at = [line.strip() for line in lines].index(remark)
        assert lines[at + 1].strip().split(" ")[0] == field
        assert lines[at].startswith(" " * (len(lines[at + 1]) - len(lines[at + 1].lstrip()))), remark
    assert not parse(drafted(), "2027.yaml").unsaid
    assert drafted() == drafted()
