"""`curate.py slides`: a deck as one file from the terminal, and a sentence for whatever stands in its way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import curate
from charts.theme import LIGHT, ON_PAGE, Theme
from decks.deck import Deck
from decks.sets.making import Chosen, make
from decks.showing import Showing
from exports.deck import file as html
from exports.deck.file import FORMS
from exports.deck.pdf import pdf
from exports.deck.pptx import pptx
from tests.exports.deck import templates
from tests.samples.registers import LATEST, RECORDS, edited, folder, real, say

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(curate, "today", lambda: LATEST)
    monkeypatch.delenv("REGISTER_ADDRESS", raising=False)


def deck(set_: str, lang: str, *chosen: str, base: str = "", theme: Theme = LIGHT) -> Deck:
    made = make(Showing(real().as_of(LATEST), real(), say(lang), LATEST, LATEST, base, theme=theme), Chosen(set_, chosen))
    assert isinstance(made, Deck)
    return made


def test_a_deck_is_written_as_one_file_with_full_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> None:
    monkeypatch.setenv("REGISTER_ADDRESS", "https://register.example/ ")
    out = tmp_path / "new" / "meeting.PDF"
    assert curate.main(["slides", "forum", "--lang", "ko", "--slides", "recurrence, words", "--out", str(out)]) == 0
    made = deck("forum", "ko", "recurrence", "words", base="https://register.example")
    assert out.read_bytes() == pdf(made)
    assert capsys.readouterr().err == f"{len(made.slides)} slides in {out}\n"
    assert [path.name for path in out.parent.iterdir()] == ["meeting.PDF"]


def test_powerpoint_is_written_into_the_template_that_is_named(tmp_path: Path, capsys: Printed) -> None:
    ours, none, out = tmp_path / "ours.potx", tmp_path / "none.pptx", tmp_path / "slides.pptx"
    ours.write_bytes(templates.of_an_office())
    none.write_bytes(b"no PowerPoint")
    asked = ["slides", "quote:2024-c2a", "--lang", "ko", "--out", str(out)]
    for path, said in ((none, "is not a PowerPoint file, or it is damaged"), (tmp_path / "gone.pptx", "cannot be read (No such file")):
        assert curate.main([*asked, "--template", str(path)]) == 2
        assert f"curate.py: {path}: " in (refused := capsys.readouterr().err)
        assert said in refused
        assert not out.exists()
    assert curate.main([*asked, "--template", str(ours)]) == 0
    assert out.read_bytes() == pptx(deck("quote:2024-c2a", "ko"), templates.of_an_office())


def test_one_html_file_is_what_the_server_gives_light_and_dark(tmp_path: Path) -> None:
    out = tmp_path / "slides.html"
    assert curate.main(["slides", "quote:2024-c2a", "--lang", "ko", "--out", str(out)]) == 0
    assert out.read_bytes() == html.made(deck("quote:2024-c2a", "ko", theme=ON_PAGE), say("ko"))


def test_in_a_folder_the_file_is_called_by_its_set_and_day_and_is_not_written_over(tmp_path: Path, capsys: Printed) -> None:
    asked = ["slides", "quote:2024-c2a", "--format", "pdf", "--on", "2026-11-27", "--out", str(tmp_path)]
    path = tmp_path / "quote-2024-c2a-en-2026-11-27.pdf"
    assert curate.main(asked) == 0
    written = path.read_bytes()
    path.write_bytes(b"mine")
    assert curate.main(asked) == 2
    assert "in " + str(tmp_path) + " already; nothing was written. Say --force" in capsys.readouterr().err
    assert path.read_bytes() == b"mine"
    assert curate.main([*asked, "--force"]) == 0
    assert path.read_bytes() == written


@pytest.mark.parametrize(
    ("set_", "options", "said"),
    [
        ("theme:povrty", [], "there is nothing called “theme:povrty” to show; perhaps theme:poverty"),
        ("광주광역시", [], "perhaps city:gwangju"),
        ("doe", [], "Sets of slides:\n  forum since due unknown"),
        ("turn:2024-2023", [], "one declaration against the next: turn:2011-2017"),
        ("quote:2024-c2x", [], "perhaps quote:2024-c2"),
        ("own:x", [], "there is nothing called “own:x”"),
        ("theme:pov\x1b[31m", [], "“theme:pov�[31m”"),
        ("forum+theme:poverty", [], "subjects narrow since, due or unknown alone"),
        ("city:gwangju+city:seoul", [], "one city or body at a time"),
        ("forum", ["--slides", "opening,recurence"], "perhaps recurrence; they are: opening, recurrence,"),
        ("forum", ["--slides", "theme:poverty/measures"], "among the slides of theme:poverty"),
        ("forum", ["--slides", ",".join(["words"] * 61)], "61 slides are too many for one deck; choose at most 60"),
        ("forum", ["--on", "2011-05-03"], "the first is of 2011-05-17"),
        ("forum", ["--template", "ours.potx"], "--template is for PowerPoint alone"),
        ("forum", ["--format", "pptx"], "slides.pdf would be no pdf file, for --format says pptx"),
        ("forum", ["--out", "slides.doc"], "the name of the file has to end in"),
        ("forum", ["--out", "slides"], "for a folder, put a / at its end"),
        ("forum", ["--out", "slides/"], "slides/ is a folder; say --format"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_said_and_nothing_is(
    set_: str, options: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.chdir(tmp_path)
    assert curate.main(["slides", set_, "--out", "slides.pdf", *options]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_day_that_is_none_an_unknown_kind_and_a_missing_file_name_are_refused(tmp_path: Path, capsys: Printed) -> None:
    out = ["--out", str(tmp_path / "slides.pdf")]
    for asked, said in (
        (["--on", "2030-01-01", *out], "it lies in the future"),
        (["--on", "yesterday", *out], "as in 2024-10-11"),
        (["--format", "odp", *out], "invalid choice"),
        ([], "--out"),
    ):
        with pytest.raises(SystemExit) as ended:
            curate.main(["slides", "forum", *asked])
        assert ended.value.code == 2
        assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_register_and_a_place_where_nothing_can_be_written_are_said(tmp_path: Path, capsys: Printed) -> None:
    out = str(tmp_path / "slides.pdf")
    assert curate.main(["--records", str(tmp_path / "none"), "slides", "forum", "--out", out]) == 2
    assert "no declaration is on record here, so there is nothing to show" in capsys.readouterr().err
    (tmp_path / "file").write_bytes(b"mine")
    assert curate.main(["slides", "due", "--out", str(tmp_path / "file" / "slides.pdf")]) == 2
    assert "no folder can be made here" in capsys.readouterr().err


def test_what_is_withheld_is_said_here_and_on_every_slide(tmp_path: Path, capsys: Printed) -> None:
    root = folder(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    out = tmp_path / "slides.pdf"
    assert curate.main(["--records", str(root), "slides", "unknown", "--out", str(out)]) == 1
    assert "1 problem in the records; what is wrong is left out of these slides (1 record or whole file)" in capsys.readouterr().err
    text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, text=True, check=True, timeout=60).stdout
    assert " ".join(text.split()).count(say("en").count("frame.picture_lacks", 1)) == text.count("\f")
    assert curate.main(["--records", str(root), "slides", "turn:2020-2023", "--out", str(tmp_path / "turn.pdf")]) == 2
    assert "what is wrong is left out of what can be asked for (1 record or whole file)" in capsys.readouterr().err


def test_the_kinds_of_files_that_can_be_named_are_those_that_can_be_made() -> None:
    done = subprocess.run([sys.executable, "curate.py", "slides", "--help"], cwd=RECORDS.parent, capture_output=True, text=True, check=True)
    assert f"{{{','.join(FORMS)}}}" in done.stdout
