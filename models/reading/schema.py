"""JSON Schemas of the record files, for editors: completion and red underlines while a curator types.

They are made from the models of the records, so they cannot drift from what `curate.py check` accepts. They
know shapes only; that a quote stands in its paragraph is for the check to say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from models.reading.shaping import KINDS, MAY_LACK, NAMED_BY_FILE


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind of record file, by the name of the kind."""
    return {kind: _schema(kind) for kind in KINDS}


def write(folder: Path) -> list[Path]:
    """Write all schemas into `folder`; returns the files that were not up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = stale(folder)
    for path in changed:
        path.write_text(_texts()[path.name], encoding="utf-8")
    return changed


def stale(folder: Path) -> list[Path]:
    """The schema files in `folder` that are missing or differ from the models."""
    return [
        folder / name
        for name, text in _texts().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def _texts() -> dict[str, str]:
    return {f"{kind}.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for kind, schema in schemas().items()}


def _schema(kind: str) -> dict[str, Any]:
    schema = KINDS[kind].model_json_schema(by_alias=True)
    definitions = schema.pop("$defs", {})
    for name in NAMED_BY_FILE.get(kind, ()):
        # It follows from the file's name, so writing it inside is an error.
        schema["properties"].pop(name, None)
    if kind in MAY_LACK:
        schema["required"] = [name for name in schema["required"] if name not in MAY_LACK[kind]]
    if kind == "evidence":
        schema = {"type": "array", "description": "A list of dated sources.", "items": schema}
    for part in (schema, *definitions.values()):
        _as_typed(part)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by `python curate.py schema` from the models of the records; not to be edited by hand.",
        **schema,
        **({"$defs": definitions} if definitions else {}),
    }


def _as_typed(part: Any) -> None:
    """Fit one part of a schema to how YAML is typed by hand.

    Editors take an unquoted `2015` for a number, but the check reads every value as text first: what it accepts must
    not be underlined. Titles made from field names say nothing that the names do not.
    """
    if isinstance(part, list):
        for each in part:
            _as_typed(each)
        return
    if not isinstance(part, dict):
        return
    if isinstance(part.get("title"), str):
        del part["title"]
    if isinstance(part.get("description"), str):
        part["description"] = part["description"].split("\n\n")[0].replace("\n", " ")
    if part.get("type") == "string" and "enum" not in part and "const" not in part and "format" not in part:
        part["type"] = ["string", "number"]
    if part.get("default", "") is None or part.get("default") == []:
        del part["default"]
    for name, each in part.items():
        if name != "required":
            _as_typed(each)
