"""Which set an address asks for, and what is said where there is none."""

from __future__ import annotations

import datetime as dt

import pytest

from decks.sets.asked import Asked, Kind, Refused, Why, asked
from tests.samples.registers import real


@pytest.mark.parametrize(
    ("address", "kind", "told"),
    [
        ("forum", Kind.FORUM, "forum"),
        ("since", Kind.SINCE, "since"),
        ("due+theme:poverty", Kind.DUE, "due+theme:poverty"),
        ("due theme:poverty", Kind.DUE, "due+theme:poverty"),
        ("unknown", Kind.UNKNOWN, "unknown"),
        ("turn:2023-2024", Kind.TURN, "turn:2023-2024"),
        ("quote:2024-c2a", Kind.QUOTE, "quote:2024-c2a"),
        ("declaration:2024", Kind.ABOUT, "forum:14"),
        ("pledge:human-rights-education", Kind.ABOUT, "pledge:human-rights-education"),
        ("group:migrants+theme:poverty", Kind.ABOUT, "theme:poverty+group:migrants"),
        ("city:gwangju", Kind.ABOUT, "city:gwangju"),
        ("own", Kind.OWN, "own"),
    ],
)
def test_every_kind_of_set_has_an_address(address: str, kind: Kind, told: str) -> None:
    found = asked(real(), address)
    assert isinstance(found, Asked)
    assert (found.kind, found.address) == (kind, told)


@pytest.mark.parametrize(
    ("address", "why", "given"),
    [
        ("", Why.UNKNOWN, ""),
        ("fourm", Why.UNKNOWN, "fourm"),
        ("theme:no-such", Why.UNKNOWN, "theme:no-such"),
        ("due+theme:no-such", Why.UNKNOWN, "theme:no-such"),
        ("turn:2024-2023", Why.UNKNOWN, "turn:2024-2023"),
        ("turn:2011-2012", Why.UNKNOWN, "turn:2011-2012"),
        ("quote:2024-c99z", Why.UNKNOWN, "quote:2024-c99z"),
        ("declaration:2012", Why.UNKNOWN, "declaration:2012"),
        ("forum+theme:poverty", Why.NOT_NARROWED, "forum"),
        ("city:gwangju+city:seoul", Why.SUBJECTS, "city:gwangju+city:seoul"),
        ("../../etc/passwd", Why.UNKNOWN, "../../etc/passwd"),
        ("<script>", Why.UNKNOWN, "<script>"),
    ],
)
def test_what_there_is_no_set_for_is_named(address: str, why: Why, given: str) -> None:
    assert asked(real(), address) == Refused(why, given)


def test_a_declaration_that_was_adopted_later_is_not_known_yet() -> None:
    assert asked(real().as_of(dt.date(2022, 1, 1)), "turn:2023-2024") == Refused(Why.UNKNOWN, "turn:2023-2024")
