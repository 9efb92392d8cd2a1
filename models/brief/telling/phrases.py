"""What all parts of a brief in words are made of: names, firmness, counts, citations, permanent addresses.

Each part is a function that takes the telling; what it has told of the brief is noted there for the parts after it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from models.brief.facts import About, Brief, Kind, Subject, best_sources
from models.brief.telling.sources import Citations, permalink
from models.labels import Say
from models.records.forums import Forum
from models.records.notes import Note
from models.records.places import text_of
from models.records.texts import Declaration
from models.register.lineage import Wording
from models.register.register import Register
from models.register.standing import Standing

LONGEST = 600
"""A quote longer than this many letters is counted, not told: it would crowd out the rest."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z가-힣])")
CITED = 2
"""How many sources a judgement names; the others are counted."""
ORDER = (Standing.DONE, Standing.PARTLY_DONE, Standing.STARTED, Standing.NOT_ASSESSED, Standing.NO_EVIDENCE, Standing.CONTRARY)
"""In which order standings are counted; what cannot be judged stands apart, and what is withheld is told only where there is any."""


class Telling:
    """A brief in one language, with what has been told of it so that later parts can refer to it."""

    def __init__(self, brief: Brief, say: Say, told: Mapping[str, int]) -> None:
        self.brief, self.say = brief, say
        self.told = told
        """How many things each part may tell; the others are counted."""
        self.register = brief.register
        self.citations = Citations(self.register, say)
        self.numbers: dict[str, int] = {}
        """The numbers of the promises that are quoted."""
        self.quoted: set[str] = set()
        """Every place whose words have been told."""
        self.printed: set[str] = set()
        self.name = name(brief.register, brief.about, say)
        self.body = brief.register.body_by_id[brief.about.body].name[say.lang] if brief.about.body else ""
        """The city or body that has to answer, where there is one."""

    def counts(self) -> str:
        """How many promises, asks and hopes there are, each ledger by itself."""
        say = self.say
        counted = [(tally.n, tally.ledger) for tally in self.brief.tallies if tally.n]
        return say.listed([say.count(f"briefing.n_{ledger}", n) for n, ledger in counted])

    @property
    def order(self) -> tuple[Standing, ...]:
        """In which order this brief counts standings."""
        if not any(tally.by[Standing.WITHHELD] for tally in self.brief.tallies):
            return ORDER
        after = ORDER.index(Standing.NOT_ASSESSED) + 1
        return (*ORDER[:after], Standing.WITHHELD, *ORDER[after:])

    def at_least(self, forums: int) -> str | int:
        """A number of forums, or that there are at least so many where the record of one is withheld."""
        return self.say.at_least(forums, self.register.knows_all_forums)

    def lead(self, key: str) -> str:
        """The words of a label at the head of a paragraph."""
        words = self.say(key)
        return self.say("briefing.lead", words=words[:1].upper() + words[1:])

    def per_ledger(self, which: Standing, whole: bool = False) -> str:
        """How many stand so, each ledger with its own denominator."""
        say = self.say
        found = [(tally.by[which], tally.n if whole else tally.assessable, tally.ledger) for tally in self.brief.tallies if tally.by[which]]
        return say.listed([say.count(f"briefing.of_{ledger}", everything, found=n) for n, everything, ledger in found])

    def path(self, place: str) -> str:
        """The permanent address, printed where the place is named first."""
        path = permalink(place, place in self.register.commitment_by_id)
        if path in self.printed:
            return ""
        self.printed.add(path)
        return path

    def text(self, place: str) -> Declaration:
        """The declaration that a place lies in."""
        return self.register.declaration_by_id[text_of(place)]

    def firm(self, wording: Wording) -> str:
        """Force and precision in words."""
        force = self.say(f"terms.force_{wording.force}")
        return (
            force
            if wording.precision is None
            else self.say("briefing.firm", force=force, precision=self.say(f"terms.precision_{wording.precision}"))
        )

    def around(self, place: str) -> tuple[str, str]:
        """The rest of the sentence before and after a commitment that is the lesser part of it and shares it with another.

        Such words often have their object in those of the other; a sentence too long for the page is not told.
        """
        commitment = self.register.commitment_by_id.get(place)
        if commitment is None:
            return "", ""
        provision = self.register.provision_by_id[commitment.provision]
        for sentence in _SENTENCE.split(provision.text):
            if commitment.quote in sentence and 2 * len(commitment.quote) < len(sentence) <= LONGEST:
                before, _, after = sentence.partition(commitment.quote)
                shared = any(other.quote in sentence for other in provision.commitments if other is not commitment)
                return (before, after) if shared else ("", "")
        return "", ""

    def cite(self, note: Note) -> tuple[tuple[int, ...], int]:
        """The numbers of the best sources of a note, and how many more there are."""
        sources = best_sources(self.register, note)
        return tuple(dict.fromkeys(self.citations.of(source) for source in sources[:CITED])), max(len(sources) - CITED, 0)

    def reason(self, note: Note) -> tuple[str, str]:
        """Why a note judges so; where it is in the other language alone, that is said."""
        say, reason = self.say, note.reason
        if reason.said_in(say.lang) == say.lang:
            return reason[say.lang], ""
        return f"{reason[say.lang]} {say('notes.translation_missing')}", reason.said_in(say.lang)


ANY, ALL = " / ", " · "
"""What stands between the names of subjects of which any, and of which each, has to be met."""


def name(register: Register, about: About, say: Say) -> str:
    """All subjects of a brief by their names."""
    return ALL.join(alike(register, about, say))


def alike(register: Register, about: About, say: Say) -> list[str]:
    """The same for each kind by itself."""
    return [ANY.join(subject_name(register, subject, say) for subject in about.subjects if subject.kind is kind) for kind in about.kinds]


def subject_name(register: Register, subject: Subject, say: Say) -> str:
    """One subject by its name."""
    if subject.kind is Kind.FORUM:
        return forum_name(register.forum_by_number[int(subject.id)], say)
    if subject.kind is Kind.CITY:
        return register.body_by_id[subject.id].name[say.lang]
    if subject.kind is Kind.PLEDGE:
        return say("briefing.pledge", title=register.pledge_by_id[subject.id].title[say.lang])
    named = register.theme_by_id if subject.kind is Kind.THEME else register.group_by_id
    return named[subject.id].name[say.lang]


def forum_name(forum: Forum, say: Say) -> str:
    """A forum by its number and year."""
    return say("briefing.forum", forum=say.ordinal(forum.number), year=forum.year)
