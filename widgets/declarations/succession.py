"""What one declaration did with the commitments of the forum just before it: every one of them, then what is new."""

from __future__ import annotations

from markupsafe import Markup

from models.records.pledges import Mention, Pledge
from models.records.terms import Ledger
from models.register.lineage import Change
from models.register.succession import Answer, Arrival, Fate, Newcomer, Outcome, Succession
from widgets.declarations import passage
from widgets.declarations.reader import pledge_link
from widgets.frame import mine
from widgets.parts import citation, marks, prose
from widgets.parts.view import View


class Follow:
    """The full view of two consecutive declarations."""

    def __init__(self, view: View, found: Succession) -> None:
        self.view, self.found = view, found
        self.years = {"earlier": found.earlier.id, "later": found.later.id}

    # sentences ------------------------------------------------------------------------------------------------------

    def title(self) -> str:
        """What became of the promises, out of how many."""
        say, found = self.view.say, self.found
        outcomes, n = found.outcomes(Ledger.PROMISES), len(found.fates_in(Ledger.PROMISES))
        if not n or not found.whole:
            return say("succession.title_bare", **self.years)
        return say.count(
            "succession.title",
            n,
            carried=outcomes[Outcome.CARRIED],
            topic=outcomes[Outcome.TOPIC],
            silent=outcomes[Outcome.SILENT],
            **self.years,
        )

    def lede(self) -> str:
        """Asks and hopes, each by itself, and why silence may be read here."""
        say, found = self.view.say, self.found
        if not found.whole:
            return say("succession.not_whole", **self.years)
        words = [self._line(ledger) for ledger in (Ledger.ASKS, Ledger.HOPES) if found.fates_in(ledger)]
        return " ".join([*words, say("succession.consecutive", **self.years)])

    def _line(self, ledger: Ledger) -> str:
        say, outcomes = self.view.say, self.found.outcomes(ledger)
        return say(
            "succession.line",
            ledger=say(f"terms.ledger_{ledger}"),
            n=len(self.found.fates_in(ledger)),
            carried=outcomes[Outcome.CARRIED],
            topic=outcomes[Outcome.TOPIC],
            silent=outcomes[Outcome.SILENT],
            **self.years,
        )

    # the counts -----------------------------------------------------------------------------------------------------

    def table(self) -> Markup:
        """One row a ledger, never a sum; then the rule behind the numbers."""
        say, found = self.view.say, self.found
        shown = [Outcome.CARRIED, Outcome.TOPIC, Outcome.SILENT]
        shown += [outcome for outcome in (Outcome.UNTRACED, Outcome.UNSURE) if any(found.outcomes(ledger)[outcome] for ledger in Ledger)]
        if not found.whole:
            shown = [outcome for outcome in shown if outcome not in (Outcome.TOPIC, Outcome.SILENT)]
        names = [say("succession.column_all", **self.years), *(say(f"succession.outcome_{outcome}") for outcome in shown)]
        head = prose.joined([Markup("<th scope='col' class='number'>{}</th>").format(name) for name in names])
        rows = []
        for ledger in Ledger:
            outcomes = found.outcomes(ledger)
            counts = [len(found.fates_in(ledger)), *(outcomes[outcome] for outcome in shown)]
            cells = [
                Markup("<td class='number' data-label='{}'>{}</td>").format(name, count) for name, count in zip(names, counts, strict=True)
            ]
            cells.append(Markup("<td data-label='{}'>{}</td>").format(say("succession.column_labels"), self._labels(ledger)))
            name = Markup("<a class='in' href='#followed-{}'>{}</a>").format(ledger.value, say(f"terms.ledger_{ledger}"))
            rows.append(Markup("<tr><th scope='row'>{}</th>{}</tr>").format(name, prose.joined(cells)))
        caption = say("succession.caption", **self.years)
        table = Markup(
            "<table class='ours stack fates'><caption>{}</caption><thead><tr><th scope='col'>{}</th>{}<th scope='col'>{}</th></tr></thead><tbody>{}</tbody></table>"
        ).format(caption, say("declarations.on_ledger"), head, say("succession.column_labels"), prose.joined(rows))
        adding = mine.adding(self.view, f"turn:{self.found.earlier.id}-{self.found.later.id}/carried", caption)
        return Markup(
            "{}<p>{}</p><details class='rule'><summary>{}</summary><p class='plain'>{}</p><p class='plain'>{}</p></details>"
        ).format(
            table,
            adding,
            say("succession.rule_title", **self.years),
            say("succession.rule", **self.years),
            say("succession.rule_label", **self.years),
        )

    def _labels(self, ledger: Ledger) -> str:
        """The labels of those carried forward, and how many have none of their own."""
        say, labels = self.view.say, self.found.labels(ledger)
        words = [
            say("declarations.change_count", n=labels[change], change=say(f"terms.change_{change}")) for change in Change if labels[change]
        ]
        if labels[None]:
            words.append(say("succession.no_label", n=labels[None]))
        return ", ".join(words)

    # every commitment of the earlier text ---------------------------------------------------------------------------

    def fates(self) -> Markup:
        """Promises first, then asks, then hopes: the words, and what the later text says of the same pledges."""
        say = self.view.say
        parts = []
        for ledger in Ledger:
            fates = self.found.fates_in(ledger)
            if not fates:
                continue
            title = say.count(f"succession.followed_{ledger}", len(fates), **self.years)
            parts.append(Markup("<h2 class='heading' id='followed-{}'>{}</h2>").format(ledger.value, title))
            columns = prose.joined([Markup("<p>{}</p>").format(say("declarations.year_column", year=year)) for year in self.years.values()])
            parts.append(Markup("<div class='two columns'>{}</div>").format(columns))
            parts += [self._fate(fate) for fate in fates]
        document = prose.joined(parts)
        key = passage.explained(say("declarations.compare_key", **self.years), document)
        return Markup("{}<section class='doc follow'>{}</section>").format(key, document)

    def _fate(self, fate: Fate) -> Markup:
        places = self._by_place(fate)
        own = [place for place, linked in places.items() if any(fate.linked(mention) for _, mention in linked)]
        found = passage.difference(self.view, fate.commitment.id, own[0]) if len(own) == 1 else None
        left = Markup("<div class='side'>{}{}{}</div>").format(
            passage.head(self.view, fate.commitment.id),
            passage.quote(self.view, fate.commitment.id, found.earlier if found else None),
            self._beside(fate),
        )
        right = Markup("<div class='side answer'><p class='year'>{}</p>{}{}{}</div>").format(
            self.view.say("declarations.year_column", year=self.found.later.id),
            self._verdict(fate),
            prose.joined([self._later(fate, place, linked) for place, linked in places.items()]),
            self._rest(fate),
        )
        return Markup("<section class='pair' id='fate-{}'><div class='two'>{}{}</div></section>").format(fate.commitment.id, left, right)

    def _by_place(self, fate: Fate) -> dict[str, list[tuple[Pledge, Mention]]]:
        """The later passages in reading order, those linked to this very commitment first."""
        found: dict[str, list[tuple[Pledge, Mention]]] = {}
        for answer in fate.answers:
            for mention in answer.mentions:
                found.setdefault(mention.at, []).append((answer.pledge, mention))
        return dict(sorted(found.items(), key=lambda item: not any(fate.linked(mention) for _, mention in item[1])))

    def _verdict(self, fate: Fate) -> Markup:
        say = self.view.say
        if fate.outcome is Outcome.CARRIED:
            words = say.count("succession.carried_in", len(fate.answers), carried=len(fate.carried))
            label = marks.change(say, fate.label) if fate.label else ""
            return Markup("<p class='verdict'>{} {}</p>").format(words, label)
        words = say(f"succession.verdict_{fate.outcome}", **self.years)
        return Markup("<p class='verdict {}'>{}</p>").format(fate.outcome.value, words)

    def _later(self, fate: Fate, place: str, linked: list[tuple[Pledge, Mention]]) -> Markup:
        """One later passage: in full where it is linked to these words, folded where it is linked to others."""
        view, say = self.view, self.view.say
        heads = prose.joined([self._link(fate, pledge, mention) for pledge, mention in linked])
        if not any(fate.linked(mention) for _, mention in linked):
            return Markup("{}<details><summary>{}</summary>{}{}</details>").format(
                heads, say("succession.words_at", place=say.place(place)), passage.head(view, place), passage.quote(view, place)
            )
        found = passage.difference(view, fate.commitment.id, place)
        unlike = "" if found else Markup("<p class='small'>{}</p>").format(say("declarations.unlike"))
        return Markup("{}{}{}{}").format(
            heads, passage.head(view, place), passage.quote(view, place, found.later if found else None), unlike
        )

    def _link(self, fate: Fate, pledge: Pledge, mention: Mention) -> Markup:
        """The pledge that joins the two, and the label against the words that the curators compared."""
        view, say = self.view, self.view.say
        name = Markup("<span class='of'>{}</span>").format(pledge_link(view, pledge))
        change = view.register.change_at(mention)
        if change is None or mention.source is None:
            return Markup("<p class='mention-head'>{}</p>").format(name)
        if fate.linked(mention):
            label = Markup("{} {}").format(marks.change(say, change), passage.scope(view, mention))
            return Markup("<p class='mention-head'>{} {}</p>{}").format(name, label, passage.reason(view, mention))
        other = say("succession.other_words", change=say(f"terms.change_{change}"), place=say.place(mention.source))
        return Markup("<p class='mention-head'>{}</p><p class='note'>{}</p>").format(name, other)

    def _rest(self, fate: Fate) -> Markup:
        """The pledges of this commitment that the later text does not mention, or of which it touches the topic only."""
        say, parts = self.view.say, []
        topics = [answer for answer in fate.answers if answer.topics and not answer.mentions]
        parts += [self._topic(answer) for answer in topics]
        silent = [answer.pledge for answer in fate.answers if not answer.mentions and not answer.topics]
        if silent:
            words = say("succession.silent_pledges", **self.years) if self.found.whole else say("succession.unsure_pledges", **self.years)
            parts.append(Markup("<p class='plain'>{} {}</p>").format(words, self._listed(silent)))
        return prose.joined(parts)

    def _topic(self, answer: Answer) -> Markup:
        say, view = self.view.say, self.view
        items = [
            Markup("<li>{} <span class='small'>{}</span></li>").format(
                citation.place(view, mention.at), mention.because[view.lang] if mention.because else ""
            )
            for mention in answer.topics
        ]
        return Markup("<p class='plain'>{} {}</p><ul class='topics'>{}</ul>").format(
            say("succession.topic_of", **self.years), pledge_link(view, answer.pledge), prose.joined(items)
        )

    def _beside(self, fate: Fate) -> Markup:
        """Pledges of which the earlier words touch the topic only; they are not counted."""
        register, commitment = self.view.register, fate.commitment
        own = {answer.pledge.id for answer in fate.answers}
        found = [pledge for pledge, mention in register.pledges_at(commitment.id) if mention.background and pledge.id not in own]
        if not found:
            return Markup("")
        return Markup("<p class='small'>{} {}</p>").format(self.view.say("succession.beside"), self._listed(found))

    # what is new ----------------------------------------------------------------------------------------------------

    def arrivals(self) -> Markup:
        """What the later text has that the earlier does not mention, ledger by ledger."""
        say, found = self.view.say, self.found
        parts = [
            Markup("<h2 class='heading' id='new'>{}</h2><p class='note'>{}</p>").format(
                say("succession.new_title", **self.years), say("succession.new_note", **self.years)
            )
        ]
        for ledger in Ledger:
            everything = found.arrivals_in(ledger)
            new = [arrival for arrival in everything if arrival.new]
            if not everything:
                continue
            wholly = sum(arrival.wholly for arrival in new)
            values = {"ledger": say(f"terms.ledger_{ledger}"), "n": len(everything), **self.years}
            words = (
                say("succession.new_line", new=len(new), wholly=wholly, partly=len(new) - wholly, **values)
                if new
                else say("succession.new_none", **values)
            )
            parts.append(Markup("<h3 class='sub'>{}</h3>").format(words))
            parts += [self._arrival(arrival) for arrival in new]
        if found.stated:
            items = prose.joined([Markup("<li>{}</li>").format(self._newcomer(each)) for each in found.stated])
            words = say.count("succession.new_stated", len(found.stated), **self.years)
            parts.append(Markup("<h3 class='sub'>{}</h3><ul class='topics'>{}</ul>").format(words, items))
        return Markup("<section class='doc follow'>{}</section>").format(prose.joined(parts))

    def _arrival(self, arrival: Arrival) -> Markup:
        say, place = self.view.say, arrival.commitment.id
        items = prose.joined([Markup("<li>{}</li>").format(self._newcomer(each)) for each in arrival.new])
        known = (
            Markup("<p class='small'>{} {}</p>").format(say("succession.known", **self.years), self._listed(list(arrival.known)))
            if arrival.known
            else ""
        )
        left = Markup("<div class='side'>{}{}</div>").format(passage.head(self.view, place), passage.quote(self.view, place))
        right = Markup("<div class='side answer'><p class='verdict'>{}</p><ul class='topics'>{}</ul>{}</div>").format(
            say.count("succession.not_in", len(arrival.new) + len(arrival.known), new=len(arrival.new), **self.years), items, known
        )
        return Markup("<section class='pair' id='new-{}'><div class='two'>{}{}</div></section>").format(place, left, right)

    def _newcomer(self, newcomer: Newcomer) -> Markup:
        """A pledge, the last text on record that has it, and where the earlier text touches its topic."""
        say, view = self.view.say, self.view
        last = say("declarations.last_on_record", year=newcomer.last) if newcomer.last else say("declarations.first_on_record")
        topics = (
            Markup(" <span class='small'>{} {}</span>").format(
                say("succession.topic_before", **self.years),
                prose.joined([citation.place(view, mention.at) for mention in newcomer.topics], " · "),
            )
            if newcomer.topics
            else ""
        )
        return Markup("{} <span class='small'>{}</span>{}").format(pledge_link(view, newcomer.pledge), last, topics)

    def _listed(self, pledges: list[Pledge]) -> Markup:
        return prose.joined([pledge_link(self.view, pledge) for pledge in pledges], " · ")
