"""What a text does with the pledges of those before it, in words and counts: carried, hardened or softened, new, silent."""

from __future__ import annotations

from markupsafe import Markup

from models.records.pledges import Pledge
from models.records.texts import Declaration
from models.register.lineage import Change
from models.register.threads import Step, last_on_record
from widgets.declarations.reader import pledge_link
from widgets.parts import marks, prose
from widgets.parts.view import View


def account(view: View, steps: tuple[Step, ...]) -> Markup:
    """One paragraph and list for every text after the first; a text in which nothing changes hands is left out."""
    parts = [_step(view, step) for step in steps if step.mentioned or step.silent or step.not_carried]
    note = Markup("<p class='note'>{}</p>").format(view.say("declarations.account_note")) if parts else ""
    return (
        Markup("<section class='account{}'>{}{}</section>").format(" many" if len(parts) > 1 else "", prose.joined(parts), note)
        if parts
        else Markup("")
    )


def _step(view: View, step: Step) -> Markup:
    say, later = view.say, step.later.id
    years = _years(step.earlier)
    sentence = say.count("declarations.account", step.mentioned, later=later, earlier=years, carried=len(step.carried), new=len(step.new))
    rows = [
        (marks.change(say, change), [tie.pledge for tie in step.carried if tie.change is change])
        for change in Change
        if any(tie.change is change for tie in step.carried)
    ]
    rows.append((_word(say("declarations.account_unlabelled")), [tie.pledge for tie in step.carried if tie.change is None]))
    listed = [_row(words, len(pledges), _pledges(view, pledges)) for words, pledges in rows if pledges]
    if step.new:
        names = prose.joined([_newcomer(view, pledge, step) for pledge in step.new], " · ")
        listed.append(_row(_word(say("declarations.account_new", earlier=years)), len(step.new), names))
    before = step.before.id
    if step.not_carried:
        words = say("declarations.not_carried", earlier=before, later=later)
        listed.append(_row(_word(words), len(step.not_carried), _pledges(view, list(step.not_carried))))
    if step.silent:
        words = say("declarations.silent_later", earlier=before, later=later)
        listed.append(_row(_word(words), len(step.silent), _pledges(view, list(step.silent))))
    return Markup("<div><p class='plain'>{}</p><dl class='account'>{}</dl></div>").format(sentence, prose.joined(listed))


def _newcomer(view: View, pledge: Pledge, step: Step) -> Markup:
    """A pledge that no chosen text before has, and where an earlier one that was not chosen has it."""
    last = last_on_record(view.register, pledge, step.later.id)
    words = view.say("declarations.last_on_record", year=last) if last else view.say("declarations.first_on_record")
    return Markup("{} <span class='small'>({})</span>").format(pledge_link(view, pledge), words)


def _row(words: Markup, count: int, names: Markup) -> Markup:
    return Markup("<dt>{} <b class='count'>{}</b></dt><dd>{}</dd>").format(words, count, names)


def _word(words: str) -> Markup:
    return Markup("<span>{}</span>").format(words)


def _pledges(view: View, pledges: list[Pledge]) -> Markup:
    return prose.joined([pledge_link(view, pledge) for pledge in pledges], " · ")


def _years(declarations: tuple[Declaration, ...]) -> str:
    return ", ".join(each.id for each in declarations)
