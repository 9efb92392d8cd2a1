"""The adopted text is what was sealed: every change of one sign is reported once, at its place, and nothing changed is served."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from models.loading import Loaded, load
from models.records.texts import digest
from tests.samples.registers import LATEST, RECORDS, TODAY, folder, real

FILE = "declarations/2024.yaml"


def changed(root: Path, old: str, new: str, file: str = FILE) -> Loaded:
    """The small sound register with a change made after it was sealed."""
    here = folder(root)
    text = (here / file).read_text(encoding="utf-8")
    assert old in text
    (here / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(here, TODAY)


@pytest.mark.parametrize(
    ("old", "new", "line", "served"),
    [
        ("We note the offices.", "We do not note the offices.", 9, ["2024-c1"]),
        ("We note the offices.", "We note the offices. ", 0, ["2024-p1", "2024-c1"]),
        ("text: To open offices in our cities.", "text: To open offices in our citie\u0455.", 14, ["2024-p1"]),
        ("id: p1", "id: p2", 7, []),
        ("at: c1, after: offices", "at: c1, after: our", 7, ["2024-p1", "2024-c1"]),
        ("text: A footnote", "text: A footnotes", 7, ["2024-p1", "2024-c1"]),
        ("en: The second declaration", "en: The second Declaration", 2, []),
        ("adopted: 2024-10-11", "adopted: 2024-10-10", 2, []),
        ("summary: {en: Offices are noted.", "summary: {en: We note offices.", 0, ["2024-p1", "2024-c1"]),
        ("themes: [institutions]", "themes: [education]", 0, ["2024-p1", "2024-c1"]),
    ],
)
def test_a_change_is_one_problem_and_only_what_changed_is_withheld(
    tmp_path: Path, old: str, new: str, line: int, served: list[str]
) -> None:
    found = changed(tmp_path, old, new)
    codes = [problem.code for problem in found.problems]
    assert len(codes) == bool(line), found.problems
    if "\u0455" not in new:
        assert codes == ["seal"] * bool(line)
    assert [place for place in found.register.provision_by_id if place.startswith("2024")] == served


def test_a_changed_paragraph_is_withheld_whole_and_names_who_sealed_it(tmp_path: Path) -> None:
    found = changed(tmp_path, "To open offices in our cities.\n    commitments", "To close offices in our cities.\n    commitments")
    assert [problem.code for problem in found.problems] == ["seal"]
    assert "what curation sealed on 2026-11-21; python curate.py seal 2024 shows what changed" in found.problems[0].sentence
    assert "2024-c1" not in found.register.provision_by_id
    assert "2024-c1a" not in found.register.commitment_by_id


def test_a_paragraph_that_was_added_or_taken_out_is_seen(tmp_path: Path) -> None:
    more = "  - {id: c2, text: To do more., force: states, themes: [institutions], summary: {en: More., ko: 더.}}\nsealed:"
    found = changed(tmp_path / "more", "sealed:", more)
    assert [(problem.code, problem.line) for problem in found.problems] == [("seal", 28)], found.problems
    assert {"2024-p1", "2024-c1"} == {place for place in found.register.provision_by_id if place.startswith("2024")}
    text = (folder(tmp_path / "less") / FILE).read_text(encoding="utf-8")
    start, end = text.index("  - id: c1"), text.index("sealed:")
    found = changed(tmp_path / "less", text[start:end], "")
    assert [problem.code for problem in found.problems] == ["seal"], found.problems
    assert "c1 is missing" in found.problems[0].sentence
    assert "2024" not in found.register.declaration_by_id


def test_a_seal_that_was_tampered_with_or_is_not_there_vouches_for_nothing(tmp_path: Path) -> None:
    found = changed(tmp_path / "own", digest("provision", "p1", "We note the offices."), "0" * 64)
    assert [problem.code for problem in found.problems] == ["seal"]
    assert "2024" not in found.register.declaration_by_id
    text = (folder(tmp_path / "none") / FILE).read_text(encoding="utf-8")
    found = changed(tmp_path / "none", text[text.index("sealed:") :], "")
    assert [problem.sentence for problem in found.problems] == [
        "2024: this text is not sealed; compare it with its source, to the letter, and run: python curate.py seal 2024"
    ]
    found = changed(tmp_path / "form", '"digest":"', '"digest":"x')
    assert [problem.code for problem in found.problems] == ["form"]


def test_no_letter_of_the_real_texts_can_be_changed_unseen(tmp_path: Path) -> None:
    """In every paragraph a word is put in, a sign is changed and one is dropped; each is seen, and the paragraph is not served."""
    root = shutil.copytree(RECORDS, tmp_path / "commitments")
    chance = random.Random(13)
    for declaration in real().declarations:
        path = root / "declarations" / f"{declaration.id}.yaml"
        text = path.read_text(encoding="utf-8")
        for provision in chance.sample(declaration.provisions, 3):
            start = text.index("text:", text.index(f"  - id: {provision.local}\n")) + 7
            at = next(i for i in range(start + chance.randrange(10, 60), len(text)) if text[i : i + 2].isalpha())
            for mutant in (text[:at] + " not " + text[at:], text[:at] + text[at + 1 :], text[:at] + text[at].swapcase() + text[at + 1 :]):
                path.write_text(mutant, encoding="utf-8")
                found = load(root, LATEST)
                assert [problem.code for problem in found.problems] == ["seal"], (provision.id, found.problems)
                assert provision.id not in found.register.provision_by_id
                assert len(found.register.provision_by_id) == len(real().provision_by_id) - 1
        path.write_text(text, encoding="utf-8")


def test_the_digests_are_what_the_documentation_says() -> None:
    """Computed anew by the words of docs/export.md, without the program."""
    import hashlib
    import json

    def sha(*words: object) -> str:
        return hashlib.sha256(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

    for each in real().declarations:
        opening = sha("opening", each.title.en, str(each.adopted), each.language, each.epigraphs)
        headings = [sha("heading", heading.before, heading.text) for heading in each.headings]
        footnotes = [sha("footnote", note.mark, note.at, note.after, note.text) for note in each.footnotes]
        pairs = [[part.local, sha("provision", part.local, part.text)] for part in each.provisions]
        assert each.sealed
        assert each.sealed.digest == sha("whole", opening, headings, footnotes, pairs)
