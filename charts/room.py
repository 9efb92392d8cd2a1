"""The room that drawings for less than a desk have: a phone of 360 pixels without its margins, one design pixel a pixel, or a tablet."""

from __future__ import annotations

from typing import Final

from charts.theme import LEFT

WIDE: Final = 328
RIGHT: Final = LEFT + WIDE
TABLET: Final = LEFT + 840
"""The right edge of a drawing that is scaled into 600 to 1,080 pixels."""
LEAST: Final = 12
"""Nothing is written smaller: where the page is narrower still, it is scaled to 11 at least."""
