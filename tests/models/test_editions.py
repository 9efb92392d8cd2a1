"""New editions and new words in files of their own, beside the lists: merged with them, and withheld alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.loading import Loaded, load
from models.register.forum_texts import TextState, text_state
from models.writing import sealing
from tests.samples.registers import LATEST, TODAY, folder
from tests.samples.seventeenth import beside_the_real_ones

EDITION = """\
forums:
  - {number: 4, year: 2026, held: held, start: 2026-05-15, end: 2026-05-17, mode: in-person, theme: {en: Four, ko: 넷}, hosts: [harbour], text: known, sources: [S1, S2]}
sources:
  - {id: S2, title: Another page, publisher: A publisher}
"""
WORDS = """\
bodies:
  - {id: harbour, name: {en: Harbour Town, ko: 항구시}, kind: city}
publishers:
  - {en: A publisher, ko: 어느 발행처}
"""
BESIDE = {"forums/4.yaml": EDITION, "vocabulary/harbour.yaml": WORDS}


def loaded(tmp_path: Path, files: dict[str, str]) -> Loaded:
    return load(folder(tmp_path, BESIDE | files), TODAY)


def test_editions_and_words_in_files_of_their_own_are_like_those_of_the_lists(tmp_path: Path) -> None:
    found = loaded(tmp_path, {})
    assert found.problems == ()
    assert [forum.number for forum in found.register.forums] == [1, 2, 3, 4]
    assert {source.id for source in found.register.forum_sources} == {"S1", "S2"}
    assert found.register.body_by_id["harbour"].name.ko == "항구시"
    assert found.register.publisher("A publisher", "ko") == "어느 발행처"


@pytest.mark.parametrize(
    ("file", "change", "told"),
    [
        ("forums/4.yaml", ("number: 4", "number: 3"), "file-name: this file is named “4.yaml”, so it holds that one edition"),
        ("forums/4.yaml", ("mode: in-person", "mode: indoors"), "forums/4.yaml:2:"),
        ("forums/4.yaml", ("- {id: S2", "- {id: S1"), "duplicate-id: S1: this id is used 2 times"),
        ("forums/4.yaml", ("[S1, S2]", "[S1, S3]"), "there is no source S3 in the list below"),
        ("vocabulary/harbour.yaml", ("id: harbour", "id: cities"), "duplicate-id: cities: this id is used 2 times"),
        ("vocabulary/harbour.yaml", ("bodies:", "bodys:"), "“bodys” is not a field here"),
    ],
)
def test_a_mistake_beside_the_lists_is_said_there_and_leaves_the_lists_whole(
    tmp_path: Path, file: str, change: tuple[str, str], told: str
) -> None:
    found = loaded(tmp_path, {file: BESIDE[file].replace(*change)})
    assert any(str(problem).startswith(f"commitments/{file}") and told in str(problem) for problem in found.problems), found.problems
    assert [forum.number for forum in found.register.forums][:3] == [1, 2, 3]
    assert {"cities", "participants", "gwangju"} <= set(found.register.body_by_id)


@pytest.mark.parametrize("file", ["forums/4.yaml", "forums/04.yaml", "forums/four.yaml", "forums/4.yml", "vocabulary/Harbour.yaml"])
def test_a_file_that_cannot_be_taken_is_one_problem(tmp_path: Path, file: str) -> None:
    root = folder(
        tmp_path, {name: text for name, text in BESIDE.items() if name.partition("/")[0] != file.partition("/")[0]} | {file: "\tno"}
    )
    found = load(root, TODAY)
    assert [problem.path for problem in found.problems if problem.path == f"commitments/{file}"]
    assert {problem.code for problem in found.problems} <= {"file-name", "tab", "yaml", "misplaced"}, found.problems


def test_a_declaration_on_record_makes_the_text_of_its_forum_so_whatever_the_list_says(tmp_path: Path) -> None:
    text = "forum: 4\ntitle: {en: A fourth, ko: 넷째}\nadopted: 2026-05-17\nlanguage: en\nsource: {title: A copy}\nprovisions:\n"
    text += "  - {id: a1-1, text: We met., force: records, themes: [education], summary: {en: They met., ko: 만났다.}}\n"
    found = loaded(tmp_path, {"declarations/2026.yaml": text})
    assert found.problems == ()
    forum = found.register.forum_by_number[4]
    assert (forum.text, forum.text_note) == ("on-record", None)
    assert text_state(found.register, forum) is TextState.ON_RECORD
    broken = loaded(tmp_path, {"declarations/2026.yaml": text.replace("title: {en: A fourth, ko: 넷째}\n", "")})
    assert text_state(broken.register, broken.register.forum_by_number[4]) is TextState.WITHHELD


def test_a_text_is_coded_once_where_a_coding_is_missing_and_not_where_one_is_withheld(tmp_path: Path) -> None:
    sound = beside_the_real_ones(tmp_path / "sound")
    assert load(sound, LATEST).register.coded_once == ("2026b",)
    (sound / "codings/second/2011.yaml").write_text("coder: [", encoding="utf-8")
    (sound / "codings/second/2017.yaml").unlink()
    assert load(sound, LATEST).register.coded_once == ("2017", "2026b")


def test_a_second_text_of_a_year_is_sealed_like_any_other(tmp_path: Path) -> None:
    assert sealing.text(beside_the_real_ones(tmp_path), "2026b").declaration.sealed
