"""Two replicas behind nginx, below a path of the host, over one folder of records, with sign-in: nothing ties a reader to one."""

from __future__ import annotations

import json
import re
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.reading import untrusting
from tests.browser.conftest import UNWATCHED, free_port, serve, stop
from tests.browser.test_sign_in import SECRETS, USERS, fill
from tests.browser.waiting import settled, watched
from tests.database.server import Server
from tests.replicas.behind_nginx import proxied
from tests.samples.registers import folder

pytestmark = pytest.mark.xdist_group("replicas")
BASE = "/promises"
PAGES = ("", "find?q=office", "commitment?id=2024-c1a", "pledges", "pledge?id=offices", "timeline", "declarations?id=2024")
PAGES += ("follow_through?note=2024-c1a", "city?id=gwangju", "briefing", "slides", "method", "no-such-page")


@dataclass(frozen=True)
class Replicas:
    """The address of all, the ports of each, the records of all, and what nginx wrote down."""

    address: str
    ports: tuple[int, int]
    records: Path
    log: Path

    def asked(self, path: str) -> list[str]:
        """The servers that answered an address, in turn."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line.rsplit('"', 2)[1] for line in lines if f"GET {BASE}{path}" in line]


@pytest.fixture(scope="module")
def replicas(tmp_path_factory: pytest.TempPathFactory, postgresql: Server) -> Iterator[Replicas]:
    """As on two machines: each has a folder of its own for what is kept, and a PostgreSQL is named that both reach.

    Two on one machine, which share that folder, are read and killed in tests/replicas/test_soak.py.
    """
    here = tmp_path_factory.mktemp("replicas")
    records, ports, front = folder(here), (free_port(), free_port()), free_port()
    with run_server_in_thread(user_claims=USERS) as provider:
        secrets = here / "secrets.toml"
        address = f"https://localhost:{front}{BASE}"
        secrets.write_text(SECRETS.format(address=address, secret="s" * 48, provider=provider.server_port), encoding="utf-8")
        settings = {
            **UNWATCHED,
            "STREAMLIT_SECRETS_FILES": str(secrets),
            "REGISTER_STORE": postgresql.database(),
            "REGISTER_ADDRESS": address,
        }
        running = []
        try:
            for port in ports:
                own = {**settings, "REGISTER_STATE": str(here / f"state-{port}")}
                running.append(serve(records, here / f"{port}.txt", port=port, base=BASE, **own)[0])
            with proxied(here / "nginx", ports, BASE, front) as shown:
                assert shown == address
                yield Replicas(address, ports, records, here / "nginx" / "access.log")
        finally:
            for process in running:
                stop(process)


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = watched(browser.new_context(viewport={"width": 1280, "height": 1400}, locale="en-GB", ignore_https_errors=True))
    yield context
    context.close()


def opens(page: Page, address: str) -> None:
    page.goto(address)
    settled(page)


def get(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20, context=untrusting() if address.startswith("https") else None) as answer:
            return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


def turns(replicas: Replicas) -> Iterator[int]:
    """Up to twelve rounds, of which every other begins with the other replica.

    nginx asks the two in turn: where whatever a round asks for is even in number, every round would begin with the same one.
    """
    for turn in range(12):
        yield turn
        get(f"{replicas.address}/no-such-page")


# below a path ----------------------------------------------------------------------------------------------------


def test_below_a_path_every_page_is_drawn_and_nothing_outside_it_is_asked_for(reader: BrowserContext, replicas: Replicas) -> None:
    page, asked, missed = reader.new_page(), set(), set()
    page.on("request", lambda request: asked.add(request.url))
    page.on("websocket", lambda socket: asked.add(socket.url))
    page.on("response", lambda answer: missed.add(answer.url) if answer.status >= 400 else None)
    inside = tuple(f"{scheme}{replicas.address.removeprefix('https')}/" for scheme in ("https", "wss"))
    links: set[str] = set()
    for path in PAGES:
        if path == "no-such-page":
            page.goto(f"{replicas.address}/{path}")
        else:
            opens(page, f"{replicas.address}/{path}{'&' if '?' in path else '?'}lang=ko")
        assert page.locator("h1").count() == 1, path
        links |= set(
            page.evaluate(
                "() => [...document.querySelectorAll('a[href], link[href], script[src]')]"
                ".map(e => new URL(e.getAttribute('href') || e.src, document.baseURI).href)"
            )
        )
    outside = {url for url in asked if not url.startswith((*inside, "data:", "blob:"))}
    assert outside == set()
    here = urlsplit(replicas.address).netloc
    assert {link for link in links if urlsplit(link).netloc == here and not f"{link}/".startswith(inside)} == set()
    assert any("/fonts/Pretendard-Regular.woff2" in url for url in asked)
    assert any("/door/around.js" in url for url in asked)
    assert {url for url in missed if "no-such-page" not in url and "_stcore" not in url} == set()


def test_below_a_path_links_lead_on_and_the_data_is_there(reader: BrowserContext, replicas: Replicas) -> None:
    page = reader.new_page()
    opens(page, f"{replicas.address}/?lang=en")
    for name in ("Find", "Pledges", "Timeline", "Declarations", "Follow-through", "Method"):
        page.get_by_role("link", name=name, exact=True).first.click()
        settled(page)
        assert urlsplit(page.url).path == f"{BASE}/{name.lower().replace('-', '_')}"
        assert page.locator("h1").count() == 1, name
    opens(page, f"{replicas.address}/pledge?id=offices&lang=en")
    inner = page.locator("main a[href*='commitment?'], main a[href*='declarations?']").first
    inner.click()
    settled(page)
    assert urlsplit(page.url).path.startswith(f"{BASE}/")
    assert page.locator("h1").count() == 1
    status, headers, body = get(f"{replicas.address}/data/register.json")
    assert (status, headers["content-type"]) == (200, "application/json")
    assert json.loads(body)
    assert get(f"{replicas.address}/data/commitments.csv?lang=ko")[0] == 200
    icon = page.evaluate("() => document.querySelector('link[rel~=icon]').href")
    assert icon.startswith("data:image/png;base64,"), "a file in the memory of one replica"


def test_a_link_to_a_page_is_called_by_the_address_that_readers_see(replicas: Replicas) -> None:
    _, headers, body = get(f"{replicas.address}/pledge?id=offices&lang=en")
    assert re.findall(r'property="og:url" content="([^"]*)"', body.decode()) == [f"{replicas.address}/pledge?id=offices&amp;lang=en"]
    assert "default-src 'self'" in headers["content-security-policy"]


def test_what_is_asked_for_is_compressed_and_kept_by_nginx(replicas: Replicas) -> None:
    get(f"{replicas.address}/fonts/Pretendard-Regular.woff2")
    assert get(f"{replicas.address}/fonts/Pretendard-Regular.woff2")[1]["x-cache"] == "HIT"
    ways = [get(f"{replicas.address}/data/register.json", **{"Accept-Encoding": "gzip"})[1] for _ in range(4)]
    assert {each["content-encoding"] for each in ways} == {"gzip"}
    assert "HIT" in {each["x-cache"] for each in ways}


# two replicas ----------------------------------------------------------------------------------------------------


def test_a_change_in_the_shared_folder_is_on_both_replicas_within_two_seconds(replicas: Replicas) -> None:
    def says(words: str) -> bool:
        return all(words in get(f"http://127.0.0.1:{port}{BASE}/data/register.json")[2].decode() for port in replicas.ports)

    pledge = replicas.records / "pledges" / "offices.yaml"
    before = pledge.read_text(encoding="utf-8")
    title = re.search(r"title: *\{en: *([^,]+),", before)
    assert title
    try:
        pledge.write_text(before.replace(title[1], "Offices of another name", 1), encoding="utf-8")
        changed = time.monotonic()
        while not says("Offices of another name"):
            assert time.monotonic() - changed < 2, "two seconds are over"
            time.sleep(0.1)
    finally:
        pledge.write_text(before, encoding="utf-8")


def signs_in(page: Page, replicas: Replicas) -> None:
    opens(page, f"{replicas.address}/follow_through?lang=en&note=2024-c1a")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="kim", exact=True).click()
    page.wait_for_url(f"{replicas.address}/**")
    settled(page)


def test_signing_in_begins_on_one_replica_and_ends_on_another(browser: Browser, replicas: Replicas) -> None:
    """What the sign-in has to remember between the two travels in a cookie that both can read."""
    apart, told = False, 0
    for _ in turns(replicas):
        context = watched(browser.new_context(viewport={"width": 1280, "height": 1400}, locale="en-GB", ignore_https_errors=True))
        page = context.new_page()
        signs_in(page, replicas)
        for _ in range(2):
            opens(page, f"{replicas.address}/follow_through?lang=en&note=2024-c1a")
            assert page.get_by_text("Signed in as Kim@Example.org").count() == 1
        context.close()
        apart = apart or replicas.asked("/auth/login")[-1] != replicas.asked("/oauth2callback")[-1]
        told = len(set(replicas.asked("/_stcore/stream")))
        if apart and told == 2:
            break
    assert apart, "the two were always asked of the same replica: this says nothing"
    assert told == 2, "only one replica told who is signed in: this says nothing"


def test_unsaved_writing_is_there_whichever_replica_comes_next(reader: BrowserContext, replicas: Replicas) -> None:
    page = reader.new_page()
    signs_in(page, replicas)
    opens(page, f"{replicas.address}/follow_through?lang=en&note=2024-c1a")
    fill(page, "Reason, in English", "An office was decided.")
    assert "draft=" in page.url
    before = len(replicas.asked("/_stcore/stream"))
    for _ in turns(replicas):
        page.reload()
        settled(page)
        assert page.get_by_label("Reason, in English").input_value() == "An office was decided."
        if len(set(replicas.asked("/_stcore/stream")[before:])) == 2:
            break
    else:
        raise AssertionError("only one replica was asked: this says nothing")


@pytest.mark.parametrize(
    ("path", "button", "starts"),
    [
        ("/pledges?lang=en", "Picture for a slide (PNG)", b"\x89PNG"),
        ("/briefing?lang=en", "PDF", b"%PDF"),
        ("/briefing?lang=ko", "DOCX", b"PK\x03\x04"),
    ],
)
def test_a_file_is_taken_along_whichever_replica_is_asked_for_it(
    reader: BrowserContext, replicas: Replicas, path: str, button: str, starts: bytes
) -> None:
    """A file is made by the server that draws the page, and fetched from whichever comes next: until it came from both."""
    page = reader.new_page()
    before = len(replicas.asked("/media/"))
    opens(page, f"{replicas.address}{path}")
    for _ in turns(replicas):
        with page.expect_download(timeout=20_000) as waiting:
            page.get_by_role("button", name=re.compile(re.escape(button))).first.click()
        assert urlsplit(waiting.value.url).path.startswith(f"{BASE}/"), waiting.value.url
        assert Path(waiting.value.path()).read_bytes().startswith(starts)
        if len(set(replicas.asked("/media/")[before:])) == 2:
            break
    else:
        raise AssertionError("only one replica was asked: this says nothing")
    asked = urlsplit(waiting.value.url).path
    for port in replicas.ports:
        status, _, body = get(f"http://127.0.0.1:{port}{asked}")
        assert (status, body[: len(starts)]) == (200, starts), f"the replica at {port} does not have it"
