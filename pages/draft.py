"""Draft: what a draft of a declaration does with what was promised before. Nothing of it is stored."""

from widgets.draft import account, document, handing, held, taking
from widgets.parts import prose
from widgets.parts.view import current

view = current()
prose.style("declarations")
prose.style("draft")
kept = held.of_session()
handing.head(view, kept)
if kept is None:
    handing.ask(view)
else:
    looked = held.look(view, kept, handing.forum(view))
    handing.as_read(view, kept)
    taking.buttons(looked)
    account.show(looked)
    document.show(looked)
