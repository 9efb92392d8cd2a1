"""`curate.py new`: the draft file of a declaration from the terminal, over no other file, refused by the check until it is coded."""

from __future__ import annotations

from pathlib import Path

import pytest

import curate
from models.loading import load
from models.texts import opening
from models.texts.suggesting import suggested as suggesting
from tests.samples.registers import LATEST, edited, folder
from tests.samples.texts.works import reading

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: LATEST)


@pytest.fixture(autouse=True)
def _read_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read and suggested for elsewhere; here every file is the small charter, for which nothing is suggested."""
    monkeypatch.setattr(opening, "read", lambda data, name: reading())
    monkeypatch.setattr(suggesting, "suggested", lambda *asked: [])


def asked(tmp_path: Path, *more: str, forum: str = "3") -> tuple[Path, int]:
    root = tmp_path / "commitments"
    if not root.exists():
        folder(tmp_path, edited("forums.yaml", "text: known", "text: not-found"))
    text = tmp_path / "charter.txt"
    text.write_text("anything")
    code = curate.main(["--records", str(root), "new", str(text), "--forum", forum, "--adopted", "2025-05-17", *more])
    return root, code


def test_a_draft_file_is_made_that_the_check_refuses(tmp_path: Path, capsys: Printed) -> None:
    root, code = asked(tmp_path, "--title-ko", "우리의 헌장", "--source-title", "A copy")
    assert (code, load(root, LATEST).register.declaration_of(3)) == (0, None)
    made = (root / "declarations/2025.yaml").read_text(encoding="utf-8")
    assert "ko: 우리의 헌장" in made
    assert "title: A copy" in made
    said = capsys.readouterr().err
    assert "3 provisions; 3 things were left out" in said
    assert curate.main(["--records", str(root), "check", str(root / "declarations/2025.yaml")]) == 1
    refused = capsys.readouterr().out
    assert refused.count("declarations/2025.yaml") >= 4, "each thing that is missing is named"


def test_no_file_is_written_over(tmp_path: Path, capsys: Printed) -> None:
    root, _ = asked(tmp_path)
    before = (root / "declarations/2025.yaml").read_bytes()
    assert asked(tmp_path, "--title-en", "Another")[1] == 2
    assert "is there already and is not written over" in capsys.readouterr().err
    assert (root / "declarations/2025.yaml").read_bytes() == before
    out = tmp_path / "elsewhere" / "draft.yaml"
    assert asked(tmp_path, "--out", str(out))[1] == 0
    assert out.read_bytes() == before


def test_an_edition_that_is_not_listed_is_said_beside_its_draft(tmp_path: Path, capsys: Printed) -> None:
    root, code = asked(tmp_path, forum="17")
    said = "Look at: There is no edition 17 on record yet; add it as forums/17.yaml"
    assert (code, said in capsys.readouterr().err) == (0, True)
    assert f"# {said}" in (root / "declarations/2025.yaml").read_text(encoding="utf-8")
    assert curate.main(["--records", str(root), "check", str(root / "declarations/2025.yaml")]) == 1


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: Printed) -> None:
    root, _ = asked(tmp_path, "--out", str(tmp_path / "elsewhere.yaml"))
    capsys.readouterr()
    assert curate.main(["--records", str(root), "new", "nowhere.pdf", "--forum", "3", "--adopted", "2025-05-17"]) == 2
    assert "cannot be read (No such file" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        curate.main(["--records", str(root), "new", "nowhere.pdf", "--forum", "3", "--adopted", "17 May"])
    assert not (root / "declarations/2025.yaml").exists()
