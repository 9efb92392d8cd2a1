"""The key of `make curate`: it is shown in the terminal, opens writing for one browser, and is then worth nothing.

Without it whoever reaches the port could write: through a server in front of it, from another program's page on this machine.
"""

from __future__ import annotations

import secrets
import threading

COOKIE = "register-curate"
"""What the browser keeps instead of the key. No script can read it, and a page of another site cannot send it."""


class Keys:
    """The key that opens next, and the rights that were given for keys; in memory only, so a restart closes all."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._given: set[str] = set()
        self.fresh = secrets.token_urlsafe(24)

    def redeem(self, key: str) -> str | None:
        """A right to write for the key that opens next; None for any other. There is a new key after it."""
        with self._lock:
            if not secrets.compare_digest(key.encode(), self.fresh.encode()):
                return None
            self.fresh = secrets.token_urlsafe(24)
            right = secrets.token_urlsafe(24)
            self._given.add(right)
            return right

    def holds(self, right: str | None) -> bool:
        """Whether this right was given by this server since it started."""
        with self._lock:
            return right is not None and right in self._given


KEYS = Keys()
"""Those of this server."""
