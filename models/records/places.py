"""Where something stands in a text: the one grammar of the ids of declarations, provisions and commitments (codebook, 1).

    2024-p5      numbered paragraph before the commitments        2024-c2a   the first commitment in the second numbered one
    2027-a3-2    what stands as (2), 2) or ② within article 3     2027-c2-1a the first commitment in what stands as (a) within it
    2027-s2-c1   the first commitment under the second heading under which the numbers begin anew
    2023-intro, 2011-close   unnumbered                           2026b      the second text that was adopted in 2026

All patterns are made of the pieces here, so that schemas, file names and sentences can never differ about them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

DECLARATION = r"\d{4}[b-z]?"
LOCAL = r"((s[1-9]\d*-)?[pca][1-9]\d*(-[1-9]\d*)*|intro|close)"
PROVISION = rf"{DECLARATION}-{LOCAL}"
COMMITMENT = rf"{PROVISION}[a-z]"
PLACE = rf"{PROVISION}[a-z]?"

_PARTS = re.compile(
    rf"(?:(?P<text>{DECLARATION})-)?(?:(?:s(?P<section>[1-9]\d*)-)?(?P<kind>[pca])(?P<numbers>[1-9]\d*(?:-[1-9]\d*)*)|(?P<around>intro|close))"
    r"(?P<letter>[a-z]?)",
    re.ASCII,
)
_DIGITS = 8
"""A number with more digits is a slip of the pen; it is told by its first ones."""
LISTED = ("c", "a")
"""What stands in the list of commitments or articles, where also a verb that binds nobody is recorded (codebook, 2)."""


@dataclass(frozen=True, slots=True)
class Place:
    """A provision or a commitment by the pieces of its id; `section` is 0 where the numbers never began anew."""

    text: str
    section: int
    kind: str
    """`intro`, `p`, `c`, `a` or `close`."""
    numbers: tuple[int, ...] = ()
    letter: str = ""

    @property
    def listed(self) -> bool:
        """Whether it is a numbered commitment or an article, or a part of one."""
        return self.kind in LISTED

    @property
    def rank(self) -> tuple[int, int, int]:
        """What is before what in a text, apart from the numbers: the opening, paragraphs, commitments and articles, the closing."""
        around = {"intro": 0, "close": 3}.get(self.kind, 1 if not self.section else 2)
        return around, self.section, int(self.listed)

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts places in the order of the texts."""
        return self.text, self.rank, self.kind, self.numbers, self.letter

    @property
    def start(self) -> str:
        """The id as far as the first of its numbers: `c`, `s2-c`; of an opening or a closing all of it."""
        return f"s{self.section}-{self.kind}" if self.section else self.kind

    @property
    def printed(self) -> str:
        """Its numbers as they are cited within its text: 5, 2-1; empty for a passage that has none."""
        return "-".join(map(str, self.numbers))


@lru_cache(maxsize=4096)
def place(id_: str) -> Place | None:
    """The pieces of an id, short (`c2-1`) or full (`2027-c2-1a`); None for what is no such id."""
    found = _PARTS.fullmatch(id_)
    if found is None:
        return None
    numbers = tuple(int(number[:_DIGITS]) for number in (found["numbers"] or "").split("-") if number)
    section = int(found["section"][:_DIGITS]) if found["section"] else 0
    return Place(found["text"] or "", section, found["kind"] or found["around"], numbers, found["letter"])


def text_of(id_: str) -> str:
    """The declaration in which a place stands: the id as far as its first hyphen."""
    return id_.partition("-")[0]


def local_of(id_: str) -> str:
    """A place as its declaration names it, as in `p5` or `c2-1a`; also where it is written so already."""
    text, _, rest = id_.partition("-")
    return rest if rest and text[:4].isdigit() else id_


def year_of(id_: str) -> int:
    """The year in which the declaration of a place was adopted, which its id begins with."""
    return int(id_[:4])


def time_of(id_: str) -> int:
    """Sorts texts and places by when their text was adopted, as far as ids tell: by the year, then the letter of a later text."""
    text = text_of(id_)
    return year_of(text) * 26 + (ord(text[4]) - ord("a") if text[4:] else 0)
