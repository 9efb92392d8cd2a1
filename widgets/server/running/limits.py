"""How many files the server may have open: each tab of a reader takes four, besides those of the server itself.

Systems start a process with room for 1,024, which is enough for about 250 tabs, and allow it to ask for more.
"""

from __future__ import annotations

import logging

try:
    import resource
except ImportError:  # Windows, which has no such limit to ask for
    resource = None  # type: ignore[assignment]

LOG = logging.getLogger("register")
A_TAB = 4
"""Open files of one tab: its connection, and the three with which its script waits."""
OWN = 60
"""Open files of the server itself, with what passes: pages, data and files that are fetched."""
USUAL = 1024
"""With less than what systems give by default, somebody has to know."""


def raise_open_files() -> int | None:
    """Ask for as many open files as the system allows; says how many tabs that is and returns the number of files.

    None on a system that has no such limit.
    """
    if resource is None:
        return None
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
            soft = hard
        except (OSError, ValueError) as error:  # macOS names a limit that it does not grant
            LOG.warning("The limit of open files stays at %d: %s", soft, error)
    LOG.log(
        logging.INFO if soft >= USUAL else logging.WARNING,
        "Up to %d open files: enough for about %d tabs at once",
        soft,
        max(0, soft - OWN) // A_TAB,
    )
    return soft
