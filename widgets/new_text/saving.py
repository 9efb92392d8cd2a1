"""What is missing, with a link to where it belongs; and saving the text as files of the record, once nothing is."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from models.keeping.codings import codings
from models.keeping.new_texts import Coder, NotNow, Overtaken
from models.keeping.store import Unkept
from models.keeping.works import works
from models.writing.permission import Access, NotAllowed
from models.writing.saving import NotSaved
from models.writing.works import recorded
from models.writing.works.coding import ChosenCoding, Settlement
from models.writing.works.lacking import Lacking, What, lacking
from models.writing.works.saving import Refused, SavedFiles, contents, save
from widgets.new_text import held, whoever
from widgets.new_text.chosen import lacks
from widgets.new_text.held import Held
from widgets.parts import address, prose
from widgets.parts import view as views
from widgets.parts.view import View

LOG = logging.getLogger("register")
OUTCOME = "new-text-outcome"
OF_PARTS = (What.PROVISIONS, What.PARTED, What.HEADING, What.FOOTNOTE, What.FOOTNOTE_TEXT, What.PLACE_TWICE)
OF_SETTLING = (What.UNSETTLED, What.NOT_TAKEN)
OF_CODING = (What.NOT_CODED, What.UNFINISHED)


def show(view: View, here: Held, access: Access) -> None:
    """What came of the last attempt, what is missing, or what will be written and the way to write it."""
    view = replace(view, register=view.whole, on=view.today)
    prose.style("coding")
    say = view.say
    _failed(view, here)
    try:
        coded, settled = _coded(here)
        coders = next((each.coders for each in works().listed(here.person) if each.id == here.id), ())
    except Unkept as failure:
        prose.note(say("new_text.unkept", why=say(f"follow_through.unkept_{failure.why}")))
        return
    missing = _missing(view, here, coded, settled, coders)
    others = [each for each in coders if not each.finished and not each.is_me]
    once_by = next((each for each in coders if each.role == "first" and not each.is_me), None)
    if missing:
        prose.heading(say.count("new_text.missing", len(missing)), "missing")
        prose.show(_list(view, here, missing))
        if once_by and any(_is_worded_by_the_first(each) for each in missing):
            prose.show(Markup("<p class='plain'>{}</p>").format(say("new_text.first_words_it", name=once_by.name)))
    if others:
        prose.show(Markup("<p class='plain'>{}</p>").format(say("new_text.others_at_it", name=say.listed([each.name for each in others]))))
    if once_by and not any(each.role == "first" for each in coded):
        prose.show(Markup("<p class='plain'>{}</p>").format(say("new_text.only_its_coder", name=once_by.name)))
        return
    if not missing and not others:
        _ready(view, here, coded, settled)


def _coded(here: Held) -> tuple[list[ChosenCoding], list[Settlement]]:
    """Both codings with what was settled once both are finished; until then one's own alone."""
    both = codings().both(here.id, here.person)
    if both is not None:
        kept = codings().settling(here.id, here.person)
        return [each.coding for each in both], [*kept.settlements] if kept else []
    mine = codings().mine(here.id, here.person)
    return ([mine.coding] if mine else []), []


def _missing(
    view: View, here: Held, coded: Sequence[ChosenCoding], settled: Sequence[Settlement], coders: Sequence[Coder]
) -> list[Lacking]:
    """What is missing, as far as whoever works here may know it: nothing of a coding that they may not see."""
    known = {each.role for each in coders}
    found = lacking(here.work, coded, settled, view.register, view.today)
    return [each for each in found if not (each.what is What.NOT_CODED and "first" in known)]


def _list(view: View, here: Held, missing: Sequence[Lacking]) -> Markup:
    say = view.say
    items = []
    for each in missing:
        at = f"{say.place(each.place)}{f' ({chr(97 + each.unit)})' if each.unit is not None else ''}: " if each.place else ""
        items.append(Markup("<li>{}</li>").format(prose.anchor(_where(here, each), f"{at}{lacks.sentence(view, each)}", "in")))
    return Markup("<ul class='points missing'>{}</ul>").format(prose.joined(items))


def _is_worded_by_the_first(each: Lacking) -> bool:
    return bool(each.place) and each.what not in OF_SETTLING + OF_PARTS


def _where(here: Held, each: Lacking) -> str:
    """The field that is missing."""
    if each.what in OF_SETTLING and each.place:
        return held.href(here, held.SETTLING, at=each.place)
    if each.what in OF_PARTS:
        return held.href(here, held.PARTS)
    if _is_worded_by_the_first(each):
        unit = {"unit": str(each.unit)} if each.unit else {}
        return held.href(here, held.CODING, at=each.place or "", **unit)
    return held.href(here, held.CODING if each.what in OF_CODING else held.FACTS)


# saving -----------------------------------------------------------------------------------------------------------------------


def _ready(view: View, here: Held, coded: list[ChosenCoding], settled: list[Settlement]) -> None:
    """The files as they will be, and the way to write them."""
    say, root = view.say, views.records_folder()
    files = contents(root, recorded.named(here.work, view.register), here.work, coded, settled, here.person.name, view.today)
    if len(coded) == 1:
        prose.show(Markup("<p class='mode' role='status'>{}</p>").format(say("new_text.coded_once")))
    prose.heading(say("new_text.will_write"), "files")
    for path, content in files.items():
        with st.expander(address.escaped_label(f"{root.name}/{path}"), key=f"file-{path.replace('/', '-')}"):
            st.code(content.decode(), language="yaml", wrap_lines=True)
    compared = st.checkbox(address.escaped_label(say("new_text.compared")), key=f"compared:{here.id}")
    st.button(say("new_text.save"), key="new-text-save", type="primary", disabled=not compared, on_click=_save, args=(here,))


def _save(here: Held) -> None:
    """Put it on record, once: a second click waits for the first and finds it done. The right to write is established anew."""
    given, key = whoever.right(here.person), f"{OUTCOME}:{here.id}"
    with here.turn:
        if isinstance(st.session_state.get(key), SavedFiles):
            return
        compared = bool(st.session_state.get(f"compared:{here.id}"))
        try:
            seen = works().begin_saving(here.id, here.person, here.seen)
        except (NotNow, Overtaken, Unkept) as failure:
            st.session_state[key] = failure
            return
        outcome: SavedFiles | Exception | None = None
        try:
            coded, settled = _coded(here)
            outcome = save(views.records_folder(), views.today(), given, here.work, coded, settled, compared=compared)
        except (NotAllowed, Refused, NotSaved, Unkept) as failure:
            outcome = failure
            LOG.warning("A text was not saved", extra={"why": getattr(failure, "why", type(failure).__name__)})
        finally:
            st.session_state[key] = outcome
            _after(here, seen, outcome)


def _after(here: Held, seen: int, outcome: SavedFiles | Exception | None) -> None:
    """The text is on record, or open again. Where that cannot be kept now, its time runs out by itself."""
    try:
        if isinstance(outcome, SavedFiles):
            LOG.info("A text was saved", extra={"files": len(outcome.paths)})
            views.look_again()
            works().saved(here.id, here.person, seen)
        else:
            here.seen = works().not_saved(here.id, here.person, seen)
    except (Overtaken, Unkept):
        LOG.warning("What became of a text could not be kept", extra={"text": here.id})


def _failed(view: View, here: Held) -> None:
    """Why the last attempt wrote nothing."""
    say, key = view.say, f"{OUTCOME}:{here.id}"
    outcome = st.session_state.get(key)
    if outcome is None or isinstance(outcome, SavedFiles):
        return
    del st.session_state[key]
    if isinstance(outcome, NotAllowed):
        words = say("follow_through.not_allowed")
    elif isinstance(outcome, NotSaved):
        words = say(f"follow_through.disk_{outcome.why}")
    elif isinstance(outcome, NotNow):
        words = say(f"new_text.not_now_{outcome.why}")
    elif isinstance(outcome, Unkept):
        words = say("new_text.unkept", why=say(f"follow_through.unkept_{outcome.why}"))
    elif isinstance(outcome, Refused):
        words = say(outcome.label)
    else:
        words = say("new_text.changed_meanwhile")
    said = [problem.sentence for problem in outcome.problems] if isinstance(outcome, Refused) else []
    items = prose.joined([Markup("<li>{}</li>").format(each) for each in said])
    prose.show(
        Markup("<div class='banner' role='alert'><p>{}</p>{}</div>").format(words, Markup("<ul>{}</ul>").format(items) if said else "")
    )


def show_saved(view: View, id_: str) -> bool:
    """Where a text went that was just saved here, and how to publish it; whether there is one to tell of."""
    say, outcome = view.say, st.session_state.get(f"{OUTCOME}:{id_}")
    if not isinstance(outcome, SavedFiles):
        return False
    prose.style("follow_through")
    prose.title(say("new_text.saved_title", text=say.text(outcome.named)), say.count("new_text.saved", len(outcome.paths)))
    files = prose.joined([Markup("<li><code>{}</code></li>").format(path) for path in outcome.paths])
    threads = say("new_text.saved_threads", silent=say("recurrence.not_mentioned"))
    links = [
        prose.anchor(address.href("declarations", id=outcome.named), say("new_text.see_it"), "in"),
        prose.anchor(address.href("new_text"), say("new_text.to_the_list"), "in"),
    ]
    prose.show(
        Markup("<div class='saved' role='status'><ul>{}</ul><p>{}</p><pre>{}</pre><p>{}</p><p>{}</p></div>").format(
            files, say("new_text.publish"), "\n".join(outcome.commands), threads, prose.joined(links, " · ")
        )
    )
    return True
