"""Opening a text: from the bytes of somebody's file, or from what was pasted, to its parts and to all that was left out.

`read` does it in a process apart (`apart`), for the file may be made to do harm; `read_here` is what that process does.
"""

from __future__ import annotations

from collections.abc import Collection

from models.texts import apart
from models.texts.cleaning.cleaned import cleaned
from models.texts.files import kinds, plain
from models.texts.files.refusing import MOST_BYTES, Refused
from models.texts.parting.parted import parted
from models.texts.parts import Reading
from models.texts.source import Stretch


def read(data: bytes, name: str, put_back: Collection[Stretch] = (), taken_away: Collection[Stretch] = ()) -> Reading:
    """What a file says; without a `name` it was pasted, and is plain text whatever it looks like. Raises `Refused` with the reason.

    What was left out and is to stay in is put back by its stretches of the source; what somebody took away by hand stays out.
    """
    if len(data) > MOST_BYTES:  # need not be handed over to be refused
        raise Refused("large", limit=str(MOST_BYTES // 1_000_000))
    return apart.read(data, name, put_back, taken_away)


def pasted(text: str) -> Reading:
    """What was pasted, read as plain text whatever it looks like."""
    return read(text.encode("utf-8", "replace"), "")


def read_here(data: bytes, name: str, put_back: Collection[Stretch] = (), taken_away: Collection[Stretch] = ()) -> Reading:
    """The same in this very process."""
    source = kinds.source(data, name) if name else plain.source(data, name)
    return parted(cleaned(source, put_back, taken_away))
