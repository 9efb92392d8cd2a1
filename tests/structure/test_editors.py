"""What editors are told: which schema belongs to which record, and how files are written."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from models.loading import record_files
from models.reading.shaping import KINDS
from tests.samples.registers import RECORDS, ROOT

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
AS_THEIR_MAKERS_WROTE_THEM = ("tests/cases/texts/", "tests/golden/", "tests/browser/axe", "static/")


def test_every_record_gets_the_schema_of_its_kind_and_no_other() -> None:
    schemas = {schema: [files] if isinstance(files, str) else files for schema, files in SETTINGS["yaml.schemas"].items()}
    assert {Path(schema).stem for schema in schemas} == set(KINDS)
    assert all((ROOT / schema).is_file() for schema in schemas)
    for kind, path in record_files(RECORDS)[0]:
        inside = path.relative_to(ROOT)
        found = [
            Path(schema).stem
            for schema, files in schemas.items()
            if any(inside.match(each) and len(inside.parts) == each.count("/") + 1 for each in files)
        ]
        assert found == [kind], inside


def test_files_are_written_as_the_editors_are_told() -> None:
    """Of the files that git knows: UTF-8, lines end in LF without spaces, and no tabs in code and records."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    wrong = []
    for name in filter(None, listed):
        path = ROOT / name
        if name.startswith(AS_THEIR_MAKERS_WROTE_THEM) or path.suffix in (".png", ".woff2") or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8")
        if "\r" in text or re.search(r"[ \t]+$", text, re.MULTILINE) or (text and not text.endswith("\n")):
            wrong.append(name)
        if "\t" in text and path.suffix in (".py", ".yaml", ".json", ".toml", ".css", ".typ"):
            wrong.append(f"{name}: a tab")
    assert wrong == []
