"""One commitment: its exact words, how they are read, where it goes through the declarations, where it stands, how to cite it."""

from widgets import commitment as commitment_page
from widgets.parts.view import current

view = current()
commitment = commitment_page.chosen(view)
if commitment:
    commitment_page.opening(view, commitment)
    commitment_page.words(view, commitment)
    commitment_page.coding(view, commitment)
    commitment_page.lineage(view, commitment)
    commitment_page.standing(view, commitment)
    commitment_page.cite(view, commitment)
    commitment_page.neighbours(view, commitment)
