"""The pledges as a table: a line for each, with the places that speak of it and how its words changed from one to the next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exports.columns import JOIN, Column, flat, in_both
from models.labels import Say
from models.register.register import Register

COLUMNS = (
    Column("id", "the pledge"),
    *in_both("title", "its name"),
    *in_both("object", "what its mentions have in common"),
    Column("measure", "id of the measure that counts towards it"),
    Column("declarations", "ids of the declarations that speak of the pledge itself, oldest first"),
    Column("mentions", "ids of the commitments and provisions that speak of it, in order of the forums"),
    Column("changes", "each of these that is compared with an earlier one, with a space and what became of the words"),
    Column("background", "ids of those that only touch its topic; not counted as recurrence"),
)
FOR_PEOPLE = ("id", "pledge", "object", "declarations", "mentions", "changes", "background", "measure")


def rows(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The pledges of the document, one line each."""
    for pledge in document["pledges"]:
        spoken = [mention for mention in pledge["mentions"] if not mention["background"]]
        yield {
            **pledge,
            **flat("title", pledge["title"]),
            **flat("object", pledge["object"]),
            "mentions": [mention["at"] for mention in spoken],
            "changes": [f"{mention['at']} {mention['label']}" for mention in spoken if mention["label"]],
            "background": [mention["at"] for mention in pledge["mentions"] if mention["background"]],
        }


def in_words(document: dict[str, Any], register: Register, say: Say) -> Iterator[dict[str, str]]:
    """The same lines for people."""
    for pledge in document["pledges"]:
        spoken = [mention for mention in pledge["mentions"] if not mention["background"]]
        changes = [
            say("tables.change", place=say.place(mention["at"]), change=say(f"terms.change_{mention['label']}"))
            for mention in spoken
            if mention["label"]
        ]
        measure = register.measure_by_id.get(pledge["measure"] or "")
        yield {
            "id": pledge["id"],
            "pledge": pledge["title"][say.lang],
            "object": pledge["object"][say.lang],
            "declarations": JOIN.join(pledge["declarations"]),
            "mentions": JOIN.join(say.place(mention["at"]) for mention in spoken),
            "changes": JOIN.join(changes),
            "background": JOIN.join(say.place(mention["at"]) for mention in pledge["mentions"] if mention["background"]),
            "measure": measure.title[say.lang] if measure else "",
        }
