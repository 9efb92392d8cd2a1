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
    below = _said_below(made, sheet, given) if any(given.said) else 0.0
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


def _said_below(made: Any, sheet: Sheet, given: Bars) -> float:
    """What the chart cannot show, bar by bar, as text below it; returns how much of the canvas it takes."""
    theme, lines = sheet.canvas.theme, []
    for (name, _), words in zip(given.bars, given.said, strict=True):
        said = [sheet.say(f"{name}: ", MESSAGE, 600, theme.ink), *(sheet.say(part, MESSAGE, weight, theme.ink) for part, weight in words)]
        lines.append(paragraph(said, step=sheet.places.long(_STEP)))
    needed = sum(
        len(typeface.wrap(f"{name}: {''.join(part for part, _ in words)}", MESSAGE, 600, WIDE, sheet.canvas.lang))
        for (name, _), words in zip(given.bars, given.said, strict=True)
    )
    high = needed * _STEP + 10
    bottom = sheet.canvas.head + sheet.places.content.h / sheet.places.scale
    made.shapes._spTree.append(parse_xml(spaced(sheet.text(LEFT, bottom - high - 8, WIDE, high, lines, "b"))))
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
    """Counts over time on an axis of days, and the target as a point of its own on the day it is due."""
    theme = sheet.canvas.theme
    days = sorted({day for _, points in given.series for day, _ in points} | ({given.target[1]} if given.target else set()))
    named = [(name, dict(points)) for name, points in given.series]
    if given.target:
        named.append((given.target[0], {given.target[1]: given.target[2]}))
    rows: Rows = [(name, [points.get(day) for day in days]) for name, points in named]
    shown = _chart(made, sheet, XL_CHART_TYPE.LINE_MARKERS, days, rows)
    shown._chartSpace.chart.find(qn("c:dispBlanksAs")).set("val", "span")  # a day without a count parts no line
    axis = shown.category_axis
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "yyyy", False
    axis.format.line.color.rgb = rgb(theme.ink2)
    _years(axis, days)
    value = shown.value_axis
    value.minimum_scale, value.has_title = 0, True
    value.axis_title.text_frame.text = writable(given.unit)
    value.axis_title.text_frame.paragraphs[0].font.size = Emu(sheet.places.long(SMALL_HALL))
    value.axis_title.text_frame.paragraphs[0].font.bold = False
    value.major_gridlines.format.line.color.rgb = rgb(theme.rule)
    value.format.line.fill.background()
    value.tick_labels.font.size = Emu(sheet.places.long(SMALL_HALL))
    whole = all(number == int(number) for _, numbers in rows for number in numbers if number is not None)
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = "#,##0" if whole else "#,##0.0", False
    colors = [theme.ink, *(theme.standing[each].fill for each in (Standing.PARTLY_DONE, Standing.CONTRARY)), theme.edge]
    for position, (series, (_, numbers)) in enumerate(zip(shown.plots[0].series, rows, strict=True)):
        target = bool(given.target) and position == len(rows) - 1
        color = theme.ink2 if target else colors[position % len(colors)]
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = rgb(color), Emu(sheet.places.long(3))
        series.marker.style = XL_MARKER_STYLE.DIAMOND if target else _MARKERS[position % 3]
        series.marker.size = 14
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = rgb(theme.bg if target else color)
        series.marker.format.line.color.rgb = rgb(color)
        known = [at for at, number in enumerate(numbers) if number is not None]
        if len(known) <= _MOST_LABELLED:
            _labels(series, sheet, MESSAGE, theme.ink, "#,##0" if whole else "#,##0.0", XL_LABEL_POSITION.ABOVE)
        else:
            label = series.points[known[-1]].data_label
            label.position = XL_LABEL_POSITION.ABOVE
            label.font.size, label.font.bold = Emu(sheet.places.long(MESSAGE)), True


def _years(axis: Any, days: Sequence[dt.date]) -> None:
    """Name years below, no more than fit."""
    span = days[-1].year - days[0].year + 1 if days else 1
    units = (("baseTimeUnit", "days"), ("majorUnit", str(max(-(-span // _YEARS), 1))), ("majorTimeUnit", "years"))
    root = axis._element
    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for each in root.findall(qn(f"c:{name}")):
            root.remove(each)
    before = root.find(qn("c:lblOffset"))
    for name, value in reversed(units):
        before.addnext(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))


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
