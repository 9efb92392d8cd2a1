"""Who may write: nobody by default; a signed-in editor; or whoever started `make curate` on this very machine.

The reasons stand in docs/decisions/0005-who-may-write.md. What is found here is only passed on: it is the saving
itself, in `models/writing/saving.py`, that refuses.
"""

from __future__ import annotations

import ipaddress
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st
from markupsafe import Markup

from models.writing.permission import Permission, Way
from widgets.parts import prose
from widgets.parts.view import ROOT, View

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Access:
    """What the server found out about who is asking."""

    mode: str
    """The sentence that the page says: follow_through.mode_…"""
    permission: Permission | None = None
    owner: str = ""
    """Whose unsaved drafts are theirs."""
    account: str = ""
    can_sign_in: bool = False
    signed_in: bool = False


def current() -> Access:
    """Asked anew at every run and again at every save."""
    if os.environ.get("REGISTER_CURATE") == "1":
        if not _on_loopback():
            return Access("curate_exposed")
        return Access("curate", Permission(_curator(), Way.CURATE), "curate")
    secrets = _secrets()
    if "auth" not in secrets:
        return Access("off")
    editors = secrets.get("register", {}).get("editors", [])
    allowed = {str(email).strip().casefold() for email in ([editors] if isinstance(editors, str) else editors)}
    return by_sign_in(st.user.to_dict() if st.user.is_logged_in else None, allowed)


def by_sign_in(claims: Mapping[str, Any] | None, allowed: set[str]) -> Access:
    """What the claims of the OpenID provider are worth here; None where nobody is signed in."""
    if not allowed:
        return Access("no_editors", signed_in=claims is not None)
    if claims is None:
        return Access("signed_out", can_sign_in=True)
    email = str(claims.get("email") or "").strip()
    if not email:
        return Access("no_email", signed_in=True)
    if str(claims.get("email_verified", True)).casefold() != "true":
        return Access("unverified", account=email, signed_in=True)
    if email.casefold() not in allowed:
        return Access("not_editor", account=email, signed_in=True)
    name = " ".join(str(claims.get("name") or email).split())[:200]
    return Access("signed_in", Permission(name, Way.SIGN_IN), f"sign-in:{email.casefold()}", email, signed_in=True)


def named(access: Access, typed: str) -> Permission | None:
    """The permission with the name that was typed, where the curator's machine knew none."""
    given = access.permission
    return replace(given, name=" ".join(typed.split())) if given and given.way is Way.CURATE and not given.name else given


def show(view: View, access: Access) -> None:
    """Which way of writing is open, in a sentence, with what can be done about it."""
    say, granted = view.say, access.permission
    words = say(f"follow_through.mode_{access.mode}", account=access.account, name=granted.name if granted else "")
    prose.show(Markup("<p class='mode {}' role='status'>{}</p>").format("open" if granted else "closed", words))
    if access.can_sign_in:
        st.button(say("follow_through.sign_in"), key="sign-in", on_click=st.login)
    if access.signed_in:
        st.button(say("follow_through.sign_out"), key="sign-out", on_click=st.logout, type="tertiary")


def _secrets() -> Mapping[str, Any]:
    return st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}


def _on_loopback() -> bool:
    """Whether this server can be reached from this machine alone, by what it was told and by who is asking.

    The second and third look are for a tunnel or another server in front, which the first one cannot see.
    """
    caller, asked = st.context.ip_address, (st.context.headers.get("host") or "")
    return (
        st.get_option("server.address") in LOOPBACK
        and (caller is None or _is_loopback(caller))
        and (not asked or _is_loopback(_host(asked)))
    )


def _host(asked: str) -> str:
    return asked[1:].partition("]")[0] if asked.startswith("[") else asked.partition(":")[0]


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _curator() -> str:
    return " ".join(os.environ.get("REGISTER_CURATOR", "").split())[:200] or _git_name()


@st.cache_resource(show_spinner=False)
def _git_name() -> str:
    try:
        asked = subprocess.run(["git", "config", "user.name"], cwd=ROOT, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return " ".join(asked.stdout.split())[:200]
