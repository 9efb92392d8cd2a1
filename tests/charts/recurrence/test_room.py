"""The recurrence chart where there is little room: the same rows, marks and gaps as on a desk, each to be read and reached."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from charts.recurrence import matrix, strips
from charts.recurrence import told as recurrence
from charts.theme import ON_PAGE
from models.records.fields import Bilingual
from models.register.frames import recurrence as frames
from models.register.register import Register
from tests.charts.faults import faults
from tests.charts.test_charts import many, small
from tests.samples.registers import LATEST, TODAY, real, say


def told(records: Register, lang: str, day: dt.date = LATEST, most: int | None = None) -> recurrence.Recurrence:
    tables = frames.pledges(records, day, lang), frames.mentions(records, day, lang), frames.forums(records, day)
    return recurrence.tell(*tables, day, say(lang), most)


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("most", [None, 17])
def test_every_mark_of_the_desk_is_there_on_a_tablet_and_a_phone(lang: str, most: int | None) -> None:
    here = told(real(), lang, most=most)
    desk = {target.id: target.hover for target in matrix.draw(here, ON_PAGE).targets}
    for drawing, least in ((matrix.draw(here, ON_PAGE, "tablet"), 16), (strips.draw(here, ON_PAGE), 12)):
        assert {target.id: target.hover for target in drawing.targets} == desk
        assert faults(drawing, least) == []
        whys = {hatch.hover for hatch in drawing.hatches if hatch.hover}
        assert whys == {why for column in here.columns for why in column.whys}


def test_a_hatched_gap_stands_in_every_strip_though_it_says_why_only_once() -> None:
    here = told(small(), "en", TODAY)
    drawing = strips.draw(here, ON_PAGE)
    gaps = sum(len(column.whys) for column in here.columns)
    assert len(drawing.hatches) == gaps * len(here.rows) + 1, "one more is in the key"


@pytest.mark.parametrize("rows", [0, 1, 200])
def test_none_one_and_two_hundred_rows(rows: int) -> None:
    here = told(many(rows), "en", TODAY) if rows else told(Register(), "en", TODAY)
    for drawing, least in ((matrix.draw(here, ON_PAGE), 16), (matrix.draw(here, ON_PAGE, "tablet"), 16), (strips.draw(here, ON_PAGE), 12)):
        assert faults(drawing, least) == []


@pytest.mark.parametrize(
    "title", ["An exceedingly long title " * 8, "아주긴이름을띄어쓰지않고이어서쓴의제이름" * 10, "Donaudampfschifffahrtsgesellschaft" * 4]
)
def test_long_names_are_whole_or_end_with_an_ellipsis(title: str) -> None:
    records = small(title=title.strip())
    records = Register(
        **{
            **{name: getattr(records, name) for name in ("forums", "declarations", "evidence", "notes", "bodies", "themes", "groups")},
            "pledges": tuple(each.model_copy(update={"title": Bilingual(en=title.strip(), ko=title.strip())}) for each in records.pledges),
        }
    )
    here = told(records, "ko" if "아" in title else "en", TODAY)
    for drawing, least in ((matrix.draw(here, ON_PAGE), 16), (matrix.draw(here, ON_PAGE, "tablet"), 16), (strips.draw(here, ON_PAGE), 12)):
        assert faults(drawing, least) == []
        written = "".join(text.words for text in drawing.texts if text.runs[0].weight in (500, 600)).replace(" ", "")
        assert title.replace(" ", "") in written or "…" in written


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("every", [1, 2, 7, 61])
def test_sixty_forums_however_many_of_their_texts_are_on_record(every: int, lang: str) -> None:
    forums = pd.DataFrame(
        [
            {"forum": n, "year": 2010 + n, "declaration": str(2010 + n) if n % every == 0 else None, "held": "held", "text": "not-found"}
            for n in range(1, 61)
        ],
        columns=frames.FORUMS,
    ).astype({"declaration": object})
    pledges, mentions = frames.pledges(real(), LATEST, lang), frames.mentions(real(), LATEST, lang)
    here = recurrence.tell(pledges, mentions, forums, LATEST, say(lang), 17)
    for drawing, least in ((matrix.draw(here, ON_PAGE), 12), (matrix.draw(here, ON_PAGE, "tablet"), 12), (strips.draw(here, ON_PAGE), 11)):
        assert faults(drawing, least) == []
