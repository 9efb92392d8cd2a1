"""What is made once is the same for every reader: for the second, and whatever others looked at before."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest
from streamlit.navigation.page import StreamlitPage

from tests.pages.opening import markup, opened
from widgets.find import asked
from widgets.frame import masthead
from widgets.parts.kept import Kept
from widgets.parts.once import forget
from widgets.parts.view import ROOT, Sweep, View

ADDRESSES: dict[str, list[dict[str, str]]] = {
    "overview": [{}, {"on": "2023-10-06"}],
    "pledges": [{}, {"theme": "housing"}, {"order": "lately"}, {"rows": "all"}, {"on": "2024-10-10"}],
    "find": [{}, {"q": "office"}, {"q": "office", "kind": "paragraph"}, {"ledger": "promise"}, {"page": "2"}, {"on": "2024-10-10"}],
    "timeline": [{}, {"theme": "housing"}, {"years": "2018-2024"}, {"on": "2024-10-10"}],
    "follow_through": [{}, {"queue": "stale"}, {"ledger": "promise"}, {"on": "2024-10-10"}],
}


@pytest.fixture(autouse=True)
def nobody_was_here() -> None:
    forget()
    asked.forget()


@pytest.mark.parametrize("page", ADDRESSES)
def test_a_page_is_the_same_for_the_first_reader_and_after_all_others(page: str) -> None:
    for_the_first: list[str] = []
    every = [(lang, query) for lang in ("en", "ko") for query in ADDRESSES[page]]
    for lang, query in every:
        forget()
        asked.forget()
        for_the_first.append(markup(opened(page, lang, **query)))
    assert len(set(for_the_first)) == len(every), "each address shows something else"
    for number in (1, 2):
        for (lang, query), first in zip(every, for_the_first, strict=True):
            assert markup(opened(page, lang, **query)) == first, f"reader {number} of {lang} {query}"


def test_what_repeats_a_long_address_is_kept_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of links that anybody can make as long as they like, memory would be full."""
    kept: Kept[object] = Kept(512)
    monkeypatch.setattr("widgets.parts.once._KEPT", kept)
    long = ",".join(f"quote:2024-c2a/words-{n}" for n in range(60))
    page = markup(opened("find", "en", q="office", mine=long))
    assert long.replace(":", "%3A").replace("/", "%2F").replace(",", "%2C") in page
    things = [place.thing for place in kept._places.values()]
    assert things
    assert not [thing for thing in things if isinstance(thing, str) and "words-59" in thing]


def test_who_needs_what_another_is_making_waits_for_it() -> None:
    kept: Kept[int] = Kept(2)
    begun, go_on, made, got = threading.Event(), threading.Event(), [], []

    def make() -> int:
        made.append(1)
        begun.set()
        assert go_on.wait(10)
        return 7

    readers = [threading.Thread(target=lambda: got.append(kept.get("a", make))) for _ in range(3)]
    readers[0].start()
    assert begun.wait(10)
    for each in readers[1:]:
        each.start()
    assert kept.get("b", lambda: 8) == 8, "what others need is not held up"
    go_on.set()
    for each in readers:
        each.join(10)
    assert (got, made) == ([7, 7, 7], [1])


def test_what_fails_is_made_anew_and_what_was_needed_longest_ago_is_let_go() -> None:
    kept: Kept[int] = Kept(2)

    def fail() -> int:
        raise ValueError("not now")

    with pytest.raises(ValueError, match="not now"):
        kept.get("a", fail)
    assert not kept.has("a")
    assert kept.get("a", lambda: 1) == 1
    kept.get("b", lambda: 2)
    kept.get("a", lambda: 0)
    kept.get("c", lambda: 3)
    assert (kept.has("a"), kept.has("b"), kept.has("c")) == (True, False, True)


def test_a_page_agrees_with_its_banner_though_the_records_change_between_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "commitments", tmp_path / "commitments")
    text = tmp_path / "commitments" / "declarations" / "2024.yaml"
    monkeypatch.setenv("REGISTER_RECORDS", str(tmp_path / "commitments"))
    monkeypatch.setattr(Sweep, "OFTEN", -1.0)
    draw = masthead.show

    def meanwhile(view: View, page: StreamlitPage, *, may_write: bool) -> None:
        draw(view, page, may_write=may_write)
        text.write_text(text.read_text(encoding="utf-8").replace("force: undertakes", "force: undertaken", 1), encoding="utf-8")

    monkeypatch.setattr(masthead, "show", meanwhile)
    banner, withheld = "1 record or whole file of records is not shown", "its coding is withheld because of an error"
    shown = markup(opened("declarations", "en", id="2024"))
    assert (banner in shown, withheld in shown) == (False, False)
    monkeypatch.setattr(masthead, "show", draw)
    shown = markup(opened("declarations", "en", id="2024"))
    assert (banner in shown, withheld in shown) == (True, True)
