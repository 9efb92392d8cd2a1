"""A file read into its lines alone, as the process apart is asked for it."""

from __future__ import annotations

from collections.abc import Collection

from models.texts.files import kinds
from models.texts.parts import Reading
from models.texts.source import Stretch


def lines(data: bytes, name: str, put_back: Collection[Stretch], taken_away: Collection[Stretch]) -> Reading:
    """The lines of the file, and nothing found out about them."""
    return Reading(kinds.source(data, name), (), ())
