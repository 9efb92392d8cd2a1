"""Three or more declarations beside each other: every pledge on the subject runs through the columns."""

from __future__ import annotations

from markupsafe import Markup

from models.records.places import text_of
from models.records.pledges import Pledge
from models.records.texts import Declaration
from models.register.passages import Subject, may_say_not_carried
from models.register.threads import Saying, Thread, Tie, alone, threads
from widgets.declarations import passage
from widgets.declarations.reader import pledge_link
from widgets.parts import address, marks, prose
from widgets.parts.view import View


class Columns:
    """The chosen texts in order of time."""

    def __init__(self, view: View, declarations: tuple[Declaration, ...], subject: Subject) -> None:
        self.view, self.declarations, self.subject = view, declarations, subject
        self.found = threads(view.register, declarations, subject)
        self.rest = alone(view.register, declarations, subject, self.found)

    def passages(self) -> Markup:
        """A row for every thread, then what stands in one text only."""
        say = self.view.say
        parts = [Markup("<div class='cols columns'>{}</div>").format(self._row([self._name(each) for each in self.declarations]))]
        parts += [self._thread(thread) for thread in self.found]
        if any(self.rest):
            cells = [self._alone(each, places) for each, places in zip(self.declarations, self.rest, strict=True)]
            parts.append(Markup("<section class='pair'><div class='cols'>{}</div></section>").format(self._row(cells)))
        document = prose.joined(parts)
        key = passage.explained(say("declarations.columns_key"), document)
        return Markup("{}<section class='doc cols-{}'>{}</section>").format(key, len(self.declarations), document)

    def _row(self, cells: list[Markup]) -> Markup:
        """The cells with a hatched band wherever a forum between two columns is not on record."""
        parts = []
        for number, (declaration, cell) in enumerate(zip(self.declarations, cells, strict=True)):
            after = bool(number) and self._gap(self.declarations[number - 1], declaration)
            parts.append(Markup("<div class='col{}'>{}</div>").format(" after-gap" if after else "", cell))
        return prose.joined(parts)

    def _gap(self, before: Declaration, later: Declaration) -> bool:
        register = self.view.register
        return any(register.declaration_of(forum.number) is None for forum in register.forums_between(before.id, later.id))

    def _name(self, declaration: Declaration) -> Markup:
        say = self.view.say
        words = say("declarations.option", year=declaration.id, forum=say.ordinal(declaration.forum))
        return Markup("<p>{}</p>").format(prose.anchor(address.href("declarations", id=declaration.id), words, "in"))

    # one thread -----------------------------------------------------------------------------------------------------

    def _thread(self, thread: Thread) -> Markup:
        names = prose.joined([Markup("<span class='of'>{}</span>").format(pledge_link(self.view, pledge)) for pledge in thread.pledges])
        cells = [self._cell(thread, number) for number in range(len(self.declarations))]
        return Markup("<section class='pair'><p class='mention-head'>{}</p><div class='cols'>{}</div></section>").format(
            names, self._row(cells)
        )

    def _cell(self, thread: Thread, number: int) -> Markup:
        year = Markup("<p class='year'>{}</p>").format(self.view.say("declarations.year_column", year=self.declarations[number].id))
        sayings = thread.cells[number]
        if not sayings:
            return Markup("{}<p class='small'>{}</p>").format(year, self._silence(thread, number))
        return Markup("{}{}").format(year, prose.joined([self._saying(saying, len(thread.pledges) > 1) for saying in sayings]))

    def _silence(self, thread: Thread, number: int) -> str:
        """On record and not mentioned; called not carried forward only where that may be said."""
        say, register, here = self.view.say, self.view.register, self.declarations[number]

        def dropped(pledge: Pledge) -> bool:
            before = self.declarations[number - 1]
            return before.id in register.recurrence(pledge) and may_say_not_carried(register, before.id, here.id, pledge)

        if number and all(dropped(pledge) for pledge in thread.pledges):
            return say("declarations.not_carried", earlier=self.declarations[number - 1].id)
        return say("declarations.not_mentioned")

    def _saying(self, saying: Saying, several: bool) -> Markup:
        """One passage, its differences from the passage it is linked to, and why it is linked."""
        view, say, place = self.view, self.view.say, saying.place
        sources = list(dict.fromkeys(tie.source for tie in saying.ties))
        differences = {source: passage.difference(view, source, place) for source in sources}
        alike = next((found for found in differences.values() if found), None)
        ties = prose.joined([self._tie(tie, several) for tie in saying.ties])
        went = [
            Markup("<details><summary>{}</summary><blockquote class='earlier'><q lang='{}'>{}</q></blockquote></details>").format(
                say("declarations.went", place=say.place(source)), view.register.declaration_by_id[text_of(source)].language, found.earlier
            )
            for source, found in differences.items()
            if found is alike and found
        ]
        if sources and alike is None:
            went = [Markup("<p class='small'>{}</p>").format(say("declarations.unlike"))]
        return Markup("<div class='side'>{}{}{}{}</div>").format(
            passage.head(view, place), ties, passage.quote(view, place, alike.later if alike else None), prose.joined(went)
        )

    def _tie(self, tie: Tie, several: bool) -> Markup:
        """The label and the words it is measured against."""
        view, say = self.view, self.view.say
        name = Markup("{}: ").format(tie.pledge.title[view.lang]) if several else Markup("")
        if tie.change is None or tie.mention is None:
            return Markup("<p class='small'>{}{}</p>").format(name, say("declarations.tie_unlabelled", place=say.place(tie.source)))
        against = say("declarations.tie", place=say.place(tie.source))
        return Markup("<p class='tie'>{}{} <span class='small'>{}</span></p>{}").format(
            name, marks.change(say, tie.change), against, passage.reason(view, tie.mention)
        )

    def _alone(self, declaration: Declaration, places: tuple[str, ...]) -> Markup:
        say, view = self.view.say, self.view
        title = Markup("<h3 class='sub'>{}</h3>").format(say("declarations.alone", year=declaration.id))
        if not places:
            return Markup("{}<p class='note'>{}</p>").format(title, say("declarations.alone_none"))
        sides = [Markup("<div class='side'>{}{}</div>").format(passage.head(view, place), passage.quote(view, place)) for place in places]
        return Markup("{}{}").format(title, prose.joined(sides))
