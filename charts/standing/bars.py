"""Where the commitments stand: three ledgers on one scale, never added up, and the range that the unassessed and the withheld leave open."""

from __future__ import annotations

from typing import Final

from charts import typeface
from charts.canvas import Canvas
from charts.room import EDGE, Room
from charts.standing.told import IN_BAR, Bar, Segment, Standings
from charts.theme import LEFT, STANDING_GLYPH, STANDING_TEXTURE, Theme
from models.register.standing import STARTED_OR_FURTHER, Standing

BAR: Final = 58
GAP: Final = 3
DROP: Final = 16
"""How far `contrary` hangs below the row: in grey it has the tone of `partly done`, its place tells them apart."""
APART: Final = 86
WIDEST_UNIT: Final = 38
CLEARED: Final = tuple(each for each, texture in STANDING_TEXTURE.items() if texture in ("hatched", "barred"))
"""What is drawn as a texture; its words and numbers stand in a clear box."""


def draw(told: Standings, theme: Theme, room: Room = "desk") -> Canvas:
    """One bar a ledger, all on one scale; the page's is the slide's too."""
    phone = room == "phone"
    canvas = Canvas.of(told, theme, EDGE[room])
    if phone:
        canvas.plot_top = 0
    y = _key(canvas, canvas.plot_top, told, 15 if phone else 17) + 18
    pitch = min((canvas.foot - 14 - y) / max(len(told.bars), 1), 176)
    unit = min((canvas.wide - (62 if phone else APART) - (16 if phone else 46)) / max(told.longest, 1), WIDEST_UNIT)
    for bar in told.bars:
        bottom = _bar(canvas, bar, told, y, unit, 0 if phone else 2 if pitch >= 170 or room == "tablet" else 1, phone)
        y = bottom + 26 if phone else y + (max(pitch, bottom - y + 18) if room == "tablet" else pitch)
        canvas.plot_bottom = bottom
    return canvas


def _key(canvas: Canvas, y: float, told: Standings, size: float) -> float:
    """The standings in their order, in as many lines as it takes; what cannot be judged stands apart from them."""
    x, h = float(LEFT), size + 13
    for standing in told.shown:
        name, glyph = told.names[standing], STANDING_GLYPH[standing]
        head = typeface.width(glyph, size, 700) + 7 if glyph else 0
        w = head + typeface.width(name, size, 600) + 22
        if x + w > canvas.right:
            x, y = float(LEFT), y + h + 6
        paint = canvas.theme.standing[standing]
        fill(canvas, standing, x, y, w, h)
        if standing in CLEARED:
            canvas.box(x + 8, y + 5, w - 16, h - 10, canvas.theme.bg)
        canvas.text(x + 11, y + h / 2, glyph, size, 700, paint.text)
        canvas.text(x + 11 + head, y + h / 2, name, size, 600, paint.text)
        x += w + 6
    apart = f"{STANDING_GLYPH[Standing.NOT_ASSESSABLE]} {told.names[Standing.NOT_ASSESSABLE]}"
    if x + typeface.width(apart, size) > canvas.right:
        x, y = float(LEFT), y + h + 6
        canvas.text(x, y + h / 2, apart, size, 400, canvas.theme.ink2)
    else:
        canvas.text(canvas.right, y + h / 2, apart, size, 400, canvas.theme.ink2, "right")
    return y + h


def fill(canvas: Canvas, standing: Standing, x: float, y: float, w: float, h: float) -> None:
    """What a standing looks like: a colour, a texture for what is not known, an outline for what was looked for and not found."""
    paint = canvas.theme.standing[standing]
    match STANDING_TEXTURE[standing]:
        case "hatched":
            canvas.hatch(x, y, w, h, paint.edge, 1.5)
        case "barred":
            canvas.bars(x, y, w, h, paint.edge)
        case "hollow":
            canvas.box(x, y, w, h, paint.fill, paint.edge, 3)
        case "apart":
            canvas.frame(x, y, w, h, paint.edge, 1.5)
        case "solid":
            canvas.box(x, y, w, h, paint.fill)


def _bar(canvas: Canvas, told: Bar, all_: Standings, top: float, unit: float, lines: int, phone: bool) -> float:
    """The ledger's name, its range and its bar; names go below the segments in so many `lines`. Returns where it ends."""
    theme = canvas.theme
    bar = _head(canvas, told, top, phone)
    x = float(LEFT)
    ends: dict[Standing, float] = {}
    bottom, under = bar + BAR, float(LEFT)
    counts = {segment.standing: segment for segment in told.segments}
    for standing in IN_BAR:
        if segment := counts.get(standing):
            y = bar + DROP if standing is Standing.CONTRARY else bar
            _segment(canvas, told, segment, (x, y, unit * segment.count - GAP))
            below, under = _name(canvas, segment, all_.names[standing], (x, y + BAR, unit * segment.count - GAP), under, lines)
            bottom = max(bottom, below)
            x += unit * segment.count
        ends[standing] = x - GAP if x > LEFT else x
    rule(canvas, ends[STARTED_OR_FURTHER[-1]], ends[Standing.WITHHELD], bar - 17)
    if told.apart:
        wide = 62 if phone else APART
        canvas.frame(canvas.right - wide, bar, wide, BAR, theme.edge, 1.5)
        canvas.text(canvas.right - wide / 2, bar + BAR / 2, f"+ {told.apart.count}", 22 if phone else 28, 600, theme.ink2, "middle")
        canvas.target(canvas.right - wide, bar, wide, BAR, f"{told.ledger}|{Standing.NOT_ASSESSABLE}", told.apart.tip)
    return bottom


def _head(canvas: Canvas, told: Bar, top: float, phone: bool) -> float:
    """Name and range, beside each other or below; returns where the bar begins."""
    if not phone:
        canvas.text(LEFT, top + 14, told.name, 28, 700)
        canvas.text(LEFT + typeface.width(told.name, 28, 700) + 16, top + 16, told.range, 22, 400, canvas.theme.ink2)
        return top + 60
    canvas.text(LEFT, top + 12, told.name, 20, 700)
    y = top + 36
    for line in typeface.wrap_runs(told.range, 16, canvas.wide):
        canvas.text(LEFT, y, line, 16, 400, canvas.theme.ink2)
        y += 21
    return y + 18


def _segment(canvas: Canvas, told: Bar, segment: Segment, at: tuple[float, float, float]) -> None:
    x, y, w = at
    paint, glyph, number = canvas.theme.standing[segment.standing], STANDING_GLYPH[segment.standing], str(segment.count)
    fill(canvas, segment.standing, x, y, w, BAR)
    room = w - (10 if segment.standing is Standing.NO_EVIDENCE else 4)
    size = next((size for size in (30, 24, 20, 16) if typeface.width(number, size, 700) <= room), 16)
    sign = bool(glyph) and typeface.width(glyph, 18, 700) <= room
    if segment.standing in CLEARED:
        clear = min(max(typeface.width(number, size, 700), 18) + 18, w - 4)
        canvas.box(x + (w - clear) / 2, y + 4, clear, BAR - 8, canvas.theme.bg)
    if sign:
        canvas.text(x + w / 2, y + 15, glyph, 18, 700, paint.text, "middle")
    if typeface.width(number, size, 700) <= room:
        canvas.text(x + w / 2, y + (39 if sign else BAR / 2), number, size, 700, paint.text, "middle")
    else:
        canvas.text(x + w / 2, y + BAR + 12, number, 16, 700, canvas.theme.ink, "middle")
    canvas.target(x, y, w, BAR, f"{told.ledger}|{segment.standing}", segment.tip)


def _name(canvas: Canvas, segment: Segment, words: str, at: tuple[float, float, float], taken: float, most: int) -> tuple[float, float]:
    """The name below a segment where it fits, on two lines if need be; else the key has it. Returns where it ends, down and across."""
    x, y, w = at
    if typeface.width("8", 16, 700) > w - 4:
        return y + 22, taken
    lines = typeface.balance(words, 17, 500, max(w + 2 * GAP, 0), canvas.lang)
    wide = max(typeface.width(line, 17, 500) for line in lines)
    left = max(min(x + (w - wide) / 2, canvas.right - wide), LEFT)
    whole = " ".join(lines) == words
    if len(lines) > most or not whole or wide > w + 2 * GAP or left < taken:
        return y, taken
    for position, line in enumerate(lines):
        canvas.text(left + wide / 2, y + 15 + position * 20, line, 17, 500, canvas.theme.ink2, "middle")
    return y + 4 + 20 * len(lines) + 4, left + wide + 8


def rule(canvas: Canvas, known: float, possible: float, y: float) -> None:
    """Solid up to what is known, dotted up to what is possible."""
    ink = canvas.theme.ink
    if known > LEFT:
        canvas.box(LEFT, y - 2, known - LEFT, 4, ink)
    if possible > known:
        canvas.line([(known, y), (possible, y)], ink, 4, "3px 4px")
    for x in sorted({float(LEFT), known, possible}) if possible > LEFT else []:
        canvas.box(min(max(x - 1.5, LEFT), canvas.right - 3), y - 7, 3, 14, ink)
