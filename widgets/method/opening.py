"""The opening of the Method page and its table of contents."""

from __future__ import annotations

from markupsafe import Markup

from models.records.terms import Ledger
from widgets.method.codebook import counted
from widgets.parts import prose
from widgets.parts.view import View


def opening(view: View) -> None:
    """What the register holds, in one sentence, and how far the chosen day reaches on this page."""
    say, found = view.say, counted(view)
    texts, forums = len(view.whole.forums_on_record), say.at_least(len(view.whole.forums), view.whole.knows_all_forums)
    prose.title(
        say("method.title"), say("method.lede", texts=texts, forums=forums, **{ledger.value: found[ledger.value] for ledger in Ledger})
    )
    if not view.is_today:
        prose.note(say("method.as_of", date=say.date(view.on)))


def contents(view: View) -> None:
    """Links to the sections, in their order."""
    say = view.say
    sections = {
        "units": say("method.units"),
        "ledgers": say("method.ledgers"),
        "force": say("method.force"),
        "precision": say("method.precision"),
        "standing": say("method.standing"),
        "evidence": say("method.evidence"),
        "lineage": say("method.lineage"),
        "gaps": say("method.gaps"),
        "numbers": say("method.numbers"),
        "coverage": say("method.coverage"),
        "agreement": say("method.agreement"),
        "judgements": say("judgements.title"),
        "doubts": say("method.doubts"),
        "suggestions": say("method.suggestions"),
        "vocabulary": say("method.vocabulary"),
        "unfound": say("method.unfound"),
        "cite": say("method.cite"),
        "downloads": say("method.downloads"),
    }
    entries = prose.joined([Markup("<li>{}</li>").format(prose.anchor(f"#{id_}", name, "in")) for id_, name in sections.items()])
    prose.show(Markup("<nav class='contents' aria-label='{}'><ol>{}</ol></nav>").format(say("method.contents"), entries))
