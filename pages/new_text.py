"""New text: from somebody's file to checked records, coded by two people who do not see each other's choice."""

from widgets.new_text import page
from widgets.parts.view import current

page.show(current())
