"""The Brief as facts: what can be briefed on, alone and together."""

from __future__ import annotations

import pytest

from models.brief import facts
from models.brief.facts import MOST, About, Kind, Refused, Subject, Why
from tests.samples.registers import real


def test_an_unknown_address_is_no_subject() -> None:
    assert facts.about(real(), "city:atlantis") == Refused(Why.UNKNOWN, ("city:atlantis",))
    assert facts.about(real(), "") == Refused(Why.UNKNOWN, ("",))


def test_an_address_that_worked_alone_still_means_one_subject() -> None:
    assert facts.about(real(), "theme:poverty") == About((Subject(Kind.THEME, "poverty"),))
    assert facts.about(real(), "forum:14") == About((Subject(Kind.FORUM, "14"),))


def test_several_subjects_are_one_address_in_whatever_order_they_are_named() -> None:
    one, other = "theme:poverty+theme:right-to-the-city", "theme:right-to-the-city+theme:poverty+theme:poverty"
    found = facts.about(real(), one)
    assert isinstance(found, About)
    assert found == facts.about(real(), other)
    assert found.address == one
    assert facts.about(real(), found.address) == found


@pytest.mark.parametrize("said", ["theme:poverty+theme:health", "theme:poverty theme:health", "theme:poverty + theme:health"])
def test_a_plus_that_a_browser_reads_as_a_space_is_a_plus(said: str) -> None:
    assert facts.about(real(), facts.in_link(said)) == facts.about(real(), "theme:poverty+theme:health")


def test_what_is_unknown_among_several_is_named_alone() -> None:
    assert facts.about(real(), "theme:poverty+theme:housing") == Refused(Why.UNKNOWN, ("theme:housing",))


def test_a_brief_is_about_one_city_and_about_no_more_subjects_than_a_title_can_name() -> None:
    assert facts.about(real(), "city:gwangju+city:seoul") == Refused(Why.BODIES, ("city:gwangju", "city:seoul"))
    themes = [f"theme:{theme.id}" for theme in real().themes]
    assert isinstance(facts.about(real(), "+".join(themes[:MOST])), About)
    assert facts.about(real(), "+".join(themes[: MOST + 1])) == Refused(Why.MANY, tuple(themes[: MOST + 1]))
