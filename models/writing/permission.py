"""Who may save a note: nobody by default; a signed-in editor; or whoever started `make curate` on this very machine.

The reasons stand in docs/decisions/0005-who-may-write.md. What the server knows of who is asking comes from
widgets/follow_through/access.py; saving.py refuses whoever has no permission.
"""

from __future__ import annotations

import ipaddress
import string
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")
FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""What a server in front adds to a request that it hands on."""
SECRET = 32
"""Fewer letters than this can be guessed, and with the secret anybody can sign in as anybody."""
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


class Way(StrEnum):
    """How somebody came to have the right to write (docs/decisions/0005-who-may-write.md)."""

    SIGN_IN = "sign-in"
    CURATE = "curate"


@dataclass(frozen=True)
class Permission:
    """The right to write, as the server established it, and who writes: every note names them."""

    name: str
    way: Way


@dataclass(frozen=True)
class Person:
    """Somebody who may write, told from others: by the account, or where all sit at one machine by the name that was typed."""

    owner: str
    name: str


class NotAllowed(Exception):
    """Somebody without the right to write tried to save."""


class Mode(StrEnum):
    """Why somebody may write, or may not."""

    OFF = "off"
    """No sign-in is set up, and nobody started the server for curating."""
    CURATE = "curate"
    CURATE_EXPOSED = "curate_exposed"
    """Started for curating, but others can reach it."""
    CURATE_NO_KEY = "curate_no_key"
    """Started for curating, but this browser did not come by the address that the terminal shows."""
    NO_EDITORS = "no_editors"
    EDITORS_UNREADABLE = "editors_unreadable"
    """What stands in the place of the list of editors is no list of addresses."""
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


@dataclass(frozen=True)
class Circumstances:
    """What the server sees of one connection to a register that was started by `make curate`.

    `listens` is the address it was told to listen on, `caller` who is asking, `host` for which host, `origin` from the page
    of which site; `forwarded` is whether another server handed it on, `has_key` whether the browser came by the key.
    """

    listens: str | None
    caller: str | None
    host: str
    origin: str
    forwarded: bool
    has_key: bool


def by_curating(seen: Circumstances, name: str) -> Access:
    """Whether somebody sits at the machine itself: reached from nowhere else, from its own page, and by the key.

    No single look is enough: a server in front, a tunnel or the page of another program on this machine can each get by one.
    """
    alone = seen.listens in LOOPBACK and (seen.caller is None or _is_loopback(seen.caller)) and _is_loopback(_host(seen.host))
    if not alone or seen.forwarded:
        return Access(Mode.CURATE_EXPOSED)
    if not seen.has_key or urlsplit(seen.origin).netloc != seen.host:
        return Access(Mode.CURATE_NO_KEY)
    return Access(Mode.CURATE, Permission(name, Way.CURATE), "curate")


def editors(given: object) -> frozenset[str] | None:
    """The accounts of the list in the secrets; None where it is no list of addresses, and nobody may write then."""
    if not isinstance(given, list) or not all(isinstance(each, str) and "@" in each for each in given):
        return None
    return frozenset(mailbox(each) for each in given)


def mailbox(address: str) -> str:
    """An address as mail systems compare it: A to Z in either size are one letter, and no other two signs are.

    Python's own folding takes the Kelvin sign for a k.
    """
    return address.strip().translate(_SMALL)


def refusal(secrets: Mapping[str, Any]) -> str | None:
    """Why a server with these secrets must not start: whoever knows or guesses the cookie secret can sign in as anybody."""
    auth = secrets.get("auth")
    if auth is None:
        return None
    secret = auth.get("cookie_secret") if isinstance(auth, Mapping) else None
    if isinstance(secret, str) and len(secret.strip()) >= SECRET:
        return None
    return (
        f"[auth] cookie_secret in secrets.toml is missing or shorter than {SECRET} letters, so anybody could sign in as an editor. "
        'Put a long random text of your own there: python -c "import secrets; print(secrets.token_urlsafe(48))"'
    )


def by_sign_in(claims: Mapping[str, Any] | None, allowed: frozenset[str] | None) -> Access:
    """What the claims of the OpenID provider are worth here; `claims` is None where nobody is signed in."""
    if allowed is None:
        return Access(Mode.EDITORS_UNREADABLE, signed_in=claims is not None)
    if not allowed:
        return Access(Mode.NO_EDITORS, signed_in=claims is not None)
    if claims is None:
        return Access(Mode.SIGNED_OUT, can_sign_in=True)
    email = str(claims.get("email") or "").strip()
    if not email:
        return Access(Mode.NO_EMAIL, signed_in=True)
    if claims.get("email_verified") not in (True, "true"):  # some providers send it as text
        return Access(Mode.UNVERIFIED, account=email, signed_in=True)
    if mailbox(email) not in allowed:
        return Access(Mode.NOT_EDITOR, account=email, signed_in=True)
    name = " ".join(str(claims.get("name") or email).split())[:200]
    return Access(Mode.SIGNED_IN, Permission(name, Way.SIGN_IN), f"sign-in:{mailbox(email)}", email, signed_in=True)


def named(access: Access, typed: str) -> Permission | None:
    """The permission with the name that was typed, where the curator's machine knew none."""
    given = access.permission
    return replace(given, name=" ".join(typed.split())) if given and given.way is Way.CURATE and not given.name else given


def person(access: Access, typed: str) -> Person | None:
    """Who works on a text; None for whoever may not write or gave no name.

    At the curator's machine all have one right, and the name that was typed counts, for a second person codes there too. A different
    name is another person: that keeps two honest people apart, and cannot prove that they are two.
    """
    given = access.permission
    name = given.name if given and (given.way is Way.SIGN_IN or not typed.strip()) else " ".join(typed.split())
    if given is None or not name.strip():
        return None
    if given.way is Way.SIGN_IN:
        return Person(access.owner, name)
    return Person(f"{access.owner}:{name.casefold()}", name)


def _host(asked: str) -> str:
    return asked[1:].partition("]")[0] if asked.startswith("[") else asked.partition(":")[0]


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
