"""How a snapshot begins: what it is, of which day, made of which data, what is left out, what its seal proves, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from exports.snapshot.passages import Words, facts, heading, joined, link, paragraph, points, table
from exports.snapshot.pledges import ordered
from exports.snapshot.reading import Reading
from models.records.terms import Ledger
from models.register.forum_texts import text_state
from models.register.standing import Standing

COUNTED = ("declarations", "provisions", "commitments", "pledges", "notes", "evidence", "measures", "forums")
"""What is counted of the data, by the names that the data give it."""


def opening(reading: Reading, meta: Mapping[str, Any], digest: str, langs: Iterable[str]) -> Markup:
    """The title and what has to be known before anything is quoted from the file; `digest` is that of the data."""
    say = reading.say
    title = Markup("<h1 id='{}'>{}</h1>\n").format(reading.at("top"), say("snapshot.title", date=say.date(reading.on)))
    counts = say.listed([say.count(f"snapshot.n_{name}", meta["counts"][name]) for name in COUNTED])
    rows: list[tuple[str, Words]] = [
        (say("snapshot.as_of"), say.date(reading.on)),
        (say("snapshot.languages"), say.listed([say(f"notes.language_{lang}") for lang in langs])),
        (say("snapshot.counts"), counts),
        (say("snapshot.left_out"), _left_out(reading, meta)),
        (say("snapshot.fingerprint"), Markup("<code>{}</code>").format(meta["fingerprint"])),
        (say("snapshot.digest"), Markup("<code>{}</code>").format(digest)),
        (say("snapshot.check"), Markup("<code>python curate.py snapshot --verify {}</code>").format(say("snapshot.this_file"))),
        (say("snapshot.by_hand"), Markup("<code>head -n -1 {} | sha256sum</code>").format(say("snapshot.this_file"))),
    ]
    return title + paragraph(say("snapshot.lede"), "lede") + facts(rows) + paragraph(say("snapshot.proves"), "small")


def _left_out(reading: Reading, meta: Mapping[str, Any]) -> str:
    """How many records are withheld and why; that none is, where none is."""
    say = reading.say
    if not reading.withheld:
        return say("snapshot.left_out_none")
    told = [say.count("snapshot.left_out", reading.withheld)]
    if hidden := meta["judgements_withheld"]:
        told.append(say.count("frame.problems_judgements", hidden))
    return " ".join(told)


def contents(reading: Reading, sections: Iterable[tuple[str, str]]) -> Markup:
    """The table of contents; every declaration and every pledge is in it."""
    say, register = reading.say, reading.register
    within = {
        "declarations": [
            link(f"#{reading.at(each.id)}", say("declarations.option", year=each.id, forum=say.ordinal(each.forum)))
            for each in register.declarations
        ],
        "pledges": [reading.pledge(each.id) for each in ordered(reading)],
        "measures": [link(f"#{reading.at('measure', each.id)}", each.title[reading.lang]) for each in register.measures],
    }
    rows = [Markup("{}{}").format(link(f"#{reading.at(name)}", words), points(within.get(name, []), "within")) for name, words in sections]
    return Markup("<nav aria-labelledby='{0}'>{1}{2}</nav>\n").format(
        reading.at("contents"), heading(2, say("snapshot.contents"), reading.at("contents")), points(rows, "contents")
    )


def unknown(reading: Reading) -> Markup:
    """What the register does not know on the day: texts, judgements and evidence, each by its own word."""
    say, register = reading.say, reading.register
    heads = [say("method.unfound_head"), say("method.unfound_head_total"), *(say(f"terms.standing_{each}") for each in Standing)]
    rows = []
    for ledger in Ledger:
        stand = [register.standing_of(each, reading.on) for each in register.commitments_in(ledger)]
        rows.append([say(f"terms.ledger_{ledger}"), str(len(stand)), *(str(stand.count(each)) for each in Standing)])
    gaps = [each for each in register.begun(reading.on) if text_state(reading.whole, each, reading.on).is_gap]
    listed = [
        say(
            "overview.forum_cell",
            forum=say.ordinal(each.number),
            year=each.year,
            text=say(f"terms.text_{text_state(reading.whole, each, reading.on)}"),
        )
        for each in gaps
    ]
    return joined([paragraph(say("method.unfound_hint")), table(heads, rows), points(listed, "plain")])
