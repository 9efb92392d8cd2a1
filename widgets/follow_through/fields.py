"""The fields of a note and of a new source. What is typed goes at once into the draft, not only into the widget."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from models.records.evidence import Evidence
from models.records.notes import Note
from models.records.terms import Confidence, Grade, SourceKind, Status
from models.records.texts import Commitment
from models.writing.drafts import JUDGED_BY, LANGUAGES_OF, MOST_SOURCES, NEEDED, Draft, earlier_notes
from widgets.follow_through.troubles import still_to_search
from widgets.parts import address, note_story, prose
from widgets.parts.view import View

SHOWN = 150
"""So many letters of a source's sentence are shown in the list to choose from."""
MOST_CITED = 25
"""A judgement that needs more sources than this is more than one judgement."""
SEARCHED = (*NEEDED, "fr", "es", "de", "ja", "zh", "id", "pt", "it", "nl", "sv", "tr", "th", "ar")
"""The languages of a search to choose from: those that every negative needs, then those of places abroad."""


@dataclass(frozen=True)
class Fields:
    """The fields of one draft; `changed` is called after every change."""

    view: View
    commitment: Commitment
    draft: Draft
    key: str
    changed: Callable[[], None]
    asks_name: bool

    # single fields --------------------------------------------------------------------------------------------------

    def _bound(self, held: dict[str, str], name: str, prefix: str = "", words: Iterable[str] = ()) -> tuple[str, Callable[[], None]]:
        """The widget's key, and what to do when it changes; `words` are those to choose from."""
        key = address.worded(f"{self.key}:{prefix}{name}", words)

        def keep() -> None:
            held[name] = str(st.session_state[key] or "")
            self.changed()

        return key, keep

    def _words(self, held: dict[str, str], name: str, label: str, *, prefix: str = "", lines: int = 1, hint: str | None = None) -> None:
        key, keep = self._bound(held, name, prefix)
        st.session_state.setdefault(key, held.get(name, ""))
        if lines == 1:
            st.text_input(label, key=key, on_change=keep, help=None, placeholder=hint)
        else:
            st.text_area(label, key=key, on_change=keep, height=26 * lines + 22, placeholder=hint)

    def _choice(
        self, held: dict[str, str], name: str, label: str, options: Sequence[str], words: Callable[[str], str], prefix: str = ""
    ) -> None:
        key, keep = self._bound(held, name, prefix, map(words, options))
        st.session_state.setdefault(key, held.get(name, "") if held.get(name, "") in options else None)
        st.selectbox(label, options, format_func=words, key=key, on_change=keep, placeholder=self.view.say("follow_through.choose"))

    def _in_languages(self, name: str, lines: int) -> None:
        """The field once for each language that the note is written in."""
        for language in LANGUAGES_OF.get(self.draft.typed("missing"), ("en", "ko")):
            self._words(self.draft.note, f"{name}_{language}", self.view.say(f"follow_through.field_{name}_{language}"), lines=lines)

    # the note -------------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """All fields in the order in which one thinks: when, what, why, on which evidence."""
        say, note = self.view.say, self.draft.note
        status = [each.value for each in Status]
        self._choice(note, "status", self.view.say("follow_through.field_status"), status, lambda each: say(f"terms.standing_{each}"))
        chosen = self.draft.typed("status")
        if chosen in status:
            prose.note(say(f"follow_through.rule_of_{chosen}"))
        self._words(note, "as_of", self.view.say("follow_through.field_as_of"), hint="2026-11-21")
        written_in = {each: say(f"follow_through.written_in_{each or 'both'}") for each in LANGUAGES_OF}
        key, keep = self._bound(note, "missing", words=written_in.values())
        st.session_state.setdefault(key, note.get("missing", ""))
        st.radio(
            self.view.say("follow_through.field_missing"),
            list(written_in),
            format_func=written_in.__getitem__,
            key=key,
            on_change=keep,
            horizontal=True,
        )
        self._in_languages("reason", 4)
        if chosen == Status.PARTLY_DONE:
            self._in_languages("part", 2)
        if chosen == Status.NO_EVIDENCE:
            self._in_languages("where", 2)
            self._words(note, "words", self.view.say("follow_through.field_words"), lines=3)
            self._words(note, "searched", self.view.say("follow_through.field_searched"), hint="2026-11-21")
            self._how_wide()
        self._actor()
        self._corrects()
        if self.asks_name:
            self._words(note, "by", self.view.say("follow_through.field_by"))
        self._evidence()

    def _actor(self) -> None:
        say, bodies = self.view.say, self.view.register.body_by_id
        options = ["", *bodies]
        whole = say("follow_through.actor_whole")
        self._choice(
            self.draft.note,
            "actor",
            self.view.say("follow_through.field_actor"),
            options,
            lambda each: bodies[each].name[self.view.lang] if each else whole,
        )

    def _how_wide(self) -> None:
        """The languages and kinds of source that were searched, why they are asked for, and which are still lacking."""
        say, note = self.view.say, self.draft.note
        needs, lacking = say("follow_through.search_needs"), still_to_search(self.view, self.draft)
        prose.note(f"{needs} {say('follow_through.search_lacks', lacking=lacking)}" if lacking else needs)
        names = {each: note_story.language(self.view, each) for each in SEARCHED}
        key, _ = self._bound(note, "languages", words=names.values())
        st.session_state.setdefault(key, [each for each in self.draft.typed("languages").split() if each in SEARCHED])

        def keep() -> None:
            note["languages"] = " ".join(st.session_state[key])
            self.changed()

        st.multiselect(
            say("follow_through.field_languages"),
            list(names),
            format_func=names.__getitem__,
            key=key,
            on_change=keep,
            select_all=False,
            placeholder=say("follow_through.choose"),
        )
        prose.show(Markup("<p class='asked'>{}</p>").format(say("follow_through.field_kinds")))
        with st.container(key=f"{self.key.replace(':', '-')}-kinds", gap="small"):
            for kind in SourceKind:
                self._kind(kind)

    def _kind(self, kind: SourceKind) -> None:
        note, key = self.draft.note, f"{self.key}:kind-{kind}"
        st.session_state.setdefault(key, kind in self.draft.typed("kinds").split())

        def keep() -> None:
            held = {*self.draft.typed("kinds").split(), kind.value} - (set() if st.session_state[key] else {kind.value})
            note["kinds"] = " ".join(each.value for each in SourceKind if each.value in held)
            self.changed()

        st.checkbox(self.view.say(f"notes.kind_{kind}"), key=key, on_change=keep)

    def _corrects(self) -> None:
        """Whether the note corrects one of the same commitment, body and day; asked where there is one."""
        say, note, held = self.view.say, self.draft.note, self.draft.typed("corrects")
        earlier: dict[str, Note | None] = {"": None, **earlier_notes(self.view.register, self.draft)}
        if held not in earlier:
            earlier[held] = None  # chosen for another day or body; it stays to be seen until something else is chosen
        if len(earlier) == 1:
            return

        def words(name: str) -> str:
            found = earlier[name]
            if found is None:
                return say("follow_through.corrects_other", file=name) if name else say("follow_through.corrects_none")
            standing = say(f"terms.standing_{found.status}")
            return say("follow_through.corrects_this", standing=standing, date=say.date(found.written), file=name)

        key, keep = self._bound(note, "corrects", words=map(words, earlier))
        st.session_state.setdefault(key, held)
        st.radio(say("follow_through.field_corrects"), list(earlier), format_func=words, key=key, on_change=keep)
        if held:
            prose.note(say("follow_through.corrects_note"))

    # evidence -------------------------------------------------------------------------------------------------------

    def _evidence(self) -> None:
        say, on_record = self.view.say, self.view.register.evidence_by_id
        prose.show(Markup("<h3 class='sub'>{}</h3>").format(say("follow_through.evidence")))
        nearest = self._nearest_first()
        key = address.worded(f"{self.key}:evidence", (self._in_short(on_record[each]) for each in nearest))
        st.session_state.setdefault(key, [each for each in self.draft.evidence if each in on_record])

        def keep() -> None:
            self.draft.evidence = list(st.session_state[key])
            self.changed()

        st.multiselect(
            say("follow_through.field_evidence"),
            nearest,
            format_func=lambda each: self._in_short(on_record[each]),
            key=key,
            on_change=keep,
            max_selections=MOST_CITED,
            select_all=False,
            placeholder=say("follow_through.evidence_search"),
        )
        if self.draft.evidence:
            cited = [on_record[each] for each in self.draft.evidence if each in on_record]
            prose.show(
                Markup("<ul class='cited'>{}</ul>").format(
                    prose.joined([Markup("<li>{}</li>").format(note_story.evidence(self.view, each)) for each in cited])
                )
            )
        for index, source in enumerate(self.draft.sources):
            with st.container(key=f"{self.key.replace(':', '-')}-source-{index}", border=True):
                self._new_source(index, source)
        if len(self.draft.sources) < MOST_SOURCES:
            st.button(say("follow_through.source_add"), key=f"{self.key}:add-source", on_click=self._add_source)

    def _nearest_first(self) -> list[str]:
        """Sources already cited for this commitment or its pledges first, then the newest."""
        register = self.view.register
        near = [
            self.commitment.id,
            *(each.id for pledge, _ in register.pledges_at(self.commitment.id) for each in register.commitments_of(pledge)),
        ]
        cited = [id_ for commitment in near for note in register.notes_of(commitment) for id_ in note.evidence]
        newest = sorted(register.evidence, key=lambda source: str(source.happened or source.published or ""), reverse=True)
        return [each for each in dict.fromkeys([*cited, *(source.id for source in newest)]) if each in register.evidence_by_id]

    def _in_short(self, source: Evidence) -> str:
        say, date = self.view.say, source.happened or source.published
        says = source.says[self.view.lang]
        facts = [
            say(f"terms.grade_{self.view.register.grade_of(source)}"),
            self.view.register.publisher(source.publisher, self.view.lang),
            *([say.partial(str(date))] if date else []),
        ]
        return f"{says if len(says) <= SHOWN else says[: SHOWN - 1] + '…'} ({', '.join(facts)})"

    def _add_source(self) -> None:
        self.draft.sources.append({"seen": self.view.today.isoformat()})
        self.changed()

    def _remove_source(self, index: int) -> None:
        del self.draft.sources[index]
        for key in [str(key) for key in st.session_state if str(key).startswith(f"{self.key}:source-")]:
            del st.session_state[key]  # the ones after it move up
        self.changed()

    def _new_source(self, index: int, source: dict[str, str]) -> None:
        say, prefix = self.view.say, f"source-{index}:"
        prose.show(Markup("<h4 class='sub'>{}</h4>").format(say("follow_through.source_new", n=index + 1)))

        def words(name: str, lines: int = 1, hint: str | None = None) -> None:
            self._words(source, name, self.view.say(f"follow_through.source_field_{name}"), prefix=prefix, lines=lines, hint=hint)

        words("says_en", 2)
        words("says_ko", 2)
        words("title")
        words("publisher")
        words("url", hint="https://")
        with st.container(key=f"{self.key.replace(':', '-')}-dates-{index}", horizontal=True):
            words("happened", hint="2026-11")
            words("published", hint="2026-11")
            words("seen", hint="2026-11-21")
        with st.container(key=f"{self.key.replace(':', '-')}-grades-{index}", horizontal=True):
            self._choice(
                source,
                "grade",
                self.view.say("follow_through.source_field_grade"),
                [each.value for each in Grade],
                lambda each: say(f"terms.grade_{each}"),
                prefix,
            )
            sure = [each.value for each in Confidence]
            self._choice(
                source,
                "confidence",
                self.view.say("follow_through.source_field_confidence"),
                sure,
                lambda each: say(f"notes.confidence_{each}"),
                prefix,
            )
        if source.get("grade") in list(Grade):
            prose.note(say(f"follow_through.grade_{source['grade']}"))
        self._basis(source, prefix)
        self._rebuilt(source, prefix)
        words("conflict_en")
        words("conflict_ko")
        words("id", hint=say("follow_through.source_id_hint"))
        st.button(
            say("follow_through.source_remove", n=index + 1), key=f"{self.key}:remove-{index}", on_click=self._remove_source, args=(index,)
        )

    def _basis(self, source: dict[str, str], prefix: str) -> None:
        """How it was judged whose word the source is; asked where its grade leaves that open."""
        say, grade, held = self.view.say, source.get("grade", ""), source.get("basis", "")
        if grade not in JUDGED_BY:
            return
        options = [each.value for each in JUDGED_BY[Grade(grade)]]
        if held and held not in options:
            options.append(held)  # chosen for another grade; it stays to be seen until something else is chosen
        label = self.view.say("follow_through.source_field_basis")
        self._choice(source, "basis", label, options, lambda each: say(f"notes.basis_{each}"), prefix)
        prose.note(say(f"follow_through.basis_of_{held}") if held else say(f"follow_through.basis_asked_{grade}"))

    def _rebuilt(self, source: dict[str, str], prefix: str) -> None:
        key = f"{self.key}:{prefix}rebuilt"
        st.session_state.setdefault(key, source.get("rebuilt") == "true")

        def keep() -> None:
            source["rebuilt"] = "true" if st.session_state[key] else ""
            self.changed()

        st.checkbox(self.view.say("follow_through.source_field_rebuilt"), key=key, on_change=keep)
