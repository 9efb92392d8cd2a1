"""Unsaved writing on the page: kept after every change, taken up again, and told of where it was changed elsewhere.

What was typed is in the session as well: where it cannot be kept, or another window was quicker, it stays in the form until
its writer decides.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import streamlit as st
from markupsafe import Markup

from models.keeping.drafts import Kept, Overtaken, State, drafts, new_id
from models.keeping.store import Unkept
from models.records.texts import Commitment
from models.writing.drafts import Draft
from models.writing.permission import NotAllowed
from models.writing.saving import NotSaved, Refused, Saved
from widgets.parts import address, prose
from widgets.parts.view import SEOUL, View

TOLD_OF = ("reason_en", "reason_ko", "part_en", "part_ko", "where_en", "where_ko")
"""The fields in which the other version is shown, to choose by."""


@dataclass
class Held:
    """The draft of this session, under its id."""

    id: str
    draft: Draft
    seen: int = 0
    """The revision that this session has seen last; 0 where it was never kept."""
    opened: int = 0
    """The revision with which the form was filled: another one fills it anew."""
    other: Kept | None = None
    """How it is kept where another window was quicker."""
    unkept: str = ""
    """Why it is not being kept."""
    outcome: Saved | NotAllowed | Refused | NotSaved | None = None
    """What came of saving it. Here and not beside it, for a second click may end a run anywhere but between two plain lines."""
    turn: threading.RLock = field(default_factory=threading.RLock, repr=False, compare=False)
    """Held by the run that keeps, looks at or saves the draft. A second click is answered by a run of its own at once, while the run
    of the first goes on until it next speaks to the browser; without turns the second would take the first for another window."""

    @property
    def only_here(self) -> bool:
        """Whether what was typed is nowhere but in this session."""
        return bool(self.other or self.unkept)


def blank(view: View, commitment: Commitment) -> Draft:
    """A draft in which nothing is written yet."""
    today = view.today.isoformat()
    return Draft(commitment.id, {"as_of": today, "searched": today})


def of_session(commitment: str) -> Held | None:
    """The draft of this session on a commitment, if there is one."""
    held = st.session_state.get(f"draft:{commitment}")
    return held if isinstance(held, Held) else None


def held(view: View, commitment: Commitment, owner: str) -> Held:
    """This session's draft; the one that the address names, if it is this writer's; else a new one."""
    here, asked = of_session(commitment.id), address.value("draft")
    if asked and (here is None or (here.id != asked and not here.only_here)):
        here = _named_by_address(view, commitment, owner, asked, here)
    if here is None:
        here = Held(new_id(), blank(view, commitment))
    st.session_state[f"draft:{commitment.id}"] = here
    _look(here, owner)
    return here


def _named_by_address(view: View, commitment: Commitment, owner: str, asked: str, here: Held | None) -> Held | None:
    say = view.say
    try:
        kept = drafts().find(asked, owner)
    except Unkept as failure:
        prose.note(say("follow_through.unkept_list", why=say(f"follow_through.unkept_{failure.why}")))
        return here
    if kept and kept.commitment == commitment.id and kept.is_open:
        return _opened(kept)
    if here is None:
        prose.note(_when(view, f"follow_through.elsewhere_{kept.state}", kept) if kept else say("follow_through.draft_gone"))
    return here


def _opened(kept: Kept) -> Held:
    return Held(kept.id, kept.draft, kept.revision, kept.revision)


def changed(held: Held, owner: str) -> None:
    """Keep what was typed, unless another window was quicker; the address names what is kept."""
    with held.turn:
        try:
            held.seen = drafts().keep(held.id, owner, held.draft, held.seen)
        except Unkept as failure:
            held.unkept = failure.why
            return
        except Overtaken as told:
            if told.now is None:  # the id is somebody else's
                held.id, held.seen = new_id(), 0
                changed(held, owner)
            else:
                held.other = told.now
            return
        held.unkept, held.other = "", None
    if address.value("draft") != held.id:
        st.query_params["draft"] = held.id


def _look(held: Held, owner: str) -> None:
    """See what has become of the draft elsewhere, and keep it again where it could not be kept or is kept no more."""
    with held.turn:
        if held.unkept and not held.other:
            changed(held, owner)
        elif held.seen:
            try:
                now = drafts().find(held.id, owner)
            except Unkept as failure:
                held.unkept = failure.why
                return
            if now is None:
                changed(held, owner)
            elif now.revision != held.seen and now.is_open and now.text == held.draft.as_text():
                held.seen, held.other = now.revision, None
            elif now.revision != held.seen:
                held.other = now


# saving ----------------------------------------------------------------------------------------------------------------


def begin_saving(held: Held, owner: str) -> bool:
    """Whether this window may save the draft: no other one has changed it, is saving it or has done so."""
    try:
        held.seen = drafts().begin_saving(held.id, owner, held.seen)
    except Unkept as failure:
        held.unkept = failure.why  # a note that can be saved is not held up by a draft that cannot be kept
    except Overtaken as told:
        held.other = told.now
        return told.now is None
    return True


def end_saving(held: Held, owner: str) -> None:
    """The draft is a note now, or it is open again; its outcome says which."""
    try:
        if isinstance(held.outcome, Saved):
            drafts().saved(held.id, owner, held.seen)
        else:
            held.seen = drafts().not_saved(held.id, owner, held.seen)
    except Unkept as failure:
        held.unkept = failure.why
    except Overtaken as told:
        held.other = told.now


# on the page -----------------------------------------------------------------------------------------------------------


def list_kept(view: View, owner: str, commitment: str = "", but: Held | None = None) -> None:
    """Drafts that are not open here, of one commitment or of all: go on with them or throw them away."""
    say = view.say
    if but and but.only_here:
        return  # going on with another one would let go of what is nowhere else
    try:
        kept_now = drafts().of(owner)
    except Unkept as failure:
        prose.note(say("follow_through.unkept_list", why=say(f"follow_through.unkept_{failure.why}")))
        return
    if st.session_state.pop("undiscarded", False):
        prose.note(say("follow_through.elsewhere_undiscarded"))
    for kept in kept_now:
        if (commitment and kept.commitment != commitment) or (but and kept.id == but.id):
            continue
        with st.container(key=f"kept-{kept.id}", horizontal=True, vertical_alignment="center", gap="small"):
            words = _when(view, "follow_through.draft_kept", kept, place=say.place(kept.commitment))
            prose.show(Markup("<p class='as-of'>{}</p>").format(words))
            st.button(say("follow_through.draft_go_on"), key=f"go-on-{kept.id}", on_click=_take_up, args=(kept,))
            st.button(say("follow_through.draft_discard"), key=f"drop-{kept.id}", on_click=_drop, args=(kept,), type="tertiary")


def show_state(view: View, held: Held, owner: str) -> None:
    """Whether the writing in the form is kept; where another window was quicker, both ways out."""
    say = view.say
    if held.other:
        _ways_out(view, held, held.other, owner)
        return
    if held.unkept:
        words = say("follow_through.unkept", why=say(f"follow_through.unkept_{held.unkept}"))
        prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(words))
    with st.container(key="draft-here", horizontal=True, vertical_alignment="center", gap="small"):
        if not held.unkept:
            prose.show(Markup("<p class='as-of' role='status'>{}</p>").format(say("follow_through.draft_here")))
        st.button(say("follow_through.draft_discard"), key="discard", on_click=_discard, args=(held, owner), type="tertiary")


def _ways_out(view: View, held: Held, other: Kept, owner: str) -> None:
    say = view.say
    told = _when(view, f"follow_through.elsewhere_{State.OPEN if other.is_open else other.state}", other)
    prose.show(Markup("<p class='banner' role='alert'>{} {}</p>").format(told, say("follow_through.elsewhere_mine")))
    if other.is_open:
        theirs = [(name, other.draft.typed(name)) for name in TOLD_OF if other.draft.typed(name) != held.draft.typed(name)]
        rows = [Markup("<dt>{}</dt><dd>{}</dd>").format(say(f"follow_through.field_{name}"), words) for name, words in theirs if words]
        if rows:
            prose.show(
                Markup("<details class='elsewhere'><summary>{}</summary><dl>{}</dl></details>").format(
                    say("follow_through.elsewhere_other"), prose.joined(rows)
                )
            )
    with st.container(key="ways-out", horizontal=True, gap="small"):
        st.button(say("follow_through.elsewhere_keep"), key="keep-mine", on_click=_keep_mine, args=(held, owner))
        if other.is_open:
            st.button(say("follow_through.elsewhere_take_up"), key="take-up-other", on_click=_take_up, args=(other,))
        else:
            st.button(say("follow_through.elsewhere_drop"), key="discard", on_click=let_go, args=(held,))


def _when(view: View, label: str, kept: Kept, **named: str) -> str:
    when = kept.day.astimezone(SEOUL)
    return view.say(label, date=view.say.date(when.date()), time=f"{when:%H:%M}", **named)


# what its buttons do ---------------------------------------------------------------------------------------------------


def _take_up(kept: Kept) -> None:
    st.session_state[f"draft:{kept.commitment}"] = _opened(kept)
    st.query_params["note"], st.query_params["draft"] = kept.commitment, kept.id


def _keep_mine(held: Held, owner: str) -> None:
    """Both survive: the other one under the id that it has, this one under a new one."""
    mine = Held(new_id(), held.draft)
    st.session_state[f"draft:{held.draft.commitment}"] = mine
    changed(mine, owner)


def _discard(held: Held, owner: str) -> None:
    with held.turn:
        try:
            drafts().discard(held.id, owner, held.seen)
        except Overtaken as told:
            if told.now:
                held.other = told.now
                return
        except Unkept as failure:
            held.unkept = failure.why  # it goes from here; what was kept of it before is offered again
    let_go(held)


def _drop(kept: Kept) -> None:
    """Throw away a draft from the list, if it still is what the list said."""
    try:
        drafts().discard(kept.id, kept.owner, kept.revision)
    except (Overtaken, Unkept):
        st.session_state["undiscarded"] = True
        return
    here = of_session(kept.commitment)
    if here and here.id == kept.id:
        let_go(here)


def let_go(held: Held) -> None:
    """Take the draft out of this session and out of the address; what is kept of it stays."""
    st.session_state.pop(f"draft:{held.draft.commitment}", None)
    if address.value("draft") == held.id:
        del st.query_params["draft"]
