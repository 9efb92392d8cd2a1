"""Full addresses in what is taken along: those under which readers know the register, else those by which a reader came."""

from __future__ import annotations

import datetime as dt
import os
from urllib.parse import urlencode


def known() -> str:
    """The address under which readers know the register (REGISTER_ADDRESS), without a stroke at its end; '' where it is not set."""
    return os.environ.get("REGISTER_ADDRESS", "").strip().rstrip("/")


def page(root: str, name: str, lang: str, on: dt.date, **params: str) -> str:
    """A page with its day fixed; where the address of the register (`root`) is not known, from the stroke after that."""
    return f"{root}/{name}?{urlencode({**params, 'on': on.isoformat(), 'lang': lang})}"
