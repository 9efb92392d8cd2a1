"""What a reader of the page Brief is told while others are served first, and that no more briefs are kept than is said."""

from __future__ import annotations

import threading

import pytest
from markupsafe import Markup

from exports import typesetting
from exports.turns import Wait
from models.brief.facts import About
from models.brief.telling.tree import Sheet
from models.labels import Say
from tests.pages.opening import opened, words
from tests.samples.registers import say
from widgets import briefing
from widgets.parts.kept import Kept
from widgets.parts.view import View


@pytest.mark.parametrize(
    ("wait", "en", "ko"),
    [
        (Wait(1, 0.2), "1 is before yours. It will be here in about 1 second.", "앞에 1건이 대기 중입니다. 약 1초 뒤"),
        (Wait(12, 3.1), "12 are before yours. It will be here in about 4 seconds.", "앞에 12건이 대기 중입니다. 약 4초 뒤"),
        (Wait(80, 41.0), "in about 45 seconds.", "약 45초 뒤"),
        (Wait(99, 91.0), "in about 2 minutes.", "약 2분 뒤"),
        (Wait(2, None), "2 are before yours. How long that takes cannot be said yet.", "걸리는 시간은 아직 알 수 없습니다."),
        (Wait(0, 1.0), "The brief is being made.", "브리핑 자료를 작성하고 있습니다."),
    ],
)
def test_the_wait_is_said_in_both_languages_and_never_shorter_than_it_is(wait: Wait, en: str, ko: str) -> None:
    assert en in words(str(briefing.waiting(wait, say("en"))))
    assert ko in words(str(briefing.waiting(wait, say("ko"))))


def test_a_reader_who_comes_second_is_told_so_and_then_gets_the_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    said, got, told_so = list[Wait](), threading.Event(), threading.Event()
    say_it = briefing.waiting

    def heard(wait: Wait, say: Say) -> Markup:
        said.append(wait)
        if wait.before:
            told_so.set()
        return say_it(wait, say)

    def first() -> None:
        with typesetting.turn("png") as place:
            place.counts = False
            got.set()
            told_so.wait(30)

    monkeypatch.setattr(briefing, "waiting", heard)
    briefing._KEPT.clear()
    holder = threading.Thread(target=first)
    holder.start()
    assert got.wait(30)
    text = words(opened("briefing", "en", about="theme:peace"))
    holder.join(30)
    assert [wait.before for wait in said] == [0, 1, 0], "at once, while one is before, and when the turn has come"
    assert "Three questions to expect" in text
    assert "before yours" not in text, "the brief stands where the wait was told"
    said.clear()
    opened("briefing", "en", about="theme:peace")
    assert said == [], "what is kept is shown at once"


def test_no_more_briefs_are_kept_than_is_said_and_those_asked_for_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing, "_KEPT", Kept[Sheet](2))
    made = list[str]()
    make = briefing._fitted

    def heard(about: About, view: View) -> Sheet:
        made.append(about.address)
        return make(about, view)

    monkeypatch.setattr(briefing, "_fitted", heard)
    for about in ("forum:13", "forum:14", "forum:13", "forum:10", "forum:13", "forum:14"):
        opened("briefing", "en", about=about)
    assert made == ["forum:13", "forum:14", "forum:10", "forum:14"], "the one that nobody asked for the longest was let go"
