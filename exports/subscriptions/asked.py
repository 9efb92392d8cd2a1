"""For whom a feed or a calendar is made: in which language, for which day, and under which address the reader knows the register."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from models.labels import Say

_BREAKS: Final = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
"""What some reader of the one form or the other takes for the end of a line."""
_UNWRITABLE: Final = re.compile(r"[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What neither form can hold, such as control characters."""


@dataclass(frozen=True)
class Asked:
    """What is asked for."""

    say: Say
    on: dt.date
    fixed: bool
    """Whether the day was named; otherwise it is today, and the links follow the calendar."""
    root: str
    """The full address of the register, without a stroke at its end."""
    withheld: int = 0
    """How many records are missing because something is wrong with them."""

    def link(self, page: str, **params: str) -> str:
        """The full address of a page or a file, in the language and, where one was named, on the day."""
        day = {"on": self.on.isoformat()} if self.fixed else {}
        return f"{self.root}/{page}?{urlencode({**params, 'lang': self.say.lang, **day})}"

    @property
    def lacking(self) -> str:
        """That records are left out, in a sentence; empty where none are."""
        return self.say.count("frame.left_out", self.withheld) if self.withheld else ""


def plain(text: str) -> str:
    """The text with one sign for every end of a line, and a visible one for what cannot be written."""
    return _UNWRITABLE.sub("\ufffd", _BREAKS.sub("\n", text))
