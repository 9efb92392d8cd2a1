"""Who may save a note: nobody by default; a signed-in editor; or whoever started `make curate` on this very machine.

The reasons stand in docs/decisions/0005-who-may-write.md. What the server knows of who is asking comes from
widgets/follow_through/access.py; saving.py refuses whoever has no permission.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

LOOPBACK = ("127.0.0.1", "localhost", "::1")


class Way(StrEnum):
    """How somebody came to have the right to write (docs/decisions/0005-who-may-write.md)."""

    SIGN_IN = "sign-in"
    CURATE = "curate"


@dataclass(frozen=True)
class Permission:
    """The right to write, as the server established it, and who writes: every note names them."""

    name: str
    way: Way


class NotAllowed(Exception):
    """Somebody without the right to write tried to save."""


class Mode(StrEnum):
    """Why somebody may write, or may not."""

    OFF = "off"
    """No sign-in is set up, and nobody started the server for curating."""
    CURATE = "curate"
    CURATE_EXPOSED = "curate_exposed"
    """Started for curating, but others can reach it."""
    NO_EDITORS = "no_editors"
    SIGNED_OUT = "signed_out"
    NO_EMAIL = "no_email"
    UNVERIFIED = "unverified"
    NOT_EDITOR = "not_editor"
    SIGNED_IN = "signed_in"


@dataclass(frozen=True)
class Access:
    """What the server found out about who is asking."""

    mode: Mode
    permission: Permission | None = None
    owner: str = ""
    """Whose unsaved drafts are theirs."""
    account: str = ""
    can_sign_in: bool = False
    signed_in: bool = False


def by_sign_in(claims: Mapping[str, Any] | None, allowed: set[str]) -> Access:
    """What the claims of the OpenID provider are worth here; `claims` is None where nobody is signed in."""
    if not allowed:
        return Access(Mode.NO_EDITORS, signed_in=claims is not None)
    if claims is None:
        return Access(Mode.SIGNED_OUT, can_sign_in=True)
    email = str(claims.get("email") or "").strip()
    if not email:
        return Access(Mode.NO_EMAIL, signed_in=True)
    if str(claims.get("email_verified", True)).casefold() != "true":
        return Access(Mode.UNVERIFIED, account=email, signed_in=True)
    if email.casefold() not in allowed:
        return Access(Mode.NOT_EDITOR, account=email, signed_in=True)
    name = " ".join(str(claims.get("name") or email).split())[:200]
    return Access(Mode.SIGNED_IN, Permission(name, Way.SIGN_IN), f"sign-in:{email.casefold()}", email, signed_in=True)


def named(access: Access, typed: str) -> Permission | None:
    """The permission with the name that was typed, where the curator's machine knew none."""
    given = access.permission
    return replace(given, name=" ".join(typed.split())) if given and given.way is Way.CURATE and not given.name else given


def on_this_machine_alone(address: str | None, caller: str | None, asked: str) -> bool:
    """Whether a server can be reached from its own machine alone, by the address it was told and by who is asking for which host.

    The second and third look are for a tunnel or another server in front, which the first one cannot see.
    """
    return address in LOOPBACK and (caller is None or _is_loopback(caller)) and (not asked or _is_loopback(_host(asked)))


def _host(asked: str) -> str:
    return asked[1:].partition("]")[0] if asked.startswith("[") else asked.partition(":")[0]


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
