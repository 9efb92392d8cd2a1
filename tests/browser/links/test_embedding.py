"""A picture in the frame of another site: shown where the setting names that site, refused everywhere else, whole at every width."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.barriers import barriers
from tests.browser.conftest import ROOT, UNWATCHED, Served, free_port, serve, stop
from tests.browser.waiting import settled, watched
from tests.samples.registers import say


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing of what is asked."""


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """Another site: the folder of its pages, and its port. It is one site as 127.0.0.1 and another as localhost."""
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, port
    server.shutdown()


@pytest.fixture(scope="module")
def shared(elsewhere: tuple[Path, int], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    records = ROOT / "commitments"
    log = tmp_path_factory.mktemp("shared") / "log.txt"
    process, address = serve(records, log, REGISTER_EMBED=f"http://127.0.0.1:{elsewhere[1]}", **UNWATCHED)
    yield Served(address, records)
    stop(process)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_html_that_the_page_gives_shows_the_picture_there_and_nowhere_else(
    browser: Browser, shared: Served, elsewhere: tuple[Path, int], lang: str
) -> None:
    (folder, port), words = elsewhere, say(lang)
    context = watched(browser.new_context(permissions=["clipboard-read", "clipboard-write"]))
    page = context.new_page()
    page.goto(f"{shared.address}/pledges?theme=peace&lang={lang}&on=2026-11-21")
    settled(page)
    page.get_by_text(words("embed.code"), exact=True).click()
    page.get_by_role("button", name=words("embed.code_copy")).click()
    expect(page.locator(".copy-code [role=status]")).to_have_text(words("frame.copied"))
    code = str(page.evaluate("navigator.clipboard.readText()"))
    context.close()
    (folder / "index.html").write_text(
        f"<!DOCTYPE html><html lang='{lang}'><title>A site</title><body>{code}</body></html>", encoding="utf-8"
    )
    for host, shown in (("127.0.0.1", True), ("localhost", False)):
        context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme="dark")
        page = context.new_page()
        refused: list[str] = []
        page.on("console", lambda said, refused=refused: refused.append(said.text))  # type: ignore[misc]
        page.goto(f"http://{host}:{port}/", wait_until="networkidle")
        title = page.frame_locator("iframe").locator("h1")
        if shown:
            expect(title).to_contain_text("Peace: " if lang == "en" else "평화: ")
            page.frame_locator("iframe").locator("summary").click()
            assert page.frames[1].evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
            assert page.frames[1].evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(14, 21, 28)"
            assert not [each for each in refused if "Content Security Policy" in each]
        else:
            assert page.frame_locator("iframe").locator(".embedded").count() == 0
            assert any("frame-ancestors" in each for each in refused), refused
        context.close()


@pytest.mark.parametrize(
    ("path", "dark"),
    [
        ("recurrence?theme=poverty", False),
        ("standing?", True),
        ("timeline?years=2020-2026", False),
        ("through?id=human-rights-education", True),
        ("measure?id=campaign", False),
    ],
)
def test_one_drawing_fits_every_width_and_has_no_barrier(browser: Browser, shared: Served, path: str, dark: bool) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700}, color_scheme="dark" if dark else "light")
    page.goto(f"{shared.address}/embed/{path}&lang={'ko' if dark else 'en'}")
    page.locator("summary").click()
    for wide, room in ((320, "phone"), (700, "tablet"), (1280, "desk")):
        page.set_viewport_size({"width": wide, "height": 700})
        assert [each.get_attribute("class") for each in page.locator(".picture:visible").all()] == [f"picture {room}"]
        assert page.evaluate("document.documentElement.scrollWidth") <= wide
        above = page.locator("p.sub").bounding_box()
        first = page.evaluate(
            f"Math.min(...[...document.querySelectorAll('.{room} svg text')].map(text => text.getBoundingClientRect().top))"
        )
        assert above
        assert first >= above["y"] + above["height"] - 1, "no words of the picture lie over what stands above it"
    assert not barriers(page)
    page.close()
