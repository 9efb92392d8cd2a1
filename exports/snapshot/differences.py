"""Which records two documents of the register have otherwise: added, changed and removed, by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Difference:
    """What became of the records of one kind since a document was made."""

    kind: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class Differences:
    """All that two documents of one day have otherwise."""

    records: tuple[Difference, ...]
    fields: tuple[str, ...]
    """Fields that only one of the two has: another version of the program made it."""
    later: bool
    """Whether only records of later days differ: the fingerprint is over all records, the document tells of one day."""
    withheld: tuple[int, int]
    """How many records were left out then, and are now."""


def differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> Differences:
    """What differs between the document in a snapshot and that of the records as they are now."""
    records, fields = [], []
    lists = [name for name in dict.fromkeys([*then, *now]) if name != "meta"]
    for name in lists:
        if name not in then or name not in now:
            fields.append(name)
            continue
        before, after = _by_id(then[name]), _by_id(now[name])
        both = [id_ for id_ in before if id_ in after]
        # A field that every record of a kind has on one side alone is no change of any record.
        apart = _fields(before, both) ^ _fields(after, both)
        fields += [f"{name}.{field}" for field in sorted(apart)]
        changed = [id_ for id_ in both if _without(before[id_], apart) != _without(after[id_], apart)]
        found = Difference(
            name, tuple(id_ for id_ in after if id_ not in before), tuple(changed), tuple(id_ for id_ in before if id_ not in after)
        )
        records += [found] if found.added or found.changed or found.removed else []
    old, new = then.get("meta", {}), now.get("meta", {})
    withheld = (_number(old.get("withheld")), _number(new.get("withheld")))
    same = not records and not fields and withheld[0] == withheld[1]
    return Differences(tuple(records), tuple(fields), same and old.get("fingerprint") != new.get("fingerprint"), withheld)


def _by_id(entries: Any) -> dict[str, Any]:
    """The records of a list by their ids; publishers have none and are known by their English name."""
    listed = [each for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []
    return {str(each.get("id", each.get("en", number))): each for number, each in enumerate(listed)}


def _fields(entries: Mapping[str, Any], ids: list[str]) -> set[str]:
    return {field for id_ in ids for field in entries[id_]}


def _without(entry: Mapping[str, Any], fields: set[str]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if name not in fields}


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
