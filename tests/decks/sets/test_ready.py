"""Every ready set in both languages: read from the back row, true to the records, and ending with what is not on record."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from decks.deck import Deck, Quotes, Table
from decks.sets.asked import Kind, asked
from decks.sets.making import Chosen, make, message
from decks.sets.ready import SETS
from decks.told import words as words_of
from decks.told.unknown import LAST
from models.brief import facts
from models.records.terms import Ledger
from models.register.standing import STARTED_OR_FURTHER
from tests.decks.shown import BASE, deck, showing, titled, words, wrong
from tests.samples.registers import TODAY, real

ALONE = ("forum", "since", "due", "unknown", "own", "due+theme:poverty", "since+city:gwangju", "unknown+group:migrants")
TEXTS = list(real().declaration_by_id)
TURNS = [f"turn:{earlier}-{later}" for position, earlier in enumerate(TEXTS) for later in TEXTS[position + 1 :]]
SUBJECTS = [subject.address for subject in facts.subjects(real())]
EVERY = [*ALONE, *TURNS, *SUBJECTS, "theme:poverty+group:migrants", "quote:2024-c2a", *(f"measure:{id_}" for id_ in real().measure_by_id)]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("part", range(4))
def test_every_slide_of_every_ready_set_is_read_from_the_back_row(part: int, lang: str) -> None:
    for set_ in EVERY[part::4]:
        found = deck(set_, lang)
        assert {f"{set_} {slide.id}": faults for slide in found.slides if (faults := wrong(slide))} == {}
        assert message(found.slides[-1]) == LAST, set_
        assert len({slide.id for slide in found.slides}) == len(found.slides), set_


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_words_of_every_place_are_on_slides_to_the_letter(lang: str) -> None:
    register, here = real(), showing(lang)
    for place in [*register.commitment_by_id, *register.provision_by_id]:
        slides = words_of.slides(here, "words", "A finding", "", [place])
        quoted = " ".join(part.text for slide in slides if isinstance(slide.body, Quotes) for part in slide.body.quotes)
        assert quoted == f"“{' '.join(register.words_at(place).split())}”", place
        assert [fault for slide in slides for fault in wrong(slide)] == [], place


def test_every_kind_of_set_is_made() -> None:
    assert set(SETS) == set(Kind)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_forum_has_ten_slides(lang: str) -> None:
    assert len(deck("forum", lang).slides) == 10


def test_a_pledge_has_three_to_five_messages_and_how_it_ends() -> None:
    for pledge in real().pledges:
        told = list(dict.fromkeys(message(slide) for slide in deck(f"pledge:{pledge.id}").slides))
        assert told[:3] == ["opening", "through", "words"], pledge.id
        assert 4 <= len(told) <= 6, pledge.id


def test_titles_state_the_finding_with_its_denominator_and_what_it_is_narrowed_to() -> None:
    promises = [each for each in real().commitments_in(Ledger.PROMISES) if each.assessable]
    begun = sum(real().standing_of(each, TODAY) in STARTED_OR_FURTHER for each in promises)
    titles = {slide.id: slide.title for slide in deck("forum").slides}
    assert titles["known"] == f"{begun} of {len(promises)} promises that can be judged are known to be started or further"
    for slide in deck("theme:poverty").slides:
        assert slide.title.startswith("Poverty"), slide.title
    for slide in deck("city:gwangju").slides:
        if message(slide) in ("standing", "known", "unfound"):
            assert "judged as a whole" in slide.title, "what all promised together is not told as one city's own"
            assert "gwangju" in slide.address.removeprefix(BASE), "who follows the address comes to what is counted"


def test_a_deck_of_an_earlier_day_knows_nothing_of_what_came_later() -> None:
    then = deck("forum", on=dt.date(2022, 6, 1))
    said = " ".join(words(slide.canvas) for slide in then.slides)
    assert "2023" not in said
    assert "2024" not in said
    assert "as of 1 Jun 2022" in said
    assert all("on=2022-06-01" in slide.address for slide in then.slides)


def test_before_the_first_declaration_no_picture_is_drawn_of_nothing() -> None:
    told = deck("forum", on=dt.date(2010, 1, 1)).slides
    assert [message(slide) for slide in told] == ["opening", LAST]
    assert "list of forums" in words(told[0].canvas)


def test_since_the_last_forum_counts_commitments_not_notes() -> None:
    opening, *_ = deck("since").slides
    counts = [(int(n), int(of)) for n, of in re.findall(r"(\d+) of (\d+)", opening.title)]
    assert all(n <= of for n, of in counts)
    assert [of for _, of in counts] == [sum(each.assessable for each in real().commitments_in(ledger)) for ledger in Ledger]


@pytest.mark.parametrize("set_", ["forum", "unknown", "pledge:human-rights-education", "turn:2023-2024"])
def test_promises_asks_and_hopes_are_never_told_as_one_number(set_: str) -> None:
    whole = sum(len(real().commitments_in(ledger)) for ledger in Ledger)
    judged = sum(each.assessable for ledger in Ledger for each in real().commitments_in(ledger))
    for slide in deck(set_).slides:
        said = f"{slide.title} {words(slide.canvas)} {slide.canvas.alt}"
        assert not re.search(rf"\b(of|n =) ({whole}|{judged})\b", said), slide.id


def test_quotes_that_are_some_of_many_say_so_and_those_of_a_city_are_not_told_as_its_own() -> None:
    for set_ in ("forum", "city:gwangju", "city:seoul"):
        (quoted,) = (slide for slide in deck(set_).slides if slide.id == "words")
        assert re.match(r"\d of \d+ wordings quoted here", quoted.canvas.subtitle), set_
        assert set_ == "forum" or re.search("shared with others|who took part", quoted.title), quoted.title


def test_what_is_due_is_told_with_its_reasons() -> None:
    (due,) = (slide for slide in deck("forum").slides if slide.id == "due")
    assert isinstance(due.body, Table)
    assert len(due.notes) == 1 + len(due.body.rows)


def test_of_two_forums_with_others_between_nothing_is_said_to_be_dropped() -> None:
    told = {message(slide) for slide in deck("turn:2017-2020").slides}
    assert "carried" not in told
    assert "carried" in {message(slide) for slide in deck("turn:2023-2024").slides}
    assert "not on record" in words(deck("turn:2017-2020").slides[0].canvas)


def test_a_declaration_on_record_between_two_others_is_not_told_as_missing() -> None:
    said = words(deck("turn:2011-2020").slides[0].canvas)
    missing = [forum.year for forum in real().forums_between("2011", "2020") if real().declaration_of(forum.number) is None]
    assert f"{len(missing)} forums lie between the two ({missing[0]}, " in said
    assert "2016, 2018 and 2019), and their declarations are not on record" in said


def test_a_list_that_is_not_whole_says_how_many_of_how_many_it_shows() -> None:
    for slide in deck("forum").slides:
        if message(slide) in ("known", "unfound", "due"):
            assert isinstance(slide.body, Table)
            assert slide.canvas.subtitle.startswith(f"{len(slide.body.rows)} of "), slide.id


def test_whoever_is_asked_where_that_is_from_finds_it_in_the_notes() -> None:
    words_, *_ = (slide for slide in deck("pledge:human-rights-education").slides if slide.id == "words")
    assert any(note.startswith("Where that is from: ") for note in words_.notes)
    for set_ in ("forum", "city:gwangju", "since", "due", "unknown"):
        assert all(slide.notes and all(slide.notes) for slide in deck(set_).slides), set_


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("title", ["A pledge with a title " * 14, "인권도시" * 75, "w" * 60, "<img src=x onerror=alert(1)>"])
def test_whatever_a_pledge_is_called_its_slides_are_read(title: str, lang: str) -> None:
    register = titled(real(), title.strip())
    for set_ in ("forum", f"pledge:{register.pledges[0].id}"):
        found = deck(set_, lang, register=register)
        assert {slide.id: faults for slide in found.slides if (faults := wrong(slide))} == {}


# chosen --------------------------------------------------------------------------------------------------------------


def ids(found: Deck) -> list[str]:
    return list(dict.fromkeys(message(slide) for slide in found.slides))


def test_slides_are_left_out_and_moved_and_what_is_not_on_record_stays_last() -> None:
    assert ids(deck("forum", "en", "standing", "recurrence")) == ["standing", "recurrence", LAST]


def test_what_is_not_on_record_stands_where_it_was_put() -> None:
    assert ids(deck("forum", "en", LAST, "standing")) == [LAST, "standing"]


def test_own_slides_are_of_any_set_in_any_order_each_once() -> None:
    found = deck("own", "en", "theme:poverty/standing", "quote:2024-c2a/words", "forum/recurrence", "theme:poverty/standing")
    assert ids(found) == ["standing", "words", "recurrence", LAST]
    assert [slide.canvas.number for slide in found.slides] == [f"{n} / {len(found.slides)}" for n in range(1, len(found.slides) + 1)]
    assert found.address.startswith("https://register.example.org/deck/own?slides=theme%3Apoverty%2Fstanding%2C")


def test_what_goes_on_on_a_second_slide_goes_with_the_first() -> None:
    whole = [slide.id for slide in deck("due").slides if message(slide) == "due"]
    assert len(whole) > 1
    assert [slide.id for slide in deck("due", "en", "due").slides if message(slide) == "due"] == whole


@pytest.mark.parametrize(("set_", "slides", "why"), [
    ("forum", ("no-such",), "slide"),
    ("own", ("theme:no-such/standing",), "unknown"),
    ("own", ("theme:poverty/no-such",), "slide"),
    ("forum", tuple(f"s{n}" for n in range(61)), "many"),
])  # fmt: skip
def test_a_choice_that_names_nothing_is_refused_by_name(set_: str, slides: tuple[str, ...], why: str) -> None:
    found = make(showing(), Chosen(set_, slides))
    assert not isinstance(found, Deck)
    assert found.why == why
    assert found.given in ("no-such", "theme:no-such", "theme:poverty/no-such", "61")


def test_a_file_of_a_deck_has_a_name_that_every_system_takes() -> None:
    assert deck("theme:poverty+group:migrants", "ko").name == f"theme-poverty-group-migrants-ko-{TODAY}"
    assert asked(real(), "forum") is not None
