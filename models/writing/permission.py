"""The right to write: who saves a note, and how they came to have the right to. Saving refuses without it.

Who has it is found out by the server (widgets/follow_through/access.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
