"""Adding a note: the words and their test, the fields, what is still wrong, a preview, and the save.

Whoever may not write finds the words, the test and the notes so far, and no word of adding.
"""

from __future__ import annotations

import logging
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from models.records.texts import Commitment
from models.register.queues import assessable
from models.writing.drafts import Checked, check, with_draft
from models.writing.permission import Access, NotAllowed, named
from models.writing.saving import NotSaved, Refused, Saved, save
from widgets.follow_through import access as asking
from widgets.follow_through import troubles as note_troubles
from widgets.follow_through import unsaved
from widgets.follow_through.fields import Fields
from widgets.parts import address, citation, marks, note_story, prose
from widgets.parts import view as views
from widgets.parts.view import View

LOG = logging.getLogger("register")


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
    if access.permission:
        unsaved.list_kept(view, access.owner)
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
    if not writes or _just_saved(commitment):
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
    place = citation.place(view, commitment.id)
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


# the form --------------------------------------------------------------------------------------------------------------


def _form(view: View, commitment: Commitment, access: Access) -> None:
    say, owner, held = view.say, access.owner, unsaved.held(view, commitment, access.owner)
    draft = held.draft
    unsaved.list_kept(view, owner, commitment.id, held)
    if draft != unsaved.blank(view, commitment) or held.other:
        unsaved.show_state(view, held, owner)
    asks_name = bool(access.permission and not access.permission.name)
    Fields(view, commitment, draft, f"note:{held.id}:{held.opened}", lambda: unsaved.changed(held, owner), asks_name).show()
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
    elif held.other:
        prose.show(Markup("<p class='mode' role='status'>{}</p>").format(say("follow_through.elsewhere_choose")))
    else:
        prose.show(
            Markup("<p class='ready' role='status'>{}</p>").format(say("follow_through.ready", name=allowed.name if allowed else ""))
        )
    cannot = bool(troubles or held.other)
    st.button(say("follow_through.save"), key="save", type="primary", disabled=cannot, on_click=_save, args=(commitment.id,))


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
    """Save the draft of this session, once; the right to write is established anew, and the records are read anew."""
    access, held = asking.current(), unsaved.of_session(commitment)
    if held is None:
        return
    with held.turn:
        if held.other or isinstance(held.outcome, Saved):
            return
        given = named(access, held.draft.typed("by"))
        if given and not unsaved.begin_saving(held, access.owner):
            return
        try:
            held.outcome = save(views.records_folder(), views.today(), given, held.draft)
        except (NotAllowed, Refused, NotSaved) as failure:
            held.outcome = failure
            LOG.warning(
                "A note was not saved",
                extra={"commitment": commitment, "why": failure.why if isinstance(failure, NotSaved) else type(failure).__name__},
            )
        if given:
            unsaved.end_saving(held, access.owner)
        if isinstance(held.outcome, Saved):
            LOG.info("A note was saved", extra={"commitment": commitment, "files": len(held.outcome.paths)})
            views.look_again()
    if isinstance(held.outcome, Saved):
        address.write("draft", [])


def _just_saved(commitment: Commitment) -> bool:
    held = unsaved.of_session(commitment.id)
    return held is not None and isinstance(held.outcome, Saved)


def _another(commitment: str) -> None:
    held = unsaved.of_session(commitment)
    if held:
        unsaved.let_go(held)


def _said(view: View, commitment: Commitment) -> None:
    """What came of the last attempt to save: where the file went and how to publish it, or why it was not saved."""
    say, held = view.say, unsaved.of_session(commitment.id)
    outcome = held.outcome if held else None
    if held is None or outcome is None:
        return
    if isinstance(outcome, Saved):
        _where_it_went(view, commitment, outcome)
        return
    held.outcome = None
    if isinstance(outcome, NotAllowed):
        words = say("follow_through.not_allowed")
    elif isinstance(outcome, NotSaved):
        words = say(f"follow_through.disk_{outcome.why}")
    else:
        words = say("follow_through.refused")
    prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(words))


def _where_it_went(view: View, commitment: Commitment, saved: Saved) -> None:
    say = view.say
    files = prose.joined([Markup("<li><code>{}</code></li>").format(path) for path in saved.paths])
    shown_at = [pledge for pledge, mention in view.register.pledges_at(commitment.id) if not mention.background]
    links = [prose.anchor(address.href("pledge", id=pledge.id), pledge.title[view.lang], "in") for pledge in shown_at]
    links.append(citation.place(view, commitment.id))
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
