"""The measures as a table: a line for each dated count; a measure without one, known by its target, has a line without a count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from charts.progress.words import counted, figure
from exports.columns import JOIN, Column, flat, in_both
from models.labels import Say
from models.register.register import Register

COLUMNS = (
    Column("measure", "id of the measure"),
    *in_both("title", "what is counted"),
    Column("series", "id of the kind of count; different kinds are never put on one line"),
    *in_both("kind", "which kind of count"),
    *in_both("unit", "the unit"),
    Column("on", "when: a day, a month or a year"),
    Column("value", "how many", "number"),
    Column("of", "of how many", "number"),
    Column("at_least", "the source says “more than” or “at least”", "boolean"),
    Column("approx", "the source says “about”", "boolean"),
    Column("forum", "number of the forum it belongs to", "integer"),
    Column("evidence", "ids of the sources of the count"),
    *in_both("note", "what is to be known about the count"),
    Column("target_value", "the number to reach", "number"),
    Column("target_by", "when it is to be reached: a day, a month or a year"),
    Column("target_provision", "id of the provision that says so"),
    Column("target_nearest", "id of the series nearest to what the target counts"),
    Column("withheld", "how many counts of this measure are left out for a mistake in them or in a source of theirs", "integer"),
)
FOR_PEOPLE = ("measure", "kind", "on", "count", "forum", "sources", "note", "target", "lacking")
_NONE: dict[str, Any] = dict.fromkeys(("series", "on", "value", "of", "at_least", "approx", "forum", "evidence"))


def rows(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The counts of the document, one line each."""
    for measure, series, point in _counts(document):
        target = measure["target"] or {}
        yield {
            **_NONE,
            **(point or {}),
            "measure": measure["id"],
            **flat("title", measure["title"]),
            "series": series["id"] if series else None,
            **flat("kind", series and series["kind"]),
            **flat("unit", (series and series["unit"]) or measure["unit"]),
            **flat("note", point and point["note"]),
            **{f"target_{name}": target.get(name) for name in ("value", "by", "provision", "nearest")},
            "withheld": measure["withheld"],
        }


def _counts(document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None, dict[str, Any] | None]]:
    for measure in document["measures"]:
        found = [(measure, series, point) for series in measure["series"] for point in series["points"]]
        yield from found or [(measure, None, None)]


def in_words(document: dict[str, Any], register: Register, say: Say) -> Iterator[dict[str, str]]:
    """The same lines for people."""
    lang = say.lang
    for measure, series, point in _counts(document):
        unit, target = ((series and series["unit"]) or measure["unit"])[lang], measure["target"]
        aim = say("progress.goal", value=figure(target["value"]), unit=measure["unit"][lang]) if target else ""
        sources = [register.evidence_by_id[each].title for each in (point or {}).get("evidence", []) if each in register.evidence_by_id]
        yield {
            "measure": measure["title"][lang],
            "kind": series["kind"][lang] if series else "",
            "on": point["on"] if point else "",
            "count": counted(point, unit, say) if point else say("tables.no_count"),
            "forum": say.ordinal(point["forum"]) if point and point["forum"] else "",
            "sources": JOIN.join(sources),
            "note": point["note"][lang] if point and point["note"] else "",
            "target": say("tables.target", target=aim, date=say.partial(target["by"])) if target else "",
            "lacking": say.count("tables.counts_withheld", measure["withheld"]) if measure["withheld"] else "",
        }
