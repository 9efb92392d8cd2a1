"""The curator's command, as it is called: what it prints, where, and with which result; quick, and without heavy imports."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
import yaml

import curate
from models.loading import record_files
from models.reading.schema import schemas
from tests.samples.registers import GOLDEN, LATEST, RECORDS, edited, folder
from tests.samples.repositories import Repository

ROOT = RECORDS.parent


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.samples.registers import TODAY

    monkeypatch.setattr(curate, "today", lambda: TODAY)


def run(*arguments: str, check: bool = False, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "curate.py", *arguments], capture_output=True, cwd=ROOT, env={**os.environ, **environment}, timeout=60, check=check
    )


# check -----------------------------------------------------------------------------------------------------------


def test_check_prints_every_problem_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert curate.main(["--records", str(GOLDEN / "bad" / "commitments"), "check"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == (GOLDEN / "bad.txt").read_text(encoding="utf-8").splitlines()
    assert printed.err.startswith(f"{len(printed.out.splitlines())} problems in ")


def test_check_says_how_many_judgements_are_withheld(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = edited("evidence/offices.yaml", "grade: primary", "grade: first")
    assert curate.main(["--records", str(folder(tmp_path, broken)), "check"]) == 1
    assert capsys.readouterr().err.endswith("Withheld with that: the judgement of 1 commitment.\n")


def test_check_of_sound_records_says_what_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert curate.main(["--records", str(folder(tmp_path)), "check"]) == 0
    assert (
        capsys.readouterr().out
        == "All 11 files sound: 3 forums, 2 declarations, 4 provisions, 3 commitments, 1 pledge, 3 notes, 1 source, 1 measure.\n"
    )


def test_check_of_one_file_shows_its_problems_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(
        tmp_path,
        {**edited("declarations/2023.yaml", "verb: urge", "verb: ask"), **edited("measures/offices.yaml", "value: 1,", "value: one,")},
    )
    assert curate.main(["--records", str(root), "check", str(root / "declarations" / "2023.yaml")]) == 1
    printed = capsys.readouterr()
    assert [line.split(":")[0] for line in printed.out.splitlines()] == ["commitments/declarations/2023.yaml"]
    assert "1 problem in other files" in printed.err
    assert curate.main(["--records", str(root), "check", str(root / "pledges" / "offices.yaml"), str(root / "notes")]) == 0
    assert capsys.readouterr().out == "Nothing is wrong in 4 files.\n"


def test_a_reference_to_another_file_is_seen_when_one_file_is_checked(tmp_path: Path) -> None:
    root = folder(tmp_path, edited("pledges/offices.yaml", "2023-p2a", "2023-p9a"))
    assert curate.main(["--records", str(root), "check", str(root / "pledges" / "offices.yaml")]) == 1


def test_a_file_that_is_none_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path, {"README.md": "x"})
    assert curate.main(["--records", str(root), "check", str(root / "nothing.yaml"), str(root / "README.md")]) == 2
    printed = capsys.readouterr()
    assert "there is no such file" in printed.err
    assert "it is not a record file" in printed.err
    assert not printed.out


def test_a_problem_stays_on_one_line_whatever_the_record_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path, edited("declarations/2023.yaml", "verb: urge", 'verb: "two\\nlines \\e[31mred"'))
    assert curate.main(["--records", str(root), "check"]) == 1
    printed = capsys.readouterr().out
    assert printed.count("\n") == 1
    assert "\x1b" not in printed


def test_a_file_name_that_is_no_text_and_a_terminal_without_korean(tmp_path: Path) -> None:
    root = folder(
        tmp_path,
        edited(
            "vocabulary.yaml",
            "{en: Institutions, ko: 제도}, definition: {en: Offices and rules.",
            "{en: Institutions, ko: 제도}, definition: {en: 기구와 규범.",
        ),
    )
    with open(os.fsencode(root / "pledges") + b"/\xff.yaml", "wb") as stream:
        stream.write(b"a: b")
    done = run("--records", str(root), "check", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 1, done.stderr.decode()
    assert len(done.stdout.splitlines()) == 2
    assert b"Traceback" not in done.stderr


def test_check_imports_nothing_heavy() -> None:
    program = "import sys, curate; curate.main(['check']); print([name for name in ('pandas', 'numpy', 'streamlit', 'plotly') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_check_of_the_real_records_takes_well_under_a_second(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: LATEST)
    times = []
    for _ in range(3):
        started = time.process_time()  # not the time on the wall: other tests run beside this one
        assert curate.main(["check"]) == 0, capsys.readouterr().out
        times.append(time.process_time() - started)
    with capsys.disabled():
        print(f" [check of the real records: {min(times):.2f} s]", end="")
    assert min(times) < 1


# history ---------------------------------------------------------------------------------------------------------


def test_history_of_sound_records_says_so_and_names_corrected_korean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = Repository(tmp_path)
    here.land()
    assert curate.main(["--records", str(here.records), "history"]) == 0
    assert capsys.readouterr() == ("Nothing was rewritten: 6 records say what they said when they landed.\n", "")
    here.edit("evidence/offices.yaml", "시가 조례를", "광주시가 조례를")
    here.edit("notes/2024-c1a/2025-04-01.yaml", "한 도시에", "어느 도시에")
    assert curate.main(["--records", str(here.records), "history"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Korean wording corrected since it landed, the English untouched, in 2 files:",
        "    commitments/evidence/offices.yaml",
        "    commitments/notes/2024-c1a/2025-04-01.yaml",
        "Nothing was rewritten: 6 records say what they said when they landed.",
    ]


def test_history_prints_every_breach_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = Repository(tmp_path)
    here.land()
    here.edit("notes/2024-c1a/2025-04-01.yaml", "status: started", "status: done")
    (here.records / "notes/2024-c1a/2026-01-01.yaml").unlink()
    assert curate.main(["--records", str(here.records), "history"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "commitments/notes/2024-c1a/2025-04-01.yaml:0:0: rewritten: the note 2024-c1a/2025-04-01 has landed and says something else now"
        " (status); restore it from git and write a new record instead",
        "commitments/notes/2024-c1a/2026-01-01.yaml:0:0: removed: the note 2024-c1a/2026-01-01 has landed and is gone; restore it from git,"
        " and say in a new record what is wrong with it",
    ]


def test_history_without_a_repository_fails_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert curate.main(["--records", str(folder(tmp_path)), "history"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("curate.py: git cannot tell the history of the records (")


def test_history_of_a_folder_that_is_not_there_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert curate.main(["--records", str(tmp_path / "nowhere"), "history"]) == 1
    assert "there is no folder of records" in capsys.readouterr().err


def test_history_of_a_folder_that_never_landed_claims_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = Repository(tmp_path)
    here.git("commit", "-q", "--allow-empty", "-m", "Begin")
    assert curate.main(["--records", str(here.records), "history"]) == 0
    assert capsys.readouterr().out == "No record here has landed yet, so there is nothing to compare.\n"


def test_history_of_a_shallow_clone_says_what_it_cannot_see(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = Repository(tmp_path / "whole")
    here.land()
    here.edit("notes/2024-c1a/2025-04-01.yaml", "started", "done")
    here.land()
    here.git("clone", "-q", "--depth", "1", f"file://{here.root}", str(tmp_path / "clone"))
    assert curate.main(["--records", str(tmp_path / "clone" / "commitments"), "history"]) == 0
    assert "Only the end of the history is here" in capsys.readouterr().err


# schema ----------------------------------------------------------------------------------------------------------


def test_the_committed_schemas_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert curate.main(["schema", "--check"]) == 0, capsys.readouterr().out


def test_a_stale_schema_is_named_and_written_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path)
    assert curate.main(["--records", str(root), "schema"]) == 0
    assert curate.main(["--records", str(root), "schema", "--check"]) == 0
    (root / "schema" / "notes.json").write_text("{}", encoding="utf-8")
    capsys.readouterr()
    assert curate.main(["--records", str(root), "schema", "--check"]) == 1
    assert capsys.readouterr().out == "commitments/schema/notes.json: out of date; run: python curate.py schema\n"
    assert (root / "schema" / "notes.json").read_text(encoding="utf-8") == "{}", "--check writes nothing"
    assert curate.main(["--records", str(root), "schema"]) == 0
    assert curate.main(["--records", str(root), "schema", "--check"]) == 0


class _AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers are numbers, days and `no` are text."""


_AsEditorsRead.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag.rsplit(":", 1)[-1] in ("int", "float", "null") or (tag.endswith("bool") and first in "tTfF")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.mark.parametrize("kind", list(schemas()))
def test_editors_underline_no_real_record(kind: str) -> None:
    validator = jsonschema.Draft202012Validator(schemas()[kind])
    validator.check_schema(schemas()[kind])
    for _, path in [pair for pair in record_files(RECORDS)[0] if pair[0] == kind]:
        data = yaml.load(path.read_text(encoding="utf-8"), _AsEditorsRead)
        assert [f"{path.name}: {error.message}" for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("pledges", {"id": "x", "title": {"en": "A", "ko": "가"}, "object": {"en": "A", "ko": "가"}, "mentions": [{"at": "2024-p1"}]}),
        ("pledges", {"title": {"en": "A"}, "object": {"en": "A", "ko": "가"}, "mentions": [{"at": "2024-p1"}]}),
        ("pledges", {"title": {"en": "A", "ko": "가"}, "object": {"en": "A", "ko": "가"}, "mentions": [{"at": "p1"}]}),
        ("notes", {"status": "finished", "written": "2024-01-01", "reason": {"en": "A", "ko": "가"}, "by": "x"}),
        ("evidence", {}),
    ],
)
def test_editors_do_underline_what_is_wrong(kind: str, data: object) -> None:
    assert list(jsonschema.Draft202012Validator(schemas()[kind]).iter_errors(data))


# export ----------------------------------------------------------------------------------------------------------


def test_export_prints_one_document_and_nothing_else() -> None:
    done = run("export", "--format", "json", check=True, PYTHONIOENCODING="ascii")
    document = json.loads(done.stdout.decode("utf-8"))
    assert document["meta"]["counts"]["declarations"] == 5
    assert "세계인권도시포럼" in done.stdout.decode("utf-8"), "Korean stands as it is"
    assert done.stderr == b""


def test_export_on_a_day(tmp_path: Path) -> None:
    root = folder(tmp_path)
    for day, status in (("2025-03-31", None), ("2025-04-01", "started"), ("2026-01-01", "partly-done"), ("2026-03-01", "partly-done")):
        document = json.loads(run("--records", str(root), "export", "--on", day, check=True).stdout)
        assert document["meta"]["as_of"] == day
        assert {entry["id"]: entry["status"] for entry in document["commitments"]}["2024-c1a"] == status


def test_export_csv() -> None:
    rows = list(csv.DictReader(io.StringIO(run("export", "--format", "csv", check=True).stdout.decode("utf-8-sig"))))
    assert {row["id"] for row in rows} >= {"2024-c2a", "2024-c4a"}


def test_export_of_broken_records_gives_the_sound_ones_and_fails(tmp_path: Path) -> None:
    root = folder(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    done = run("--records", str(root), "export")
    assert done.returncode == 1
    assert "1 problem in the records" in done.stderr.decode()
    document = json.loads(done.stdout)
    assert document["meta"]["withheld"] == 1
    assert [entry["id"] for entry in document["commitments"]] == ["2023-p2b", "2024-c1a"]


@pytest.mark.parametrize("day", ["2024-02-30", "yesterday", "20241011", "2024-W41-5", "", "2010-12-31", "2999-01-01"])
def test_a_day_that_is_none_is_refused(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        curate.main(["export", "--on", day])
    assert ended.value.code == 2
    assert "as in 2024-10-11" in capsys.readouterr().err


def test_help_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["check"], ["schema"], ["history"], ["export"]):
        with pytest.raises(SystemExit) as ended:
            curate.main([*words, "--help"])
        assert ended.value.code == 0
    assert "docs/export.md" in capsys.readouterr().out


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} curate.py export | head -c 10", shell=True, capture_output=True, cwd=ROOT, timeout=60, check=True
    )
    assert done.stderr == b""
