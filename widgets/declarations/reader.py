"""A declaration as a document: the adopted text on one side, the register's reading of it beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from models.records.places import text_of
from models.records.pledges import Pledge
from models.records.terms import Force, Ledger
from models.records.texts import Commitment, Declaration, Provision
from models.register.passages import Subject
from widgets.declarations import contents
from widgets.frame import mine
from widgets.parts import address, marks, note_story, prose
from widgets.parts.view import View


@dataclass(frozen=True)
class Reader:
    """One declaration as it is read: what is marked in it, and the place the reader came for."""

    view: View
    declaration: Declaration
    subject: Subject
    at: str | None = None

    @property
    def at_provision(self) -> Provision | None:
        """The provision that the address names, by itself or by one of its commitments."""
        found = (
            provision
            for provision in self.declaration.provisions
            if self.at in (provision.id, *(each.id for each in provision.commitments))
        )
        return next(found, None)

    # the whole ------------------------------------------------------------------------------------------------------

    def arrived(self) -> Markup:
        """The provision that the reader came for, before everything else."""
        provision, say = self.at_provision, self.view.say
        if provision is None:
            return Markup("")
        head = Markup("<h2 class='heading'>{} <a class='in' href='#{}'>{}</a></h2>").format(
            say("declarations.arrived", place=say.place(self.at or "")), provision.id, say("declarations.arrived_in_text")
        )
        return Markup("<section class='doc arrived'>{}{}</section>").format(head, self.provision(provision, "here-"))

    def document(self) -> Markup:
        """Title lines, headings, provisions and footnotes, in the order of the text."""
        declaration, say = self.declaration, self.view.say
        language = self.language()
        columns = Markup("<div class='row columns'><p>{}</p><p>{}</p></div>").format(
            say("declarations.text_column", language=language), say("declarations.ours_column")
        )
        title = Markup("<p class='printed-title'>{}</p>").format(self._with_footnotes("title", declaration.title.en))
        lines = prose.joined([Markup("<p class='epigraph'>{}</p>").format(line) for line in declaration.epigraphs])
        parts = [
            columns,
            Markup("<div class='row'><div class='words' lang='{}'>{}{}</div></div>").format(declaration.language, title, lines),
        ]
        for provision in declaration.provisions:
            parts += [
                Markup("<div class='row'><h3 class='printed' lang='{}'>{}</h3></div>").format(declaration.language, heading.text)
                for heading in declaration.headings
                if heading.before == provision.local
            ]
            parts.append(self.provision(provision))
        return Markup("<section class='doc'>{}{}</section>").format(prose.joined(parts), self.footnotes())

    def language(self) -> str:
        say = self.view.say
        known = {"en": say("declarations.language_en"), "ko": say("declarations.language_ko")}
        return known.get(self.declaration.language, self.declaration.language)

    # one provision --------------------------------------------------------------------------------------------------

    def provision(self, provision: Provision, prefix: str = "") -> Markup:
        """Number and words on one side, what the register makes of them on the other."""
        here = provision is self.at_provision
        number = Markup("<span class='number'>{}</span>").format(f"{contents.number(provision)}." if contents.number(provision) else "")
        words = Markup("<div class='words'>{}<p lang='{}'>{}</p></div>").format(
            number, self.declaration.language, self._text(provision, prefix)
        )
        return Markup("<article class='row{}' id='{}{}' aria-label='{}'>{}<div class='beside'>{}</div></article>").format(
            " here" if here else "", prefix, provision.id, self.view.say.place(provision.id), words, self._beside(provision, prefix)
        )

    def _beside(self, provision: Provision, prefix: str) -> Markup:
        view, say = self.view, self.view.say
        parts = [
            self.commitment(each, prefix, len(provision.commitments) > 1)
            for each in provision.commitments
            if self.subject.has_commitment(view.register, each)
        ]
        if not provision.commitments and self.subject.has_provision(view.register, provision):
            parts.append(
                Markup("<p class='reading'>{} {} {}</p>").format(
                    marks.force_or_withheld(say, provision.strongest),
                    mine.quoting(view, provision.id),
                    self._summary(provision.summary[view.lang] if provision.summary else ""),
                )
            )
        pledges = self._pledges(provision.id) if parts else Markup("")
        if pledges:
            parts.append(Markup("<div class='reading'>{}: {}</div>").format(say("declarations.field_pledges"), pledges))
        return prose.joined(parts)

    def _summary(self, words: str) -> Markup:
        return (
            Markup("<span class='ours'><span class='small'>{}</span> {}</span>").format(self.view.say("declarations.ours"), words)
            if words
            else Markup("")
        )

    def _text(self, provision: Provision, prefix: str) -> Markup:
        """The words to the letter, with tints, tags, governing words and footnote marks laid into them."""
        say, text = self.view.say, provision.text
        marked = [
            (*found, each)
            for each in provision.commitments
            if self.subject.has_commitment(self.view.register, each) and (found := _span(text, each.quote))
        ]
        bold = [found for start, end, each in marked if (found := _word(text, each.verb, start, end))]
        notes = dict(self._footnote_places(provision.local, text))
        breaks = {index for index, letter in enumerate(text) if letter == "\n"}
        cuts = sorted(
            {
                0,
                len(text),
                *notes,
                *breaks,
                *(b + 1 for b in breaks),
                *(cut for start, end, _ in marked for cut in (start, end)),
                *(cut for pair in bold for cut in pair),
            }
        )
        runs: list[tuple[Force | None, list[Markup]]] = []
        for start, end in pairwise(cuts):
            over = [each for from_, to, each in marked if from_ <= start and end <= to]
            force = max((each.force for each in over), key=lambda force: force.rank, default=None)
            tags = [self._tag(each, prefix, len(provision.commitments) > 1) for from_, _, each in marked if from_ == start]
            if not runs or runs[-1][0] is not force or tags:
                runs.append((force, []))
            piece = Markup("<span class='break'></span>") if start in breaks else Markup("{}").format(text[start:end])
            if any(from_ <= start and end <= to for from_, to in bold):
                piece = Markup("<b>{}</b>").format(piece)
            runs[-1][1].extend([*tags, piece])
            if end in notes:
                runs[-1][1].append(
                    Markup("<sup><a class='in' href='#{}-note-{}' id='{}{}-mark-{}' aria-label='{}'>{}</a></sup>").format(
                        self.declaration.id,
                        notes[end],
                        prefix,
                        self.declaration.id,
                        notes[end],
                        say("declarations.footnote_mark", mark=notes[end]),
                        notes[end],
                    )
                )
        return prose.joined(
            [
                Markup("<mark class='said said-{}'>{}</mark>").format(force.value, prose.joined(pieces)) if force else prose.joined(pieces)
                for force, pieces in runs
            ]
        )

    def _tag(self, commitment: Commitment, prefix: str, several: bool) -> Markup:
        letter = Markup(" <span class='letter'>({})</span>").format(commitment.letter) if several else ""
        return Markup("<a class='tag' href='#{}{}'>{}{}</a> ").format(prefix, commitment.id, self._force(commitment), letter)

    def _force(self, commitment: Commitment) -> Markup:
        """The force as a cell; a promise in name only says so."""
        cell = marks.force(self.view.say, commitment.force)
        return (
            Markup("{} <b class='name-only'>{}</b>").format(cell, self.view.say("terms.precision_none"))
            if commitment.in_name_only
            else cell
        )

    # one commitment -------------------------------------------------------------------------------------------------

    def commitment(self, commitment: Commitment, prefix: str, several: bool) -> Markup:
        """Closed: force, precision, standing and our summary. Open: everything the register knows of it."""
        view, say = self.view, self.view.say
        letter = Markup("<span class='letter'>({})</span> ").format(commitment.letter) if several else ""
        precision = (
            Markup("<span class='precision'>{}</span>").format(say(f"terms.precision_{commitment.precision}"))
            if commitment.precision
            else ""
        )
        standing = "" if commitment.in_name_only else marks.standing(say, view.register.standing_of(commitment, view.on))
        head = prose.joined(
            [Markup("{}{}").format(letter, self._force(commitment)), Markup("{}").format(precision), Markup("{}").format(standing)], " "
        )
        summary = Markup("<summary><span class='heads'>{}</span>{}</summary>").format(head, self._summary(commitment.summary[view.lang]))
        rows = prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(name, words) for name, words in self._fields(commitment) if words])
        opened = Markup(" open") if commitment.id == self.at else Markup("")
        return Markup("<details class='coded'{}>{}<div class='inside' id='{}{}'><dl>{}</dl></div></details>{}").format(
            opened, summary, prefix, commitment.id, rows, mine.quoting(self.view, commitment.id)
        )

    def _fields(self, commitment: Commitment) -> list[tuple[str, Markup | str]]:
        view, say = self.view, self.view.say
        promise = commitment.ledger is Ledger.PROMISES
        force = say("declarations.explained", word=say(f"terms.force_{commitment.force}"), meaning=say(f"terms.meaning_{commitment.force}"))
        fields: list[tuple[str, Markup | str]] = [(say("declarations.field_force"), force)]
        if commitment.precision:
            meaning = say(
                "declarations.explained",
                word=say(f"terms.precision_{commitment.precision}"),
                meaning=say(f"terms.meaning_{commitment.precision}"),
            )
            fields.append((say("declarations.field_precision"), meaning))
        else:
            fields.append((say("terms.precision_none"), say("declarations.name_only")))
        fields += [
            (say("declarations.field_by_promise") if promise else say("declarations.field_by_other"), self._bodies(commitment.by)),
            (
                say("declarations.field_to"),
                self._bodies(commitment.to) or ("" if promise or commitment.in_name_only else say("declarations.to_nobody")),
            ),
            (say("declarations.field_partners"), self._bodies(commitment.partners)),
            (say("declarations.field_themes"), self._names([view.register.theme_by_id.get(id_) for id_ in commitment.themes])),
            (say("declarations.field_groups"), self._names([view.register.group_by_id.get(id_) for id_ in commitment.groups])),
            (say("declarations.field_stages"), self._stages(commitment)),
            (say("declarations.field_items"), self._items(commitment)),
            (say("declarations.field_due"), self._due(commitment)),
            (
                say("declarations.field_target"),
                say("declarations.target", value=f"{commitment.target.value:,}", unit=commitment.target.unit[view.lang])
                if commitment.target
                else "",
            ),
            (say("declarations.field_test"), commitment.test[view.lang] if commitment.test else ""),
            (
                say("declarations.field_standing", date=say.date(view.on)),
                "" if commitment.in_name_only else note_story.history(view, commitment, newest_only=True),
            ),
            (say("declarations.field_doubt"), commitment.doubt[view.lang] if commitment.doubt else ""),
            (say("declarations.field_pledges"), self._pledges(commitment.id)),
        ]
        return fields

    def _names(self, found: list[object]) -> str:
        return self.view.say.listed([each.name[self.view.lang] for each in found if each is not None])  # type: ignore[attr-defined]

    def _bodies(self, ids: list[str]) -> str:
        return self._names([self.view.register.body_by_id.get(id_) for id_ in ids])

    def _stages(self, commitment: Commitment) -> Markup:
        """The verbs of the text, in its language."""
        words = [
            Markup("<span lang='{}'>{}</span>").format(self.declaration.language, stage.replace("-", " ")) for stage in commitment.stages
        ]
        return prose.joined(words, " → ")

    def _items(self, commitment: Commitment) -> Markup:
        if not commitment.items:
            return Markup("")
        korean = self.view.lang == "ko"
        rows = [
            Markup("<li>{}<q lang='{}'>{}</q></li>").format(
                Markup("{} ").format(item.ko) if korean else "", self.declaration.language, item.quote
            )
            for item in commitment.items
        ]
        closed = self.view.say("declarations.items_closed") if commitment.items_closed else self.view.say("declarations.items_open")
        return Markup("<ul class='items'>{}</ul><span class='small'>{}</span>").format(prose.joined(rows), closed)

    def _due(self, commitment: Commitment) -> Markup:
        if commitment.due_by is None:
            return Markup("")
        words = (
            Markup("<br><span class='small'>{}</span>").format(self.view.say("declarations.due_words", words=commitment.due_words))
            if commitment.due_words
            else ""
        )
        return Markup("{}{}").format(note_story.timing(self.view, commitment, headed=True), words)

    def _pledges(self, place: str) -> Markup:
        """The pledges that mention this place, each with what changed since the mention before; topics folded away."""
        view, say = self.view, self.view.say
        own: list[Markup] = []
        topic: list[Markup] = []
        for pledge, mention in view.register.pledges_at(place):
            change, link = view.register.change_at(mention), pledge_link(view, pledge)
            if mention.background:
                topic.append(link)
            elif change and mention.source:
                how = say("declarations.pledge_since", change=say(f"terms.change_{change}"), year=text_of(mention.source))
                own.append(Markup("{} <span class='small'>({})</span>").format(link, how))
            else:
                own.append(Markup("{} <span class='small'>({})</span>").format(link, say("declarations.pledge_first")))
        found = prose.joined(own, "; ")
        if topic:
            found += Markup(" <details class='topic'><summary>{}</summary>{}</details>").format(
                say.count("declarations.pledges_background", len(topic)), prose.joined(topic, "; ")
            )
        return found

    # footnotes ------------------------------------------------------------------------------------------------------

    def _footnote_places(self, at: str, text: str) -> list[tuple[int, str]]:
        return [
            (text.index(note.after) + len(note.after), note.mark)
            for note in self.declaration.footnotes
            if note.at == at and note.after in text
        ]

    def _with_footnotes(self, at: str, text: str) -> Markup:
        """A line of the text with its footnote marks in their places."""
        parts, last = [], 0
        for position, mark in sorted(self._footnote_places(at, text)):
            parts.append(
                Markup("{}<sup><a class='in' href='#{}-note-{}' id='{}-mark-{}' aria-label='{}'>{}</a></sup>").format(
                    text[last:position],
                    self.declaration.id,
                    mark,
                    self.declaration.id,
                    mark,
                    self.view.say("declarations.footnote_mark", mark=mark),
                    mark,
                )
            )
            last = position
        return prose.joined([*parts, Markup("{}").format(text[last:])])

    def footnotes(self) -> Markup:
        """The footnotes at the end; one whose text the copy does not have says so."""
        declaration, view = self.declaration, self.view
        if not declaration.footnotes:
            return Markup("")
        rows = []
        for note in declaration.footnotes:
            words = (
                Markup("<span lang='{}'>{}</span>").format(declaration.language, note.text)
                if note.text
                else Markup("<i>{}</i>").format(view.say("declarations.footnote_missing"))
            )
            ours = Markup(" <span class='small'>{}</span>").format(note.note[view.lang]) if note.note else ""
            rows.append(
                Markup("<li id='{}-note-{}'><b>{}</b> {}{} <a class='in' href='#{}-mark-{}'>{}</a></li>").format(
                    declaration.id, note.mark, note.mark, words, ours, declaration.id, note.mark, view.say("declarations.footnote_back")
                )
            )
        return Markup("<h3 class='printed'>{}</h3><ul class='footnotes'>{}</ul>").format(
            view.say("declarations.footnotes"), prose.joined(rows)
        )


def pledge_link(view: View, pledge: Pledge) -> Markup:
    """A pledge by its title, leading to its page."""
    return prose.anchor(address.href("pledge", id=pledge.id), pledge.title[view.lang], "in")


def _span(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    return None if start < 0 else (start, start + len(quote))


def _word(text: str, word: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the governing words stand between `start` and `end`, whole words before parts of words."""
    found = re.compile(rf"\b{re.escape(word)}\b").search(text, start, end) or re.compile(re.escape(word)).search(text, start, end)
    return found.span() if found else None
