"""One city or body: the parts of the page City, in the order in which they are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from functools import partial

from markupsafe import Markup

from models.records.notes import Note
from models.records.places import time_of
from models.records.terms import Ledger
from models.records.texts import Commitment
from models.records.vocabulary import Body
from models.register.answering import Bound, answering, bound, own_notes, perhaps, predecessors, successor, withheld_records
from models.register.answering import asked as asks
from models.register.standing import Standing
from widgets.frame import banner
from widgets.parts import address, citation, folds, marks, note_story, prose
from widgets.parts.folds import Fold
from widgets.parts.table import table
from widgets.parts.view import View
from widgets.pictures import progress

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
        _plain(say("city.succeeded", date=say.date(after.begins), name=prose.SLOT), link)
    for each in before:
        link = prose.anchor(address.href("city", id=each.id), each.name[view.lang], "in")
        _plain(say("city.succeeds", name=prose.SLOT), link)


def _plain(sentence: str, link: Markup) -> None:
    prose.show(Markup("<p class='plain'>{}</p>").format(prose.filled(sentence, link)))


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


# what it is bound by ------------------------------------------------------------------------------------------------

UNTOUCHED = (Standing.CONTRARY, Standing.WITHHELD, Standing.NOT_ASSESSED, Standing.NO_EVIDENCE)
"""The standings in which nothing is known to have been done towards the words."""
BEGUN = (Standing.STARTED, Standing.PARTLY_DONE)


def _is_due(view: View, promise: Bound) -> bool:
    """It names a date and is not known to be done, whether the date is past or to come."""
    standing = view.register.standing_of(promise.commitment, view.on)
    return promise.commitment.due_by is not None and standing not in (Standing.DONE, Standing.NOT_ASSESSABLE)


def _without_date(view: View, body: Body, standings: Container[Standing]) -> list[Bound]:
    """The promises that are not due, newest text first."""
    binding = reversed(bound(view.register, body))
    return [each for each in binding if not _is_due(view, each) and view.register.standing_of(each.commitment, view.on) in standings]


def bound_by(view: View, body: Body) -> None:
    """What is due, then what is open and not begun; of a body without any promise the opening says so."""
    say, binding = view.say, bound(view.register, body)
    if not binding:
        return
    prose.heading(say("city.bound_perhaps" if perhaps(binding) else "city.bound"))
    prose.note(say("city.bound_lede"))
    due = sorted((each for each in binding if _is_due(view, each)), key=lambda each: str(each.commitment.due_by))
    untouched = _without_date(view, body, UNTOUCHED)
    for key, found in (("due_now", due), ("open", untouched)):
        if found:
            prose.show(Markup("<h3 class='sub'>{}</h3>").format(say.count(f"city.{key}", len(found), date=say.date(view.on))))
            prose.show(_promises_table(view, body, found))
        else:
            prose.show(Markup("<p class='plain'>{}</p>").format(say(f"city.{key}_none", date=say.date(view.on))))


def _promises_table(view: View, body: Body, promises: Sequence[Bound]) -> Markup:
    """As what it is bound, when, and where its own record and the whole stand; a column of dates only where one has a date."""
    say, register = view.say, view.register
    dated = any(each.commitment.due_by for each in promises)
    own, withheld = own_notes(register, body), withheld_records(register, body, view.on)
    rows = []
    for each in promises:
        id_ = each.commitment.id
        alone = marks.standing(say, _own_standing(own, withheld, id_)) if id_ in own or id_ in withheld else say("city.own_missing")
        when = [note_story.timing(view, each.commitment, headed=True) or "–"] if dated else []
        whole = marks.standing(say, register.standing_of(each.commitment, view.on))
        rows.append((citation.named(view, each.commitment), say(f"city.as_{each.capacity}"), *when, alone, whole))
    columns = [
        say("city.commitment"),
        say("city.bound_as"),
        *([say("city.due")] if dated else []),
        say("city.own_status"),
        say("city.whole"),
    ]
    return table(columns, rows)


def _own_standing(own: Mapping[str, Sequence[Note]], withheld: Container[str], commitment: str) -> Standing:
    return Standing.WITHHELD if commitment in withheld else Standing(own[commitment][-1].status.value)


# the rest, in parts that open ---------------------------------------------------------------------------------------


def parts(view: View, body: Body) -> list[Fold]:
    """Everything else that is known of the body; a part that would be empty is left out."""
    say, register = view.say, view.register
    found: list[Fold] = []
    for name, standings in (("begun", BEGUN), ("closed", (Standing.DONE, Standing.NOT_ASSESSABLE))):
        if promises := _without_date(view, body, standings):
            title = say.count(f"city.{name}", len(promises))
            found.append(Fold(name, title, lambda promises=promises: prose.show(_promises_table(view, body, promises))))  # type: ignore[misc]
    found.append(Fold("own", _titled(view, "city.own", _own(view, body)), lambda: own_records(view, body)))
    found.append(Fold("asked", _titled(view, "city.asked", [each for each, _ in asks(register, body)]), lambda: asked(view, body)))
    for name, measures in (("city", progress.CITY), ("forum", progress.FORUM)):
        if body.id in measures:
            own = body.id if name == "city" else ""  # what is counted of the forum is not its host's
            found.append(Fold(name, say(f"progress.{name}"), partial(progress.all_measures, view, measures[body.id], own)))
    return found


def _titled(view: View, key: str, commitments: Sequence[Commitment]) -> str:
    """What a part is called, with how many it has of each ledger."""
    counted = Counter(each.ledger for each in commitments)
    counts = [view.say.count(f"declarations.n_{ledger}", counted[ledger]) for ledger in Ledger if counted[ledger]]
    return view.say("city.part", part=view.say(key), counts=", ".join(counts)) if counts else view.say(key)


def came_for(view: View, parts: Sequence[Fold]) -> None:
    """The part that the address names, open and before everything else."""
    here = folds.asked(parts)
    folds.show(view, "city", [here] if here else [])
    named = address.value("part")
    if named and not here:
        banner.say_unknown(view, [f"part={named}"])


def rest(view: View, parts: Sequence[Fold]) -> None:
    """The other parts, closed."""
    folds.show(view, "city", [fold for fold in parts if fold != folds.asked(parts)])


def _own(view: View, body: Body) -> list[Commitment]:
    """The commitments on which the body has an own record, one that is withheld included, in the order of the texts."""
    read, withheld = own_notes(view.register, body), withheld_records(view.register, body, view.on)
    return [commitment for id_, commitment in view.register.commitment_by_id.items() if id_ in read or id_ in withheld]


def own_records(view: View, body: Body) -> None:
    """Its notes, commitment by commitment, beside the judgement of the whole."""
    say, register = view.say, view.register
    read, withheld, found = own_notes(register, body), withheld_records(register, body, view.on), _own(view, body)
    unsure = sum(note.may_judge(body.id) and not note.sure and note.commitment not in withheld for note in register.withheld_notes)
    if unsure:
        prose.note(say.count("city.own_unsure", unsure))
    if not found:
        prose.note(say("city.own_none", date=say.date(view.on)))
        return
    prose.note(say("city.own_lede", date=say.date(view.on)))
    chapters = []
    for commitment in found:
        stands = Markup("<span class='mention-head'><span>{} {}</span><span>{} {}</span></span>").format(
            say("city.own_status"),
            marks.standing(say, _own_standing(read, withheld, commitment.id)),
            say("city.whole"),
            marks.standing(say, register.standing_of(commitment, view.on)),
        )
        story = note_story.listed(view, list(reversed(read.get(commitment.id, []))), note_story.withheld_on(view, commitment.id, body.id))
        chapters.append(
            Markup("<details class='chapter'><summary>{}{}</summary><p class='small'>{}</p>{}</details>").format(
                commitment.summary[view.lang], stands, citation.place(view, commitment.id), story
            )
        )
    prose.show(prose.joined(chapters))


def asked(view: View, body: Body) -> None:
    """The asks and hopes that speak to it."""
    say, register = view.say, view.register
    found = sorted(asks(register, body), key=lambda pair: (not pair[1], -time_of(pair[0].declaration)))
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
