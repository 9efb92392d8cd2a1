"""The pictures of a snapshot, drawn of what the charts of the pages tell, each for a desk and for a phone."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from charts import inline
from charts.canvas import Canvas, Said
from charts.progress import chart as progress
from charts.progress import told as progress_told
from charts.recurrence import matrix, strips
from charts.recurrence import told as recurrence
from charts.room import EDGE
from charts.standing import bars
from charts.standing import told as standings
from charts.theme import ON_PAGE
from charts.through import across, down
from charts.through import told as through
from exports.snapshot.passages import NOTHING, heading, paragraph
from exports.snapshot.reading import Reading
from models.records.measures import Measure
from models.records.pledges import Pledge
from models.register.frames import progress as progress_frames
from models.register.frames import recurrence as recurrence_frames
from models.register.frames import standing as standing_frames
from models.register.frames import through as through_frames


def standing(reading: Reading) -> Markup:
    """Where the commitments stand, ledger by ledger."""
    told = standings.tell(standing_frames.ledgers(reading.register, reading.on), reading.on, reading.say)
    return _figure(reading, "standing", told, bars.draw(told, ON_PAGE, "desk"), bars.draw(told, ON_PAGE, "phone"), 3)


def recurring(reading: Reading) -> Markup:
    """Which pledges come back; a row leads to its pledge."""
    register, on, lang = reading.register, reading.on, reading.lang
    if not register.pledges:
        return NOTHING
    told = recurrence.tell(
        recurrence_frames.pledges(register, on, lang, "often"),
        recurrence_frames.mentions(register, on, lang),
        reading.forum_table,
        on,
        reading.say,
    )
    return _figure(reading, "recurrence", told, matrix.draw(told, ON_PAGE), strips.draw(told, ON_PAGE), 3)


def of_pledge(reading: Reading, pledge: Pledge) -> Markup:
    """One pledge through time."""
    register, on = reading.register, reading.on
    steps = through_frames.steps(register, pledge, on, reading.lang)
    told = through.tell(steps, pledge.title[reading.lang], reading.forum_table, on, reading.say)
    return _figure(reading, f"through-{pledge.id}", told, across.draw(told, ON_PAGE), down.draw(told, ON_PAGE, EDGE["phone"]), 4)


def of_measure(reading: Reading, measure: Measure) -> Markup:
    """The counts of a measure; nothing where nothing was counted by the day."""
    data = progress_frames.progress(reading.register, measure, reading.on, reading.lang)
    if data.points.empty:
        return NOTHING
    told = progress_told.tell(data, reading.say)
    desk, phone = (progress.draw(told, ON_PAGE, EDGE[room]) for room in ("desk", "phone"))
    return _figure(reading, f"measure-{measure.id}", told, desk, phone, 4)


def _figure(reading: Reading, name: str, told: Said, desk: Canvas, phone: Canvas, level: int) -> Markup:
    lacking = reading.say.count("frame.picture_lacks", reading.withheld) if reading.withheld else ""
    drawn = [
        Markup("<div class='picture {}'>{}</div>\n").format(room, Markup(_drawn(reading, f"{reading.at(name)}-{room}", canvas)))
        for room, canvas in (("desk", desk), ("phone", phone))
    ]
    foot = Markup("<figcaption>{}{}</figcaption>").format(told.foot, Markup(" <b>{}</b>").format(lacking) if lacking else NOTHING)
    return Markup("<figure>\n{}{}{}{}</figure>\n").format(
        heading(level, told.finding), paragraph(told.subtitle, "sub"), Markup("").join(drawn), foot
    )


def _drawn(reading: Reading, name: str, canvas: Canvas) -> str:
    """The picture with the places that lead to a pledge, and no others: what a mark says stands in the text of the file."""
    rows = {f"{pledge.id}|": f"#{reading.at('pledge', pledge.id)}" for pledge in reading.register.pledges}
    canvas.targets = [target for target in canvas.targets if target.id in rows]
    canvas.hatches = [replace(hatch, hover="") for hatch in canvas.hatches]
    return inline.picture(canvas, name, rows.get)
