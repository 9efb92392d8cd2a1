"""Two or more declarations beside each other: the finding, which themes and pledges they share, and two in pairs of passages."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from markupsafe import Markup

from models.records.forums import Forum
from models.records.terms import Ledger
from models.records.texts import Declaration
from models.register.lineage import Change
from models.register.passages import Link, Pair, Subject, compare, places_on
from models.register.register import Register
from models.register.threads import gaps, steps, threads
from widgets.declarations import passage
from widgets.declarations.account import account
from widgets.declarations.columns import Columns
from widgets.declarations.reader import pledge_link
from widgets.parts import address, marks, naming, prose
from widgets.parts.view import View


def ledgers(register: Register, declaration: Declaration) -> Counter[Ledger | None]:
    """How many commitments a declaration has in each ledger; None counts the promises in name only."""
    return Counter(commitment.ledger for provision in declaration.provisions for commitment in provision.commitments)


class SideBySide:
    """The chosen declarations in order of time, whichever the reader named first."""

    def __init__(self, view: View, chosen: Declaration, others: list[Declaration], subject: Subject) -> None:
        self.view, self.chosen, self.subject = view, chosen, subject
        self.declarations = tuple(sorted([chosen, *others], key=lambda declaration: declaration.forum))
        self.earlier, self.later = self.declarations[0], self.declarations[-1]
        self.years = {"earlier": self.earlier.id, "later": self.later.id}

    @property
    def two(self) -> bool:
        return len(self.declarations) == 2

    # sentences ------------------------------------------------------------------------------------------------------

    def title(self) -> str:
        """The finding on the subject, or only which texts stand side by side."""
        say = self.view.say
        if not self.subject:
            return say("declarations.both_title", years=say.listed([each.id for each in self.declarations]))
        return self._title_of_two() if self.two else self._title_of_many()

    def _title_of_many(self) -> str:
        """How many pledges run through the texts, or which of the texts speak of the subject at all."""
        say, register, subject = self.view.say, self.view.register, self._subject()
        found = threads(register, self.declarations, self.subject)
        running = sum(len(thread.pledges) for thread in found if sum(map(bool, thread.cells)) > 1)
        if running:
            return say.count("declarations.many", running, subject=subject, texts=len(self.declarations), **self.years)
        speaking = sum(bool(places_on(register, each, self.subject)) for each in self.declarations)
        return say("declarations.many_unlinked", subject=subject, n=speaking, texts=len(self.declarations))

    def _title_of_two(self) -> str:
        say, subject = self.view.say, self._subject()
        found = compare(self.view.register, self.earlier, self.later, self.subject)
        if found.pairs:
            links = [link for pair in found.pairs for link in pair.links]
            labels = Counter(link.change for link in links)
            parts = [
                say("declarations.change_count", n=labels[change], change=say(f"terms.change_{change}"))
                for change in Change
                if labels[change]
            ]
            if parts:
                return say.count("declarations.both_labelled", len(links), subject=subject, changes=", ".join(parts), **self.years)
            return say.count("declarations.both_linked", len(links), subject=subject, **self.years)
        if found.earlier_alone and found.later_alone:
            return say("declarations.both_unlinked", subject=subject, **self.years)
        if found.earlier_alone or found.later_alone:
            year, other = (self.earlier.id, self.later.id) if found.earlier_alone else (self.later.id, self.earlier.id)
            return say("declarations.both_one", subject=subject, year=year, other=other)
        return say("declarations.both_none", subject=subject, **self.years)

    def _subject(self) -> str:
        view, register, say = self.view, self.view.register, self.view.say
        names = [naming.pledge(view, register.pledge_by_id[id_]) for id_ in sorted(self.subject.pledges)]
        names += [naming.theme(view, theme) for theme in register.themes if theme.id in self.subject.themes]
        names += [say(f"terms.ledger_{ledger}") for ledger in Ledger if ledger in self.subject.ledgers]
        return ", ".join(names)

    def between(self) -> str:
        """What lies between the texts, and what that forbids to conclude."""
        say, register = self.view.say, self.view.register
        inside = register.forums_between(self.earlier.id, self.later.id)
        unchosen = [forum for forum in inside if (text := register.declaration_of(forum.number)) and text not in self.declarations]
        missing = gaps(register, self.declarations)
        if not inside:
            return say("declarations.next_to")
        words = []
        if missing:
            n = sum(map(len, missing))
            words.append(say.count("declarations.between", n, forums=say.listed([self._run(run) for run in missing])))
        if unchosen:
            words.append(say("declarations.between_unchosen", years=", ".join(str(forum.year) for forum in unchosen)))
        words += [
            say("declarations.between_next", earlier=before.id, later=later.id)
            for before, later in pairwise(self.declarations)
            if register.consecutive(before.id, later.id)
        ]
        return " ".join(words)

    def _run(self, forums: tuple[Forum, ...]) -> str:
        """Missing forums in a row, by number and year."""
        say, first, last = self.view.say, forums[0], forums[-1]
        if first is last:
            return say("declarations.missing_one", forum=say.ordinal(first.number), year=first.year)
        begin, end = say.ordinals(first.number, last.number)
        return say("declarations.missing_run", first=begin, last=end, start=first.year, end=last.year)

    # without a subject ----------------------------------------------------------------------------------------------

    def overview(self) -> Markup:
        """Which themes and pledges the texts speak of, each a link to the words."""
        view, say, register = self.view, self.view.say, self.view.register
        years = prose.joined(
            [
                Markup("<th scope='col' class='number'>{}</th>").format(say("declarations.year_column", year=year))
                for year in [each.id for each in self.declarations]
            ]
        )
        rows = []
        for theme in register.themes:
            subject = Subject(themes=frozenset([theme.id]))
            counts = [len(places_on(register, declaration, subject)) for declaration in self.declarations]
            if any(counts):
                link = prose.anchor(self._href(theme=theme.id), naming.theme(view, theme), "in")
                cells = prose.joined(
                    [
                        Markup("<td class='number' data-label='{}'>{}</td>").format(each.id, count)
                        for each, count in zip(self.declarations, counts, strict=True)
                    ]
                )
                rows.append(Markup("<tr><th scope='row'>{}</th>{}</tr>").format(link, cells))
        themes = _table(
            say("declarations.table_caption"), Markup("<th scope='col'>{}</th>{}").format(say("declarations.on_theme"), years), rows
        )
        return Markup("{}<p class='note'>{}</p><div class='tables{}'>{}{}</div>").format(
            self._follow(), say("declarations.choose_subject"), "" if self.two else " many", themes, self._pledge_table()
        )

    def _follow(self) -> Markup:
        """The way to the full view of two consecutive forums."""
        say, register = self.view.say, self.view.register
        pairs = [pair for pair in pairwise(self.declarations) if register.consecutive(pair[0].id, pair[1].id)]
        links = [
            prose.anchor(address.href("declarations", follow=later.id), say("declarations.follow", earlier=before.id, later=later.id), "in")
            for before, later in pairs
        ]
        return prose.joined([Markup("<p class='follow'>{}</p>").format(link) for link in links])

    def _pledge_table(self) -> Markup:
        say, register = self.view.say, self.view.register
        rows = []
        for pledge in register.pledges:
            mentions = [register.strongest_mention(pledge, declaration.id) for declaration in self.declarations]
            if not any(mentions):
                continue
            cells = [
                Markup("<td data-label='{}'>{}</td>").format(
                    each.id, marks.force(say, register.wording_at(mention.at).force) if mention else say("declarations.not_mentioned")
                )
                for each, mention in zip(self.declarations, mentions, strict=True)
            ]
            link = prose.anchor(self._href(pledge=pledge.id), naming.pledge(self.view, pledge), "in")
            rows.append(Markup("<tr><th scope='row'>{}</th>{}</tr>").format(link, prose.joined(cells)))
        if not rows:
            return Markup("")
        years = prose.joined(
            [
                Markup("<th scope='col'>{}</th>").format(say("declarations.year_column", year=year))
                for year in [each.id for each in self.declarations]
            ]
        )
        head = Markup("<th scope='col'>{}</th>{}").format(say("declarations.on_pledge"), years)
        years_named = say.listed([each.id for each in self.declarations])
        return _table(say("declarations.table_pledges", years=years_named), head, rows)

    def _href(self, **params: str) -> str:
        others = [each.id for each in self.declarations if each is not self.chosen]
        return address.href("declarations", id=self.chosen.id, **{"with": others, **params})

    # on a subject ---------------------------------------------------------------------------------------------------

    def passages(self) -> Markup:
        """What became of the pledges in words and counts, then the words themselves."""
        words = self._pairs() if self.two else Columns(self.view, self.declarations, self.subject).passages()
        return Markup("{}{}").format(account(self.view, steps(self.view.register, self.declarations, self.subject)), words)

    def _pairs(self) -> Markup:
        """The linked passages row by row, then what stands in one text only."""
        say, found = self.view.say, compare(self.view.register, self.earlier, self.later, self.subject)
        heads = prose.joined([Markup("<p>{}</p>").format(self._name(declaration)) for declaration in self.declarations])
        parts = [Markup("<div class='two columns'>{}</div>").format(heads)]
        parts += [self._pair(pair) for pair in found.pairs]
        if found.earlier_alone or found.later_alone:
            sides = [self._alone(self.earlier, found.earlier_alone), self._alone(self.later, found.later_alone)]
            parts.append(Markup("<section class='pair'><div class='two'>{}</div></section>").format(prose.joined(sides)))
        document = prose.joined(parts)
        key = say("declarations.compare_key", **self.years)
        return Markup("{}<section class='doc'>{}</section>").format(passage.explained(key, document), document)

    def _name(self, declaration: Declaration) -> Markup:
        say = self.view.say
        words = say("declarations.option", year=declaration.id, forum=say.ordinal(declaration.forum))
        link = prose.anchor(address.href("declarations", id=declaration.id), say("declarations.read_one", year=declaration.id), "in")
        return Markup("<b>{}</b> {}").format(words, link)

    def _pair(self, pair: Pair) -> Markup:
        view = self.view
        found = passage.difference(view, pair.earlier, pair.later)
        sides = [self._side(pair.earlier, found.earlier if found else None), self._side(pair.later, found.later if found else None)]
        unlike = "" if found else Markup("<p class='small'>{}</p>").format(view.say("declarations.unlike"))
        heads = prose.joined([self._link(link) for link in pair.links])
        return Markup("<section class='pair'>{}<div class='two'>{}</div>{}</section>").format(heads, prose.joined(sides), unlike)

    def _link(self, link: Link) -> Markup:
        """Which pledge joins the two passages, the computed label and the curator's reason."""
        view, say = self.view, self.view.say
        name = Markup("<span class='of'>{}</span>").format(pledge_link(view, link.pledge))
        if link.mention is None or link.change is None:
            return Markup("<p class='mention-head'>{}</p><p class='note'>{}</p>").format(name, say("declarations.not_direct"))
        return Markup("<p class='mention-head'>{} {} {}</p>{}").format(
            name, marks.change(say, link.change), passage.scope(view, link.mention), passage.reason(view, link.mention)
        )

    def _side(self, place: str, words: Markup | None = None) -> Markup:
        view = self.view
        faint = Markup("<p class='small'>{}</p>").format(view.say("declarations.background")) if self._only_background(place) else ""
        return Markup("<div class='side'>{}{}{}</div>").format(passage.head(view, place), faint, passage.quote(view, place, words))

    def _only_background(self, place: str) -> bool:
        """Whether the chosen pledges mention this place for its topic only."""
        mentions = [mention for pledge, mention in self.view.register.pledges_at(place) if pledge.id in self.subject.pledges]
        return bool(mentions) and all(mention.background for mention in mentions)

    def _alone(self, declaration: Declaration, places: tuple[str, ...]) -> Markup:
        say = self.view.say
        head = Markup("<h3 class='sub'>{}</h3>").format(say("declarations.alone", year=declaration.id))
        rest = prose.joined([self._side(place) for place in places]) or Markup("<p class='note'>{}</p>").format(
            say("declarations.alone_none")
        )
        return Markup("<div>{}{}</div>").format(head, rest)


def _table(caption: str, head: Markup, rows: list[Markup]) -> Markup:
    return Markup("<table class='ours'><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        caption, head, prose.joined(rows)
    )
