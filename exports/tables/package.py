"""All tables for programs as one Frictionless data package: what describes them, and all in one archive.

Tables are described as they are: that of a register that lacks records begins with a comment line, so every dialect names the sign
of comments, and a program that reads by the description skips the line; how many are missing stands in the description too.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, Final

from exports import dataset
from exports.columns import COMMENT, Column
from exports.tables.every import TABLES, of_document
from models.labels import Say
from models.register.register import Register

NAME: Final = "datapackage.json"
_JSON: Final = "register.json"
_BEGUN: Final = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the archive has: there is no clock in what is made."""


def described(register: Register, say: Say, on: dt.date, withheld: int, address: Callable[[str], str]) -> bytes:
    """What the tables are, with their `address` by the names of their files, for programs that fetch them one by one."""
    document = dataset.document(register, on, withheld)
    return _packed(_description(document, _files(document, register, on, withheld), say, on, address))


def archive(register: Register, say: Say, on: dt.date, withheld: int) -> bytes:
    """The tables, the document and what they are in one file; the same records and day give the same bytes."""
    document = dataset.document(register, on, withheld)
    files = _files(document, register, on, withheld)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, body in {NAME: _packed(_description(document, files, say, on, str)), **files}.items():
            entry = zipfile.ZipInfo(name, _BEGUN)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            packed.writestr(entry, body, compresslevel=6)
    return stream.getvalue()


def _files(document: dict[str, Any], register: Register, on: dt.date, withheld: int) -> dict[str, bytes]:
    tables = {f"{name}.csv": of_document(name, document) for name in TABLES}
    return {**tables, _JSON: dataset.as_json(register, on, withheld)}


def _packed(description: dict[str, Any]) -> bytes:
    return json.dumps(description, ensure_ascii=False, indent=1).encode() + b"\n"


def _description(
    document: dict[str, Any], files: Mapping[str, bytes], say: Say, on: dt.date, address: Callable[[str], str]
) -> dict[str, Any]:
    meta = document["meta"]
    return {
        "profile": "data-package",
        "name": "human-rights-cities-register",
        "title": say("frame.product"),
        "description": say("tables.package", date=say.date(on)),
        "version": meta["fingerprint"],
        **{name: meta[name] for name in ("as_of", "fingerprint", "withheld", "withheld_why") if name in meta},
        "resources": [_resource(name, body, say, address(name), meta["withheld"] > 0) for name, body in files.items()],
    }


def _resource(file: str, body: bytes, say: Say, path: str, lacking: bool) -> dict[str, Any]:
    name = file.partition(".")[0]
    about = {
        "name": name,
        "path": path,
        "title": say(f"tables.table_{name}"),
        "encoding": "utf-8",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
    }
    if file == _JSON:
        return {**about, "profile": "data-resource", "format": "json", "mediatype": "application/json"}
    table = TABLES[name]
    schema: dict[str, Any] = {"fields": [_field(column, table.key) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    if name == "notes":
        schema["foreignKeys"] = [{"fields": ["commitment"], "reference": {"resource": "commitments", "fields": ["id"]}}]
    return {
        **about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "dialect": _dialect(lacking),
        "schema": schema,
    }


def _dialect(lacking: bool) -> dict[str, Any]:
    """How the tables are written; below a comment the heads are in the second row, which the field's own tool has to be told besides."""
    written = {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True, "commentChar": COMMENT}
    return {**written, "headerRows": [2]} if lacking else written


def _field(column: Column, key: str) -> dict[str, Any]:
    always = {"constraints": {"required": True, "unique": True}} if column.name == key else {}
    return {"name": column.name, "type": column.type, "description": column.says, **always}
