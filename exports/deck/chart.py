"""Bars and courses as charts of PowerPoint, with their numbers in a sheet that can be edited, and no formula in it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from charts import typeface
from charts.canvas import MESSAGE, SMALL_HALL
from charts.theme import LEFT, STANDING_GLYPH, STANDING_TEXTURE, Theme
from decks.deck import Bars, Course
from exports.deck.bodies import Sheet
from exports.deck.package import FIRST
from exports.deck.template import WIDE
from exports.deck.words import LANGUAGES, paragraph, spaced, writable
from models.register.standing import Standing

Rows = Sequence[tuple[str, list[float | None]]]
"""Of each series its name and its numbers, category by category."""
_STEP: Final = 34
_MARKERS: Final = (XL_MARKER_STYLE.CIRCLE, XL_MARKER_STYLE.SQUARE, XL_MARKER_STYLE.TRIANGLE, XL_MARKER_STYLE.DIAMOND)
_MOST_LABELLED: Final = 10
"""A series of more points is labelled at its last one only."""
_EXCEL: Final = dt.date(1899, 12, 30)
"""The day from which a sheet counts its days."""
_YEARS: Final = 10
"""So many years at most are named below a course."""


def rgb(color: str) -> RGBColor:
    """A colour of ours as the library has it."""
    found: RGBColor = RGBColor.from_string(color.lstrip("#"))
    return found


def bars(made: Any, sheet: Sheet, given: Bars) -> None:
    """Stacked bars: a series for each standing, in the order in which the bars have them."""
    theme = sheet.canvas.theme
    names: dict[Standing, str] = {}
    for _, parts in given.bars:
        names |= {part.standing: f"{STANDING_GLYPH[part.standing]} {part.name}".strip() for part in parts}
    order = [standing for standing in Standing if standing in names]
    counts = [{part.standing: part.value for part in parts} for _, parts in given.bars]
    rows: Rows = [(names[each], [count.get(each) for count in counts]) for each in order]
    said = [((f"{name}: ", 600), *words) for (name, _), words in zip(given.bars, given.said, strict=False)]
    below = _below(made, sheet, said) if said else 0.0
    shown = _chart(made, sheet, XL_CHART_TYPE.BAR_STACKED, [name for name, _ in given.bars], rows, below)
    plot = shown.plots[0]
    plot.gap_width, plot.overlap = 70, 100
    shown.category_axis.reverse_order = True
    shown.category_axis.format.line.color.rgb = rgb(theme.ink2)
    shown.category_axis.major_tick_mark = XL_TICK_MARK.NONE
    shown.value_axis.visible = shown.value_axis.has_major_gridlines = False
    longest = max((sum(part.value for part in parts) for _, parts in given.bars), default=1)
    shown.value_axis.minimum_scale, shown.value_axis.maximum_scale = 0, max(longest, 1)
    unit = (WIDE - max((typeface.width(name, MESSAGE) for name, _ in given.bars), default=0) - 80) / max(longest, 1)
    for standing, series in zip(order, plot.series, strict=True):
        _paint(series, standing, theme, sheet)
        smallest = min((count[standing] for count in counts if count.get(standing)), default=0)
        size, with_glyph = _label_size(standing, smallest, unit)
        glyph = STANDING_GLYPH[standing].replace('"', "") if with_glyph else ""
        _labels(series, sheet, size, theme.standing[standing].text, f'"{glyph} "0' if glyph else "0")
        if STANDING_TEXTURE[standing] in ("hatched", "barred"):
            _clear(series, theme.bg)


def _label_size(standing: Standing, value: int, unit: float) -> tuple[float, bool]:
    """How large the numbers of a standing can be for the smallest to stand in its part, and whether its sign stands there too."""
    room = unit * value - 6
    tries = ((MESSAGE, True), (MESSAGE, False), (SMALL_HALL, False))
    said = {True: f"{STANDING_GLYPH[standing]} {value}", False: str(value)}
    return next((each for each in tries if typeface.width(said[each[1]], each[0], 700) <= room), tries[-1])


def _below(made: Any, sheet: Sheet, lines: Sequence[Sequence[tuple[str, int]]]) -> float:
    """What the chart cannot show, as text below it; returns how much of the canvas it takes."""
    theme = sheet.canvas.theme
    said = [
        paragraph([sheet.say(words, MESSAGE, weight, theme.ink) for words, weight in line], step=sheet.places.long(_STEP)) for line in lines
    ]
    needed = sum(len(typeface.wrap("".join(words for words, _ in line), MESSAGE, 600, WIDE, sheet.canvas.lang)) for line in lines)
    high = needed * _STEP + 10
    bottom = sheet.canvas.head + sheet.places.content.h / sheet.places.scale
    made.shapes._spTree.append(parse_xml(spaced(sheet.text(LEFT, bottom - high - 8, WIDE, high, said, "b"))))
    return high + 8


def _paint(series: Any, standing: Standing, theme: Theme, sheet: Sheet) -> None:
    """The colour of a standing, or its texture: slanted lines, level ones, only an outline, a dashed outline."""
    paint, fill, line = theme.standing[standing], series.format.fill, series.format.line
    match STANDING_TEXTURE[standing]:
        case "hatched" | "barred" as texture:
            fill.patterned()
            fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL if texture == "hatched" else MSO_PATTERN.DARK_HORIZONTAL
            fill.fore_color.rgb, fill.back_color.rgb = rgb(theme.hatch), rgb(theme.bg)
            line.color.rgb, line.width = rgb(paint.edge), Emu(sheet.places.long(1.5))
        case "hollow" | "apart" as texture:
            fill.background()
            line.color.rgb, line.width = rgb(paint.edge), Emu(sheet.places.long(3 if texture == "hollow" else 1.5))
            if texture == "apart":
                line.dash_style = MSO_LINE.DASH
        case _:
            fill.solid()
            fill.fore_color.rgb = rgb(paint.fill)
            line.color.rgb, line.width = rgb(theme.bg), Emu(sheet.places.long(2))


def course(made: Any, sheet: Sheet, given: Course) -> None:
    """Counts over time on an axis of days, joined only where they may be, and the target as a point of its own on the day it is due."""
    theme, places = sheet.canvas.theme, sheet.places
    named = [(name, dict(points)) for name, points in given.series]
    if given.target:
        named.append((given.target[0], {given.target[1]: given.target[2]}))
    days = sorted({day for _, points in named for day in points})
    rows: Rows = [(name, [points.get(day) for day in days]) for name, points in named]
    below = _below(made, sheet, [[(words, 400)] for words in given.said]) if given.said else 0.0
    shown = _chart(made, sheet, XL_CHART_TYPE.LINE_MARKERS, days, rows, below)
    shown._chartSpace.chart.find(qn("c:dispBlanksAs")).set("val", "span")  # a day without a count of this kind parts no line
    first, last = _days_axis(shown.category_axis, days)
    shown.category_axis.format.line.color.rgb = rgb(theme.ink2)
    whole = all(number == int(number) for _, numbers in rows for number in numbers if number is not None)
    number_format = "#,##0" if whole else "#,##0.0"
    _counts_axis(shown.value_axis, sheet, given.unit, number_format)
    colors = [theme.ink, *(theme.standing[each].fill for each in (Standing.PARTLY_DONE, Standing.CONTRARY)), theme.edge]
    for position, (series, (_, points)) in enumerate(zip(shown.plots[0].series, named, strict=True)):
        target = bool(given.target) and position == len(named) - 1
        color = theme.ink2 if target else colors[position % len(colors)]
        series.smooth = False
        if position < len(given.joined) and given.joined[position]:
            series.format.line.color.rgb, series.format.line.width = rgb(color), Emu(places.long(3))
        else:
            series.format.line.fill.background()
        series.marker.style, series.marker.size = XL_MARKER_STYLE.DIAMOND if target else _MARKERS[position % 3], 14
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(color)
        series.marker.format.line.color.rgb = rgb(color)
        words = list(given.labels[position]) if position < len(given.labels) else []
        words = words or [f"{number:,.0f}" if whole else f"{number:,.1f}" for number in points.values()]
        told = list(zip(points, words, strict=True))
        for day, label in told if len(told) <= _MOST_LABELLED else told[-1:]:
            _point_label(series.points[days.index(day)].data_label, sheet, label, (day - first).days / max((last - first).days, 1))


def _counts_axis(axis: Any, sheet: Sheet, unit: str, number_format: str) -> None:
    """Counts from zero; what is counted stands beside them unless the slide says it already."""
    theme, small = sheet.canvas.theme, Emu(sheet.places.long(SMALL_HALL))
    axis.minimum_scale = 0
    if unit and unit != sheet.canvas.subtitle:
        axis.has_title = True
        axis.axis_title.text_frame.text = writable(unit)
        axis.axis_title.text_frame.paragraphs[0].font.size, axis.axis_title.text_frame.paragraphs[0].font.bold = small, False
    axis.major_gridlines.format.line.color.rgb = rgb(theme.rule)
    axis.format.line.fill.background()
    axis.tick_labels.font.size = small
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format, False


def _point_label(label: Any, sheet: Sheet, words: str, across: float) -> None:
    """What a point says, on one line, at the side on which there is room."""
    frame = label.text_frame
    frame.word_wrap = False
    run = frame.paragraphs[0].add_run()
    run.text = writable(words)
    run.font.size, run.font.bold, run.font.color.rgb = Emu(sheet.places.long(MESSAGE)), True, rgb(sheet.canvas.theme.ink)
    label.position = XL_LABEL_POSITION.RIGHT if across < 1 / 3 else XL_LABEL_POSITION.LEFT if across > 2 / 3 else XL_LABEL_POSITION.ABOVE


def _days_axis(axis: Any, days: Sequence[dt.date]) -> tuple[dt.date, dt.date]:
    """Whole years from before the first day until after the last, no more of them named than fit; returns where it begins and ends."""
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "yyyy", False
    first = dt.date(days[0].year - (1 if days[0].month < 4 or days[0].year == days[-1].year else 0), 1, 1)
    last = dt.date(days[-1].year + (2 if days[-1].month > 9 or days[0].year == days[-1].year else 1), 1, 1)
    axis.minimum_scale, axis.maximum_scale = ((day - _EXCEL).days for day in (first, last))
    units = (("baseTimeUnit", "days"), ("majorUnit", str(max(-(-(last.year - first.year) // _YEARS), 1))), ("majorTimeUnit", "years"))
    root = axis._element
    for name, _ in units:
        for each in root.findall(qn(f"c:{name}")):
            root.remove(each)
    before = root.find(qn("c:lblOffset"))
    for name, value in reversed(units):
        before.addnext(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))
    return first, last


def _chart(made: Any, sheet: Sheet, kind: Any, categories: Sequence[Any], rows: Rows, below: float = 0) -> Any:
    """An empty look for everything to come: no title, a key above, words in the theme's typefaces."""
    data = CategoryChartData()
    data.categories = [writable(each) if isinstance(each, str) else each for each in categories]
    for name, numbers in rows:
        data.add_series(writable(name), numbers)
    places, canvas = sheet.places, sheet.canvas
    content = places.content
    high = content.h - below * places.scale
    at = [Emu(round(each * places.unit)) for each in (content.x, content.y, content.w, high)]
    frame = made.shapes.add_chart(kind, *at, data)
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("id", str(next(sheet.ids)))
    properties.set("name", sheet.name)
    properties.set("descr", writable(canvas.alt or canvas.title))
    shown = frame.chart
    shown.part.chart_workbook.update_from_xlsx_blob(_workbook(categories, rows))
    shown.has_title = False
    shown.has_legend = True
    shown.legend.position, shown.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    shown.font.size, shown.font.color.rgb = Emu(places.long(MESSAGE)), rgb(canvas.theme.ink)
    look = shown.font._rPr
    look.set("lang", LANGUAGES.get(canvas.lang, canvas.lang))
    for tag, name in (("latin", "+mn-lt"), ("ea", "+mn-ea"), ("cs", "+mn-cs")):
        look.append(parse_xml(f'<a:{tag} {nsdecls("a")} typeface="{name}"/>'))
    for id_ in shown._chartSpace.xpath(".//c:axId | .//c:crossAx"):  # the library numbers axes below zero, which the schema does not allow
        id_.set("val", id_.get("val").lstrip("-"))
    shown.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    return shown


def _labels(series: Any, sheet: Sheet, size: float, color: str, format_: str, position: Any = None) -> None:
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = format_, False
    labels.font.size, labels.font.bold, labels.font.color.rgb = Emu(sheet.places.long(size)), True, rgb(color)
    if position is not None:
        labels.position = position


def _clear(series: Any, page: str) -> None:
    """A clear ground behind numbers that stand on a texture."""
    labels = series.data_labels._element
    ground = f'<c:spPr {nsdecls("c", "a")}><a:solidFill><a:srgbClr val="{page.lstrip("#")}"/></a:solidFill></c:spPr>'
    labels.find(qn("c:numFmt")).addnext(parse_xml(ground))


def _workbook(categories: Sequence[Any], rows: Rows) -> bytes:
    """The numbers where the chart looks for them; words are words, whatever they begin with."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": dt.datetime.combine(FIRST, dt.time())})
    page, dated = book.add_worksheet("Sheet1"), book.add_format({"num_format": "yyyy-mm-dd"})
    for row, category in enumerate(categories, 1):
        if isinstance(category, dt.date):
            page.write_datetime(row, 0, dt.datetime.combine(category, dt.time()), dated)
        else:
            page.write_string(row, 0, writable(category))
    for column, (name, numbers) in enumerate(rows, 1):
        page.write_string(0, column, writable(name))
        for row, number in enumerate(numbers, 1):
            if number is not None:
                page.write_number(row, column, number)
    book.close()
    return out.getvalue()
