"""What slides tell is what the records say."""

from __future__ import annotations

from decks.deck import Bars, Cell, Slide, Table
from decks.told import listed
from models.records.terms import Ledger
from models.register.standing import Standing, is_overdue
from tests.decks.shown import deck
from tests.samples.registers import TODAY, real


def table(set_: str, id_: str) -> Table:
    (body,) = (slide.body for slide in deck(set_).slides if slide.id == id_)
    assert isinstance(body, Table)
    return body


def test_a_row_stands_where_its_commitment_stands() -> None:
    register = real()
    by_summary = {each.summary["en"]: each for each in register.commitment_by_id.values()}
    for set_ in ("forum", "theme:poverty", "pledge:human-rights-education"):
        for row in table(set_, "known").rows:
            summary = row[0].words.replace("\u00a0", " ").rpartition(" (20")[0]
            assert row[1].standing is register.standing_of(by_summary[summary], TODAY), summary


def test_what_is_overdue_is_said_to_be_and_nothing_else_is() -> None:
    register = real()
    late = {each.id for each in register.commitment_by_id.values() if is_overdue(each, register.standing_of(each, TODAY), TODAY)}
    rows = [row for slide in deck("due").slides if isinstance(slide.body, Table) for row in slide.body.rows]
    assert sum(row[0].words.startswith("overdue") for row in rows) == len(late)
    assert len(rows) == sum(each.due_by is not None and each.ledger is not None for each in register.commitment_by_id.values())


def test_the_bars_of_a_chart_count_each_ledger_for_itself() -> None:
    (body,) = (slide.body for slide in deck("forum").slides if slide.id == "standing")
    assert isinstance(body, Bars)
    promises = {part.standing: part.value for part in body.bars[0][1]}
    counted = [real().standing_of(each, TODAY) for each in real().commitments_in(Ledger.PROMISES)]
    assert promises == {each: counted.count(each) for each in Standing if counted.count(each) and each is not Standing.NOT_ASSESSABLE}


def test_every_forum_without_its_text_has_a_row() -> None:
    rows = [
        row
        for slide in deck("unknown").slides
        if slide.id.partition(".")[0] == "texts" and isinstance(slide.body, Table)
        for row in slide.body.rows
    ]
    assert [int(row[1].words) for row in rows] == [
        forum.year for forum in real().begun(TODAY) if real().declaration_of(forum.number) is None
    ]


def test_one_slide_holds_as_many_rows_as_it_has_room_for() -> None:
    canvas = deck("own").slides[0].canvas

    def parted_evenly(count: int) -> list[Slide]:
        """Three rows fit; four stand as two and two."""
        parts = [count] if count <= 3 else [count // 2, count - count // 2]
        return [Slide("known", canvas, (), Table(("commitment",), ((Cell("words"),),) * part, (1.0,), ("left",))) for part in parts]

    (slide,) = listed.on_one(parted_evenly, 4)
    assert isinstance(slide.body, Table)
    assert len(slide.body.rows) == 3


def test_the_slide_of_one_kind_of_count_speaks_of_the_counts_that_it_draws() -> None:
    (slide,) = (slide for slide in deck("pledge:10-100-1000-campaign").slides if slide.id == "measure")
    assert slide.canvas.subtitle.endswith("1 of 5 kinds of count shown here.")
    assert slide.canvas.foot_left.endswith("n = 1 count")
    assert "12 Sep 2023" not in slide.canvas.alt, "a count of another kind"
