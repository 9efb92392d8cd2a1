"""`curate.py brief`: the files of the page Brief from the terminal, many at once, and nothing lost where something is wrong."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

import curate
from curating import briefs
from exports import dataset
from exports.brief import docx, files, pdf
from models.brief import facts
from models.brief.facts import About, subjects
from models.brief.gathering import brief
from tests.samples.registers import LATEST, RECORDS, edited, folder, real, say

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: LATEST)


def written(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()}


def test_the_files_are_those_of_the_page_to_the_last_byte(tmp_path: Path) -> None:
    asked = ["brief", "forum:15", "theme:memory", "--lang", "ko", "--lang", "en", "--format", "docx", "--format", "pdf"]
    assert curate.main([*asked, "--out", str(tmp_path / "new" / "briefs")]) == 0
    names = set()
    for address in ("forum:15", "theme:memory"):
        about = facts.about(real(), address)
        assert isinstance(about, About)
        for lang in ("en", "ko"):
            told = pdf.fitted(brief(real().as_of(LATEST), about, LATEST), say(lang), dataset.edition(real()))
            for ending, made in (("docx", docx.docx_file(told)), ("pdf", pdf.pdf(told))):
                names.add(files.name(about, lang, LATEST, ending))
                assert (tmp_path / "new" / "briefs" / files.name(about, lang, LATEST, ending)).read_bytes() == made
    assert written(tmp_path / "new" / "briefs") == names


def test_the_names_say_subject_language_and_day(tmp_path: Path) -> None:
    """The page's own are held to the same in tests/browser/test_briefing.py."""
    assert curate.main(["brief", "theme:memory", "--lang", "ko", "--on", "2024-10-11", "--out", str(tmp_path)]) == 0
    assert written(tmp_path) == {"brief-theme-memory-ko-2024-10-11.pdf"}


def test_one_brief_on_several_subjects_is_named_with_a_plus_and_each_subject_apart_has_its_own(tmp_path: Path) -> None:
    both = "theme:poverty+theme:right-to-the-city"
    asked = ["brief", both, "theme:memory", "theme:right-to-the-city+theme:poverty", "--format", "docx"]
    assert curate.main([*asked, "--out", str(tmp_path / "out")]) == 0
    assert written(tmp_path / "out") == {
        f"brief-theme-poverty+theme-right-to-the-city-en-{LATEST}.docx",
        f"brief-theme-memory-en-{LATEST}.docx",
    }
    about = facts.about(real(), both)
    assert isinstance(about, About)
    told = pdf.fitted(brief(real().as_of(LATEST), about, LATEST), say("en"), dataset.edition(real()))
    assert (tmp_path / "out" / files.name(about, "en", LATEST, "docx")).read_bytes() == docx.docx_file(told)


def test_what_cannot_stand_in_one_brief_is_said_and_nothing_is_written(tmp_path: Path, capsys: Printed) -> None:
    assert curate.main(["brief", "forum:14", "city:gwangju+city:seoul", "--out", str(tmp_path / "out")]) == 2
    assert "city:gwangju+city:seoul: a brief is about one city or body at a time" in capsys.readouterr().err
    many = "+".join(f"theme:{theme.id}" for theme in real().themes[: facts.MOST + 1])
    assert curate.main(["brief", many, "--out", str(tmp_path / "out")]) == 2
    assert f"at most {facts.MOST} subjects" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_name_of_a_file_is_short_enough_for_every_disk() -> None:
    longest = sorted((subject.address for subject in subjects(real()) if not subject.address.startswith("city:")), key=len)[-facts.MOST :]
    about = facts.about(real(), "+".join(longest))
    assert isinstance(about, About)
    assert len(f".{files.name(about, 'en', LATEST, 'docx')}.1234567.part") <= 255


def test_it_says_how_far_it_is(tmp_path: Path, capsys: Printed) -> None:
    assert curate.main(["brief", "forum:1", "forum:2", "forum:1", "--format", "docx", "--out", str(tmp_path)]) == 0
    printed = capsys.readouterr()
    first, second = (f"brief-forum-{number}-en-{LATEST}.docx" for number in (1, 2))
    assert printed.err.splitlines() == [f"1 of 2: {first}", f"2 of 2: {second}", f"2 files in {tmp_path}"]
    assert printed.out == ""


def test_all_means_every_subject(tmp_path: Path, capsys: Printed) -> None:
    root = folder(tmp_path)
    assert curate.main(["--records", str(root), "brief", "--all", "--format", "docx", "--out", str(tmp_path / "out")]) == 0
    register = curate.load(root, LATEST).register
    assert written(tmp_path / "out") == {files.name(about, "en", LATEST, "docx") for about in subjects(register)}
    assert len(written(tmp_path / "out")) > 5


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("theme:povrty", "theme:poverty"),
        ("poverty", "theme:poverty"),
        ("광주광역시", "city:gwangju"),
        ("Seoul", "city:seoul"),
        ("theme:housing", "theme:right-to-the-city"),
    ],
)
def test_a_subject_that_is_unknown_is_said_with_what_may_be_meant_and_nothing_is_written(
    given: str, meant: str, tmp_path: Path, capsys: Printed
) -> None:
    assert curate.main(["brief", "forum:14", given, "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert f"there is nothing called “{given}” to brief on; perhaps {meant}" in said
    assert "forum:14 forum:13" in said, "all that can be briefed on"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("given", ["city:atlantis", "", ":", "theme:\x1b[31m", "../../etc/passwd", "city:../x"])
def test_what_is_like_nothing_is_only_said(given: str, tmp_path: Path, capsys: Printed) -> None:
    assert curate.main(["brief", given, "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert "perhaps" not in said
    assert "A brief can be about:" in said
    assert "\x1b" not in said


def test_files_that_are_there_are_kept_unless_it_is_said_otherwise(tmp_path: Path, capsys: Printed) -> None:
    there = tmp_path / f"brief-forum-2-en-{LATEST}.docx"
    there.write_bytes(b"mine")
    asked = ["brief", "forum:1", "forum:2", "--format", "docx", "--out", str(tmp_path)]
    assert curate.main(asked) == 2
    said = capsys.readouterr().err
    assert there.name in said
    assert "--force" in said
    assert written(tmp_path) == {there.name}
    assert there.read_bytes() == b"mine"
    assert curate.main([*asked, "--force"]) == 0
    assert there.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "say --all"),
        (["forum:14", "--all"], "not both"),
        (["forum:14", "--on", "2010-01-01"], "as in 2024-10-11"),
        (["forum:14", "--lang", "fr"], "invalid choice"),
        (["forum:14", "--format", "odt"], "invalid choice"),
    ],
)
def test_a_command_that_says_too_little_or_too_much_is_refused(asked: list[str], said: str, tmp_path: Path, capsys: Printed) -> None:
    with pytest.raises(SystemExit) as ended:
        curate.main(["brief", *asked, "--out", str(tmp_path / "out")])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_day_before_the_first_declaration_and_an_empty_register_are_said(tmp_path: Path, capsys: Printed) -> None:
    assert curate.main(["brief", "--all", "--on", "2011-05-01", "--out", str(tmp_path / "out")]) == 2
    assert "the first is of 2011-05-17" in capsys.readouterr().err
    assert curate.main(["--records", str(tmp_path / "none"), "brief", "--all", "--out", str(tmp_path / "out")]) == 2
    assert "no declaration is on record here" in capsys.readouterr().err


def test_a_folder_that_cannot_be_is_said(tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    assert curate.main(["brief", "forum:1", "--out", str(tmp_path / "file")]) == 2
    assert "no folder can be made here" in capsys.readouterr().err
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_full_disk_leaves_whole_files_and_says_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    first = f"brief-forum-1-en-{LATEST}.docx"
    write = Path.write_bytes

    def full(path: Path, made: bytes) -> int:
        if "forum-2" in path.name:
            write(path, made[:100])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write(path, made)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert curate.main(["brief", "forum:1", "forum:2", "--format", "docx", "--out", str(tmp_path)]) == 1
    assert "No space left" in capsys.readouterr().err
    assert written(tmp_path) == {first}


def test_what_is_withheld_is_said_and_the_briefs_are_written(tmp_path: Path, capsys: Printed) -> None:
    root = folder(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    out = tmp_path / "out"
    assert curate.main(["--records", str(root), "brief", "forum:2", "--format", "docx", "--out", str(out)]) == 1
    assert "1 problem in the records; what is wrong is left out of these briefs (1 record or whole file)" in capsys.readouterr().err
    assert len(written(out)) == 1


def test_the_formats_that_can_be_named_are_those_that_can_be_made() -> None:
    done = subprocess.run([sys.executable, "curate.py", "brief", "--help"], cwd=RECORDS.parent, capture_output=True, text=True, check=True)
    assert f"{{{','.join(briefs.FORMATS)}}}" in done.stdout
