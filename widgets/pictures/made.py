"""What each picture tells of the register that is looked at, and its drawing for the room there is: for a page and for another site alike."""

from __future__ import annotations

from collections.abc import Sequence

from charts.canvas import Canvas
from charts.filtered import Filter
from charts.recurrence import matrix, strips
from charts.recurrence import told as pledges
from charts.room import EDGE, Room
from charts.standing import told as standings
from charts.theme import ON_PAGE
from charts.through import across, down
from charts.through import told as story
from charts.timeline import chart, upright
from charts.timeline.told import YEARS
from charts.timeline.told import Told as Timeline
from models.records.pledges import Pledge
from models.register.frames import recurrence as recurrences
from models.register.frames import standing as ledgers
from models.register.frames import through as steps
from models.register.register import Register
from widgets.parts.view import View


def recurrence(
    view: View, register: Register, order: recurrences.Order, most: int | None = None, filters: Sequence[Filter] = ()
) -> pledges.Recurrence:
    """Which pledges of a register come back, in their order, the first `most` of them."""
    return pledges.tell(
        recurrences.pledges(register, view.on, view.lang, order),
        recurrences.mentions(register, view.on, view.lang),
        recurrences.forums(register, view.on),
        view.on,
        view.say,
        most,
        filters,
    )


def draw_recurrence(told: pledges.Recurrence, room: Room) -> Canvas:
    """The drawing for as much room as there is."""
    return strips.draw(told, ON_PAGE) if room == "phone" else matrix.draw(told, ON_PAGE, "page" if room == "desk" else "tablet")


def standing(view: View) -> standings.Standings:
    """Where promises, asks and hopes stand."""
    return standings.tell(ledgers.ledgers(view.register, view.on), view.on, view.say)


def through(view: View, pledge: Pledge) -> story.Through:
    """How firm the words of a pledge are, declaration by declaration."""
    return story.tell(
        steps.steps(view.register, pledge, view.on, view.lang),
        pledge.title[view.lang],
        recurrences.forums(view.register, view.on),
        view.on,
        view.say,
    )


def draw_through(told: story.Through, room: Room) -> Canvas:
    """The drawing for as much room as there is."""
    return across.draw(told, ON_PAGE) if room == "desk" else down.draw(told, ON_PAGE, EDGE[room])


def draw_timeline(told: Timeline, room: Room, most: int | None) -> Canvas:
    """The drawing for as much room as there is."""
    return upright.draw(told, ON_PAGE, most) if room == "phone" else chart.draw(told, ON_PAGE, most, EDGE[room])


def years(view: View) -> tuple[int, int]:
    """The years of the calendar: from the first forum to 2030, or to the last due date if that is later."""
    due = [commitment.due_by.year for commitment in view.register.commitment_by_id.values() if commitment.due_by]
    began = [forum.year for forum in view.register.forums]
    return min([YEARS[0], *began]), max([YEARS[1], view.on.year, *due])


def asked_years(given: str, bounds: tuple[int, int]) -> tuple[int, int] | None:
    """The years that an address names, as 2018-2024; None where those are no years of the calendar."""
    first, dash, last = given.partition("-")
    if not dash or not (first.isascii() and first.isdigit() and last.isascii() and last.isdigit()):
        return None
    asked = int(first[:5]), int(last[:5])
    return asked if bounds[0] <= asked[0] <= asked[1] <= bounds[1] else None
