"""One commitment: its exact words, how they are read, where it goes through the declarations, where it stands, how to cite it."""

from widgets import commitment as page
from widgets.parts.view import current

view = current()
commitment = page.chosen(view)
if commitment:
    page.opening(view, commitment)
    page.words(view, commitment)
    page.coding(view, commitment)
    page.lineage(view, commitment)
    page.standing(view, commitment)
    page.cite(view, commitment)
    page.neighbours(view, commitment)
