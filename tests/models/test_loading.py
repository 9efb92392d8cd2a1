"""From files to the register: exactly these problems at exactly these places, everything sound kept, nothing said twice."""

from __future__ import annotations

import datetime as dt
import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from models.loading import load, record_files
from models.rules import faults
from models.rules.checking import IN_FORCE
from models.rules.faults import RULES
from tests.samples.registers import GOLDEN, SOUND, TODAY, edited, folder, loaded


@pytest.mark.parametrize("name", ["bad", "unreadable"])
def test_golden_problems(name: str) -> None:
    """The folder of broken records against the exact list; write the list anew with tests/golden/README's command."""
    found = [str(problem) for problem in load(GOLDEN / name / "commitments", TODAY).problems]
    assert found == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_every_rule_is_broken_by_a_golden_record(monkeypatch: pytest.MonkeyPatch) -> None:
    broken: set[str] = set()

    def check(register: Any, today: dt.date) -> list[Any]:
        faults = []
        for rule in RULES:
            if found := list(rule(register, today)):
                broken.add(rule.__name__)
                faults.extend(found)
        return faults

    monkeypatch.setattr("models.rules.checking.check", check)
    load(GOLDEN / "bad" / "commitments", TODAY)
    assert broken == {rule.__name__ for rule in RULES}


def test_every_rule_says_what_it_is() -> None:
    assert all(rule.__doc__ and rule.__doc__.rstrip().endswith(".") for rule in RULES)
    here = Path(faults.__file__).parent
    ruled = {f"models.rules.{path.stem}" for path in here.glob("*.py") if "\n@rule\n" in path.read_text(encoding="utf-8")}
    assert {rule.__module__ for rule in RULES} == {module.__name__ for module in IN_FORCE} == ruled


def test_problems_are_one_line_and_end_without_a_stop() -> None:
    for name in ("bad", "unreadable"):
        for line in (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            assert re.fullmatch(r"commitments/[^:]+:\d+:\d+: [a-z-]+: .*[^.\s]", line), line


def test_sound_golden_records_survive_next_to_broken_ones() -> None:
    register = load(GOLDEN / "bad" / "commitments", TODAY).register
    assert {"2011", "2012", "2021"} - set(register.declaration_by_id) == {"2021"}
    assert {"2011-p1a", "2011-p2", "2011-c1a", "2011-c1b", "2012-c1a", "2012-c2a"} - {
        *register.commitment_by_id,
        *register.provision_by_id,
    } == {"2012-c2a"}
    assert "2011-p1b" not in register.commitment_by_id
    assert [note.id for note in register.notes_of("2011-p1a")] == ["2011-p1a/2013-06-01"]
    assert [mention.at for mention in register.pledge_by_id["offices"].mentions] == ["2011-p1a", "2011-c1a", "2012-c1a"]
    assert [note.mark for note in register.declaration_by_id["2011"].footnotes] == ["1"]
    assert {source.id for source in register.evidence} >= {"own-page", "guess"}
    assert set(register.theme_by_id) == {"institutions", "education"}


# one mistake -----------------------------------------------------------------------------------------------------


def test_the_small_register_is_sound(tmp_path: Path) -> None:
    found = loaded(tmp_path)
    assert (found.problems, found.files, found.withheld) == ((), len(SOUND), 0)


ONE_MISTAKE = [
    ("forums.yaml", "number: 1,", "nummer: 1,", "unknown-field"),
    ("forums.yaml", "forums:", "forum:", "unknown-field"),
    ("forums.yaml", "{number: 1", "{ number: 1\n number: 1", "yaml"),
    ("vocabulary.yaml", "id: institutions", "id: Institutions", "form"),
    ("vocabulary.yaml", "themes:\n", "themes:\n\t", "tab"),
    ("vocabulary.yaml", "{en: Institutions, ko: 제도}", "{en: Institutions}", "language-missing"),
    ("vocabulary.yaml", "{id: participants, ", "{", "missing"),
    ("declarations/2023.yaml", "forum: 1\n", "forum: one\n", "number"),
    ("declarations/2023.yaml", "- id: p1\n", "- id: paragraph 1\n", "form"),
    ("declarations/2023.yaml", "    text: We urge", "    txt: We urge", "unknown-field"),
    ("declarations/2023.yaml", "- id: p2\n", "- \n", "missing"),
    ("declarations/2023.yaml", "verb: urge", "verb: ask", "verb"),
    ("declarations/2023.yaml", "ko: 도시는 2025년까지 사무소를 연다.", "kr: 도시는 2025년까지 사무소를 연다.", "unknown-field"),
    ("declarations/2023.yaml", "adopted: 2023-10-07", "adopted: 2023-10-70", "date"),
    ("declarations/2023.yaml", "force: urges", "force: urge", "unknown-value"),
    ("declarations/2023.yaml", "- id: a\n", "- id: A\n", "form"),
    ("declarations/2023.yaml", "- id: b\n", "- id: a\n", "duplicate-id"),
    ("declarations/2023.yaml", "force: states", "force: hopes", "coding"),
    ("declarations/2024.yaml", "- id: p1\n", "- id: p2\n", "gap"),
    ("declarations/2024.yaml", "- id: c1\n", "- id: c2\n", "gap"),
    ("declarations/2024.yaml", "text: To open offices in our cities.", "text: [a]", "text-expected"),
    ("declarations/2024.yaml", "at: c1", "at: c9", "footnote"),
    ("declarations/2024.yaml", "forum: 2", "forum: 2\nforum: 2", "duplicate-key"),
    ("pledges/offices.yaml", "- at: 2023-p2a", "- at: 2023-p2z", "reference"),
    ("pledges/offices.yaml", "- at: 2023-p2a", "- at: 2023", "form"),
    ("pledges/offices.yaml", "scope: same", "scope: some", "unknown-value"),
    ("pledges/offices.yaml", "measure: offices", "measure: officers", "reference"),
    ("evidence/offices.yaml", "- id: ordinance", "- id: the ordinance", "form"),
    ("evidence/offices.yaml", "grade: primary", "grade: first", "unknown-value"),
    ("evidence/offices.yaml", "- id: ordinance", "id: ordinance", "yaml"),
    ("measures/offices.yaml", "value: 1,", "value: one,", "number"),
    ("measures/offices.yaml", "provision: 2023-p2a", "provision: 2023-p7a", "reference"),
    ("notes/2024-c1a/2025-04-01.yaml", "status: started", "status: begun", "unknown-value"),
    ("codings/first/2024.yaml", "To open offices in", "To close offices in", "quote"),
]


@pytest.mark.parametrize(
    ("name", "old", "new", "code"), ONE_MISTAKE, ids=[f"{row[0]}:{row[1].strip()}→{row[2].strip()}" for row in ONE_MISTAKE]
)
def test_one_mistake_is_reported_once(tmp_path: Path, name: str, old: str, new: str, code: str) -> None:
    """No echo: what refers to the withheld record, and so on, is no problem of its own."""
    found = loaded(tmp_path, edited(name, old, new))
    assert [problem.code for problem in found.problems] == [code], "\n".join(map(str, found.problems))
    assert found.problems[0].path == f"commitments/{name}"
    assert found.withheld == 1


@pytest.mark.parametrize("name", sorted(SOUND))
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"- ", b"a: b\n", b"just words", b"[" * 100_000, b"a: *b", b"~", None])
def test_a_file_that_is_gone_or_ruined_is_one_problem_at_most_and_the_rest_is_served(
    tmp_path: Path, name: str, content: bytes | None
) -> None:
    found = loaded(tmp_path, {name: content})
    elsewhere = [problem for problem in found.problems if problem.path != f"commitments/{name}"]
    if content is None:
        assert all(problem.code in ("reference", "vocabulary", "text") for problem in elsewhere), elsewhere
    else:
        assert not elsewhere, "\n".join(map(str, elsewhere))
        assert found.problems
        assert found.withheld
    register = found.register
    assert register.forums or name == "forums.yaml"
    assert set(register.declaration_by_id) >= {"2023", "2024"} - {Path(name).stem}
    for pledge in register.pledges:
        for mention in pledge.mentions:
            assert register.words_at(mention.at)
            register.change_at(mention)
    for note in register.notes:
        assert note.commitment in register.commitment_by_id
        assert all(source in register.evidence_by_id for source in note.evidence)


def test_two_mistakes_in_one_record_are_both_reported(tmp_path: Path) -> None:
    changes = {
        "declarations/2023.yaml": SOUND["declarations/2023.yaml"]
        .replace("force: urges", "force: urge")
        .replace("due: 2025-12-31", "due: soon")
    }
    assert [problem.code for problem in loaded(tmp_path, changes).problems] == ["unknown-value", "form"]


def test_a_withheld_mention_does_not_shift_the_places_of_the_others(tmp_path: Path) -> None:
    text = (
        SOUND["pledges/offices.yaml"]
        .replace("{at: 2024-p1, background: true}", "{at: 2024-p1, background: maybe}")
        .replace("at: 2024-c1a", "at: 2024-c8a")
    )
    found = loaded(tmp_path, {"pledges/offices.yaml": text})
    assert [(problem.line, problem.code) for problem in found.problems] == [(6, "yes-or-no"), (7, "reference")]
    assert [mention.at for mention in found.register.pledge_by_id["offices"].mentions] == ["2023-p2a"]


def test_a_bad_commitment_leaves_its_paragraph_and_its_siblings(tmp_path: Path) -> None:
    register = loaded(tmp_path, edited("declarations/2023.yaml", "force: urges", "force: urge")).register
    assert [commitment.id for commitment in register.provision_by_id["2023-p2"].commitments] == ["2023-p2b"]


def test_what_rests_on_a_withheld_record_is_withheld_with_it(tmp_path: Path) -> None:
    register = loaded(tmp_path, edited("evidence/offices.yaml", "grade: primary", "grade: first")).register
    assert register.notes == ()
    assert register.measures == ()
    assert register.pledge_by_id["offices"].measure is None


def test_misspelt_fields_are_told_what_is_meant(tmp_path: Path) -> None:
    found = loaded(tmp_path, edited("declarations/2023.yaml", "precision: dated", "precison: dated"))
    assert [problem.sentence for problem in found.problems] == ["“precison” is not a field here; is “precision” meant?"]


# files and folders -----------------------------------------------------------------------------------------------


def test_no_folder_and_an_empty_folder(tmp_path: Path) -> None:
    assert [problem.code for problem in load(tmp_path / "commitments", TODAY).problems] == ["no-records"]
    (tmp_path / "commitments").mkdir()
    assert [problem.code for problem in load(tmp_path / "commitments", TODAY).problems] == ["no-records"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("declarations/2024.yml", "misplaced"),
        ("declarations/2024.YAML", "misplaced"),
        ("declarations/old/2024.yaml", "misplaced"),
        ("notes/2025-01-01.yaml", "misplaced"),
        ("evidence.yaml", "misplaced"),
        ("codings/third/2024.yaml", "misplaced"),
        ("declarations/20241.yaml", "file-name"),
        ("declarations/２０２４.yaml", "file-name"),
        ("pledges/a b.yaml", "file-name"),
        ("notes/2024-c1a/1.yaml", "file-name"),
        ("notes/2024-c1a/2025-04-01-0.yaml", "file-name"),
        ("notes/2024-c1/2025-04-01.yaml", "file-name"),
    ],
)
def test_files_at_wrong_places_are_named(tmp_path: Path, name: str, code: str) -> None:
    found = loaded(tmp_path, {name: "a: b\n"})
    assert [(problem.path, problem.code) for problem in found.problems] == [(f"commitments/{name}", code)]
    assert set(found.register.declaration_by_id) == {"2023", "2024"}


def test_hidden_files_other_files_and_schemas_are_left_alone(tmp_path: Path) -> None:
    assert not loaded(tmp_path, {".x.yaml": "a", "README.md": "a", "schema/x.yaml": "a", "pledges/.#a.yaml": "a"}).problems


def test_a_second_note_on_one_day_has_a_number(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"notes/2024-c1a/2025-04-01-2.yaml": SOUND["notes/2024-c1a/2025-04-01.yaml"]})
    assert not found.problems
    assert [note.id[-12:] for note in found.register.notes_of("2024-c1a")][:2] == ["a/2025-04-01", "2025-04-01-2"]


def test_a_note_on_a_day_that_is_not_in_the_calendar(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"notes/2024-c1a/2025-02-30.yaml": SOUND["notes/2024-c1a/2025-04-01.yaml"]})
    assert [problem.code for problem in found.problems] == ["date"]


def test_the_order_of_files_never_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder(tmp_path)
    before = load(root, TODAY)
    files, closed = record_files(root)
    for seed in range(5):
        shuffled = random.Random(seed).sample(files, len(files))
        monkeypatch.setattr("models.loading.record_files", lambda root, shuffled=shuffled: (shuffled, closed))
        after = load(root, TODAY)
        assert after.problems == before.problems
        assert after.register.pledges == before.register.pledges
        assert [note.id for note in after.register.notes_of("2024-c1a")] == [note.id for note in before.register.notes_of("2024-c1a")]
        assert after.register.declarations == before.register.declarations


# whatever is written ---------------------------------------------------------------------------------------------

VALUES = [
    None,
    "",
    "x",
    "p1",
    "2024-c1a",
    "1.0",
    "99999999999999999999",
    "-1",
    "2024-02-30",
    "a" * 30_000,
    [],
    ["x"],
    {},
    {"en": "x"},
    [[["x"]]],
    {"id": "a"},
    " p1 ",
    "p" + "9" * 5000,
]


def _places(data: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [here, *(place for key, value in inner for place in _places(value, (*here, key)))]


@pytest.mark.parametrize("name", sorted(SOUND))
def test_loading_never_raises_whatever_a_file_holds(tmp_path: Path, name: str) -> None:
    """Every value in turn is replaced by another, removed, or doubled; the load says what is wrong and goes on."""
    chance = random.Random(name)
    root = folder(tmp_path)
    original = yaml.load(SOUND[name], yaml.BaseLoader)
    for place in _places(original):
        data = yaml.load(SOUND[name], yaml.BaseLoader)
        if not place:
            data = chance.choice(VALUES)
        else:
            target = data
            for step in place[:-1]:
                target = target[step]
            match chance.randrange(4):
                case 0:
                    del target[place[-1]]
                case 1 if isinstance(target, list):
                    target.append(target[place[-1]])
                case _:
                    target[place[-1]] = chance.choice(VALUES)
        (root / name).write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
        found = load(root, TODAY)
        assert all(problem.path.startswith("commitments/") for problem in found.problems)
        for pledge in found.register.pledges:
            assert all(found.register.wording_at(mention.at) for mention in pledge.mentions)
