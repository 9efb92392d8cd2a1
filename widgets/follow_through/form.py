"""Adding a note: the words and their test, the fields, what is still wrong, a preview, and the save.

Whoever may not write finds the words, the test and the notes so far, and no word of adding.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st
from markupsafe import Markup

from models.records.texts import Commitment
from models.register.queues import assessable
from models.writing.drafts import Checked, Draft, check, with_draft
from models.writing.permission import Access, NotAllowed, Permission, named
from models.writing.saving import NotSaved, Refused, Saved, save
from widgets.follow_through import access as asking
from widgets.follow_through import troubles as note_troubles
from widgets.follow_through.draft_store import Kept, new_id, store
from widgets.follow_through.fields import Fields
from widgets.parts import address, marks, note_story, prose
from widgets.parts import view as views
from widgets.parts.view import SEOUL, View


@dataclass(frozen=True)
class Held:
    """The draft of this session, under its id."""

    id: str
    draft: Draft


def chosen(view: View) -> Commitment | None:
    """The commitment that the address names for a note."""
    asked = address.value("note")
    found = view.whole.commitment_by_id.get(asked or "")
    if asked and found is None:
        prose.show(Markup("<p class='banner' role='status'>{}</p>").format(view.say("follow_through.unknown", id=asked)))
    return found


def choose(view: View, access: Access) -> None:
    """Below the queues: the commitment to write or read about, and what is still unsaved."""
    say = view.say
    prose.heading(say("follow_through.add" if access.permission else "follow_through.history"), "add")
    _unsaved(view, store().of(access.owner) if access.permission else [])
    found = {commitment.id: commitment for commitment in assessable(view.whole)}

    def words(id_: str) -> str:
        return f"{say.place(id_)}: {found[id_].summary[view.lang]}" if id_ else say("follow_through.choose")

    label = say("follow_through.choose_commitment" if access.permission else "follow_through.choose_to_read")
    address.pick(label, "note", ["", *found], words, multi=False, default="")


def show(view: View, commitment: Commitment, access: Access) -> None:
    """The page for one commitment: what it says on one side, the note on the other; the first alone where none is written."""
    view = replace(view, register=view.whole, on=view.today)  # a note is written today, whatever day is looked at
    say = view.say
    prose.style("follow_through")
    writes = access.permission is not None and commitment.assessable
    heading = "follow_through.add_to" if writes else "follow_through.history_of"
    prose.title(say(heading, place=say.place(commitment.id)), commitment.summary[view.lang])
    address.link("follow_through", say("follow_through.back"), queue=address.value("queue"))
    asking.show(view, access)
    _said(view, commitment)
    if not writes or _just_saved(view, commitment):
        _words(view, commitment)
        return
    left, right = st.columns([5, 7], gap="large")
    with left, st.container(key="words-of"):
        _words(view, commitment)
    with right:
        _form(view, commitment, access)


def _words(view: View, commitment: Commitment) -> None:
    """The words in their paragraph, the test, and the notes so far."""
    say, provision = view.say, view.register.provision_by_id[commitment.provision]
    before, quote, after = provision.text.partition(commitment.quote)
    place = prose.anchor(address.href("declarations", id=commitment.declaration, at=commitment.id), say.place(commitment.id), "in")
    words = Markup("<blockquote lang='{}'><span class='rest'>{}</span><b>{}</b><span class='rest'>{}</span></blockquote>").format(
        view.register.declaration_by_id[commitment.declaration].language, before, quote, after
    )
    due = note_story.timing(view, commitment)
    head = prose.joined([marks.force(say, commitment.force), place, *([due] if due else [])], " ")
    test = (
        Markup("<h3 class='sub'>{}</h3>{}").format(say("follow_through.test"), note_story.test(view, commitment, headed=True))
        if commitment.test
        else ""
    )
    prose.show(Markup("<div class='words-of'><p class='mention-head'>{}</p>{}{}</div>").format(head, words, test))
    history, aside = note_story.history(view, commitment), list(reversed(view.register.set_aside(commitment.id)))
    prose.show(Markup("<h3 class='sub'>{}</h3>{}{}").format(say("follow_through.history"), history, note_story.set_aside(view, aside)))


# drafts ----------------------------------------------------------------------------------------------------------------


def _held(view: View, commitment: Commitment, access: Access) -> Held:
    """This session's draft; the one that the address names, if it is this writer's; else a new one."""
    key, asked = f"draft:{commitment.id}", address.value("draft")
    held = st.session_state.get(key)
    if asked and (held is None or held.id != asked):
        kept = store().find(asked, access.owner)
        if kept and kept.commitment == commitment.id:
            held = Held(kept.id, kept.draft)
        elif held is None:
            prose.note(view.say("follow_through.draft_gone"))
    if held is None:
        held = Held(new_id(), _blank(view, commitment))
    st.session_state[key] = held
    return held


def _blank(view: View, commitment: Commitment) -> Draft:
    today = view.today.isoformat()
    return Draft(commitment.id, {"as_of": today, "searched": today})


def _changed(view: View, held: Held, access: Access) -> None:
    store().keep(held.id, access.owner, held.draft)
    if address.value("draft") != held.id:
        st.query_params["draft"] = held.id


def _forget(commitment: str, id_: str, owner: str) -> None:
    store().drop(id_, owner)
    held = st.session_state.get(f"draft:{commitment}")
    if held and held.id == id_:
        del st.session_state[f"draft:{commitment}"]
    if address.value("draft") == id_:
        del st.query_params["draft"]


def _take_up(kept: Kept) -> None:
    st.session_state[f"draft:{kept.commitment}"] = Held(kept.id, kept.draft)
    st.query_params["note"], st.query_params["draft"] = kept.commitment, kept.id


def _unsaved(view: View, drafts: list[Kept]) -> None:
    """Drafts that are not open here: go on with them or throw them away."""
    say = view.say
    for kept in drafts:
        when = kept.day.astimezone(SEOUL)
        words = say("follow_through.draft_kept", place=say.place(kept.commitment), date=say.date(when.date()), time=f"{when:%H:%M}")
        with st.container(key=f"kept-{kept.id}", horizontal=True, vertical_alignment="center", gap="small"):
            prose.show(Markup("<p class='as-of'>{}</p>").format(words))
            st.button(say("follow_through.draft_go_on"), key=f"go-on-{kept.id}", on_click=_take_up, args=(kept,))
            st.button(
                say("follow_through.draft_discard"),
                key=f"drop-{kept.id}",
                on_click=_forget,
                args=(kept.commitment, kept.id, kept.owner),
                type="tertiary",
            )


# the form --------------------------------------------------------------------------------------------------------------


def _form(view: View, commitment: Commitment, access: Access) -> None:
    say, held = view.say, _held(view, commitment, access)
    draft = held.draft
    others = [kept for kept in store().of(access.owner) if kept.commitment == commitment.id and kept.id != held.id]
    _unsaved(view, others)
    if draft != _blank(view, commitment):
        with st.container(key="draft-here", horizontal=True, vertical_alignment="center", gap="small"):
            prose.show(Markup("<p class='as-of' role='status'>{}</p>").format(say("follow_through.draft_here")))
            st.button(
                say("follow_through.draft_discard"),
                key="discard",
                on_click=_forget,
                args=(commitment.id, held.id, access.owner),
                type="tertiary",
            )
    asks_name = bool(access.permission and not access.permission.name)
    Fields(view, commitment, draft, f"note:{held.id}", lambda: _changed(view, held, access), asks_name).show()
    allowed = named(access, draft.typed("by"))
    checked = check(view.register, draft, view.today, allowed.name if allowed else "")
    _preview(view, checked)
    troubles = note_troubles.sentences(view, draft, checked)
    if troubles:
        items = prose.joined([Markup("<li>{}</li>").format(words) for words in troubles])
        prose.show(
            Markup("<div class='troubles' role='status'><p>{}</p><ul>{}</ul></div>").format(
                say.count("follow_through.troubles", len(troubles)), items
            )
        )
    else:
        prose.show(
            Markup("<p class='ready' role='status'>{}</p>").format(say("follow_through.ready", name=allowed.name if allowed else ""))
        )
    st.button(say("follow_through.save"), key="save", type="primary", disabled=bool(troubles), on_click=_save, args=(commitment.id,))


def _preview(view: View, checked: Checked) -> None:
    """The note as the other pages will draw it, and the one that it corrects."""
    say = view.say
    prose.show(Markup("<h3 class='sub'>{}</h3>").format(say("follow_through.preview")))
    if checked.note is None:
        prose.note(say("follow_through.preview_not_yet"))
        return
    seen = replace(view, register=with_draft(view.register, checked))
    corrected = [note for note in seen.register.set_aside(checked.note.commitment) if seen.register.correction_of(note) is checked.note]
    drawn = note_story.note(seen, checked.note)
    prose.show(Markup("<ol class='notes preview'><li>{}</li></ol>{}").format(drawn, note_story.set_aside(seen, corrected)))


# saving ----------------------------------------------------------------------------------------------------------------


def _save(commitment: str) -> None:
    """Save the draft of this session; the right to write is established anew, and the records are read anew."""
    access, held = asking.current(), st.session_state.get(f"draft:{commitment}")
    if held is None:
        return
    given: Permission | None = named(access, held.draft.typed("by"))
    outcome: Saved | NotAllowed | Refused | NotSaved
    try:
        outcome = save(views.records_folder(), views.today(), given, held.draft)
    except (NotAllowed, Refused, NotSaved) as failure:
        outcome = failure
    else:
        _forget(commitment, held.id, access.owner)
        views.look_again()
    st.session_state[f"outcome:{commitment}"] = outcome


def _just_saved(view: View, commitment: Commitment) -> bool:
    return isinstance(st.session_state.get(f"outcome:{commitment.id}"), Saved)


def _another(commitment: str) -> None:
    st.session_state.pop(f"outcome:{commitment}", None)


def _said(view: View, commitment: Commitment) -> None:
    """What came of the last attempt to save: where the file went and how to publish it, or why it was not saved."""
    say, outcome = view.say, st.session_state.get(f"outcome:{commitment.id}")
    if isinstance(outcome, Saved):
        _where_it_went(view, commitment, outcome)
        return
    st.session_state.pop(f"outcome:{commitment.id}", None)
    if isinstance(outcome, NotAllowed):
        words = say("follow_through.not_allowed")
    elif isinstance(outcome, NotSaved):
        words = say(f"follow_through.disk_{outcome.why}")
    elif isinstance(outcome, Refused):
        words = say("follow_through.refused")
    else:
        return
    prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(words))


def _where_it_went(view: View, commitment: Commitment, saved: Saved) -> None:
    say = view.say
    files = prose.joined([Markup("<li><code>{}</code></li>").format(path) for path in saved.paths])
    shown_at = [pledge for pledge, mention in view.register.pledges_at(commitment.id) if not mention.background]
    links = [prose.anchor(address.href("pledge", id=pledge.id), pledge.title[view.lang], "in") for pledge in shown_at]
    links.append(prose.anchor(address.href("declarations", id=commitment.declaration, at=commitment.id), say.place(commitment.id), "in"))
    prose.show(
        Markup("<div class='saved' role='status'><p><b>{}</b></p><ul>{}</ul><p>{}</p><pre>{}</pre><p>{} {}</p></div>").format(
            say.count("follow_through.saved", len(saved.paths)),
            files,
            say("follow_through.publish"),
            "\n".join(saved.commands),
            say("follow_through.shown_at"),
            prose.joined(links, " · "),
        )
    )
    st.button(say("follow_through.another"), key="another", on_click=_another, args=(commitment.id,))
