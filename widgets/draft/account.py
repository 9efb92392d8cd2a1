"""What a draft does as a whole: how much it promises, asks and hopes, what it carries on, what is new, and what is not in it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from models.records.terms import Ledger
from models.register.forum_texts import TextState, text_state
from models.register.lineage import Change
from models.register.standing import Standing
from models.texts.drafting import telling
from models.texts.drafting.draft import Carried, NotInDraft
from widgets.draft.held import Looked
from widgets.parts import address, citation, marks, prose

GROUPS = (Change.WEAKENED, Change.MIXED, Change.STRENGTHENED, Change.REAFFIRMED)
"""What a drafter has to look at stands first."""


def show(looked: Looked) -> None:
    """The whole account."""
    say, draft = looked.view.say, looked.draft
    prose.heading(say("draft.account"), "account")
    if draft.carried:
        found = [each.change for each in draft.carried]
        weaker, shifted, firmer, same = (found.count(change) for change in GROUPS)
        prose.show(Markup("<p class='verdict'>{}</p>").format(say("draft.found", weaker=weaker, firmer=firmer, shifted=shifted, same=same)))
    prose.show(_ledgers(looked))
    _not_in_draft(looked)
    if draft.carried or draft.new:
        prose.heading(say("draft.carried"), "carried")
        prose.note(say("draft.carried_hint"))
        prose.show(prose.joined([_group(looked, change) for change in GROUPS] + [_new(looked)]))


def _ledgers(looked: Looked) -> Markup:
    """A line for each ledger, for they are never added together."""
    say, draft = looked.view.say, looked.draft
    rows = []
    for ledger in Ledger:
        units = draft.of(ledger)
        rows.append(
            Markup("<dt>{}</dt><dd><b>{}</b> <span class='small'>{}</span></dd>").format(
                say(f"terms.ledger_{ledger}"), len(units), say(f"terms.ledger_meaning_{ledger}")
            )
        )
    return Markup("<dl class='account draft-ledgers'>{}</dl>").format(prose.joined(rows))


def _not_in_draft(looked: Looked) -> None:
    """What of the last declaration on record is not in the draft, ledger by ledger, and what nobody knows of the forums between."""
    say, draft, register = looked.view.say, looked.draft, looked.view.register
    if draft.last is None:
        return
    last = register.declaration_by_id[draft.last]
    prose.heading(say("draft.missing", forum=say.ordinal(last.forum), year=last.id), "missing")
    withheld = [number for number in draft.between if _is_withheld(looked, number)]
    missing = [number for number in draft.between if number not in withheld]
    if missing:
        prose.note(say.count("draft.between", len(missing), forums=say.listed([say.ordinal(number) for number in missing])))
    if withheld:
        prose.note(say("draft.between_withheld", forums=say.listed([say.ordinal(number) for number in withheld])))
    parts = []
    for ledger in Ledger:
        found = [each for each in draft.not_in_draft if each.ledger is ledger]
        if found:
            items = prose.joined([_missing(looked, each) for each in found])
            parts.append(Markup("<h3 class='sub'>{}</h3><ul class='missing'>{}</ul>").format(say(f"terms.ledger_{ledger}"), items))
    prose.show(prose.joined(parts) if parts else Markup("<p>{}</p>").format(say("draft.missing_none")))


def _is_withheld(looked: Looked, number: int) -> bool:
    """Whether a forum's text is held and not shown for a mistake in its record, which is not the same as not being on record."""
    forum = looked.view.register.forum_by_number.get(number)
    return forum is not None and text_state(looked.view.whole, forum, looked.view.on) is TextState.WITHHELD


def _missing(looked: Looked, each: NotInDraft) -> Markup:
    view, say = looked.view, looked.view.say
    commitment = view.register.commitment_by_id[each.place]
    signs = [marks.standing(say, Standing(each.standing))]
    if each.overdue and commitment.due_by:
        signs.append(Markup("<b class='overdue'>{}</b>").format(say("timeline.timing_overdue")))
    told = [
        prose.filled(say(key, pledges=prose.SLOT), prose.joined([_pledge(looked, pledge) for pledge in pledges], ", "))
        for key, pledges in (("draft.missing_of_it", each.pledges), ("draft.missing_rest", each.elsewhere))
        if pledges
    ]
    return Markup("<li>{} {}<p class='small'>{}</p></li>").format(
        citation.named(view, commitment), prose.joined(signs, " "), prose.joined(told, " ")
    )


def _pledge(looked: Looked, id_: str) -> Markup:
    pledge = looked.view.register.pledge_by_id[id_]
    return prose.anchor(address.href("pledge", id=id_), pledge.title[looked.view.lang], "in")


def _group(looked: Looked, change: Change) -> Markup:
    found = [each for each in looked.draft.carried if each.change is change]
    if not found:
        return Markup("")
    items = prose.joined([_carried(looked, each) for each in found])
    return Markup("<h3 class='sub'>{} <span class='small'>{}</span></h3><ul class='carried'>{}</ul>").format(
        marks.change(looked.view.say, change), len(found), items
    )


def _carried(looked: Looked, each: Carried) -> Markup:
    view = looked.view
    return Markup("<li>{}: {} – {}</li>").format(
        _pledge(looked, each.pledge), citation.place(view, each.before), here(looked, [each.place])
    )


def here(looked: Looked, places: Sequence[str]) -> Markup:
    """Places of the draft as links down to them."""
    say, found = looked.view.say, []
    for passage in looked.draft.passages:
        for unit in passage.units:
            if unit.place in places:
                letter = unit.place.removeprefix(passage.part.place or "") if len(passage.units) > 1 else ""
                words = telling.place(passage.part, letter, say)
                found.append(Markup("<a class='in' href='#draft-{}'>{}</a>").format(passage.part.place, say("draft.here", place=words)))
    return prose.joined(found, ", ")


def _new(looked: Looked) -> Markup:
    say, draft = looked.view.say, looked.draft
    rows = []
    for ledger in Ledger:
        places = [unit.place for unit in draft.of(ledger) if unit.place in draft.new]
        if places:
            rows.append(Markup("<li>{}: {}</li>").format(say(f"terms.ledger_{ledger}"), here(looked, places)))
    if not rows:
        return Markup("")
    return Markup("<h3 class='sub'>{}</h3><ul class='carried'>{}</ul>").format(say("draft.new"), prose.joined(rows))
