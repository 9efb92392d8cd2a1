"""Two declarations beside each other on one theme or pledge."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from models.comparison import Kind, Span, likeness, word_changes
from models.lineage import Change
from models.passages import Comparison, Link, Pair, Subject, compare, may_say_not_carried, places_on, provision_of
from models.records import Declaration, Ledger, Pledge
from models.register import Register
from widgets import address, marks, prose
from widgets.reader import pledge_link
from widgets.view import View

ALIKE = 0.25
"""Below this share of common words, marking single words would only make noise."""


def ledgers(register: Register, declaration: Declaration) -> Counter[Ledger | None]:
    """How many commitments a declaration has in each ledger; None counts the promises in name only."""
    return Counter(commitment.ledger for provision in declaration.provisions for commitment in provision.commitments)


class SideBySide:
    """The earlier declaration on the left, the later one on the right, whichever the reader named first."""

    def __init__(self, view: View, one: Declaration, other: Declaration, subject: Subject) -> None:
        self.view, self.subject = view, subject
        self.earlier, self.later = sorted((one, other), key=lambda declaration: declaration.forum)
        self.found: Comparison = compare(view.register, self.earlier, self.later, subject)
        self.years = {"earlier": self.earlier.id, "later": self.later.id}

    # sentences ------------------------------------------------------------------------------------------------------

    def title(self) -> str:
        """The finding on the subject, or only which two stand side by side."""
        say, found = self.view.say, self.found
        if not self.subject:
            return say("declarations.both_title", **self.years)
        subject = self._subject()
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
        register, lang, say = self.view.register, self.view.lang, self.view.say
        names = [register.pledge_by_id[id_].title[lang] for id_ in sorted(self.subject.pledges)]
        names += [theme.name[lang] for theme in register.themes if theme.id in self.subject.themes]
        names += [say(f"terms.ledger_{ledger}") for ledger in Ledger if ledger in self.subject.ledgers]
        return ", ".join(names)

    def between(self) -> str:
        """What lies between the two, and what that forbids to conclude."""
        say, register = self.view.say, self.view.register
        forums = register.forums_between(self.earlier.id, self.later.id)
        if not forums:
            return say("declarations.next_to")
        missing = [forum for forum in forums if register.declaration_of(forum.number) is None]
        known = [forum for forum in forums if forum not in missing]
        if known:
            return say.count("declarations.between_some", len(missing), years=", ".join(str(forum.year) for forum in known))
        years = str(missing[0].year) if len(missing) == 1 else f"{missing[0].year}–{missing[-1].year}"
        return say.count(
            "declarations.between", len(missing), first=say.ordinal(missing[0].number), last=say.ordinal(missing[-1].number), years=years
        )

    # without a subject ----------------------------------------------------------------------------------------------

    def overview(self) -> Markup:
        """Which themes and pledges the two speak of, each a link to the words."""
        view, say, register = self.view, self.view.say, self.view.register
        years = prose.joined(
            [
                Markup("<th scope='col' class='number'>{}</th>").format(say("declarations.year_column", year=year))
                for year in self.years.values()
            ]
        )
        rows = []
        for theme in register.themes:
            subject = Subject(themes=frozenset([theme.id]))
            counts = [len(places_on(register, declaration, subject)) for declaration in (self.earlier, self.later)]
            if any(counts):
                link = prose.anchor(self._href(theme=theme.id), theme.name[view.lang], "in")
                cells = prose.joined([Markup("<td class='number'>{}</td>").format(count) for count in counts])
                rows.append(Markup("<tr><th scope='row'>{}</th>{}</tr>").format(link, cells))
        themes = _table(
            say("declarations.table_caption"), Markup("<th scope='col'>{}</th>{}").format(say("declarations.on_theme"), years), rows
        )
        return Markup("<p class='note'>{}</p><div class='tables'>{}{}</div>").format(
            say("declarations.choose_subject"), themes, self._pledge_table()
        )

    def _pledge_table(self) -> Markup:
        say, register = self.view.say, self.view.register
        rows = []
        for pledge in register.pledges:
            mentions = [register.strongest_mention(pledge, declaration.id) for declaration in (self.earlier, self.later)]
            if not any(mentions):
                continue
            cells = [
                Markup("<td>{}</td>").format(
                    marks.force(say, register.wording_at(mention.at).force) if mention else say("declarations.not_mentioned")
                )
                for mention in mentions
            ]
            link = prose.anchor(self._href(pledge=pledge.id), pledge.title[self.view.lang], "in")
            rows.append(Markup("<tr><th scope='row'>{}</th>{}</tr>").format(link, prose.joined(cells)))
        if not rows:
            return Markup("")
        years = prose.joined(
            [Markup("<th scope='col'>{}</th>").format(say("declarations.year_column", year=year)) for year in self.years.values()]
        )
        head = Markup("<th scope='col'>{}</th>{}").format(say("declarations.on_pledge"), years)
        return _table(say("declarations.table_pledges", **self.years), head, rows)

    def _href(self, **params: str) -> str:
        return address.href("declarations", id=address.value("id") or self.later.id, **{"with": self._other(), **params})

    def _other(self) -> str:
        return self.earlier.id if (address.value("id") or self.later.id) == self.later.id else self.later.id

    # on a subject ---------------------------------------------------------------------------------------------------

    def passages(self) -> Markup:
        """The linked passages row by row, then what stands in one text only."""
        say, found = self.view.say, self.found
        heads = prose.joined([Markup("<p>{}</p>").format(self._name(declaration)) for declaration in (self.earlier, self.later)])
        parts = [Markup("<div class='two columns'>{}</div>").format(heads)]
        parts += [self._pair(pair) for pair in found.pairs]
        if found.earlier_alone or found.later_alone:
            sides = [self._alone(self.earlier, found.earlier_alone), self._alone(self.later, found.later_alone)]
            parts.append(Markup("<section class='pair'><div class='two'>{}</div></section>").format(prose.joined(sides)))
        key = Markup("<p class='note'>{}</p>").format(say("declarations.compare_key", **self.years)) if found.pairs else ""
        return Markup("{}<section class='doc'>{}</section>{}").format(key, prose.joined(parts), self._silences())

    def _name(self, declaration: Declaration) -> Markup:
        say = self.view.say
        words = say("declarations.option", year=declaration.id, forum=say.ordinal(declaration.forum))
        link = prose.anchor(address.href("declarations", id=declaration.id), say("declarations.read_one", year=declaration.id), "in")
        return Markup("<b>{}</b> {}").format(words, link)

    def _pair(self, pair: Pair) -> Markup:
        register = self.view.register
        before, after = register.words_at(pair.earlier), register.words_at(pair.later)
        alike = likeness(before, after) >= ALIKE
        spans = word_changes(before, after) if alike else None
        sides = [
            self._side(self.earlier, pair.earlier, _marked(spans[0], "del") if spans else None),
            self._side(self.later, pair.later, _marked(spans[1], "ins") if spans else None),
        ]
        unlike = "" if alike else Markup("<p class='small'>{}</p>").format(self.view.say("declarations.unlike"))
        heads = prose.joined([self._link(link) for link in pair.links])
        return Markup("<section class='pair'>{}<div class='two'>{}</div>{}</section>").format(heads, prose.joined(sides), unlike)

    def _link(self, link: Link) -> Markup:
        """Which pledge joins the two passages, the computed label and the curator's reason."""
        view, say = self.view, self.view.say
        name = Markup("<span class='of'>{}</span>").format(pledge_link(view, link.pledge))
        if link.mention is None or link.change is None:
            return Markup("<p class='mention-head'>{}</p><p class='note'>{}</p>").format(name, say("declarations.not_direct"))
        scope = Markup("<span class='small'>{}</span>").format(say(f"terms.scope_{link.mention.scope}")) if link.mention.scope else ""
        reason = (
            Markup("<p class='note'>{}</p>").format(say("declarations.reason", reason=link.mention.because[view.lang]))
            if link.mention.because
            else ""
        )
        return Markup("<p class='mention-head'>{} {} {}</p>{}").format(name, marks.change(say, link.change), scope, reason)

    def _side(self, declaration: Declaration, place: str, words: Markup | None = None) -> Markup:
        """One passage: where it stands, force and precision, the words, and our summary."""
        view, say, register = self.view, self.view.say, self.view.register
        wording = register.wording_at(place)
        precision = (
            Markup("<span class='precision'>{}</span>").format(say(f"terms.precision_{wording.precision}")) if wording.precision else ""
        )
        link = prose.anchor(address.href("declarations", id=declaration.id, at=place), say.place(place), "in")
        head = Markup("<p class='mention-head'>{} {} {}</p>").format(marks.force(say, wording.force), precision, link)
        quote = words if words is not None else Markup("{}").format(register.words_at(place))
        commitment = register.commitment_by_id.get(place)
        summary = commitment.summary if commitment else register.provision_by_id[provision_of(register, place)].summary
        ours = (
            Markup("<p class='ours'><span class='small'>{}</span> {}</p>").format(say("declarations.ours"), summary[view.lang])
            if summary
            else ""
        )
        faint = Markup("<p class='small'>{}</p>").format(say("declarations.background")) if self._only_background(place) else ""
        return Markup("<div class='side'>{}{}<blockquote><q lang='{}'>{}</q></blockquote>{}</div>").format(
            head, faint, declaration.language, quote, ours
        )

    def _only_background(self, place: str) -> bool:
        """Whether the chosen pledges mention this place for its topic only."""
        mentions = [mention for pledge, mention in self.view.register.pledges_at(place) if pledge.id in self.subject.pledges]
        return bool(mentions) and all(mention.background for mention in mentions)

    def _alone(self, declaration: Declaration, places: tuple[str, ...]) -> Markup:
        say = self.view.say
        head = Markup("<h3 class='sub'>{}</h3>").format(say("declarations.alone", year=declaration.id))
        rest = prose.joined([self._side(declaration, place) for place in places]) or Markup("<p class='note'>{}</p>").format(
            say("declarations.alone_none")
        )
        return Markup("<div>{}{}</div>").format(head, rest)

    def _silences(self) -> Markup:
        """Pledges that only one of the two mentions; called not carried forward only where that may be said."""
        say, register, found = self.view.say, self.view.register, self.found
        carried = [pledge for pledge in found.silent_later if may_say_not_carried(register, self.earlier.id, self.later.id, pledge)]
        silent = [pledge for pledge in found.silent_later if pledge not in carried]
        lines = [
            (say("declarations.not_carried", **self.years), carried),
            (say("declarations.silent_later", **self.years), silent),
            (say("declarations.silent_earlier", **self.years), list(found.silent_earlier)),
        ]
        return prose.joined(
            [Markup("<p class='plain'>{} {}</p>").format(words, self._listed(pledges)) for words, pledges in lines if pledges]
        )

    def _listed(self, pledges: list[Pledge]) -> Markup:
        return prose.joined([pledge_link(self.view, pledge) for pledge in pledges], " · ")


def _marked(spans: list[Span], tag: str) -> Markup:
    """The words with those that differ set apart."""
    return prose.joined(
        [Markup("{}").format(span.words) if span.kind is Kind.SAME else Markup(f"<{tag}>{{}}</{tag}>").format(span.words) for span in spans]
    )


def _table(caption: str, head: Markup, rows: list[Markup]) -> Markup:
    return Markup("<table class='ours'><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        caption, head, prose.joined(rows)
    )
