"""The provisions that were written and coded by somebody who had not seen the rules, before they were measured (`unseen.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.reading.documents import read
from models.records.codings import CodedUnit
from models.records.terms import Force, Precision

PATH = Path(__file__).resolve().parent / "unseen.yaml"


@dataclass(frozen=True, slots=True)
class Unseen:
    """A provision of no declaration, with its coding."""

    language: str
    place: str
    """Where it stands: `p1` before the commitments, `c1` among them, `a1` in an article."""
    text: str
    force: Force
    """Its own force, or that of its strongest commitment."""
    units: tuple[CodedUnit, ...]
    """Its commitments; a promise in name only is one, its whole text, without precision."""
    rows: tuple[int, ...]
    """Of each commitment that promises, asks or hopes the row of the decision table."""
    doubts: int
    """Of how many of its commitments a doubt is written down."""


def provisions() -> tuple[Unseen, ...]:
    """All of them, in the order of the file."""
    return tuple(_provision(each) for each in read(PATH, PATH.name).data)


def _provision(data: dict[str, Any]) -> Unseen:
    said, text = data.get("units") or [], data["text"]
    units = [CodedUnit(quote=each["quote"], force=Force(each["force"]), precision=Precision(each["precision"])) for each in said]
    force = max((unit.force for unit in units), key=lambda each: each.rank) if units else Force(data["force"])
    if data["kind"] == "c" and not units:
        units = [CodedUnit(quote=text, force=force)]
    return Unseen(
        language=data["language"],
        place=f"{data['kind']}1",
        text=text,
        force=force,
        units=tuple(units),
        rows=tuple(int(each["row"]) for each in said),
        doubts=sum("doubt" in each for each in said),
    )
