"""What may be a mark at the beginning of a paragraph: every way to read it, with the number that it would be.

Nothing is decided here but what can never be a mark: years, dates, decimals, amounts, references. Whether a reading holds is for the
numbering that runs (`sequence`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from models.texts.parting import numerals

LONGEST = 200
"""A mark, with what it is called, ends within so many characters."""
HIGHEST = 999

ARABIC, ROMAN, LETTER, DOTTED = "arabic", "roman", "letter", "dotted"
ARTICLE, CHAPTER, BULLET, ORDINAL, WORDED = "article", "chapter", "bullet", "ordinal", "worded"


@dataclass(frozen=True, slots=True)
class Mark:
    """One way to read what a paragraph begins with."""

    family: str
    """What it counts with."""
    style: str
    """The family and how it is written; paragraphs of one list share it."""
    values: tuple[int, ...]
    """What it counts, one number for each level of `1.2`; empty for a bullet."""
    number: str | None
    length: int
    """So many characters are the mark, with the blanks after it."""
    printed: int
    """So many of them without these blanks."""
    strong: bool = True
    """Written as marks usually are; what is not must fit the numbering that runs."""
    odd: bool = False
    """Not written like a mark should be: `11,` or `24.We`."""
    title: str | None = None
    """The heading of an article that stands in its mark: 제1조(목적)."""

    @property
    def value(self) -> int:
        return self.values[-1]

    @property
    def alone(self) -> Mark:
        """The number of an article without the title behind it."""
        size = len(self.number or "")
        return replace(self, length=size, printed=size, title=None)

    @property
    def begins(self) -> bool:
        """Whether it is the first of a list."""
        return bool(self.values) and self.values[-1] == 1 and self.family is not BULLET


_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DATE = re.compile(
    rf"\d{{4}} ?[./-] ?\d{{1,2}} ?[./-] ?\d{{1,2}}(?!\d)|\d{{1,2}} ?[./-] ?\d{{1,2}} ?[./-] ?\d{{4}}(?!\d)|\d{{1,2}}(?:st|nd|rd|th)?\.? ?{_MONTH}\.?,? \d{{4}}|\d+ ?[년월일]|\d{{4}}\. ?\d"
    rf"|\d{{1,2}} {_MONTH}\b"
)
_NUMBERED = re.compile(
    r"(?P<open>[(（\[]?) ?(?P<number>\d{1,4}(?:\.\d{1,3}){0,4}|[ivxlc]{1,7}|[IVXLC]{1,7}|[Ⅰ-Ⅻⅰ-ⅻ]|[A-Za-z]|[가나다라마바사아자차카타파하]|[ㄱ-ㅎ])"
    r"(?P<close>\\?[.)）\]:,、．]| ?[-–—](?=\s)|)(?P<blank>\s{0,40})"
)
_SIGN = re.compile(rf"(?P<sign>[{''.join(f'{start}-{end}' for start, end, *_ in numerals.RANGES)}])\s{{0,40}}")
_BULLET = re.compile(r"(?P<sign>[•●○◦▪■□▶►▷◆◇◎❍❏❑ㆍ‣⁃✓✔➢➤☞★☆▲△￭]|[-–—*+·∙oㅇ](?=\s)|하나[,.](?=\s))\s{0,40}")
_ARTICLE = re.compile(
    r"(?P<number>(?:Article|ARTICLE|Art\.) ?(?P<en>\d{1,3}|[IVXLC]{1,7})\b)(?:\s?\((?P<name>[^()\d][^()]{1,80})\)(?=\s|$))?\s{0,9}(?P<set>[.:)–—-]?)\s{0,9}(?=$|[^a-z,;&\s])"
    r"|(?P<조>제 ?(?P<ko>\d{1,3}) ?조(?: ?의 ?\d{1,2}(?=[\s(（\[【]))?)(?:\s?[(（\[【](?P<title>[^()（）\[\]【】]{1,80})[)）\]】])?[.:]?(?=\s|$|[①⑴])\s{0,9}"
)
_CHAPTER = re.compile(
    r"(?P<number>(?i:chapter|part|section|title|annex|appendix|schedule) (?P<en>\d{1,3}|[IVXLC]{1,7}|[A-Z])\b"
    r"|제 ?(?P<ko>\d{1,3}) ?[장절편부관](?![가-힣])|(?:ANNEX|Annex|APPENDIX|Appendix|부칙|별표|부록|붙임)(?: ?\d{1,2})?(?=$|[\s:.<]))"
)
_ORDINAL = re.compile(
    rf"(?P<number>(?i:{'|'.join(sorted((word for word in numerals.ORDINALS if word.isascii()), key=len, reverse=True))})(?: of all)?"
    rf"|{'|'.join(word for word in numerals.ORDINALS if not word.isascii() and '번' not in word)}|(?:첫|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?번째)"
    r"(?:[,:、]|(?<=째)[.로는]?(?=\s))\s{0,9}"
)
_WORDED = re.compile(
    r"(?P<number>(?i:commitment|action|goal|pledge|promise|recommendation|principle|objective|measure|point|paragraph)s? (?:no\. ?)?(?P<en>\d{1,3})"
    r"|(?:실천)? ?(?:약속|과제|실천|목표|원칙|제안|권고|결의|다짐) ?(?P<ko>\d{1,3}))\s?(?P<close>[.:)–—-]|$)\s{0,9}"
)
_LEADS = re.compile(
    r"[(（\[①-⓿❶-➓㈀-㋿\d\-–—*+·∙•●○◦▪■□▶►▷◆◇◎❍❏❑ㆍ‣⁃✓✔➢➤☞★☆▲△￭A-Za-zⅠ-ⅿㄱ-ㅎ가나다라마바사아자차카타파하제첫둘셋넷두세네여일열끝별부붙실약과목원권결]"
)


def readings(text: str, start: int = 0, *, wide: int = -1, listed: int | None = None) -> tuple[Mark, ...]:
    """Every way to read the beginning of `text[start:]` as a mark, the likeliest first.

    `wide` is where a wide blank stands, which alone can set off a number; `listed` the depth of an automatic list, whose numbers
    count for themselves at every depth.
    """
    if start >= len(text) or not _LEADS.match(text, start):
        return ()
    bullet = _BULLET.match(text, start)
    if bullet:
        behind = bullet.end() - start
        numbered = [_after(mark, behind) for mark in _numbered(text, bullet.end(), wide) if mark.strong] if behind > 1 else []
        own = Mark(BULLET, f"{BULLET}{bullet['sign']}", (), None, behind, len(bullet["sign"]), strong=len(bullet["sign"]) == 1)
        found = [*numbered, own]
    else:
        found = _worded(text, start) or _numbered(text, start, wide)
    if listed is not None:
        found = [_at_depth(mark, listed) for mark in found]
        if not found:
            length = text.find(" ", start) + 1 - start or len(text) - start
            found = [Mark(BULLET, f"{BULLET}@{listed}", (), None, length, length - 1)] if 0 < length <= 12 else []
    return tuple(found)


def _after(mark: Mark, behind: int) -> Mark:
    return Mark(mark.family, mark.style, mark.values, mark.number, mark.length + behind, mark.printed + behind, mark.strong, mark.odd)


def _at_depth(mark: Mark, depth: int) -> Mark:
    return Mark(mark.family, f"{mark.style}@{depth}", mark.values, mark.number, mark.length, mark.printed, True, mark.odd, mark.title)


def _worded(text: str, start: int) -> list[Mark]:
    """Marks that are words: Article 3, 제3조, Chapter 2, First, Commitment 4."""
    if match := _ARTICLE.match(text, start):
        value = _number(match["en"] or match["ko"])
        number = match["number"] or match["조"]
        return (
            [Mark(ARTICLE, ARTICLE, (value,), number, match.end() - start, _stripped(match), title=match["title"] or match["name"])]
            if value
            else []
        )
    if match := _CHAPTER.match(text, start):
        said = match["en"] or match["ko"]
        value = (_number(said) or numerals.letter(said)) if said else 1
        return [Mark(CHAPTER, CHAPTER, (value,), match["number"], match.end() - start, _stripped(match))]
    if match := _ORDINAL.match(text, start):
        word = match["number"]
        counted = numerals.ORDINALS[word.removesuffix(" of all").replace(" ", "").lower()]
        style = f"{ORDINAL}-{'en' if word.isascii() else 'ko'}"
        return [Mark(ORDINAL, style, (counted,), word, match.end() - start, _stripped(match), strong=False)]
    if match := _WORDED.match(text, start):
        said = match["en"] or match["ko"]
        style = WORDED + match["number"].removesuffix(said).strip().lower()
        return [Mark(WORDED, style, (int(said),), match["number"], match.end() - start, _stripped(match))]
    return []


def _stripped(match: re.Match[str]) -> int:
    return len(match[0].rstrip())


def _number(said: str) -> int:
    return int(said) if said.isdigit() else numerals.roman(said) or 0


def _numbered(text: str, start: int, wide: int) -> list[Mark]:
    if match := _SIGN.match(text, start):
        value, row = numerals.SIGNS[match["sign"]]
        return [Mark(row, row, (value,), match["sign"], match.end() - start, 1)]
    match = _NUMBERED.match(text, start)
    if not match:
        return []
    number, close = match["number"], match["close"].strip().lstrip("\\").translate(_HALF)
    opened, blank = bool(match["open"]), bool(match["blank"])
    end = match.end()
    if opened != (close in (")", "]") and opened) or (close == "]" and not opened):
        return []
    follows = text[end : end + 1]
    ended = not follows
    if number[0].isdigit():
        return _arabic(text, start, match, close, wide)
    if number in numerals.ROMAN_SIGNS:
        if not close and not blank and not ended:
            return []
        family = f"{ROMAN}-{'small' if number >= 'ⅰ' else 'large'}"
        return [Mark(family, family + "sign", (numerals.ROMAN_SIGNS[number],), number, end - start, _stripped(match))]
    if close not in (".", ")") or (close == "." and not blank and not ended) or ended:
        return []
    written = f"({close}" if opened else close
    if not blank and not opened and not "가" <= follows <= "힣":
        return []
    size = end - start, _stripped(match)
    if number in numerals.HANGUL:
        return [Mark("hangul", "hangul" + written, (numerals.HANGUL.index(number) + 1,), number, *size)]
    if number in numerals.JAMO:
        return [Mark("jamo", "jamo" + written, (numerals.JAMO.index(number) + 1,), number, *size)]
    if not number.isascii():
        return []
    case = "small" if number.islower() else "large"
    found: list[Mark] = []
    if counted := numerals.roman(number):
        found.append(Mark(f"{ROMAN}-{case}", f"{ROMAN}-{case}{written}", (counted,), number, *size))
    if len(number) == 1:
        found.append(Mark(f"{LETTER}-{case}", f"{LETTER}-{case}{written}", (numerals.letter(number),), number, *size))
    return found


_HALF = str.maketrans("）．、", ").,")


def _arabic(text: str, start: int, match: re.Match[str], close: str, wide: int) -> list[Mark]:
    number, blank, end = match["number"], bool(match["blank"]), match.end()
    follows = text[end : end + 1]
    size = end - start, _stripped(match)
    values = tuple(int(each) for each in number.split("."))
    if _DATE.match(text, start) or values[0] > HIGHEST:
        return []
    if len(values) > 1:
        if not blank or close in (",", "-", "–", "—") or 0 in values or follows in _UNITS:
            return []
        return [Mark(DOTTED, f"{DOTTED}{len(values)}", values, number, *size, strong=bool(close))]
    if values[0] == 0:
        return []
    if match["open"]:
        return [Mark(ARABIC, f"{ARABIC}()", values, number, *size)]
    if close in (".", ")", "]", ":"):
        if not blank and (not follows or not (follows.isalpha() or follows in "“‘\"'「『")):
            return [] if follows else [Mark(ARABIC, ARABIC + close, values, number, *size)] if close in (".", ")") else []
        return [Mark(ARABIC, ARABIC + close, values, number, *size, strong=blank, odd=not blank)]
    if close == ",":
        return [Mark(ARABIC, f"{ARABIC},", values, number, *size, strong=False, odd=True)] if blank and follows.isalpha() else []
    if close:
        return [Mark(ARABIC, f"{ARABIC}-", values, number, *size, strong=False)] if not follows.isdigit() else []
    if blank and follows and (follows.isalpha() or follows in "“‘\"'「『"):
        bare = wide == start + len(number) or "\t" in match["blank"] or len(match["blank"]) > 1
        if not bare and follows.islower():
            return []
        return [Mark(ARABIC, f"{ARABIC}{'' if bare else '-bare'}", values, number, *size, strong=bare)]
    return []


_UNITS = frozenset("°%℃‰$€£￦")
