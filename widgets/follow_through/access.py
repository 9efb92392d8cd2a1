"""What this server knows of who is asking, and what the page says about writing; models/writing/permission.py decides."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from typing import Any

import streamlit as st
from markupsafe import Markup

from models.writing.key import COOKIE, KEYS
from models.writing.permission import FORWARDED, Access, Circumstances, Mode, by_curating, by_sign_in, editors
from widgets.parts import prose
from widgets.parts.view import ROOT, View


def current() -> Access:
    """Who is asking and what they may do, asked anew at every run and again at every save."""
    if os.environ.get("REGISTER_CURATE") == "1":
        return by_curating(circumstances(), _curator())
    secrets = _secrets()
    if "auth" not in secrets:
        return Access(Mode.OFF)
    section = secrets.get("register", {})
    allowed = editors(section.get("editors", []) if isinstance(section, Mapping) else section)
    return by_sign_in(st.user.to_dict() if st.user.is_logged_in else None, allowed)


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


def circumstances() -> Circumstances:
    """How this browser reaches the server."""
    headers = st.context.headers
    return Circumstances(
        listens=st.get_option("server.address"),
        caller=st.context.ip_address,
        host=headers.get("host") or "",
        origin=headers.get("origin") or "",
        forwarded=any(headers.get(name) for name in FORWARDED),
        has_key=KEYS.holds(st.context.cookies.get(COOKIE)),
    )


def _curator() -> str:
    return " ".join(os.environ.get("REGISTER_CURATOR", "").split())[:200] or _git_name()


@st.cache_resource(show_spinner=False)
def _git_name() -> str:
    try:
        asked = subprocess.run(["git", "config", "user.name"], cwd=ROOT, capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return " ".join(asked.stdout.split())[:200]
