"""Lists that everything rests on, broken: the forums, the vocabulary, one file of each kind; every page serves and makes nothing up."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from exports import dataset
from models.loading import Loaded, load
from tests.pages.opening import opened, words
from tests.samples.registers import LATEST, RECORDS
from widgets.parts.view import Sweep

PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("overview", {}),
    ("find", {"q": "education"}),
    ("commitment", {"id": "2024-c2a"}),
    ("pledges", {}),
    ("pledge", {"id": "human-rights-education"}),
    ("timeline", {}),
    ("declarations", {"id": "2024"}),
    ("follow_through", {}),
    ("city", {"id": "gwangju"}),
    ("city", {}),
    ("briefing", {}),
    ("method", {}),
)
NONSENSE = re.compile(r"of 0 forums|of -\d|-\d+ of|\b0개 회차 (중|가운데)|could not be shown|표시하지 못함|\bNone\b")


def unreadable(*names: str) -> Callable[[Path], None]:
    def broken(root: Path) -> None:
        for name in names:
            for path in sorted(root.glob(name))[:1]:
                path.write_text("\t: no YAML\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    return broken


def wrong(name: str, entry: str) -> Callable[[Path], None]:
    """One entry of a list with a field that it does not have."""

    def broken(root: Path) -> None:
        path = root / name
        before = path.read_text(encoding="utf-8")
        after = re.sub(rf"^( *)- {re.escape(entry)}\n", r"\g<0>\1  no-field: x\n", before, count=1, flags=re.MULTILINE)
        assert after != before
        path.write_text(after, encoding="utf-8")

    return broken


ONE_OF_EACH = (
    "declarations/2023.yaml", "pledges/*.yaml", "notes/*/*.yaml", "evidence/forums.yaml", "measures/*.yaml", "codings/first/*.yaml",
    "codings/settlements.yaml", "judgements/second/*.yaml", "judgements/rulings.yaml", "reviews/*.yaml",
)  # fmt: skip
BREAKAGES: dict[str, Callable[[Path], None]] = {
    "no vocabulary": unreadable("vocabulary.yaml"),
    "no forums": unreadable("forums.yaml"),
    "a city": wrong("vocabulary.yaml", "id: gwangju"),
    "a forum with a text": wrong("forums.yaml", "number: 14"),
    "all kinds": unreadable("vocabulary.yaml", "forums.yaml", *ONE_OF_EACH),
}


@pytest.fixture(scope="module", params=list(BREAKAGES))
def broken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    root = tmp_path_factory.mktemp("broken") / "commitments"
    shutil.copytree(RECORDS, root)
    BREAKAGES[request.param](root)
    return request.param, root


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_page_serves_says_it_and_makes_nothing_up(broken: tuple[str, Path], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(broken[1]))
    for page, asked in PAGES:
        said = words(opened(page, lang, **asked))
        assert not NONSENSE.search(said), (page, NONSENSE.search(said))
        assert ("not shown" if lang == "en" else "오류") in said, page


def read(broken: tuple[str, Path]) -> Loaded:
    return load(broken[1], LATEST)


def test_the_data_is_served_and_says_what_stands_in(broken: tuple[str, Path]) -> None:
    name, loaded = broken[0], read(broken)
    made = dataset.document(loaded.register, LATEST, loaded.left_out)
    assert made["meta"]["withheld"] >= 1
    if name == "a city":
        assert next(body["name"]["en"] for body in made["bodies"] if body["id"] == "gwangju") == "gwangju (name withheld)"
    if name in ("no vocabulary", "a city"):
        assert len(loaded.problems) == 1, "one mistake is one problem"


def test_a_text_whose_forum_is_withheld_keeps_its_column(broken: tuple[str, Path]) -> None:
    name, register = broken[0], read(broken).register
    if name not in ("no forums", "a forum with a text", "all kinds"):
        assert register.knows_all_forums
        return
    assert not register.knows_all_forums
    assert {declaration.forum for declaration in register.declarations} <= set(register.forum_by_number)
    assert "14" in register.stood_in
    assert register.forum_by_number[14].start == register.declaration_by_id["2024"].adopted


# what the pages see of a change -----------------------------------------------------------------------------------------


def test_a_change_that_leaves_no_mark_in_the_times_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a network file system that keeps no time of its own; here the times are taken for the same."""
    monkeypatch.setattr(Sweep, "OFTEN", -1.0)
    monkeypatch.setattr(Sweep, "SELDOM", -1.0)
    file = tmp_path / "forums.yaml"
    file.write_text("a", encoding="utf-8")
    sweep, seen = Sweep(), file.stat()
    before = sweep.fingerprint(tmp_path)
    monkeypatch.setattr("widgets.parts.view.os.stat", lambda path: seen)
    assert sweep.fingerprint(tmp_path) == before
    file.write_text("b", encoding="utf-8")
    assert sweep.fingerprint(tmp_path) != before


def test_what_is_mended_by_its_permissions_alone_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sweep, "OFTEN", -1.0)
    file = tmp_path / "forums.yaml"
    file.write_text("a", encoding="utf-8")
    sweep = Sweep()
    before = sweep.fingerprint(tmp_path)
    file.chmod(0o000)
    closed = sweep.fingerprint(tmp_path)
    file.chmod(0o644)
    assert len({before, closed, sweep.fingerprint(tmp_path)}) == 3


def test_unchanged_files_are_read_seldom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Sweep, "OFTEN", -1.0)
    (tmp_path / "forums.yaml").write_text("a", encoding="utf-8")
    sweep = Sweep()
    sweep.fingerprint(tmp_path)
    monkeypatch.setattr("widgets.parts.view.open", lambda *_: pytest.fail("read again"), raising=False)
    sweep.fingerprint(tmp_path)
