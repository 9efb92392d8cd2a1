"""The Brief in words: one tree of sentences in one language, the same for the screen, the Word file and the PDF.

How much is told is a number of steps: every step tells one more thing, in an order that gives each part its turn.
What is not told is counted. A quote is told whole or not at all.
"""

from __future__ import annotations

from collections import Counter

from models.brief.facts import Brief
from models.brief.telling import agreed, asked, due, opening, promised, questions, stands, unknown
from models.brief.telling.phrases import Telling
from models.brief.telling.tree import Section, Sheet
from models.labels import Say

_ROUND = "due promised stands asked agreed due promised stands agreed due promised stands asked agreed"
TURNS = tuple(_ROUND.split())
"""In which order the parts take turns."""


def ladder(brief: Brief) -> tuple[str, ...]:
    """In which order the parts get one more thing to tell, until everything is told."""
    left = Counter({"due": len(brief.due), "promised": len(brief.promised), "stands": len(brief.judged), "asked": len(brief.asked)})
    left["agreed"] = len(agreed.quotable(brief))
    steps: list[str] = []
    while any(left.values()):
        for part in TURNS:
            if left[part]:
                steps.append(part)
                left[part] -= 1
    return tuple(steps)


def sheet(brief: Brief, say: Say, fingerprint: str, steps: int) -> Sheet:
    """The brief told in `steps` steps; `fingerprint` is that of the data it was made from."""
    telling = Telling(brief, say, Counter(ladder(brief)[:steps]))
    return Sheet(
        lang=say.lang,
        name=telling.name,
        title=opening.title(telling),
        line=say("briefing.line", product=say("frame.product"), kind=_kind(brief, say), date=say.date(brief.on)),
        lede=opening.lede(telling),
        # The sources are those that the sections have cited, so these are told first.
        sections=_sections(telling),
        sources_heading=say("briefing.sources"),
        sources=tuple(telling.citations.found.values()),
        foot=(
            say("briefing.foot_words"),
            say("briefing.foot_root", address=f"{brief.root}/") if brief.root else say("briefing.foot_within"),
            say("briefing.foot_data", date=say.date(brief.on), day=brief.on.isoformat(), fingerprint=fingerprint),
        ),
        day=brief.on.isoformat(),
        running=say("briefing.running", name=telling.name, date=say.date(brief.on)),
        author=say("frame.product"),
        page=say("briefing.page", here="{here}", all="{all}"),
        signs=say("briefing.foot_signs"),
        root=brief.root,
    )


def _kind(brief: Brief, say: Say) -> str:
    """What sort of thing the brief is about."""
    return say(f"briefing.kind_{brief.about.kinds[0]}" if len(brief.about.subjects) == 1 else "briefing.kind_several")


def _sections(telling: Telling) -> tuple[Section, ...]:
    """The sections in the order in which they are read; a later one may refer to what an earlier one has told.

    Which of them stand on the second page of a file follows from how much is told: exports/brief/pdf.py fits it.
    """
    brief = telling.brief
    nominal = [promised.in_name_only] if brief.in_name_only else []
    strongest = [agreed.section] if brief.agreed else []
    if brief.empty:
        parts = [*nominal, unknown.section, *strongest, questions.section]
    else:
        parts = [promised.section, *nominal, due.section, stands.section, unknown.section, asked.section, agreed.section, questions.section]
    return tuple(part(telling) for part in parts)
