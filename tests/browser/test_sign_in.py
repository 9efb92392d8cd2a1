"""Signing in against a local OpenID provider that speaks the real protocol, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, Page

from tests.browser.conftest import UNWATCHED, Served, free_port, serve, stop
from tests.browser.waiting import settled, watched
from tests.samples.registers import folder
from widgets.parts.view import today

USERS = [
    User(sub="kim", claims={"email": "Kim@Example.org", "email_verified": True, "name": "Kim Minji"}),
    User(sub="lee", claims={"email": "lee@example.org", "email_verified": True, "name": "Lee Jisu"}),
    User(sub="not-kim", claims={"email": "kim@example.org", "email_verified": False, "name": "Kim Minji"}),
]
SECRETS = """
[register]
editors = ["kim@example.org"]

[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{secret}"
client_id = "register"
client_secret = "secret"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
"""
PAGE = "/follow_through?lang=en&note=2024-c1a"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A dashboard with sign-in, over small records of its own, and the provider that it trusts."""
    here = tmp_path_factory.mktemp("sign-in")
    records, port = folder(here), free_port()
    with run_server_in_thread(user_claims=USERS) as provider:
        secrets = here / "secrets.toml"
        secrets.write_text(
            SECRETS.format(address=f"http://127.0.0.1:{port}", secret="s" * 48, provider=provider.server_port), encoding="utf-8"
        )
        process, address = serve(
            records, here / "log.txt", port=port, STREAMLIT_SECRETS_FILES=str(secrets), REGISTER_CURATE="", **UNWATCHED
        )
        yield Served(address, records)
        stop(process)


@dataclass
class Visitor:
    """Somebody with a browser of their own."""

    page: Page
    address: str

    def opens(self, path: str = PAGE) -> None:
        self.page.goto(self.address + path)
        settled(self.page)

    def signs_in(self, account: str) -> None:
        self.opens()
        self.page.get_by_role("button", name="Sign in").click()
        self.page.get_by_role("button", name=account, exact=True).click()
        self.page.wait_for_url(f"{self.address}/**")
        settled(self.page)
        self.opens()

    def sees(self, words: str) -> bool:
        return self.page.get_by_text(words).count() > 0


@pytest.fixture
def visitor(browser: Browser, guarded: Served) -> Iterator[Visitor]:
    context = watched(browser.new_context(viewport={"width": 1280, "height": 1400}, locale="en-GB"))
    yield Visitor(context.new_page(), guarded.address)
    context.close()


def fill(page: Page, label: str, words: str) -> None:
    page.get_by_label(label, exact=True).fill(words)
    page.keyboard.press("Tab")
    settled(page)


def choose(page: Page, label: str, words: str) -> None:
    page.get_by_label(label, exact=True).click()
    page.keyboard.type(words)
    page.get_by_role("option", name=words).first.click()
    settled(page)
    page.keyboard.press("Escape")
    settled(page)


@pytest.mark.xdist_group("sign-in")
def test_a_listed_account_signs_in_and_its_note_names_it(visitor: Visitor, guarded: Served) -> None:
    visitor.opens()
    assert visitor.sees("Sign in with an account of the secretariat")
    assert not visitor.sees("Reason, in English")
    visitor.signs_in("kim")
    assert visitor.sees("Signed in as Kim@Example.org")
    page = visitor.page
    choose(page, "What was found", "started")
    fill(page, "Reason, in English", "An office was decided.")
    fill(page, "Reason, in Korean", "사무소 설치를 결정하였다.")
    choose(page, "Evidence on record", "The city adopted an ordinance.")
    assert visitor.sees("All rules are met. The note will name Kim Minji.")
    page.get_by_role("button", name="Save the note").click()
    settled(page)
    assert visitor.sees("Saved. Nothing else was changed")
    written = guarded.records / "notes" / "2024-c1a" / f"{today().isoformat()}.yaml"
    assert "by: Kim Minji" in written.read_text(encoding="utf-8")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_timeout(1500)
    visitor.opens()
    assert visitor.sees("Sign in with an account of the secretariat")


@pytest.mark.xdist_group("sign-in")
@pytest.mark.parametrize(
    ("account", "why"),
    [("lee", "this account is not on the list of those who may add notes"), ("not-kim", "has not verified this address")],
)
def test_any_other_account_is_refused_in_a_sentence(visitor: Visitor, guarded: Served, account: str, why: str) -> None:
    before = sorted(guarded.records.rglob("*"))
    visitor.signs_in(account)
    assert visitor.sees(why)
    assert not visitor.sees("Reason, in English")
    assert visitor.page.get_by_role("button", name="Save the note").count() == 0
    assert sorted(guarded.records.rglob("*")) == before
