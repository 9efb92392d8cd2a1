"""Lists that everything rests on, broken: the forums, the vocabulary, one file of each kind; every page serves and makes nothing up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages.opening import opened, words
from tests.samples.broken_lists import BREAKAGES, broken_copy
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
    ("slides", {}),
    ("method", {}),
)
NONSENSE = re.compile(r"of 0 forums|of -\d|-\d+ of|\b0개 회차 (중|가운데)|could not be shown|표시하지 못함|\bNone\b")


@pytest.fixture(scope="module", params=list(BREAKAGES))
def broken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    return request.param, broken_copy(tmp_path_factory.mktemp("broken"), request.param)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_page_serves_says_it_and_makes_nothing_up(broken: tuple[str, Path], lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(broken[1]))
    for page, asked in PAGES:
        said = words(opened(page, lang, **asked))
        assert not NONSENSE.search(said), (page, NONSENSE.search(said))
        assert ("not shown" if lang == "en" else "오류") in said, page


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
