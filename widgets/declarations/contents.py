"""The provisions of a declaration in a row above its text, and what the marks in the text mean."""

from __future__ import annotations

from markupsafe import Markup

from models.records.places import place
from models.records.terms import Force
from models.records.texts import Declaration, Provision
from models.register.passages import Subject
from widgets.parts import marks, prose
from widgets.parts.view import View


def row(view: View, declaration: Declaration, subject: Subject) -> Markup:
    """All provisions in a row, each with the mark of its strongest force; a link to each."""
    say = view.say
    cells, before = [], ""
    for provision in declaration.provisions:
        force = provision.strongest
        group = _group(view, provision)
        if group not in ("", before):
            cells.append(Markup("<span class='small'>{}</span>").format(group))
        before = group
        cells.append(
            Markup("<a class='cell force-{}{}' href='#{}'><i aria-hidden='true'></i>{}<span class='sr-only'>, {}: {}</span></a>").format(
                force.value if force else "withheld",
                "" if subject.has_provision(view.register, provision) else " off",
                provision.id,
                number(provision) or say.place(provision.id).split(" ")[-1],
                say.place(provision.id),
                say(f"terms.force_{force or 'withheld'}"),
            )
        )
    hint = Markup("<span class='small'>{}</span>").format(say("declarations.contents_hint"))
    return Markup("<nav class='contents' aria-label='{}'>{}{}</nav>").format(say("declarations.contents"), hint, prose.joined(cells))


def key(view: View) -> Markup:
    """The six forces in order, and what the marks in the text mean."""
    say = view.say
    scale = prose.joined([marks.force(say, force) for force in Force], " ")
    return Markup("<p class='key'>{}</p><p class='note'>{}</p>").format(scale, say("declarations.key"))


def number(provision: Provision) -> str:
    """The numbers by which it is cited within its text, 5 or 2-1; empty for a passage that has none."""
    at = place(provision.local)
    return at.printed if at else ""


def _group(view: View, provision: Provision) -> str:
    """What the row of numbers calls those of this kind: numbered commitments, articles, or a section with numbers of its own."""
    say, at = view.say, place(provision.local)
    if at is None or not at.numbers:
        return ""
    if at.section:
        return say("declarations.contents_section", number=at.section)
    return say(f"declarations.contents_{'commitments' if at.kind == 'c' else 'articles'}") if at.listed else ""
