"""How what is withheld is drawn: a sign of its own, in the range of the unknown, and named in the words around the picture."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from charts.canvas import Canvas
from charts.standing import bars, told
from charts.theme import DARK, LIGHT, STANDING_GLYPH, Theme
from models.records.dates import PartialDate
from models.register.frames import progress, rows, standing
from models.register.frames import timeline as dated
from models.register.register import Register
from models.register.standing import Standing
from models.register.withheld import WithheldCount, WithheldNote
from tests.charts.progress.test_progress import drawn as measure_of
from tests.charts.progress.test_progress import point, series, small
from tests.charts.timeline.drawings import timeline
from tests.samples.dated import ON, note, register
from tests.samples.registers import LATEST, TODAY, real, say
from tests.samples.withheld import read, resting_on_the_sources, without_sources


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Register:
    return read(without_sources(tmp_path_factory.mktemp("broken"))).register


def withholding(commitment: str, as_of: str, *notes: object) -> Register:
    gone = WithheldNote(f"notes/{commitment}/{as_of}.yaml", commitment, dt.date.fromisoformat(as_of), sure=True)
    return replace(register(notes=notes), withheld_notes=(gone,))


def words(canvas: Canvas) -> str:
    return " ".join(text.words for text in canvas.texts)


# where commitments stand -------------------------------------------------------------------------------------------


def test_a_withheld_judgement_widens_the_range_as_an_unassessed_one_does(broken: Register) -> None:
    sound, found = ({row["ledger"]: row for row in rows.rows(standing.ledgers(each, LATEST))} for each in (real(), broken))
    assert sum(row["withheld"] for row in found.values()) == len(resting_on_the_sources())
    for ledger, row in found.items():
        assert row["not-assessed"] == sound[ledger]["not-assessed"]
        assert row["assessable"] == sound[ledger]["assessable"]
        assert row["most"] == row["least"] + row["not-assessed"] + row["withheld"]
        assert row["least"] <= sound[ledger]["least"] <= row["most"]


@pytest.mark.parametrize(("lang", "theme"), [("en", LIGHT), ("ko", DARK)])
def test_the_finding_and_what_is_below_it_name_what_is_withheld(broken: Register, lang: str, theme: Theme) -> None:
    frame = standing.ledgers(broken, LATEST)
    canvas, own = bars.draw(told.tell(frame, LATEST, say(lang)), theme), say(lang)("terms.standing_withheld")
    n = int(frame["withheld"].iloc[0])
    assert (f"the judgement of {n} is withheld" if lang == "en" else f"({own} {n}건)") in canvas.title
    assert ("Barred: judged, but withheld" if lang == "en" else "가로줄은 오류가 있는 기록") in canvas.subtitle
    assert own in words(canvas)
    assert own in canvas.alt
    assert f"promises|{Standing.WITHHELD}" in {target.id for target in canvas.targets}


def test_sound_records_draw_no_sign_of_it() -> None:
    canvas = bars.draw(told.tell(standing.ledgers(real(), LATEST), LATEST, say("en")), LIGHT)
    assert "withheld" not in f"{canvas.title} {canvas.subtitle} {canvas.alt} {words(canvas)}".lower()


def test_the_sign_differs_from_every_other_by_mark_and_shape_not_by_colour_alone(broken: Register) -> None:
    assert len({STANDING_GLYPH[each] for each in Standing}) == len(Standing)
    canvas = bars.draw(told.tell(standing.ledgers(broken, LATEST), LATEST, say("en")), LIGHT)
    (target,) = [each for each in canvas.targets if each.id == "promises|withheld"]
    inside = [box for box in canvas.boxes if target.x <= box.x <= target.x + target.w and target.y <= box.y <= target.y + target.h]
    level = [box for box in inside if box.w > 4 * box.h and box.fill == LIGHT.standing[Standing.WITHHELD].edge]
    assert len(level) >= 5, "bars from side to side"
    assert not [hatch for hatch in canvas.hatches if hatch.x == target.x and hatch.y == target.y]


# the timeline ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_past_date_whose_judgement_is_withheld_is_neither_overdue_nor_unassessed(lang: str) -> None:
    found = dated.timeline(withholding("2011-c1a", "2012-10-04"), ON, lang)
    (row,) = [row for row in found.due.to_dict("records") if row["commitment"] == "2011-c1a"]
    assert (row["standing"], row["timing"]) == ("withheld", "past-withheld")
    canvas = timeline(found, say(lang), today=ON)
    assert ("1 withheld" if lang == "en" else "기록 오류\u00a01건") in canvas.title
    assert say(lang).count("timeline.withheld", 1) in canvas.subtitle


def test_a_change_after_a_withheld_judgement_does_not_tell_what_was_before() -> None:
    found = withholding("2011-c1a", "2012-10-04", note("2011-c1a", "2013-01-01", "done"))
    (row,) = dated.status_changes(found, ON, "en").to_dict("records")
    assert (row["before"], row["after"]) == ("withheld", "done")
    (due,) = [row for row in dated.due_dates(found, ON, "en").to_dict("records") if row["commitment"] == "2011-c1a"]
    assert due["timing"] in ("done", "on-time"), "that it is late cannot be said"


def test_a_lane_of_changes_that_are_all_withheld_is_barred_and_named() -> None:
    canvas = timeline(dated.timeline(withholding("2011-c1a", "2012-10-04"), ON, "en"), say("en"), layers=("changes",))
    assert "status notes withheld" in words(canvas)
    assert "not assessed" not in words(canvas)
    assert not [hatch for hatch in canvas.hatches if hatch.h == 30]


def test_before_the_day_that_a_withheld_note_speaks_of_the_timeline_is_as_ever() -> None:
    then = dt.date(2012, 10, 3)
    assert dated.timeline(withholding("2011-c1a", "2012-10-04"), then, "en").withheld == 0


# measures ----------------------------------------------------------------------------------------------------------


def seen(*counts: WithheldCount, target: bool = True) -> progress.Progress:
    aim = {"value": 10, "by": "2030"} if target else None
    whole, measure = small(series("open", point("2020", 1), point("2022", 2)), target=aim)
    return progress.progress(replace(whole, withheld_counts=counts), measure, TODAY, "en")


def gone(on: str | None, kind: str = "open") -> WithheldCount:
    return WithheldCount("offices", kind, PartialDate(on) if on else None)


def test_no_line_is_drawn_across_a_count_that_is_withheld() -> None:
    assert seen().joined == ((0, 1),)
    assert seen(gone("2021")).joined == ()
    assert seen(gone(None)).joined == ()
    assert seen(gone("2021", "other")).joined == ((0, 1),)


def test_no_pace_is_reckoned_from_before_a_count_that_is_withheld() -> None:
    assert seen(gone("2021")).pace is not None
    assert seen(gone("2024")).pace is None
    assert seen(gone("2024")).hidden == {"open"}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_picture_of_a_measure_says_how_many_counts_are_withheld(lang: str) -> None:
    canvas = measure_of(seen(gone("2024")), say(lang), LIGHT)
    assert say(lang).count("progress.withheld", 1) in canvas.subtitle
    assert say(lang)("progress.key_withheld") in words(canvas)
    assert say(lang)("progress.key_since") not in words(canvas)
    assert say(lang).count("progress.withheld", 1) not in measure_of(seen(), say(lang), LIGHT).subtitle


def test_a_count_of_a_later_day_is_not_missed_yet(tmp_path: Path) -> None:
    assert seen(gone("2027")).withheld == 0
