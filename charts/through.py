"""One pledge through time: how firmly each declaration worded it, and in which words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any, Final

import pandas as pd

from charts import forum_columns, key, typeface
from charts.canvas import Canvas
from charts.forum_columns import Column
from charts.theme import LEFT, RIGHT, Theme
from models.labels import Say
from models.records.terms import Force
from models.register.frames.rows import rows
from models.register.lineage import Change

QUOTE: Final = 18
QUOTE_STEP: Final = 25
SMALL: Final = 16
CELL_HEIGHT: Final = 36
ROW: Final = (36, 46)
BAND: Final = (44.0, 98.0)
GAP: Final = 10
_ARROW: Final = {Change.STRENGTHENED.value: "↑ ", Change.WEAKENED.value: "↓ "}


def finding(steps: pd.DataFrame, title: str, say: Say) -> str:
    """What became of the pledge, step by step; equal neighbours are told together."""
    told = []
    own = [row for row in rows(steps) if not row["background"]]
    for force, group in groupby(own, key=lambda row: str(row["force"])):
        years = [str(row["declaration"]) for row in group]
        told.append(say(f"chart.step_{force}", years="·".join(years) if say.lang == "ko" else say.listed(years)))
    if not told:
        return say("chart.through_title_none", title=title)
    whole = say("chart.through_title", title=title, steps=", ".join(told))
    short = say("chart.through_title", title=title, steps=", ".join([told[0], told[-1]]))
    return whole if len(Canvas(whole, lang=say.lang).title_lines) < 3 else short


def chart(steps: pd.DataFrame, title: str, forums: pd.DataFrame, day: dt.date, say: Say, theme: Theme) -> Canvas:
    """Six rows for the six forces; `steps` is of models.register.frames.through, `forums` of models.register.frames.recurrence."""
    of = len(forum_columns.years_of(forums))
    years = forums["year"]
    subtitle = forum_columns.missing(forums, say)
    if len(years):
        span = {"years": say.stretch(int(years.min()), int(years.max())), "missing": subtitle}
        subtitle = (
            say("chart.through_subtitle_only", **span)
            if of == 1
            else say("chart.through_subtitle", of=forum_columns.number(of, say), **span)
        )
    n = say("chart.n_mentions", mentions=say.count("chart.mentions", int(steps["mentions"].sum())))
    foot = say(
        "chart.foot_declarations", years=forum_columns.listed_years(forums, say), date=say.date(day), n=f"{n} · {say('chart.signs')}"
    )
    canvas = Canvas(
        finding(steps, title, say),
        subtitle,
        foot_left=foot,
        foot_right=say("frame.product_short"),
        alt=_alt(steps, say),
        theme=theme,
        lang=say.lang,
    )
    _draw(canvas, {str(row["declaration"]): row for row in rows(steps)}, forums, say)
    return canvas


def _alt(steps: pd.DataFrame, say: Say) -> str:
    told = []
    for row in rows(steps):
        if not row["background"]:
            where = say("chart.where", force=say(f"terms.force_{row['force']}"), year=row["year"])
            told.append(f"{where}, {_label(row, say)}" if row["change"] else where)
    return say("chart.through_alt", rows="; ".join(told))


def _label(row: dict[str, Any], say: Say) -> str:
    return say("chart.hover_change", change=say(f"terms.change_{row['change']}"), year=row["since"])


def _placed(forums: pd.DataFrame, left: float, cell: float, say: Say) -> list[Column]:
    """Every declaration gets an equal share of the width, for its words; the band that follows it stands within it."""
    order = forum_columns.runs(forums, say)
    leading = bool(order) and order[0].declaration is None
    head = min(18.0 * len(order[0].forums), BAND[1]) + GAP if leading else 0.0
    count = max(sum(column.declaration is not None for column in order), 1)
    share = (RIGHT - left - head) / count
    found, x = [], left
    if leading:
        found.append(replace(order[0], x=x, w=head - GAP))
        x += head
    for column in order[1:] if leading else order:
        if column.declaration is not None:
            found.append(replace(column, x=x, w=share - GAP))
            x += share
        else:
            w = min(max(18.0 * len(column.forums), BAND[0]), BAND[1], max(share - cell - GAP - 4, share * 0.2))
            found[-1] = replace(found[-1], w=found[-1].w - w - GAP)
            end = RIGHT if column is order[-1] else x - GAP
            found.append(replace(column, x=end - w, w=w))
    return found


def _draw(canvas: Canvas, steps: dict[str, dict[str, Any]], forums: pd.DataFrame, say: Say) -> None:
    theme = canvas.theme
    words = {force: say(f"terms.force_{force}") for force in Force}
    axis = max(key.cell_width(each) for each in words.values())
    placed = _placed(forums, LEFT + axis + 26, axis, say)
    shares = [*(column.x for column in placed if column.declaration is not None), float(RIGHT)]
    told = [max(later - earlier - 16, 60.0) for earlier, later in pairwise(shares)]

    longest = max((len(_quote(row, room, 99)) for row, room in zip(_in_order(steps, placed), told, strict=True) if row), default=0)
    top = canvas.head + 12 + SMALL + 8 + 21 * 0.4 + 18
    foot = canvas.foot - 14
    under = 30 + 54 + 12
    pitch = min(max((foot - top - under - longest * QUOTE_STEP) / len(Force), ROW[0]), ROW[1])
    bottom = top + pitch * len(Force)
    most = max(int((foot - bottom - under) / QUOTE_STEP), 2)
    level = {force: top + pitch * (len(Force) - 1 - force.rank + 0.5) for force in Force}

    for force, y in level.items():
        canvas.rule(LEFT + axis, y - 0.5, RIGHT - LEFT - axis)
        key.cell(canvas, LEFT, y - 15, axis, 30, force, words[force])
    for column in placed:
        number = canvas.head + 12 + SMALL * 0.4
        if column.declaration is None:
            canvas.text(column.middle, number, column.head, SMALL, 400, theme.ink3, "middle")
            if forum_columns.says_so(column, say("chart.not_on_record"), SMALL, GAP):
                canvas.text(column.middle, number + 24, say("chart.not_on_record"), SMALL, 400, theme.ink3, "middle")
            forum_columns.hatched(canvas, column, top, bottom)
            continue
        canvas.text(column.x, number, say("chart.nth_forum", forum=say.ordinal(column.forums[0])), SMALL, 400, theme.ink3)
        canvas.text(column.x, number + 24, column.declaration, 21, 700, theme.ink)
    _links(canvas, placed, steps, level, axis)
    on_record = [column for column in placed if column.declaration is not None]
    previous: Column | None = None
    for column, room in zip(on_record, told, strict=True):
        row = steps.get(column.declaration or "")
        _column(
            canvas,
            column,
            room,
            row,
            _silence(column, previous, row, steps, say),
            level,
            bottom,
            most,
            axis,
            steps.get(str(row["since"])) if row else None,
            say,
        )
        previous = column


def _in_order(steps: dict[str, dict[str, Any]], placed: list[Column]) -> list[dict[str, Any] | None]:
    return [steps.get(column.declaration) for column in placed if column.declaration is not None]


def _links(canvas: Canvas, placed: list[Column], steps: dict[str, dict[str, Any]], level: dict[Force, float], axis: float) -> None:
    """Solid only from one forum to the very next; across anything unknown or silent dotted, with a halo that parts it from the hatch."""
    own = [column for column in placed if column.declaration in steps and not steps[column.declaration]["background"]]
    for earlier, later in pairwise(own):
        ends = [(earlier.x + axis + 3, level[_force(steps, earlier)]), (later.x - 3, level[_force(steps, later)])]
        if later.forums[0] - earlier.forums[0] == 1:
            canvas.line(ends, canvas.theme.ink, 3.5)
        else:
            canvas.line(ends, canvas.theme.bg, 9)
            canvas.line(ends, canvas.theme.ink, 3.5, "3.5px 6px")


def _force(steps: dict[str, dict[str, Any]], column: Column) -> Force:
    return Force(steps[column.declaration or ""]["force"])


def _silence(column: Column, previous: Column | None, row: dict[str, Any] | None, steps: dict[str, dict[str, Any]], say: Say) -> str:
    """What may be said where a declaration on record does not speak of the pledge itself."""
    if row is not None:
        return say("chart.background_here") if row["background"] else ""
    before = steps.get(previous.declaration or "") if previous else None
    if previous and before and not before["background"] and column.forums[0] - previous.forums[0] == 1:
        return say("chart.not_carried_forward")
    return say("chart.not_mentioned_here")


def _column(
    canvas: Canvas, column: Column, room: float, row: dict[str, Any] | None, silence: str, level: dict[Force, float],
    bottom: float, most: int, axis: float, before: dict[str, Any] | None, say: Say,
) -> None:  # fmt: skip
    theme, y = canvas.theme, bottom + 30
    if row is None or silence:
        # Beside the words, not on a row: silence has no force.
        if row is None:
            canvas.mark(column.x + 4, y, "circle", 6, theme.edge, 0)
        else:
            key.ring(canvas, column.x + 6, y)
            canvas.text(column.x, y + 24, say.place(row["place"]), SMALL, 400, theme.ink3)
        canvas.text(column.x + 18, y, silence, SMALL, 400, theme.ink2)
        return
    force = Force(row["force"])
    key.cell(canvas, column.x, level[force] - CELL_HEIGHT / 2, axis, CELL_HEIGHT, force, say(f"terms.force_{force}"))
    canvas.target(column.x, level[force] - CELL_HEIGHT / 2, axis, CELL_HEIGHT, f"{row['pledge']}|{row['declaration']}", _hover(row, say))
    if row["change"]:
        change = _ARROW.get(row["change"], "") + say(f"terms.change_{row['change']}")
        canvas.text(column.x, y, change, QUOTE, 600)
        canvas.text(column.x, y + 24, _since(row, before, say), SMALL, 400, theme.ink3)
    else:
        canvas.text(column.x, y, say("chart.first_on_record"), QUOTE, 600)
    y += 54
    for line in _quote(row, room, most):
        canvas.text(column.x, y, line, QUOTE)
        y += QUOTE_STEP
    canvas.text(column.x, y + 2, typeface.fit(say.place(row["place"]), SMALL, 400, room), SMALL, 400, theme.ink3)


def _since(row: dict[str, Any], before: dict[str, Any] | None, say: Say) -> str:
    """Against which text; and that the words changed in precision, where the force that is drawn stayed the same."""
    same = before is not None and before["force"] == row["force"]
    if same and row["change"] in _ARROW:
        return say("chart.since_in_precision", year=row["since"])
    return say("chart.since", year=row["since"])


def _hover(row: dict[str, Any], say: Say) -> str:
    found = [say("chart.hover_words", place=say.place(row["place"]), force=say(f"terms.force_{row['force']}"))]
    found.append(f"“{typeface.fit(row['words'], 15, 400, 1500)}”")
    found += [_label(row, say)] if row["change"] else []
    found += [row["because"]] if row["because"] else []
    if row["mentions"] > 1:
        found.append(say("chart.hover_more", n=int(row["mentions"]) - 1))
    return "\n".join(found)


def _quote(row: dict[str, Any], room: float, most: int) -> list[list[tuple[str, int]]]:
    """The words in at most `most` lines, cut at a word, with the deciding verb in bold; they begin near it if it would be cut off."""
    if row["background"]:
        return []
    words, verb, near = " ".join(str(row["words"]).split()), str(row["verb"]), int(row["near"])
    at = _found(words, verb)
    lines = _cut(f"“{words}”", room, most)
    shown = sum(len(line) + 1 for line in lines)
    if len(lines) == most and at + len(verb) + 6 > shown:
        words = f"… {words[_word(words, at - 24) :]}"
    elif len(lines) == most and near + 12 > shown:
        head = words[: at + len(verb)] if at >= 0 else words.split()[0]
        words = f"{head} … {words[_word(words, near - 12) :]}"
    lines, at = _cut(f"“{words}”", room, most), _found(words, verb)
    begin, end = (at + 1, at + 1 + len(verb)) if verb and at >= 0 else (-1, -1)
    found, position = [], 0
    for line in lines:
        # The lines are the words in order, parted by one blank or, after a hyphen, by nothing.
        position = _skip(f"“{words}”", position)
        low, high = max(begin - position, 0), min(max(end - position, 0), len(line))
        parts = [(line[:low], 400), (line[low:high], 700), (line[high:], 400)] if low < high else [(line, 400)]
        found.append([part for part in parts if part[0]])
        position += len(line)
    return found


def _word(text: str, position: int) -> int:
    """Where the word begins that holds `position`."""
    return text.rfind(" ", 0, max(position, 0)) + 1


def _skip(text: str, position: int) -> int:
    while position < len(text) and text[position] == " ":
        position += 1
    return position


def _found(words: str, verb: str) -> int:
    match = re.search(rf"(?<!\w){re.escape(verb)}(?!\w)", words) if verb else None
    return match.start() if match else words.find(verb) if verb else -1


def _cut(text: str, room: float, most: int) -> list[str]:
    lines = typeface.wrap(text, QUOTE, 500, room)
    if len(lines) <= most:
        return lines
    last = typeface.fit(" ".join(lines[most - 1 :]), QUOTE, 500, room - typeface.width("”", QUOTE, 500))
    return [*lines[: most - 1], f"{last}”"]
