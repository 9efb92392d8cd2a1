"""Who may write: nobody by default, a listed and verified account, or whoever is on the machine itself."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from models.writing.key import COOKIE, KEYS, Keys
from models.writing.permission import (
    FORWARDED,
    Access,
    Mode,
    Permission,
    Way,
    by_curating,
    by_sign_in,
    editors,
    named,
    refusal,
)
from tests.samples.connections import AT_THE_MACHINE
from tests.samples.registers import ROOT
from widgets.follow_through import access as asking

EDITORS = frozenset({"kim@example.org"})
VERIFIED = {"email": "Kim@example.org", "email_verified": True}


class Streamlit:
    """What the server knows: its own address, who is asking, the secrets and the account."""

    def __init__(
        self, secrets: dict[str, Any] | None = None, user: dict[str, Any] | None = None, right: str | None = None, **headers: str
    ) -> None:
        cookies = {COOKIE: right} if right else {}
        given = {
            "host": "127.0.0.1:8501",
            "origin": "http://127.0.0.1:8501",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        self.context = SimpleNamespace(ip_address="127.0.0.1", headers=given, cookies=cookies)
        self.secrets = SimpleNamespace(load_if_toml_exists=lambda: secrets is not None, to_dict=lambda: secrets)
        self.user = SimpleNamespace(is_logged_in=user is not None, to_dict=lambda: user)

    def get_option(self, name: str) -> str | None:
        assert name == "server.address"
        return "127.0.0.1"


def seen(monkeypatch: pytest.MonkeyPatch, server: Streamlit, curate: str | None = None) -> Access:
    monkeypatch.setattr(asking, "st", server)
    monkeypatch.setenv("REGISTER_CURATOR", "Kim  Minji ")
    if curate is None:
        monkeypatch.delenv("REGISTER_CURATE", raising=False)
    else:
        monkeypatch.setenv("REGISTER_CURATE", curate)
    return asking.current()


def test_by_default_nobody_may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    access = seen(monkeypatch, Streamlit())
    assert (access.mode, access.permission) == ("off", None)
    assert seen(monkeypatch, Streamlit(), curate="yes").permission is None
    assert seen(monkeypatch, Streamlit(secrets={"register": {"editors": ["kim@example.org"]}})).permission is None


# make curate -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("listens", ["127.0.0.1", "localhost", "::1"])
@pytest.mark.parametrize(("caller", "host"), [(None, "localhost:8501"), ("127.0.0.1", "127.0.0.1:8501"), ("::1", "[::1]:8501")])
def test_make_curate_lets_whoever_sits_at_the_machine_write(listens: str, caller: str | None, host: str) -> None:
    access = by_curating(replace(AT_THE_MACHINE, listens=listens, caller=caller, host=host, origin=f"http://{host}"), "Kim Minji")
    assert access.permission == Permission("Kim Minji", Way.CURATE)
    assert access.mode == "curate"


@pytest.mark.parametrize(
    "otherwise",
    [
        {"listens": None},
        {"listens": ""},
        {"listens": "0.0.0.0"},
        {"listens": "192.0.2.2"},
        {"caller": "192.0.2.7"},
        {"caller": "nonsense"},
        {"host": "register.example.org", "origin": "https://register.example.org"},
        {"host": "localhost.example.org", "origin": "http://localhost.example.org"},
        {"host": "", "origin": ""},
        {"forwarded": True},
    ],
)
def test_make_curate_is_refused_where_others_can_reach_it(otherwise: dict[str, Any]) -> None:
    access = by_curating(replace(AT_THE_MACHINE, **otherwise), "Kim Minji")
    assert (access.mode, access.permission) == ("curate_exposed", None)


@pytest.mark.parametrize(
    "otherwise", [{"has_key": False}, {"origin": "http://127.0.0.1:9999"}, {"origin": "http://localhost:8501"}, {"origin": ""}]
)
def test_make_curate_is_refused_without_the_key_and_to_pages_of_other_ports(otherwise: dict[str, Any]) -> None:
    access = by_curating(replace(AT_THE_MACHINE, **otherwise), "Kim Minji")
    assert (access.mode, access.permission) == ("curate_no_key", None)


@pytest.mark.parametrize("name", FORWARDED)
def test_a_server_in_front_closes_make_curate_though_all_else_looks_as_at_home(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    right = KEYS.redeem(KEYS.fresh)
    assert seen(monkeypatch, Streamlit(right=right), curate="1").mode == "curate"
    assert seen(monkeypatch, Streamlit(right=right, **{name.replace("-", "_"): "x"}), curate="1").mode == "curate_exposed"


def test_a_key_opens_writing_once_and_for_one_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys()
    first = keys.fresh
    right = keys.redeem(first)
    assert keys.holds(right)
    assert keys.redeem(first) is None
    assert keys.redeem("ſ" * 40) is None
    assert keys.fresh != first
    assert not keys.holds(first)
    assert not keys.holds(None)
    assert not Keys().holds(right)  # a restart closes all
    assert seen(monkeypatch, Streamlit(right=first), curate="1").mode == "curate_no_key"


# sign-in ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claims", "mode"),
    [
        (None, "signed_out"),
        ({"email": "kim@example.org"}, "unverified"),
        ({"email": " Kim@Example.ORG ", "email_verified": True}, "signed_in"),
        ({"email": "kim@example.org", "email_verified": "true"}, "signed_in"),
        ({"email": "kim@example.org", "email_verified": False}, "unverified"),
        ({"email": "kim@example.org", "email_verified": "false"}, "unverified"),
        ({"email": "kim@example.org", "email_verified": None}, "unverified"),
        ({"email": "lee@example.org", "email_verified": True}, "not_editor"),
        ({"email": "kim@example.org.evil.example", "email_verified": True}, "not_editor"),
        ({"email": "\u212aim@example.org", "email_verified": True}, "not_editor"),
        ({"email": "kim@example.org", "email_verified": 2}, "unverified"),
        ({"email": "kim@example.org", "email_verified": "TRUE"}, "unverified"),
        ({"name": "kim@example.org"}, "no_email"),
        ({"email": ""}, "no_email"),
        ({"email": None, "preferred_username": "kim@example.org"}, "no_email"),
    ],
)
def test_a_signed_in_account_writes_only_if_it_is_listed_and_verified(claims: dict[str, Any] | None, mode: str) -> None:
    access = by_sign_in(claims, EDITORS)
    assert access.mode == mode
    assert (access.permission is not None) is (mode == "signed_in")


def test_a_list_without_accounts_lets_nobody_write() -> None:
    assert by_sign_in({"email": ""}, frozenset()).permission is None
    assert by_sign_in({"email": "kim@example.org"}, frozenset()).mode == "no_editors"


def test_the_note_names_the_account() -> None:
    assert by_sign_in({**VERIFIED, "name": " Kim\n Minji "}, EDITORS).permission == Permission("Kim Minji", Way.SIGN_IN)
    assert by_sign_in(VERIFIED, EDITORS).permission == Permission("Kim@example.org", Way.SIGN_IN)


@pytest.mark.parametrize(
    ("editors", "mode"),
    [
        (["KIM@example.org"], "signed_in"),
        (["lee@example.org"], "not_editor"),
        (["\u212aIM@example.org"], "not_editor"),
        ([], "no_editors"),
        (None, "no_editors"),
        ("kim@example.org", "editors_unreadable"),
        ({"kim@example.org": True}, "editors_unreadable"),
        (["kim@example.org", 7], "editors_unreadable"),
        (["kim"], "editors_unreadable"),
    ],
)
def test_the_list_of_accounts_is_read_from_the_secrets_and_closes_where_it_is_none(
    monkeypatch: pytest.MonkeyPatch, editors: Any, mode: str
) -> None:
    secrets = {"auth": {"client_id": "x"}, "register": {"editors": editors} if editors is not None else {}}
    assert seen(monkeypatch, Streamlit(secrets, VERIFIED)).mode == mode
    assert seen(monkeypatch, Streamlit({**secrets, "register": "kim@example.org"}, VERIFIED)).mode == "editors_unreadable"


@pytest.mark.parametrize(
    "auth", [{}, {"cookie_secret": ""}, {"cookie_secret": "s" * 31}, {"cookie_secret": " " * 40}, {"cookie_secret": 7}, "x"]
)
def test_a_secret_that_can_be_guessed_keeps_the_server_from_starting(auth: Any) -> None:
    said = refusal({"auth": auth})
    assert said is not None
    assert "cookie_secret" in said
    assert "token_urlsafe" in said  # how to mend it


def test_without_sign_in_or_with_a_long_secret_the_server_starts() -> None:
    assert refusal({}) is None
    assert refusal({"auth": {"cookie_secret": "s" * 32}}) is None


def test_the_example_of_the_secrets_has_to_be_filled_in() -> None:
    example = tomllib.loads((ROOT / ".streamlit" / "secrets.example.toml").read_text(encoding="utf-8"))
    assert refusal(example)
    assert editors(example["register"]["editors"])


def test_only_a_curator_without_a_name_may_type_one() -> None:
    nameless = Access(Mode.CURATE, Permission("", Way.CURATE), "curate")
    assert named(nameless, "  Lee\n Jisu ") == Permission("Lee Jisu", Way.CURATE)
    signed_in = by_sign_in({**VERIFIED, "name": "Kim"}, EDITORS)
    assert named(signed_in, "Somebody else") == Permission("Kim", Way.SIGN_IN)
    assert named(Access(Mode.OFF), "Lee") is None
