"""The words by which furniture of a page is known (wording.yaml), and how declarations begin, in English and in Korean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from models.reading.documents import read
from models.texts.parts import Why

_DAY_EN = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4})"
_DAY_KO = r"(?:19|20)\d\d[.\-/년] ?\d{1,2}[.\-/월] ?\d{1,2}[.일]?"
_CLOCK = r"(?:,? ?(?:at |@ |오전 |오후 )?\d{1,2}:\d\d(?::\d\d)? ?(?:am|pm)?)?"
DAY: Final = re.compile(f"(?:{_DAY_EN}|{_DAY_KO}){_CLOCK}")
"""A day by itself: of a posting where it stands outside of the text, else perhaps the day of the declaration."""

DAY_FIRST: Final = re.compile(
    r"(?:\d{1,2}(?: ?[-–~] ?\d{1,2})? [A-Z][a-z]{2,8},? \d{4}|[A-Z][a-z]{2,8} \d{1,2}(?: ?[-–~] ?\d{1,2})?, ?\d{4}"
    r"|(?:19|20)\d\d[.년] ?\d{1,2}[.월]).{0,70}(?<![.;:])"
)
"""A line with the day, and perhaps the place, of a declaration."""
_PATH: Final = Path(__file__).with_suffix(".yaml")
_WORDS: Final[dict[str, Any]] = read(_PATH, _PATH.name).data


def _one(patterns: Sequence[str]) -> re.Pattern[str]:
    filled = [each.replace("<day>", _DAY_EN).replace("<날짜>", _DAY_KO).replace("<clock>", _CLOCK) for each in patterns]
    return re.compile("|".join(f"(?:{pattern})" for pattern in filled))


ANYWHERE: Final = {Why(name): _one(patterns) for name, patterns in _WORDS["anywhere"].items()}
"""What can be no line of a declaration, wherever it stands."""
AROUND: Final = {
    Why.CONTACT: _one(_WORDS["around"]["contact"]),
    Why.MENU: _one([*_WORDS["around"]["related"], *_WORDS["around"]["menu"]]),
}
"""What could be words of a declaration and counts only outside of it."""
CLOSING: Final = _one([*_WORDS["closing"], *_WORDS["around"]["related"]])
"""What a page has only after its text."""
PICTURES: Final = re.compile(
    r"(?:\S*(?:\d{6,}|_n|_o)\S*(?:\.\w{3,4})?(?: |$)){1,8}|(?:image|photo|picture|사진|그림)(?: ?(?:\d+|\(.{1,40}\)))? ?[:：] ?.{1,120}"
)
"""The names of picture files that a copied page leaves, and what stands below pictures."""
CAPTION: Final = re.compile(r"\[[^\[\]]{3,200}\]")
ORGANISER: Final = re.compile(
    r"\b(?:secretariat|office|foundation|committee|center|centre|institute|organi[sz]er)\b|사무국|사무처|위원회|재단|센터|시청|담당관실|연구소|협의회",
    re.IGNORECASE,
)
ADDRESS: Final = re.compile(
    r"\b\d{1,4}\b.*(?:-gil|-ro\b|-gu\b|-si\b|street|avenue|road|\bst\.|\bfloor\b|\b\d{5}\b)|(?:로|길|동) ?\d{1,4}(?:-\d+)?|\d{5}",
    re.IGNORECASE,
)

TITLE: Final = re.compile(
    r"\b(?:declaration|statement|charter|resolution|communiqu[eé]|manifesto|appeal|call (?:to|for) action|guiding principles)\b|선언|헌장|결의|성명|합의문|호소문|권고문",
    re.IGNORECASE,
)
"""What declarations call themselves."""
FORUM: Final = re.compile(r"\bforum\b|\bconference\b|\bassembly\b|\bcongress\b|\bsummit\b|포럼|총회|대회|회의", re.IGNORECASE)
_WE = r"participants?|representatives?|mayors?|delegates?|undersigned|members|governments?|cities|citizens|people|hosts|organi[sz]ers|gathered|assembled"
OPENING: Final = re.compile(
    rf"(?:\W{{0,3}}\d{{1,2}}[.)] ?)?(?:we,? .{{0,160}}\b(?:{_WE})\b|the (?:participants|representatives|delegates|undersigned)\b)|(?:\W{{0,3}}\d{{1,2}}[.)] ?)?(?:우리(?:는|들은|,| )|(?:[^.]{{0,80}} )?참가자(?:들)?(?: 일동)?(?:은|는|,))",
    re.IGNORECASE,
)
OPENING_WITHIN: Final = re.compile(
    r"[.!?] we,? (?:the )?(?:participants|representatives|delegates|mayors|undersigned)\b|[.!?] 우리(?:는|,)", re.IGNORECASE
)
"""The same inside of a first paragraph."""

FIRST: Final = re.compile(r"(?:\(?0?1[.)]|1[,\\]|\(?[ai][.)]|①|제 ?1 ?(?:조|항)|article 1\b|가[.)]|first,|firstly,|I\.)", re.IGNORECASE)
MARK: Final = re.compile(
    r"(?:\(?\d{1,3}[.)\\](?!\d)|\d{1,3},(?=\s)|\(?[a-zA-Z][.)](?=\s)|\(?[ivxIVX]{1,5}[.)]|[①-⑳㉠-㉭ⓐ-ⓩ]|제 ?\d{1,3} ?(?:조|항|장|절)|article \d{1,3}\b|section \d{1,3}\b"
    r"|\(?[가나다라마바사아자차카타파하][.)](?=\s)|[•·‣▪▸►○●◦□■◇◆▶※⚫⚬∙](?=\s?\S)|[-–—*ㅇ](?=\s)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|firstly|secondly|thirdly|finally),\s)",
    re.IGNORECASE,
)
"""What a numbered paragraph or an item of a list begins with."""
BARE_NUMBER: Final = re.compile(r"(\d{1,3})(?:\s{2,}|\t|\s)(?=\S)")
SENTENCE_END: Final = re.compile(r"[.!?;:。…][”’\"'»)\]]*$")

HYPHENED: Final = frozenset(_WORDS["hyphened"])
HYPHENED_LAST: Final = frozenset(_WORDS["hyphened_last"])
"""First and second parts of English words that keep their hyphen where nothing in the text says otherwise."""
SUFFIXES: Final = frozenset(_WORDS["suffixes"])
PARTICLES: Final = frozenset(_WORDS["particles"])
"""With these no Korean word begins; a line that begins with one goes on in the word above it."""
VERBAL: Final = frozenset(_WORDS["verbal"])
"""These go on in a noun above them, but are words of their own after a particle."""
PARTICLE_ENDS: Final = frozenset(_WORDS["particle_ends"])
ALONE: Final = frozenset(_WORDS["alone"])
"""Short Korean words that stand by themselves."""
