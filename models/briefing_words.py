"""The Brief in words: one tree of sentences in one language, the same for the screen, the Word file and the PDF.

How much is told is a number of steps: every step tells one more thing, in an order that gives each part its turn.
What is not told is counted. A quote is told whole or not at all.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import unquote

from models.answering import Capacity
from models.briefing import Agreed, Asking, Brief, Item, Kind, Question, Subject, addressees, best_sources
from models.briefing_sheet import Entry, Section, Sheet, Source, Table
from models.labels import Say
from models.lineage import Wording
from models.records import Declaration, Evidence, Forum, Ledger, Note
from models.register import Register
from models.standing import Standing

PARTS = ("due", "promised", "stands", "asked", "agreed")
TURNS = ("due", "promised", "stands", "due", "asked", "agreed", "promised", "stands", "due", "promised", "agreed", "stands")
CITED = 2
"""How many sources a judgement names; the others are counted."""
LONGEST = 600
"""A quote longer than this many letters is counted, not told: it would crowd out the rest."""
ORDER = (Standing.DONE, Standing.PARTLY_DONE, Standing.STARTED, Standing.NOT_ASSESSED, Standing.NO_EVIDENCE, Standing.CONTRARY)


@dataclass
class _Citations:
    """Sources in the order in which they are first cited; one page cited twice keeps its number."""

    say: Say
    found: dict[str, Source] = field(default_factory=dict)

    def of(self, source: Evidence) -> int:
        say = self.say
        published = say.partial(str(source.published)) if source.published else say("briefing.source_undated")
        words = say("briefing.source", publisher=source.publisher, date=published, grade=say(f"terms.grade_{source.grade}"))
        return self._number(f"{source.url or source.id} {source.title}", source.title, words, source.url)

    def text(self, declaration: Declaration) -> int:
        say, copy = self.say, declaration.source
        published = say.partial(str(copy.published)) if copy.published else say("briefing.source_undated")
        words = say(
            "briefing.source_text",
            adopted=say.date(declaration.adopted),
            publisher=copy.publisher or say("briefing.source_nobody"),
            date=published,
            path=text_path(declaration.id),
        )
        return self._number(declaration.id, declaration.title[say.lang], words, copy.url)

    def _number(self, key: str, title: str, words: str, url: str | None) -> int:
        if key not in self.found:
            shown = readable(url) if url else self.say("briefing.source_no_address")
            self.found[key] = Source(len(self.found) + 1, title, words, url or "", shown)
        return self.found[key].number


def permalink(place: str, commitment: bool) -> str:
    """The permanent address of a commitment or a provision, below wherever the register is."""
    return f"/declarations?id={place[:4]}&at={place[:-1] if commitment else place}"


def text_path(declaration: str) -> str:
    return f"/declarations?id={declaration}"


def readable(url: str) -> str:
    """An address with its letters instead of their codes, where that leaves one unbroken word."""
    plain = unquote(url)
    return plain if plain.isprintable() and not any(letter.isspace() for letter in plain) and unquote(plain) == plain else url


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


class _Teller:
    """Tells a brief in one language; numbers what it has told so that later parts can refer to it."""

    def __init__(self, brief: Brief, say: Say, told: Counter[str]) -> None:
        self.brief, self.say, self.told = brief, say, told
        self.register = brief.register
        self.citations = _Citations(say)
        self.numbers: dict[str, int] = {}
        """The numbers of the promises that are quoted."""
        self.name = name(brief.register, brief.subject, say)

    def sheet(self, fingerprint: str) -> Sheet:
        say, brief = self.say, self.brief
        sections = [] if brief.empty else [self._promised(), self._due(), self._stands()]
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
            foot=(say("briefing.foot_words"), say("briefing.foot_data", date=say.date(brief.on), fingerprint=fingerprint)),
            day=brief.on.isoformat(),
            running=say("briefing.running", name=self.name, date=say.date(brief.on)),
            author=say("frame.product"),
            page=say("briefing.page", here="{here}", all="{all}"),
        )

    # the finding ---------------------------------------------------------------------------------------------------

    def _title(self) -> str:
        say, brief, promises = self.say, self.brief, self.brief.tally(Ledger.PROMISES)
        if brief.without_text:
            return say("briefing.title_no_text", name=self.name)
        if brief.empty:
            return say("briefing.title_empty", name=self.name)
        if not promises.n:
            return say("briefing.title_no_promise", name=self.name, counts=self._counts())
        if not promises.assessable:
            return say.count("briefing.title_unjudged", promises.n, name=self.name)
        if promises.by[Standing.NOT_ASSESSED] == promises.assessable:
            return say.count("briefing.title_not_assessed", promises.assessable, name=self.name)
        return say.count("briefing.title_promises", promises.assessable, name=self.name, begun=promises.begun, done=promises.by[Standing.DONE])

    def _lede(self) -> str:
        say, brief = self.say, self.brief
        if brief.without_text:
            return say("briefing.lede_no_text")
        if brief.empty:
            return say("briefing.lede_empty", texts=len(self.register.declarations), forums=len(brief.forums))
        if brief.subject.kind is Kind.CITY:
            return say("briefing.lede_city", counts=self._counts(), texts=len(brief.declarations), all=len(self.register.declarations))
        if brief.subject.kind is Kind.FORUM:
            name_only = say.count("briefing.lede_name_only", brief.in_name_only) if brief.in_name_only else ""
            adopted = next(each.adopted for each in self.register.declarations if each.forum == int(brief.subject.id))
            return say("briefing.lede_forum", counts=self._counts(), date=say.date(adopted), name_only=name_only).strip()
        return say("briefing.lede", counts=self._counts(), texts=len(brief.declarations), all=len(self.register.declarations))

    def _counts(self) -> str:
        say = self.say
        counted = [(tally.n, tally.ledger) for tally in self.brief.tallies if tally.n]
        return say.listed([say.count(f"briefing.n_{ledger}", n) for n, ledger in counted])

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

    def _quoted(self, item: Item, to: str = "") -> Entry:
        """A commitment in its own words; a Korean brief says in Korean first what they mean."""
        say, commitment = self.say, item.commitment
        whole = len(commitment.quote) <= LONGEST
        lead = commitment.summary[say.lang] if say.lang != self._text(commitment.id).language or not whole else ""
        facts = [say.place(commitment.id), self._firm(Wording(commitment.force, commitment.precision))]
        facts += [to] if to else []
        facts += [self._as(item)] if item.capacity else []
        facts += [] if whole else [say("briefing.too_long")]
        return Entry(
            lead=lead,
            quote=commitment.quote if whole else "",
            quote_lang=self._text(commitment.id).language,
            facts=" · ".join([*facts, say(f"terms.standing_{item.standing}")]),
            place=commitment.id,
            path=permalink(commitment.id, True),
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
            number = self.numbers.get(item.commitment.id)
            ledger = say("briefing.promise_number", number=number) if number else say(f"briefing.one_{item.commitment.ledger}")
            facts = " · ".join([ledger, say.place(item.commitment.id), say(f"terms.standing_{item.standing}")])
            lead = say(f"briefing.due_{when}", date=say.date(due))
            entries.append(Entry(lead=lead, text=item.commitment.summary[say.lang], facts=facts, place=item.commitment.id, path=permalink(item.commitment.id, True)))
        lede = "" if brief.due else say("briefing.due_none")
        return Section("due", say("briefing.due"), lede=lede, entries=tuple(entries), more=say.count("briefing.due_more", left) if left else "")

    def _stands(self) -> Section:
        say, brief = self.say, self.brief
        shown = brief.judged[: self.told["stands"]]
        left = len(brief.judged) - len(shown)
        table = Table(
            say("briefing.table", date=say.date(brief.on)),
            (say("briefing.ledger"), say("briefing.judgeable"), *(say(f"terms.standing_{each}") for each in ORDER), say("terms.standing_not-assessable")),
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
        counts = say.listed([say("briefing.standing_n", standing=say(f"terms.standing_{each}"), n=own.count(each)) for each in ORDER if each in own])
        return say("briefing.own_counts", name=self.name, own=len(own), n=len(brief.promised), counts=counts)

    def _judged(self, item: Item) -> Entry:
        """Where one commitment stands, why, and on which sources."""
        say, note = self.say, item.telling
        number = self.numbers.get(item.commitment.id)
        what = say("briefing.promise_number", number=number) if number else item.commitment.summary[say.lang]
        facts = [] if number else [say(f"briefing.one_{item.commitment.ledger}"), say.place(item.commitment.id)]
        if note is None:
            return Entry(lead=what)
        stands = say(f"terms.standing_{item.standing}")
        if item.own:
            own = say("briefing.own_standing", name=self.name, standing=say(f"terms.standing_{item.own.status}"), date=say.date(item.own.as_of))
            facts += [own, say("briefing.whole_standing", standing=stands)]
        else:
            facts += [say("briefing.standing_on", standing=stands, date=say.date(note.as_of))]
        refs, left = self._cite(note)
        facts += [say.count("briefing.sources_more", left)] if left else []
        text, lang = self._reason(note)
        return Entry(lead=what, text=text, text_lang=lang, facts=" · ".join(facts), place=item.commitment.id, path=permalink(item.commitment.id, True), refs=refs)

    def _unknown(self) -> Section:
        say, brief = self.say, self.brief
        lines = []
        missing = brief.not_on_record
        if missing:
            which = say.listed(_spans(say, [forum.number for forum in missing]))
            words = say("briefing.not_on_record", missing=len(missing), forums=len(brief.forums), which=which)
            lines.append(Entry(lead=say("briefing.not_on_record_lead"), text=words))
        judged = any(tally.assessable for tally in brief.tallies)
        if judged:
            open_ = self._per_ledger(Standing.NOT_ASSESSED)
            words = say("briefing.not_assessed", counts=open_) if open_ else say("briefing.all_assessed")
            lines.append(Entry(lead=_sentence(say("terms.standing_not-assessed")), text=words))
            none = self._per_ledger(Standing.NO_EVIDENCE)
            words = say("briefing.no_evidence", counts=none) if none else say("briefing.no_evidence_none")
            lines.append(Entry(lead=_sentence(say("terms.standing_no-evidence")), text=words))
        vague = self._per_ledger(Standing.NOT_ASSESSABLE, whole=True)
        if vague:
            lines.append(Entry(lead=_sentence(say("terms.standing_not-assessable")), text=say("briefing.not_assessable", counts=vague)))
        alone = [say.place(item.commitment.id) for item in brief.items if item.self_reported]
        if alone:
            lines.append(Entry(lead=_sentence(say("terms.grade_self-reported")), text=say("briefing.self_reported", places=say.listed(alone))))
        if brief.subject.kind is Kind.CITY and not brief.empty:
            without = len(brief.promised) - len(brief.own(Ledger.PROMISES))
            if without:
                lines.append(Entry(lead=say("briefing.own_lead"), text=say("briefing.own_missing", name=self.name, without=without, n=len(brief.promised))))
            if any(item.capacity is Capacity.PARTICIPANT and not item.hosted for item in brief.promised):
                lines.append(Entry(lead=say("briefing.attendance_lead"), text=say("briefing.attendance")))
        return Section("unknown", say("briefing.not_known"), entries=tuple(lines))

    def _per_ledger(self, which: Standing, whole: bool = False) -> str:
        """How many stand so, each ledger with its own denominator."""
        say = self.say
        found = [(tally.by[which], tally.n if whole else tally.assessable, tally.ledger) for tally in self.brief.tallies if tally.by[which]]
        return say.listed([say(f"briefing.of_{ledger}", n=n, all=everything) for n, everything, ledger in found])

    def _asked(self) -> Section:
        say, brief = self.say, self.brief
        heading = say("briefing.asked_body") if brief.subject.kind is Kind.CITY else say("briefing.asked")
        if not brief.asked:
            return Section("asked", heading, lede=say("briefing.asked_none"))
        shown = brief.asked[: self.told["asked"]]
        left = Counter(item.commitment.ledger for item in brief.asked[len(shown) :])
        counts = say.listed([say.count(f"briefing.n_{ledger}", left[ledger]) for ledger in Ledger if left[ledger]])
        return Section(
            "asked", heading, entries=tuple(self._quoted(item, self._to(item)) for item in shown), more=say("briefing.more", counts=counts) if counts else ""
        )

    def _to(self, item: Item) -> str:
        say, ids = self.say, addressees(self.register, item.commitment)
        if not ids:
            return say("briefing.to_nobody")
        return say("briefing.to", bodies=say.listed([self.register.body_by_id[id_].name[say.lang] for id_ in ids]))

    def _agreed(self) -> Section:
        say, brief, register = self.say, self.brief, self.register
        quotable = _quotable(brief)
        shown = quotable[: self.told["agreed"]]
        left = len(brief.agreed) - len(shown)
        entries = []
        for agreed in shown:
            text = self._text(agreed.place)
            facts = [say.place(agreed.place), self._firm(agreed.wording)]
            if agreed.since:
                facts.append(say("briefing.agreed_since", place=say.place(agreed.since[0]), firm=self._firm(agreed.since[1])))
            number = self.numbers.get(agreed.place)
            entries.append(
                Entry(
                    lead=say.listed([pledge.title[say.lang] for pledge in agreed.pledges]),
                    text=say("briefing.quoted_above", number=number) if number else "",
                    quote="" if number else register.words_at(agreed.place),
                    quote_lang=text.language,
                    facts=" · ".join(facts),
                    place=agreed.place,
                    path=permalink(agreed.place, agreed.place in register.commitment_by_id),
                    refs=(self.citations.text(text),),
                )
            )
        lede = "" if brief.agreed else say("briefing.agreed_none")
        return Section("agreed", say("briefing.agreed"), lede=lede, entries=tuple(entries), more=say.count("briefing.agreed_more", left) if left else "")

    # questions -----------------------------------------------------------------------------------------------------

    def _questions(self) -> Section:
        return Section("questions", self.say("briefing.questions"), entries=tuple(self._question(each) for each in self.brief.questions))

    def _question(self, question: Question) -> Entry:
        say, register, item = self.say, self.register, question.item
        if item:
            return self._about(question.why, item)
        if question.pledge:
            pledge, later = question.pledge.title[say.lang], question.later[:4]
            ask = say(f"briefing.q_{question.why}", pledge=pledge, earlier=question.earlier[:4], later=later)
            if question.why is Asking.DROPPED:
                return Entry(lead=ask, text=say("briefing.a_dropped", earlier=question.earlier[:4], later=later))
            before, after = self._firm(register.wording_at(question.earlier)), self._firm(register.wording_at(question.later))
            answer = say("briefing.a_weakened", before=before, after=after, earlier=question.earlier[:4], later=later)
            refs = (self.citations.text(self._text(question.earlier)), self.citations.text(self._text(question.later)))
            return Entry(lead=ask, text=answer, refs=refs)
        return Entry(lead=say(f"briefing.q_{question.why}", name=self.name), text=self._general(question.why))

    def _general(self, why: Asking) -> str:
        say, brief = self.say, self.brief
        promises = brief.tally(Ledger.PROMISES)
        if why is Asking.FINISHED:
            counts = say.listed([say("briefing.standing_n", standing=say(f"terms.standing_{each}"), n=promises.by[each]) for each in ORDER if promises.by[each]])
            return say.count("briefing.a_finished", promises.assessable, counts=counts)
        if why is Asking.VAGUE:
            return say("briefing.a_vague", counts=self._per_ledger(Standing.NOT_ASSESSABLE, whole=True))
        if why is Asking.CALLED:
            return say("briefing.a_called", texts=len(self.register.declarations), forums=len(brief.forums))
        return say("briefing.a_not_on_record", missing=len(brief.not_on_record), forums=len(brief.forums))

    def _about(self, why: Asking, item: Item) -> Entry:
        """A question about one commitment, with what the records can honestly answer."""
        say, commitment, note = self.say, item.commitment, item.note
        summary, due = commitment.summary[say.lang].rstrip("."), say.date(commitment.due) if commitment.due else ""
        stands, refs, lang = say(f"terms.standing_{item.standing}"), (), ""
        if why is Asking.CONTRARY and item.against:
            body = self.register.body_by_id[item.against.actor].name[say.lang] if item.against.actor in self.register.body_by_id else say("briefing.everybody")
            newest = self._newest(item, item.against.actor)
            answer = say("briefing.a_contrary", date=say.date(newest.as_of), standing=say(f"terms.standing_{newest.status}"))
            reason, lang = self._reason(item.against)
            answer, (refs, _) = f"{reason} {answer}", self._cite(item.against)
            ask = say("briefing.q_contrary", body=body, summary=summary, date=say.date(item.against.as_of))
            return Entry(lead=ask, text=answer, text_lang=lang, place=commitment.id, path=permalink(commitment.id, True), refs=refs)
        if item.standing is Standing.NO_EVIDENCE and note and note.search:
            answer = say("briefing.a_no_evidence", date=say.date(note.search.on))
        elif why is Asking.COMING:
            answer = say("briefing.a_coming", standing=stands, date=say.date(self.brief.on))
        elif why is Asking.SELF_REPORTED:
            answer = say("briefing.a_self_reported", standing=stands)
        else:
            answer = say("briefing.a_overdue", standing=stands, date=say.date(self.brief.on))
        if note and item.standing is not Standing.NO_EVIDENCE:
            refs, _ = self._cite(note)
        ask = say(f"briefing.q_{why}", summary=summary, due=due)
        return Entry(lead=ask, text=answer, place=commitment.id, path=permalink(commitment.id, True), refs=refs)

    def _newest(self, item: Item, actor: str | None) -> Note:
        """The newest note of the same body on the same commitment."""
        notes = [note for note in self.register.notes_of(item.commitment.id) if note.actor == actor]
        return notes[-1]

    # pieces --------------------------------------------------------------------------------------------------------

    def _text(self, place: str) -> Declaration:
        return self.register.declaration_by_id[place[:4]]

    def _firm(self, wording: Wording) -> str:
        """Force and precision in words."""
        force = self.say(f"terms.force_{wording.force}")
        return force if wording.precision is None else self.say("briefing.firm", force=force, precision=self.say(f"terms.precision_{wording.precision}"))

    def _cite(self, note: Note) -> tuple[tuple[int, ...], int]:
        """The numbers of the best sources of a note, and how many more there are."""
        sources = best_sources(self.register, note)
        return tuple(dict.fromkeys(self.citations.of(source) for source in sources[:CITED])), max(len(sources) - CITED, 0)

    def _reason(self, note: Note) -> tuple[str, str]:
        """Why a note judges so; where it is in the other language alone, that is said."""
        say, reason = self.say, note.reason
        if reason.said_in(say.lang) == say.lang:
            return reason[say.lang], ""
        return f"{reason[say.lang]} {say('notes.translation_missing')}", reason.said_in(say.lang)


def name(register: Register, subject: Subject, say: Say) -> str:
    """A subject by its name."""
    if subject.kind is Kind.FORUM:
        return forum_name(register.forum_by_number[int(subject.id)], say)
    if subject.kind is Kind.CITY:
        return register.body_by_id[subject.id].name[say.lang]
    named = register.theme_by_id if subject.kind is Kind.THEME else register.group_by_id
    return named[subject.id].name[say.lang]


def forum_name(forum: Forum, say: Say) -> str:
    return say("briefing.forum", forum=say.ordinal(forum.number), year=forum.year)


def _spans(say: Say, numbers: list[int]) -> list[str]:
    """The numbers of forums, neighbours drawn together: 2nd–6th, 8th."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [say.ordinal(run[0]) if len(run) == 1 else f"{say.ordinal(run[0])}–{say.ordinal(run[-1])}" for run in runs]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
