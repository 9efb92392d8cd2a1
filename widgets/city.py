"""One city or body: the parts of the page City, in the order in which they are read."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from models.records.terms import Ledger
from models.records.texts import Commitment
from models.records.vocabulary import Body
from models.register.answering import answering, bound, own_notes, perhaps, predecessors, successor, withheld_records
from models.register.answering import asked as asks
from models.register.standing import Standing
from widgets.parts import address, citation, marks, note_story, prose
from widgets.parts.table import table
from widgets.parts.view import View

FIRST = "gwangju"


def chosen(view: View) -> Body | None:
    """The body that the address names, the host city if none; an unknown one is said."""
    say = view.say
    bodies = {body.id: body for body in answering(view.register)}
    given = address.value("id")
    if not bodies or (given and given not in bodies and view.register.is_lost("vocabulary", given)):
        # Who is a city stands in the list of bodies; of a body whose entry is withheld nobody can say what binds it.
        prose.title(say("city.withheld_title", id=given) if given else say("city.withheld_all"), say("city.withheld_hint"))
        return None
    options = sorted(bodies, key=lambda id_: (id_ != FIRST, bodies[id_].name[view.lang]))
    picked = address.pick(
        say("city.choose"), "id", options, lambda id_: bodies[id_].name[view.lang], multi=False, default=options[0], width=420
    )[0]
    later = view.whole.body_by_id.get(given or "")
    if later and later.begins and not later.is_known(view.on):
        prose.title(later.name[view.lang], say("city.later", date=say.date(view.on), begins=say.date(later.begins)))
        return None
    if given and given not in bodies:
        prose.title(say("city.unknown", id=given), say("city.unknown_hint"))
        return None
    return bodies[picked]


def opening(view: View, body: Body) -> None:
    """How much is known, each ledger with its own denominator."""
    say, spoken = view.say, asks(view.register, body)
    sentences = [_promises(view, body), _others(view, body)]
    for key, by_name in (("city.named", True), ("city.general", False)):
        counts = _counts(view, [commitment for commitment, each in spoken if each is by_name])
        sentences += [say(key, counts=counts)] if counts else []
    prose.title(body.name[view.lang], " ".join(filter(None, sentences)))
    note = body.note_on(view.on)
    if note:
        prose.note(note[view.lang])
    after = successor(view.register, body)
    before = predecessors(view.register, body)
    if after and after.begins:
        link = prose.anchor(address.href("city", id=after.id), after.name[view.lang], "in")
        prose.show(_with_link(say("city.succeeded", date=say.date(after.begins), name="\0"), link))
    for each in before:
        link = prose.anchor(address.href("city", id=each.id), each.name[view.lang], "in")
        prose.show(_with_link(say("city.succeeds", name="\0"), link))


def _with_link(sentence: str, link: Markup) -> Markup:
    """A sentence with a link where its name stands."""
    head, _, tail = sentence.partition("\0")
    return Markup("<p class='plain'>{}{}{}</p>").format(head, link, tail)


def _promises(view: View, body: Body) -> str:
    """On how many of the promises that bind it there are own records, and whether they bind it at all."""
    say, binding = view.say, bound(view.register, body)
    if not binding:
        return say("city.not_begun", date=say.date(body.begins)) if body.begins else say("city.promises_none")
    withheld = withheld_records(view.register, body, view.on)
    own = own_notes(view.register, body).keys() & {each.commitment.id for each in binding} - {*withheld}
    key = "city.perhaps" if perhaps(binding) else "city.promises"
    told = say.count(key, len(binding), own=len(own), name=body.name[view.lang])
    return f"{told} {say.count('city.withheld', len(withheld))}" if withheld else told


def _others(view: View, body: Body) -> str:
    """Own records on what is no promise, ledger by ledger."""
    register = view.register
    counts = _counts(view, [register.commitment_by_id[id_] for id_ in own_notes(register, body)])
    return view.say("city.others", counts=counts) if counts else ""


def _counts(view: View, commitments: list[Commitment]) -> str:
    """How many of them are asks and how many hopes, never added together; empty where there are none."""
    say, found = view.say, Counter(each.ledger for each in commitments)
    return say.listed([say.count(f"declarations.n_{ledger}", found[ledger]) for ledger in (Ledger.ASKS, Ledger.HOPES) if found[ledger]])


def own_records(view: View, body: Body) -> None:
    """Its notes, commitment by commitment, beside the judgement of the whole."""
    say, register = view.say, view.register
    read, withheld = own_notes(register, body), withheld_records(register, body, view.on)
    found = {id_: read.get(id_, []) for id_ in register.commitment_by_id if id_ in read or id_ in withheld}
    prose.heading(say("city.own"))
    unsure = sum(note.may_judge(body.id) and not note.sure and note.commitment not in withheld for note in register.withheld_notes)
    if unsure:
        prose.note(say.count("city.own_unsure", unsure))
    if not found:
        prose.note(say("city.own_none", date=say.date(view.on)))
        return
    prose.note(say("city.own_lede", date=say.date(view.on)))
    for id_, notes in found.items():
        commitment = register.commitment_by_id[id_]
        stands = Markup("<p class='mention-head'><span>{} {}</span><span>{} {}</span></p>").format(
            say("city.own_status"),
            marks.standing(say, Standing.WITHHELD if id_ in withheld else Standing(notes[-1].status.value)),
            say("city.whole"),
            marks.standing(say, register.standing_of(commitment, view.on)),
        )
        story = note_story.listed(view, list(reversed(notes)), note_story.withheld_on(view, id_, body.id))
        prose.show(
            Markup("<section class='chapter'><h3 class='sub'>{}</h3>{}{}</section>").format(citation.named(view, commitment), stands, story)
        )


def bound_by(view: View, body: Body) -> None:
    """The promises that bind it, and as what; of a body without any the opening says so."""
    say, register = view.say, view.register
    binding = bound(register, body)
    if not binding:
        return
    prose.heading(say("city.bound_perhaps" if perhaps(binding) else "city.bound"))
    prose.note(say("city.bound_lede"))
    rows = [
        (
            citation.named(view, each.commitment),
            say(f"city.as_{each.capacity}"),
            note_story.timing(view, each.commitment, headed=True) or "–",
            marks.standing(say, register.standing_of(each.commitment, view.on)),
        )
        for each in reversed(binding)
    ]
    prose.show(table([say("city.commitment"), say("city.bound_as"), say("city.due"), say("city.standing")], rows))


def asked(view: View, body: Body) -> None:
    """The asks and hopes that speak to it."""
    say, register = view.say, view.register
    prose.heading(say("city.asked"))
    found = sorted(asks(register, body), key=lambda pair: (not pair[1], -int(pair[0].declaration)))
    if not found:
        prose.note(say("city.asked_none"))
        return
    prose.note(say("city.asked_lede"))
    rows = [
        (
            citation.named(view, commitment),
            marks.force(say, commitment.force),
            say("city.asked_named") if by_name else say("city.asked_general"),
            marks.standing(say, register.standing_of(commitment, view.on)),
        )
        for commitment, by_name in found
    ]
    prose.show(table([say("city.commitment"), say("city.force"), say("city.addressed"), say("city.standing")], rows))
