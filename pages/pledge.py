"""One pledge through time: its wordings in order, how they hardened or softened, and what came of it."""

from widgets import pledge as pledge_story
from widgets.parts import progress
from widgets.parts.view import current

view = current()
pledge = pledge_story.chosen(view)
if pledge:
    pledge_story.opening(view, pledge)
    pledge_story.chart(view, pledge)
    pledge_story.wordings(view, pledge)
    pledge_story.beside(view, pledge)
    pledge_story.commitments(view, pledge)
    progress.measure(view, pledge)
    pledge_story.neighbours(view, pledge)
