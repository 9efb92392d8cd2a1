"""The room that a drawing for a phone has: a screen of 360 pixels without its margins, one design pixel a pixel."""

from __future__ import annotations

from typing import Final

from charts.theme import LEFT

WIDE: Final = 328
RIGHT: Final = LEFT + WIDE
LEAST: Final = 12
"""Nothing is written smaller: where the page is narrower still, it is scaled to 11 at least."""
