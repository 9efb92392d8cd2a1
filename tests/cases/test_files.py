"""Files as people really make them (files.yaml): what is wrong is named once, where an editor shows it, and the rest is served."""

from __future__ import annotations

import codecs
import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import curate
from exports import dataset
from models.loading import Loaded, load
from models.writing.drafts import Draft, check
from models.writing.saving import Refused, save
from tests.pages.opening import opened, words
from tests.samples.drafts import KIM, NEW, draft
from tests.samples.registers import SOUND, TODAY, folder, say
from tests.widgets.server.test_data import get
from widgets.follow_through import troubles
from widgets.parts import view
from widgets.parts.view import Sweep, View

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_suffix("").with_name("files.yaml").read_text(encoding="utf-8"))
PAGES = (
    "overview",
    "find",
    "commitment",
    "pledges",
    "pledge",
    "timeline",
    "declarations",
    "follow_through",
    "city",
    "briefing",
    "slides",
    "new_text",
    "method",
)
NOBODY = 65534


def cases(*families: str) -> pytest.MarkDecorator:
    rows = [case for family in families for case in CASES[family]]
    return pytest.mark.parametrize("case", rows, ids=[str(row.get("case", row.get("to"))) for row in rows])


def written(case: dict[str, Any]) -> dict[str, bytes]:
    """The file of a case with what it writes in place of what stands there."""
    text, changes = SOUND[case["in"]], case["write"]
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text, f"{old!r} does not stand in {case['in']}"
        text = text.replace(old, new, 1)
    return {case["in"]: (text.replace("\n", "\r\n") if case.get("windows") else text).encode()}


def held(found: Loaded, case: dict[str, Any], path: str | None = None, times: int = 1) -> None:
    """The problem of the case and no other, and all the rest can be given away."""
    said = [str(problem) for problem in found.problems]
    if case["problem"] == "none":
        assert said == []
        assert found.withheld == 0
    else:
        assert [problem.code for problem in found.problems] == [case["problem"]] * times, said
        assert case["says"] in found.problems[0].sentence, said
        assert path is None or found.problems[0].path == path, said
        assert found.problems[0].line == case.get("line", found.problems[0].line), said
    assert all(line.isprintable() for line in said), said
    document = json.loads(dataset.as_json(found.register, TODAY, found.withheld))
    assert document["meta"]["withheld"] == found.withheld


@cases("signs", "notation", "quotes", "numbers_and_days")
def test_what_a_file_holds(tmp_path: Path, case: dict[str, Any]) -> None:
    root = folder(tmp_path, written(case))
    found = load(root, TODAY)
    held(found, case, f"commitments/{case['in']}")
    if case["problem"] not in ("none", "conflict", "look-alike") and case["in"].startswith(("declarations", "evidence", "forums")):
        assert found.register.declarations, "one mistake does not take the file with it"
    if case["problem"] == "none":
        assert found.register.commitment_by_id.keys() == {"2023-p2a", "2023-p2b", "2024-c1a"}


@cases("addresses")
def test_addresses(tmp_path: Path, case: dict[str, Any]) -> None:
    text = SOUND["evidence/offices.yaml"].replace("  title", f'  url: "{case["url"]}"\n  title')
    held(load(folder(tmp_path, {"evidence/offices.yaml": text}), TODAY), {**case, "line": 3}, "commitments/evidence/offices.yaml")


# names of files, links, closed folders ------------------------------------------------------------------------------------


@contextlib.contextmanager
def apart() -> Iterator[Path]:
    """A folder that others may enter too, unlike those that pytest makes."""
    here = Path(tempfile.mkdtemp())
    here.chmod(0o755)
    try:
        yield here
    finally:
        for path in here.rglob("*"):
            if not path.is_symlink():
                path.chmod(0o755)
        shutil.rmtree(here)


@contextlib.contextmanager
def humbly() -> Iterator[None]:
    """With the rights of nobody in particular, where the tests run as root, who may open everything."""
    for encoding in ("utf-8-sig", "cp949", "unicode_escape"):
        codecs.lookup(encoding)  # Python reads them from disk, where nobody in particular may not be let in
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def humble(function: Callable[..., Any]) -> Callable[..., Any]:
    def called(*given: Any) -> Any:
        with humbly():
            return function(*given)

    return called


def close(root: Path, name: str, mode: str) -> None:
    (root / name).chmod({"r--": 0o444, "---": 0o000}[mode])


def added(root: Path, case: dict[str, Any]) -> None:
    for name in (case[key] for key in ("bytes", "file") if key in case):
        raw = os.fsencode(root) + b"/" + (name.encode("latin-1") if "bytes" in case else name.encode())
        os.makedirs(os.path.dirname(raw), exist_ok=True)
        Path(os.fsdecode(raw)).write_text("a: b\n", encoding="utf-8")
    for name, target in case.get("link", {}).items():
        (root / name).symlink_to(target)
    if "closed" in case:
        close(root, case["closed"], case["mode"])


@cases("names")
def test_names_of_files(case: dict[str, Any], capfd: pytest.CaptureFixture[str]) -> None:
    with apart() as here:
        root = folder(here)
        added(root, case)
        found = humble(load)(root, TODAY)
        held(found, case, case.get("shown", f"commitments/{case['file']}" if "file" in case else None), case.get("times", 1))
        assert set(found.register.declaration_by_id) == {"2023", "2024"}
        assert humble(Sweep().fingerprint)(root), "the pages look at every file before they read one"
        assert humble(curate.main)(["--records", str(root), "check"]) == (case["problem"] != "none")
        assert humble(curate.main)(["--records", str(root), "check", str(root / "forums.yaml")]) == 0
    assert "Traceback" not in capfd.readouterr().err


@cases("renamed")
def test_a_record_under_a_wrong_name_is_missed_once(tmp_path: Path, case: dict[str, Any]) -> None:
    root = folder(tmp_path)
    (root / case["from"]).rename(root / case["to"])
    found = load(root, TODAY)
    assert [(problem.path, problem.code) for problem in found.problems] == [(f"commitments/{case['to']}", "misplaced")]


def test_a_folder_of_records_that_cannot_be_entered_is_said() -> None:
    with apart() as here:
        root = folder(here / "inside")
        close(here, "inside", "---")
        assert [problem.code for problem in humble(load)(root, TODAY).problems] == ["no-records"]
        assert humble(Sweep().fingerprint)(root)


@pytest.fixture(scope="module")
def everything_at_once() -> Iterator[Path]:
    """A folder in which every kind of file that cannot be read stands beside the sound ones."""
    with apart() as here:
        root = folder(here)
        for case in CASES["names"]:
            if (
                case["problem"] != "none"
                and "closed" not in case
                and not any(os.path.lexists(root / name) for name in case.get("link", {}))
            ):
                added(root, case)
        yield root


@pytest.mark.parametrize("page", PAGES)
def test_every_page_serves_and_names_what_is_withheld(everything_at_once: Path, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(everything_at_once))
    shown = words(opened(page, "ko" if page == "find" else "en", **({"id": "2024-c1a"} if page == "commitment" else {})))
    assert ("표시하지 않습니다" if page == "find" else "not shown, because something in") in shown
    assert r"commitments/\xb1\xa4\xc1\xd6.hwp" in shown


def test_the_plain_data_is_served_and_says_how_much_is_withheld(everything_at_once: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(everything_at_once))
    document = get("/data/register.json").json()
    assert document["meta"]["counts"]["declarations"] == 2
    assert document["meta"]["withheld"] >= len([case for case in CASES["names"] if "file" in case and case["problem"] != "none"])
    assert get("/data/commitments.csv").status_code == 200


def test_the_pages_serve_beside_a_folder_that_may_not_be_entered(monkeypatch: pytest.MonkeyPatch) -> None:
    with apart() as here:
        root = folder(here)
        monkeypatch.setenv("REGISTER_RECORDS", str(root))
        monkeypatch.setattr(view, "load", humble(load))
        monkeypatch.setattr(Sweep, "fingerprint", humble(Sweep.fingerprint))
        close(root, "notes/2024-c1a", "r--")
        assert "commitments/notes/2024-c1a/2025-04-01.yaml" in words(opened("overview", "en"))


# the form -----------------------------------------------------------------------------------------------------------------


def typed(case: dict[str, Any]) -> Draft:
    """A note that meets every rule but for what the case types."""
    if "source" in case:
        return draft(("ordinance",), ({**NEW, case["source"]: case["typed"]},))
    if case["field"] == "searched":
        search = {"status": "no-evidence", "where_en": "The site", "where_ko": "누리집", "words": "office", "searched": case["typed"]}
        return draft((), (), **search)
    return draft(**({case["field"]: case["typed"]} if case["field"] != "by" else {}))


@cases("form")
def test_what_cannot_be_written_is_said_before_it_is_saved(tmp_path: Path, case: dict[str, Any]) -> None:
    root = folder(tmp_path)
    register = load(root, TODAY).register
    by = case["typed"] if case.get("field") == "by" else KIM.name
    given = typed(case)
    checked = check(register, given, TODAY, by)
    assert [trouble.code for trouble in checked.troubles] == ([] if case["problem"] == "none" else [case["problem"]])
    for lang in ("en", "ko"):
        seen = View(register, register, (), 0, lang, TODAY, TODAY, say(lang), dark=False, fingerprint="")
        assert all(case[lang] in sentence for sentence in troubles.sentences(seen, given, checked))
    if case["problem"] == "none":
        saved = save(root, TODAY, KIM, given)
        assert load(root, TODAY).problems == (), (root.parent / saved.note).read_text(encoding="utf-8")
    elif case.get("field") != "by":
        with pytest.raises(Refused):
            save(root, TODAY, KIM, given)
