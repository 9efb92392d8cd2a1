"""One pledge through time: its wordings in order, how they hardened or softened, and what came of it."""

from widgets import pledge as page
from widgets.parts.view import current

view = current()
pledge = page.chosen(view)
if pledge:
    page.opening(view, pledge)
    page.came_for(view, pledge)
    page.chart(view, pledge)
    page.wordings(view, pledge)
    page.beside(view, pledge)
    page.commitments(view, pledge)
    page.numbers(view, pledge)
    page.neighbours(view, pledge)
