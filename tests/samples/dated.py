"""A small register in which much has a date, for the tests of the timeline."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from models.records.forums import Forum, ForumSource
from models.records.notes import Note
from models.records.pledges import Pledge
from models.records.texts import Commitment, Declaration, Provision
from models.register.register import Register

ON = dt.date(2026, 11, 21)


def both(words: str) -> dict[str, str]:
    return {"en": words, "ko": f"{words} 가"}


def forum(number: int, year: int, text: str = "on-record", held: str = "held") -> Forum:
    start = f"{year}-10-01"
    mode = "in-person" if held == "held" else "announced"
    return Forum.model_validate(
        {
            "number": number,
            "year": year,
            "held": held,
            "start": start,
            "end": f"{year}-10-04",
            "mode": mode,
            "theme": both("Theme"),
            "text": text,
            "sources": ["S1"],
            "announced": "2026-01-10" if held == "announced" else None,
        }
    )


def commitment(id_: str, **fields: Any) -> Commitment:
    given = {
        "id": id_[-1], "quote": "We will", "verb": "will", "summary": both(f"Promise {id_}"), "force": "undertakes", "precision": "dated",
        "by": ["participants"], "themes": ["forum"], "test": both("Done when done."), **fields,
    }  # fmt: skip
    return Commitment.model_validate(given).model_copy(update={"id": id_})


def declaration(year: int, number: int, *commitments: Commitment) -> Declaration:
    provision = Provision.model_validate({"id": "c1", "text": "We will"})
    provision = provision.model_copy(update={"id": f"{year}-c1", "commitments": list(commitments)})
    recital = Provision.model_validate({"id": "p1", "text": "We welcome", "force": "states", "themes": ["peace"]})
    recital = recital.model_copy(update={"id": f"{year}-p1"})
    given = {
        "forum": number, "title": both("Declaration"), "adopted": f"{year}-10-04", "language": "en", "source": {"title": "Page"},
        "provisions": [{"id": "p1", "text": "x"}],
    }  # fmt: skip
    return Declaration.model_validate(given).model_copy(update={"id": str(year), "provisions": [recital, provision]})


def note(id_: str, as_of: str, status: str, **fields: Any) -> Note:
    given = {"status": status, "written": "2026-11-21", "reason": both("Because."), "by": "curator", **fields}
    return Note.model_validate(given).model_copy(update={"id": f"{id_}/{as_of}", "commitment": id_, "as_of": dt.date.fromisoformat(as_of)})


def pledge(id_: str, *places: str, background: tuple[str, ...] = ()) -> Pledge:
    mentions = [{"at": place, "background": place in background} for place in places]
    return Pledge.model_validate({"id": id_, "title": both(f"Pledge {id_}"), "object": both("Object"), "mentions": mentions})


def register(**more: Any) -> Register:
    """Forums 1 (2011, on record), 2 (2012, not), 3 (2013, on record), 4 (2014, on record), 5 (2027, announced)."""
    first = declaration(2011, 1, commitment("2011-c1a", due="2012-10-04", due_words="will"))
    third = declaration(
        2013, 3, commitment("2013-c1a", due="2014-10-04"), commitment("2013-c1b", due="2014-10-04", force="hopes", themes=["peace"])
    )
    fourth = declaration(
        2014,
        4,
        commitment("2014-c1a", due="2030-12-31", target={"value": 1000, "unit": both("cities")}),
        commitment("2014-c1b", precision="direction"),
    )
    base = Register(
        forums=(forum(1, 2011), forum(2, 2012, "known"), forum(3, 2013), forum(4, 2014), forum(5, 2027, "not-found", "announced")),
        forum_sources=(ForumSource.model_validate({"id": "S1", "title": "News", "publisher": "Paper", "published": "2026-01-10"}),),
        themes=(),
        declarations=(first, third, fourth),
        pledges=(
            pledge("often", "2011-c1a", "2013-c1a", "2014-c1a"),
            pledge("seldom", "2013-c1b"),
            pledge("gap", "2011-p1", "2014-c1b", background=("2011-p1",)),
        ),
    )
    return replace(base, **more)
