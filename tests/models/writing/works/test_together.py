"""What two people changed in one text at once."""

from __future__ import annotations

from models.texts.parts import Kind
from models.writing.works.reshaping import begun, merged, retyped
from models.writing.works.together import together
from models.writing.works.work import Work
from tests.samples.texts.works import reading


def known(work: Work, **facts: object) -> Work:
    return work.model_copy(update={"facts": work.facts.model_copy(update=facts)})


def test_changes_to_different_things_stand_beside_each_other() -> None:
    before = begun(reading())
    mine, theirs = known(merged(before, 2), title_ko="헌장"), known(before, publisher="The Secretariat")
    both = together(before, mine, theirs)
    assert both is not None
    assert both.parts == mine.parts
    assert (both.facts.title_ko, both.facts.publisher) == ("헌장", "The Secretariat")
    assert both == together(before, theirs, mine)


def test_where_both_changed_the_same_somebody_must_choose() -> None:
    before = begun(reading())
    assert together(before, merged(before, 2), retyped(before, 3, Kind.HEADING)) is None
    assert together(before, known(before, publisher="One"), known(before, publisher="Another")) is None
    alike = known(before, publisher="One")
    assert together(before, alike, alike) == alike
