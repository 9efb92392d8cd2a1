"""The room that drawings for less than a desk have: a phone of 360 pixels without its margins, one design pixel a pixel, or a tablet."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal

from charts.theme import LEFT
from charts.theme import RIGHT as DESK

WIDE: Final = 328
RIGHT: Final = LEFT + WIDE
TABLET: Final = LEFT + 840
"""The right edge of a drawing that is scaled into 632 to 1,080 pixels; nothing in it is written smaller than 16, which is then 12."""
LEAST: Final = 12
"""Nothing is written smaller on a phone: where the page is narrower still, it is scaled to 11 at least."""

Room = Literal["desk", "tablet", "phone"]
EDGE: Final[Mapping[Room, float]] = MappingProxyType({"desk": DESK, "tablet": TABLET, "phone": RIGHT})
"""The right edge of a drawing for as much room as there is, from the most to the least."""
