"""A new edition of the forum, and a new body, theme or group: typed here, checked, and saved as a file of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from models.reading.problems import Problem
from models.records.terms import BodyKind, Holding, Mode, TextStanding
from models.writing.permission import Access, NotAllowed
from models.writing.saving import NotSaved
from models.writing.works.additions import NewEdition, NewSource, NewWord
from models.writing.works.saving import Refused, SavedFiles, add, what_is_wrong
from widgets.new_text import held, whoever
from widgets.new_text.chosen.fields import Fields
from widgets.new_text.held import Held
from widgets.parts import address, naming, prose
from widgets.parts import view as views
from widgets.parts.view import View

LOG = logging.getLogger("register")
EDITION, WORDS = "edition", ("bodies", "themes", "groups")
NEW, OUTCOME, WRONG, ASKED = "new-text-new", "new-text-added", "new-text-wrong", "new-text-asked"
UNKNOWN_TEXTS = (TextStanding.KNOWN, TextStanding.NOT_FOUND)
New = NewEdition | NewWord


def show(view: View, here: Held, access: Access) -> None:
    """What is to be added, its fields, what is wrong with it, and saving it."""
    view = replace(view, register=view.whole, on=view.today)
    prose.style("coding")
    say = view.say
    prose.style("follow_through")
    prose.heading(say("new_text.adding"), "adding")
    prose.note(say("new_text.adding_lede"))
    ways = [(held.FACTS, say("new_text.step_facts")), (held.CODING, say("new_text.step_coding"))]
    at = {"at": place} if (place := address.value("at")) else {}
    links = prose.joined([prose.anchor(held.href(here, step, **at), words, "in") for step, words in ways], " · ")
    prose.show(Markup("<p class='small'>{} {}</p>").format(say("new_text.back_to"), links))
    options = [EDITION, *WORDS]
    what = address.pick(
        say("new_text.adding_what"), "add", options, lambda each: say(f"new_text.add_{each}"), multi=False, default=EDITION, style="row"
    )[0]
    key = f"{NEW}:{what}"
    new = st.session_state.setdefault(key, _blank(view, here, what))
    lacking = {name: [say("new_text.add_unfilled")] for name in new.unfilled()} if st.session_state.get(f"{ASKED}:{what}") else {}
    fields = Fields(view, new, f"add:{what}:{id(new)}", _at_once, lacking)
    with st.container(key="adding-fields"):
        if isinstance(new, NewEdition):
            _edition(view, fields, new)
        else:
            _word(view, fields, new)
        _told(view, what)
    with st.container(key="adding-ways", horizontal=True, gap="small"):
        st.button(say("new_text.add_check"), key="add-check", on_click=_check, args=(what,))
        st.button(say("new_text.add_save"), key="add-save", type="primary", on_click=_save, args=(here, what))


def _at_once(operation: Callable[[], None]) -> None:
    operation()


def _blank(view: View, here: Held, what: str) -> New:
    if what != EDITION:
        return NewWord.model_validate({"list": what})
    known = view.register.forum_by_number
    wanted = here.work.facts.forum
    number = wanted if wanted and wanted not in known else max(known, default=0) + 1
    return NewEdition(number=number, year=here.work.facts.adopted.strip()[:4], mode=Mode.IN_PERSON.value, sources=[NewSource()])


def _edition(view: View, fields: Fields, new: NewEdition) -> None:
    say, register = view.say, view.register
    numbers = {str(each): say.ordinal(each) for each in range(1, max(register.forum_by_number, default=0) + 6)}
    free = {each: words for each, words in numbers.items() if int(each) not in register.forum_by_number}
    key = f"{fields.key}:number"
    st.session_state.setdefault(key, str(new.number) if str(new.number) in free else None)

    def keep() -> None:
        new.number = int(st.session_state[key])

    st.selectbox(say("new_text.edition_number"), list(free), format_func=free.__getitem__, key=key, on_change=keep)
    with st.container(key="edition-days", horizontal=True):
        fields.words("start", say("new_text.edition_start"), hint="2027-05-15")
        fields.words("end", say("new_text.edition_end"), hint="2027-05-17")
        fields.words("announced", say("new_text.edition_announced"), hint="2027-02-01")
    fields.choice("held", say("new_text.edition_held"), {each.value: say(f"new_text.holding_{each}") for each in Holding})
    fields.choice("mode", say("new_text.edition_mode"), {each.value: say(f"new_text.mode_{each}") for each in Mode})
    fields.both("theme", "new_text.edition_theme", lines=1)
    fields.tick("theme_ko_attested", say("new_text.edition_attested"))
    fields.both("venue", "new_text.edition_venue", lines=1)
    bodies = {each.id: naming.name(view, "body", each.name) for each in register.bodies}
    fields.several("hosts", say("new_text.edition_hosts"), bodies)
    fields.several("organizers", say("new_text.edition_organizers"), bodies)
    fields.choice("text", say("new_text.edition_text"), {each.value: say(f"terms.text_{each}") for each in UNKNOWN_TEXTS})
    fields.both("text_note", "new_text.edition_note", lines=2)
    prose.show(Markup("<h3 class='sub'>{}</h3>").format(say("new_text.edition_source")))
    if new.sources:
        lacking = {name.removeprefix("source_"): said for name, said in fields.lacking.items() if name.startswith("source_")}
        source = Fields(view, new.sources[0], f"{fields.key}:source", _at_once, lacking)
        source.words("title", say("new_text.source_title"))
        source.words("publisher", say("new_text.source_publisher"))
        source.words("url", say("new_text.source_url"), hint="https://")
        source.words("published", say("new_text.source_published"), hint="2027-02")


def _word(view: View, fields: Fields, new: NewWord) -> None:
    say = view.say
    fields.both("name", "new_text.word_name", lines=1)
    fields.words("id", say("new_text.word_id"), hint="city-of-the-river")
    if new.list == "themes":
        fields.both("definition", "new_text.word_definition", lines=3)
        goals = {each: str(each) for each in range(1, 18)}
        key = f"{fields.key}:sdgs"

        def keep() -> None:
            new.sdgs = tuple(sorted(st.session_state[key] or []))

        st.multiselect(
            say("new_text.word_sdgs"), list(goals), key=key, on_change=keep, select_all=False, placeholder=say("follow_through.choose")
        )
    if new.list == "bodies":
        fields.choice("kind", say("new_text.word_kind"), {each.value: say(f"method.kind_{each}") for each in BodyKind})
        fields.words("begins", say("new_text.word_begins"), hint="2027-01-01")


# checking and saving ------------------------------------------------------------------------------------------------------------


def _of_session(what: str) -> New | None:
    new = st.session_state.get(f"{NEW}:{what}")
    return new if isinstance(new, NewEdition | NewWord) else None


def _as_written(new: New) -> New:
    """Without a source in which nothing was typed."""
    if isinstance(new, NewEdition):
        return new.model_copy(update={"sources": [each for each in new.sources if any(each.model_dump().values())]})
    return new


def _check(what: str) -> None:
    new = _of_session(what)
    if new is not None and _is_filled(new, what):
        st.session_state[f"{WRONG}:{what}"] = what_is_wrong(views.records_folder(), views.today(), _as_written(new))


def _is_filled(new: New, what: str) -> bool:
    """Whether the check has something to look at; what is missing is said beside its field from now on."""
    st.session_state[f"{ASKED}:{what}"] = True
    st.session_state.pop(f"{WRONG}:{what}", None)
    return not new.unfilled()


def _save(here: Held, what: str) -> None:
    """Save it, once; the right to write is established anew."""
    with here.turn:
        new = _of_session(what)
        if new is None or not _is_filled(new, what):
            return
        key = f"{OUTCOME}:{what}"
        try:
            outcome = add(views.records_folder(), views.today(), whoever.right(here.person), _as_written(new))
        except (NotAllowed, NotSaved) as failure:
            st.session_state[key] = failure
            LOG.warning("An addition was not saved", extra={"why": getattr(failure, "why", "not-allowed")})
            return
        except Refused as failure:
            st.session_state[key] = failure
            st.session_state[f"{WRONG}:{what}"] = failure.problems
            return
        st.session_state[key] = outcome
        del st.session_state[f"{NEW}:{what}"]
        st.session_state.pop(f"{WRONG}:{what}", None)
        st.session_state.pop(f"{ASKED}:{what}", None)
        views.look_again()
        LOG.info("An addition was saved", extra={"files": len(outcome.paths)})


def _told(view: View, what: str) -> None:
    """What came of saving it, and what is wrong with it."""
    say = view.say
    outcome = st.session_state.pop(f"{OUTCOME}:{what}", None)
    if isinstance(outcome, SavedFiles):
        files = prose.joined([Markup("<li><code>{}</code></li>").format(path) for path in outcome.paths])
        prose.show(
            Markup("<div class='saved' role='status'><p><b>{}</b></p><ul>{}</ul><p>{}</p><pre>{}</pre></div>").format(
                say("new_text.added"), files, say("new_text.publish"), "\n".join(outcome.commands)
            )
        )
    elif outcome is not None:
        words = say("follow_through.not_allowed") if isinstance(outcome, NotAllowed) else ""
        words = say(f"follow_through.disk_{outcome.why}") if isinstance(outcome, NotSaved) else words
        words = say(outcome.label) if isinstance(outcome, Refused) else words
        prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(words))
    new = _of_session(what)
    if new is not None and st.session_state.get(f"{ASKED}:{what}") and (number := len(new.unfilled())):
        prose.show(Markup("<p class='banner' role='alert'>{}</p>").format(say.count("new_text.add_unfilled_fields", number)))
        return
    wrong: Sequence[Problem] | None = st.session_state.get(f"{WRONG}:{what}")
    if wrong:
        items = prose.joined([Markup("<li>{}</li>").format(problem.sentence) for problem in wrong])
        prose.show(Markup("<div class='troubles' role='status'><p>{}</p><ul>{}</ul></div>").format(say("new_text.add_wrong"), items))
    elif wrong is not None:
        prose.show(Markup("<p class='ready' role='status'>{}</p>").format(say("new_text.add_sound")))
