"""The Brief in words: one tree of sentences in one language, the same for the screen, the Word file and the PDF.

How much is told is a number of steps: every step tells one more thing, in an order that gives each part its turn.
What is not told is counted. A quote is told whole or not at all.
"""

from __future__ import annotations

from collections import Counter

from models.brief.facts import Agreed, Brief, Item, Kind, addressees
from models.brief.opening import Opening
from models.brief.phrases import LONGEST, ORDER
from models.brief.sections.expected import Answers
from models.brief.sheet import Entry, Section, Sheet, Table
from models.labels import Say
from models.records.terms import Ledger
from models.register.answering import Capacity
from models.register.lineage import Wording
from models.register.standing import Standing

_ROUND = "due promised stands asked agreed due promised stands agreed due promised stands asked agreed"
TURNS = tuple(_ROUND.split())
"""In which order the parts take turns."""


def ladder(brief: Brief) -> tuple[str, ...]:
    """In which order the parts get one more thing to tell, until everything is told."""
    left = Counter({"due": len(brief.due), "promised": len(brief.promised), "stands": len(brief.judged), "asked": len(brief.asked)})
    left["agreed"] = len(_quotable(brief))
    steps: list[str] = []
    while any(left.values()):
        for part in TURNS:
            if left[part]:
                steps.append(part)
                left[part] -= 1
    return tuple(steps)


def sheet(brief: Brief, say: Say, fingerprint: str, steps: int) -> Sheet:
    """The brief told in `steps` steps; `fingerprint` is that of the data it was made from."""
    return _Teller(brief, say, Counter(ladder(brief)[:steps])).sheet(fingerprint)


def _quotable(brief: Brief) -> list[Agreed]:
    return [agreed for agreed in brief.agreed if len(brief.register.words_at(agreed.place)) <= LONGEST]


class _Teller(Opening, Answers):
    """Tells a brief in one language; numbers what it has told so that later parts can refer to it."""

    def __init__(self, brief: Brief, say: Say, told: Counter[str]) -> None:
        super().__init__(brief, say)
        self.told = told

    def sheet(self, fingerprint: str) -> Sheet:
        say, brief = self.say, self.brief
        sections = [] if brief.empty else [self._promised()]
        sections += [self._in_name_only()] if brief.in_name_only else []
        sections += [] if brief.empty else [self._due(), self._stands()]
        sections.append(self._unknown())
        sections += [] if brief.empty else [self._asked()]
        sections += [self._agreed()] if brief.agreed or not brief.empty else []
        sections.append(self._questions())
        return Sheet(
            lang=say.lang,
            name=self.name,
            title=self._title(),
            line=say("briefing.line", kind=say(f"briefing.kind_{brief.subject.kind}"), date=say.date(brief.on)),
            lede=self._lede(),
            sections=tuple(sections),
            sources_heading=say("briefing.sources"),
            sources=tuple(self.citations.found.values()),
            foot=(
                say("briefing.foot_words"),
                say("briefing.foot_data", date=say.date(brief.on), day=brief.on.isoformat(), fingerprint=fingerprint),
            ),
            day=brief.on.isoformat(),
            running=say("briefing.running", name=self.name, date=say.date(brief.on)),
            author=say("frame.product"),
            page=say("briefing.page", here="{here}", all="{all}"),
        )

    # parts ---------------------------------------------------------------------------------------------------------

    def _promised(self) -> Section:
        say, brief = self.say, self.brief
        if not brief.promised:
            return Section("promised", say("briefing.promised"), lede=say("briefing.promised_none"))
        shown = brief.promised[: self.told["promised"]]
        self.numbers = {item.commitment.id: number for number, item in enumerate(shown, start=1)}
        left = len(brief.promised) - len(shown)
        return Section(
            "promised",
            say("briefing.promised"),
            entries=tuple(self._quoted(item) for item in shown),
            numbered=True,
            more=say.count("briefing.promised_more", left) if left else "",
        )

    def _in_name_only(self) -> Section:
        """What stands among the numbered commitments and binds nobody; it is in no ledger."""
        say = self.say
        entries = tuple(self._quoted(item) for item in self.brief.in_name_only)
        return Section("in-name-only", say("briefing.name_only"), lede=say("briefing.name_only_lede"), entries=entries)

    def _quoted(self, item: Item, to: str = "") -> Entry:
        """A commitment in its own words; a Korean brief says in Korean first what they mean."""
        say, commitment = self.say, item.commitment
        whole = len(commitment.quote) <= LONGEST
        self.quoted |= {commitment.id} if whole else set()
        lead = commitment.summary[say.lang] if say.lang != self._text(commitment.id).language or not whole else ""
        facts = [say.place(commitment.id), self._firm(Wording(commitment.force, commitment.precision))]
        facts += [to] if to else []
        facts += [self._as(item)] if item.capacity else []
        facts += [] if whole else [say("briefing.too_long")]
        before, after = self._around(commitment.id) if whole else ("", "")
        facts += [say("briefing.marked")] if before or after else []
        return Entry(
            lead=lead,
            quote=commitment.quote if whole else "",
            quote_before=before,
            quote_after=after,
            quote_lang=self._text(commitment.id).language,
            facts=" · ".join([*facts, say(f"terms.standing_{item.standing}")]),
            place=commitment.id,
            path=self._path(commitment.id),
            refs=(self.citations.text(self._text(commitment.id)),),
        )

    def _as(self, item: Item) -> str:
        """As what a body is bound; a host was there, of other participants that is not on record."""
        if item.capacity is Capacity.PARTICIPANT and item.hosted:
            return self.say("briefing.as_participant_hosting")
        return self.say(f"briefing.as_{item.capacity}")

    def _due(self) -> Section:
        say, brief = self.say, self.brief
        shown = brief.due[: self.told["due"]]
        left = len(brief.due) - len(shown)
        entries = []
        for item in shown:
            due = item.commitment.due
            if due is None:
                continue
            when = "overdue" if item.overdue else (item.punctuality or ("coming" if due >= brief.on else "past"))
            lead, number = say(f"briefing.due_{when}", date=say.date(due)), self.numbers.get(item.commitment.id)
            stands = say(f"terms.standing_{item.standing}")
            if number:
                entries.append(Entry(lead=lead, text=say("briefing.due_promise", number=number, standing=stands)))
                continue
            facts = " · ".join([say(f"briefing.one_{item.commitment.ledger}"), say.place(item.commitment.id), stands])
            entries.append(
                Entry(
                    lead=lead,
                    text=item.commitment.summary[say.lang],
                    facts=facts,
                    place=item.commitment.id,
                    path=self._path(item.commitment.id),
                )
            )
        lede = "" if brief.due else say("briefing.due_none")
        return Section(
            "due", say("briefing.due"), lede=lede, entries=tuple(entries), more=say.count("briefing.due_more", left) if left else ""
        )

    def _stands(self) -> Section:
        say, brief = self.say, self.brief
        shown = brief.judged[: self.told["stands"]]
        left = len(brief.judged) - len(shown)
        table = Table(
            say("briefing.table", date=say.date(brief.on)),
            (
                say("briefing.ledger"),
                say("briefing.judgeable"),
                *(say(f"terms.standing_{each}") for each in ORDER),
                say("terms.standing_not-assessable"),
            ),
            tuple(
                (
                    say(f"terms.ledger_{tally.ledger}"),
                    say("briefing.of", n=tally.assessable, all=tally.n),
                    *(str(tally.by[each]) for each in ORDER),
                    str(tally.by[Standing.NOT_ASSESSABLE]),
                )
                for tally in brief.tallies
                if tally.n
            ),
        )
        return Section(
            "stands",
            say("briefing.stands"),
            table=table,
            after=self._own_counts(),
            subheading=say("briefing.evidence") if shown else "",
            entries=tuple(self._judged(item) for item in shown),
            more=say.count("briefing.stands_more", left) if left else "",
        )

    def _own_counts(self) -> str:
        """The body's own record on the promises that bind it, never put into the table of the whole."""
        say, brief = self.say, self.brief
        if brief.subject.kind is not Kind.CITY or not brief.promised:
            return ""
        own = [Standing(item.own.status.value) for item in brief.own(Ledger.PROMISES) if item.own]
        if not own:
            return say("briefing.own_none", name=self.name)
        counts = say.listed(
            [say("briefing.standing_n", standing=say(f"terms.standing_{each}"), n=own.count(each)) for each in ORDER if each in own]
        )
        return say("briefing.own_counts", name=self.name, own=len(own), n=len(brief.promised), counts=counts)

    def _judged(self, item: Item) -> Entry:
        """Where one commitment stands, why, and on which sources."""
        say, note = self.say, item.telling
        number = self.numbers.get(item.commitment.id)
        what = say("briefing.promise_lead", number=number) if number else item.commitment.summary[say.lang]
        facts = [] if number else [say(f"briefing.one_{item.commitment.ledger}"), say.place(item.commitment.id)]
        if note is None:
            return Entry(lead=what)
        stands = say(f"terms.standing_{item.standing}")
        if item.own:
            own = say(
                "briefing.own_standing", name=self.name, standing=say(f"terms.standing_{item.own.status}"), date=say.date(item.own.as_of)
            )
            facts += [own, say("briefing.whole_standing", standing=stands)]
        else:
            facts += [say("briefing.standing_on", standing=stands, date=say.date(note.as_of))]
        refs, left = self._cite(note)
        facts += [say.count("briefing.sources_more", left)] if left else []
        text, lang = self._reason(note)
        return Entry(
            lead=what,
            text=text,
            text_lang=lang,
            facts=" · ".join(facts),
            place=item.commitment.id,
            path=self._path(item.commitment.id),
            refs=refs,
        )

    def _unknown(self) -> Section:
        say, brief = self.say, self.brief
        lines = []
        missing = brief.not_on_record
        if missing:
            which = say.listed(_spans(say, [forum.number for forum in missing]))
            words = say("briefing.not_on_record", missing=len(missing), forums=len(brief.forums), which=which)
            lines.append(Entry(lead=self._lead("briefing.not_on_record_lead"), text=words))
        judged = any(tally.assessable for tally in brief.tallies)
        if judged:
            open_ = self._per_ledger(Standing.NOT_ASSESSED)
            words = say("briefing.not_assessed", counts=open_) if open_ else say("briefing.all_assessed")
            lines.append(Entry(lead=self._lead("terms.standing_not-assessed"), text=words))
            none = self._per_ledger(Standing.NO_EVIDENCE)
            searched = any(tally.by[Standing.NOT_ASSESSED] < tally.assessable for tally in brief.tallies)
            words = say("briefing.no_evidence", counts=none) if none else say("briefing.no_evidence_none")
            lines += [Entry(lead=self._lead("terms.standing_no-evidence"), text=words)] if searched else []
        vague = self._per_ledger(Standing.NOT_ASSESSABLE, whole=True)
        if vague:
            lines.append(Entry(lead=self._lead("terms.standing_not-assessable"), text=say("briefing.not_assessable", counts=vague)))
        alone = [say.place(item.commitment.id) for item in brief.items if item.self_reported]
        if alone:
            lines.append(Entry(lead=self._lead("terms.grade_self-reported"), text=say("briefing.self_reported", places=say.listed(alone))))
        if brief.subject.kind is Kind.CITY and not brief.empty:
            without = len(brief.promised) - len(brief.own(Ledger.PROMISES))
            if without:
                lines.append(
                    Entry(
                        lead=self._lead("briefing.own_lead"),
                        text=say("briefing.own_missing", name=self.name, without=without, n=len(brief.promised)),
                    )
                )
            if any(item.capacity is Capacity.PARTICIPANT and not item.hosted for item in brief.promised):
                lines.append(Entry(lead=self._lead("briefing.attendance_lead"), text=say("briefing.attendance")))
        return Section("unknown", say("briefing.not_known"), entries=tuple(lines))

    def _asked(self) -> Section:
        say, brief = self.say, self.brief
        heading = say("briefing.asked_body") if brief.subject.kind is Kind.CITY else say("briefing.asked")
        if not brief.asked:
            return Section("asked", heading, lede=say("briefing.asked_none"))
        shown = brief.asked[: self.told["asked"]]
        left = Counter(item.commitment.ledger for item in brief.asked[len(shown) :])
        counts = say.listed([say.count(f"briefing.n_{ledger}", left[ledger]) for ledger in Ledger if left[ledger]])
        return Section(
            "asked",
            heading,
            entries=tuple(self._quoted(item, self._to(item)) for item in shown),
            more=say("briefing.more", counts=counts) if counts else "",
        )

    def _to(self, item: Item) -> str:
        say, ids = self.say, addressees(self.register, item.commitment)
        if not ids:
            return say("briefing.to_nobody")
        return say("briefing.to", bodies=say.listed([self.register.body_by_id[id_].name[say.lang] for id_ in ids]))

    def _agreed(self) -> Section:
        say, brief, register = self.say, self.brief, self.register
        above = [agreed for agreed in brief.agreed if agreed.place in self.quoted]
        others = [agreed for agreed in _quotable(brief) if agreed not in above]
        shown = others[: self.told["agreed"]]
        left = len(brief.agreed) - len(shown) - len(above)
        entries = [self._above(above)] if above else []
        for agreed in shown:
            text = self._text(agreed.place)
            before, after = self._around(agreed.place)
            facts = [say.place(agreed.place), self._firm(agreed.wording), *([say("briefing.marked")] if before or after else [])]
            if agreed.since:
                facts.append(say("briefing.agreed_since", place=say.place(agreed.since[0]), firm=self._firm(agreed.since[1])))
            entries.append(
                Entry(
                    lead=say.listed([pledge.title[say.lang] for pledge in agreed.pledges]),
                    quote=register.words_at(agreed.place),
                    quote_before=before,
                    quote_after=after,
                    quote_lang=text.language,
                    facts=" · ".join(facts),
                    place=agreed.place,
                    path=self._path(agreed.place),
                    refs=(self.citations.text(text),),
                )
            )
        lede = "" if brief.agreed else say("briefing.agreed_none")
        return Section(
            "agreed",
            say("briefing.agreed"),
            lede=lede,
            entries=tuple(entries),
            more=say.count("briefing.agreed_more", left) if left else "",
        )

    def _above(self, agreed: list[Agreed]) -> Entry:
        """The wordings that are quoted above already, in one entry."""
        say, lines = self.say, []
        for each in sorted(agreed, key=lambda each: self.numbers.get(each.place, len(self.numbers) + 1)):
            pledges, number = ", ".join(pledge.title[say.lang] for pledge in each.pledges), self.numbers.get(each.place)
            said = (
                say("briefing.above_promise", number=number, pledges=pledges)
                if number
                else say("briefing.above_place", place=say.place(each.place), pledges=pledges)
            )
            lines.append(said)
        return Entry(lead=say("briefing.above"), text="; ".join(lines))


def _spans(say: Say, numbers: list[int]) -> list[str]:
    """The numbers of forums, neighbours drawn together: 2nd–6th, 8th."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [say.ordinal(run[0]) if len(run) == 1 else f"{say.ordinal(run[0])}–{say.ordinal(run[-1])}" for run in runs]
