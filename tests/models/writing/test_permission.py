"""Who may write: nobody by default, a listed and verified account, or whoever is on the machine itself."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from models.writing.permission import Access, Mode, Permission, Way, by_sign_in, named
from widgets.follow_through import access as asking

EDITORS = {"kim@example.org"}


class Streamlit:
    """What the server knows: its own address, who is asking, the secrets and the account."""

    def __init__(
        self,
        address: str | None = None,
        caller: str | None = None,
        host: str = "",
        secrets: dict[str, Any] | None = None,
        user: dict[str, Any] | None = None,
    ) -> None:
        self.address = address
        self.context = SimpleNamespace(ip_address=caller, headers={"host": host} if host else {})
        self.secrets = SimpleNamespace(load_if_toml_exists=lambda: secrets is not None, to_dict=lambda: secrets)
        self.user = SimpleNamespace(is_logged_in=user is not None, to_dict=lambda: user)

    def get_option(self, name: str) -> str | None:
        assert name == "server.address"
        return self.address


def seen(monkeypatch: pytest.MonkeyPatch, server: Streamlit, curate: str | None = None) -> Access:
    monkeypatch.setattr(asking, "st", server)
    monkeypatch.setenv("REGISTER_CURATOR", "Kim  Minji ")
    if curate is None:
        monkeypatch.delenv("REGISTER_CURATE", raising=False)
    else:
        monkeypatch.setenv("REGISTER_CURATE", curate)
    return asking.current()


def test_by_default_nobody_may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    access = seen(monkeypatch, Streamlit("127.0.0.1"))
    assert (access.mode, access.permission) == ("off", None)
    assert seen(monkeypatch, Streamlit("127.0.0.1"), curate="yes").permission is None
    assert seen(monkeypatch, Streamlit(secrets={"register": {"editors": ["kim@example.org"]}})).permission is None


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1"])
@pytest.mark.parametrize(("caller", "host"), [(None, ""), ("127.0.0.1", "127.0.0.1:8501"), ("::1", "[::1]:8501"), (None, "localhost:8501")])
def test_make_curate_lets_the_machine_itself_write(monkeypatch: pytest.MonkeyPatch, address: str, caller: str | None, host: str) -> None:
    access = seen(monkeypatch, Streamlit(address, caller, host), curate="1")
    assert access.permission == Permission("Kim Minji", Way.CURATE)
    assert access.mode == "curate"


@pytest.mark.parametrize(
    ("address", "caller", "host"),
    [
        (None, None, ""),
        ("", None, ""),
        ("0.0.0.0", None, "localhost:8501"),
        ("192.0.2.2", "127.0.0.1", ""),
        ("127.0.0.1", "192.0.2.7", "127.0.0.1:8501"),
        ("127.0.0.1", None, "register.example.org"),
        ("127.0.0.1", "127.0.0.1", "localhost.example.org"),
        ("127.0.0.1", "nonsense", ""),
    ],
)
def test_make_curate_is_refused_where_others_can_reach_it(
    monkeypatch: pytest.MonkeyPatch, address: str | None, caller: str | None, host: str
) -> None:
    access = seen(monkeypatch, Streamlit(address, caller, host), curate="1")
    assert (access.mode, access.permission) == ("curate_exposed", None)


@pytest.mark.parametrize(
    ("claims", "mode"),
    [
        (None, "signed_out"),
        ({"email": "kim@example.org"}, "signed_in"),
        ({"email": " Kim@Example.ORG ", "email_verified": True}, "signed_in"),
        ({"email": "kim@example.org", "email_verified": "true"}, "signed_in"),
        ({"email": "kim@example.org", "email_verified": False}, "unverified"),
        ({"email": "kim@example.org", "email_verified": "false"}, "unverified"),
        ({"email": "kim@example.org", "email_verified": None}, "unverified"),
        ({"email": "lee@example.org", "email_verified": True}, "not_editor"),
        ({"email": "kim@example.org.evil.example"}, "not_editor"),
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
    assert by_sign_in({"email": ""}, set()).permission is None
    assert by_sign_in({"email": "kim@example.org"}, set()).mode == "no_editors"


def test_the_note_names_the_account() -> None:
    assert by_sign_in({"email": "Kim@example.org", "name": " Kim\n Minji "}, EDITORS).permission == Permission("Kim Minji", Way.SIGN_IN)
    assert by_sign_in({"email": "Kim@example.org"}, EDITORS).permission == Permission("Kim@example.org", Way.SIGN_IN)


@pytest.mark.parametrize(
    ("editors", "may"), [(["KIM@example.org"], True), ("kim@example.org", True), (["lee@example.org"], False), ([], False), (None, False)]
)
def test_the_list_of_accounts_is_read_from_the_secrets(monkeypatch: pytest.MonkeyPatch, editors: Any, may: bool) -> None:
    secrets = {"auth": {"client_id": "x"}, "register": {"editors": editors} if editors is not None else {}}
    access = seen(monkeypatch, Streamlit(secrets=secrets, user={"email": "kim@example.org"}))
    assert (access.permission is not None) is may


def test_only_a_curator_without_a_name_may_type_one() -> None:
    nameless = Access(Mode.CURATE, Permission("", Way.CURATE), "curate")
    assert named(nameless, "  Lee\n Jisu ") == Permission("Lee Jisu", Way.CURATE)
    signed_in = by_sign_in({"email": "kim@example.org", "name": "Kim"}, EDITORS)
    assert named(signed_in, "Somebody else") == Permission("Kim", Way.SIGN_IN)
    assert named(Access(Mode.OFF), "Lee") is None


# drafts --------------------------------------------------------------------------------------------------------------------
