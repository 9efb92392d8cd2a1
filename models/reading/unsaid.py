"""What a record file would lose or change unsaid: words that YAML takes for a remark, signs that are not what they seem.

A file that may hold such a thing is looked at a second time, with the place of every value; nearly all files are not.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from models.reading.problems import Location
from models.reading.signs import SUSPECT, Sign, described, point, signs

BREAK = re.compile(r"\r\n|\r|\n")
"""A line break as editors count them."""
_SPACED = {
    "\t": "a tab (U+0009) stands here; type an ordinary space",
    "\r": "a carriage return (U+000D) stands here; type an ordinary space",
}
MOST_SIGNS = 100
"""So many signs in one value are one mistake; nobody counts on."""
_CONFLICT = re.compile(r"(?:<{7}|>{7}|(?<!\S)={7}|(?<!\S)\|{7})(?=\s|$)", re.M)
_ESCAPE = re.compile(r'\\[^"\\/ n\r\n]')
_DASHES = "–—−‒―‐‑－﹣"
_COLONS = "：﹕∶꞉ː︰"
_QUOTES = {"“": "”", "‘": "’", "„": "“”", "‟": "”", "＂": "＂", "＇": "＇", "”": "”", "’": "’"}
_BEFORE_A_VALUE = re.compile(r"[ \t]*(?:(?:- +)+(?:[A-Za-z_]+: +)?|[A-Za-z_]+: +)|[^\[{]*[\[{](?:[^\[{]*[\[{,])? *(?:[A-Za-z_]+: +)?")
_MISTAKEN = "“‘„‟”’–—−‒―∶꞉ː︰#"
"""Signs of everyday text that may stand where one of YAML's belongs, or be taken for one."""
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*")
_DASHED = re.compile(rf"(?:^|[\r\n])[ \t]*([{_DASHES}])(?=\s)")
_NAMED = re.compile(rf"(?:^|[\r\n])[ \t]*(?:- +)?[A-Za-z_]+[ \t]*([{_COLONS}])")
_HASHED = re.compile(r"(?:^|\s)([＃﹟])")
_BRACKETED = re.compile(r"^([［｛])")
_BROKEN = re.compile(rf"^\s*([{_DASHES}])\s|^\s*(?:- +)?[A-Za-z_]+\s*([{_COLONS}])|(?:[:,\[{{]|-)\s*([“‘„＂＇])|([［｛，］｝])", re.M)
_WORD_OF_A_RECORD = re.compile(r"[a-z0-9:./_+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """One value, or one name before a colon, as it stands in the text of a file."""

    start: int
    end: int
    style: str
    value: str
    location: Location
    is_name: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that would be lost or changed: where in the text, in which record, and what is said of it."""

    index: int
    location: Location
    code: str
    sentence: str


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column (from 1) of a place in a text, with lines counted as editors count them."""
    starts = _line_starts(text)
    line = bisect.bisect_right(starts, index)
    return line, index - starts[line - 1] + 1


@lru_cache(maxsize=2)
def _line_starts(text: str) -> list[int]:
    """Where the lines of a text begin, found once for all its problems."""
    return [0, *(match.end() for match in BREAK.finditer(text))]


def conflicts(text: str) -> Iterator[Finding]:
    """The places where git could not join two versions: one for each of them."""
    if not any(mark in text and mark * 7 in text for mark in "<=>|"):
        return
    words = "an unresolved git conflict stands here: keep one of the two versions and delete the lines of “<<<<<<<”, “=======”, “>>>>>>>”"
    marks = (match for match in _CONFLICT.finditer(text) if not _line_before(text, match.start()).lstrip().startswith("#"))
    first, opened = None, False
    for match in marks:
        first = first or match
        if match[0] == "<<<<<<<":
            opened = True
            yield Finding(match.start(), (), "conflict", words)
    if first and not opened:
        yield Finding(first.start(), (), "conflict", words)


def _line_before(text: str, index: int) -> str:
    """What stands before a place in its line; of a very long line the end."""
    begins = max(0, index - 300)
    return text[max(begins, text.rfind("\n", begins, index) + 1, text.rfind("\r", begins, index) + 1) : index]


def may_hold(text: str) -> bool:
    """Whether a file has to be looked at a second time; quick, and right to say yes once too often."""
    return (
        SUSPECT.search(text) is not None
        or not unicodedata.is_normalized("NFC", text)
        or "\t" in text
        or any(_is_mistaken(text, sign) for sign in _MISTAKEN if sign in text)
        or ("\\" in text and _ESCAPE.search(text) is not None)
    )


def _is_mistaken(text: str, sign: str) -> bool:
    """Whether the sign stands at the beginning of a value; # anywhere behind a space, but not in the remarks at the head."""
    head = _HEAD.match(text) if sign == "#" else None
    at = text.find(sign, head.end() if head else 0)
    while at >= 0:
        if sign == "#":
            found = text[at - 1 : at] in ("", " ", "\t", "\n", "\r")
        elif sign in _COLONS:
            found = True
        elif (lead := text[max(0, at - 2) : at].rstrip(" ")) and lead[-1].isalnum():
            found = False  # it stands in or behind a word, as nearly always
        else:
            before = _line_before(text, at)
            found = _BEFORE_A_VALUE.fullmatch(before) is not None or (sign in _DASHES and not before.strip())
        if found:
            return True
        at = text.find(sign, at + 1)
    return False


def findings(text: str, spans: list[Span]) -> Iterator[Finding]:
    """All that the values of a file, and what stands between them, would lose or change."""
    reached, before = 0, None
    for span in spans:
        yield from _between(text, reached, span.start, before, span)
        yield from _in_value(text, span)
        reached, before = max(reached, span.end), span
    yield from _between(text, reached, len(text), before, None)


def _in_value(text: str, span: Span) -> Iterator[Finding]:
    written = text[span.start : span.end]
    alike = _alike(span, written) if span.style in ("", None) else None
    if alike:
        yield Finding(span.start + alike[0], span.location, "look-alike", alike[1])
        return
    found = _all_signs(written)
    at = found[0].at if found else 0
    found = found or _all_signs(span.value)  # what an escape brings, as \0 in double quotes, is seen in the value alone
    if "\t" in span.value or "\r" in span.value:
        sign = "\t" if "\t" in span.value else "\r"
        yield Finding(span.start + max(written.find(sign, 1), 0), span.location, "character", _SPACED[sign])
    elif found:
        count = f"{len(found) - 1}" if len(found) < MOST_SIGNS else "many"
        more = f"; {count} more such in the same value" if len(found) > 1 else ""
        yield Finding(span.start + at, span.location, "character", f"{found[0].sentence}{more}")
    if span.style in ("|", ">") and (match := re.match(r"[|>][-+0-9]*[ \t]+(#+[^\s#][^\r\n]*)", written)):
        yield Finding(span.start + match.start(1), span.location, "remark", _left_out(match[1], glued=True))


def _all_signs(words: str) -> list[Sign]:
    return sorted(islice(signs(words), MOST_SIGNS), key=lambda sign: sign.at)


def in_words(words: str) -> tuple[str, str] | None:
    """The code points of the first sign in words of a form that are not what they seem, and the sentence; None in sound words."""
    if found := _all_signs(words):
        return found[0].points, found[0].sentence
    sign = next((sign for sign in "\t\r" if sign in words), None)
    return (point(sign), _SPACED[sign]) if sign else None


def is_alike(words: str) -> bool:
    """Whether words written without quotation marks would be taken for a mistyped sign of YAML; a writer puts them in quotes."""
    return _alike(Span(0, len(words), "", words, (), False), words) is not None or any(f" {dash} " in words for dash in _DASHES)


def _alike(span: Span, written: str) -> tuple[int, str] | None:
    """A sign in an unquoted value that somebody mistook for one of YAML's: its place there and the sentence."""
    for pattern, plain, use in (
        (_DASHED, "-", "a hyphen; begin each entry of a list with “- ”"),
        (_NAMED, ":", "a colon; write “: ” after a name"),
        (_HASHED, "#", "the sign of a remark; write “# ”"),
        (_BRACKETED, "[", "a bracket; write “[” or “{”"),
    ):
        if match := pattern.search(written):
            kept = f", or put the value in quotation marks if “{match[1]}” belongs to the text" if plain != ":" else ""
            return match.start(1), f"“{match[1]}” ({point(match[1])}) only looks like {use}{kept}"
    opening = written[:1]
    if len(written) > 1 and opening in _QUOTES and written[-1] in _QUOTES[opening] and not span.is_name:
        words = f"“{opening}” ({point(opening)}) only looks like YAML's quotation mark and would be part of the text; "
        return 0, f'{words}write "…", and put it inside these if it belongs to the text'
    return None


def broken_by(text: str, line: int) -> Finding | None:
    """What in a line that cannot be read only looks like a sign of YAML, or cannot be seen; None where there is no such thing."""
    starts = [0, *(match.end() for match in BREAK.finditer(text))]
    if hidden := re.search(r"[\x85\u2028\u2029\ufeff]", text[: starts[min(line, len(starts) - 1)] or None]):
        return Finding(hidden.start(), (), "character", next(signs(hidden[0])).sentence)
    for number in (line, line - 1):
        if not 0 < number <= len(starts):
            continue
        start = starts[number - 1]
        written = text[start : starts[number]] if number < len(starts) else text[start:]
        for match in _BROKEN.finditer(written):
            if number == line or match.lastindex != 3:  # quotation marks in the line above are most likely words
                sign = match[match.lastindex or 0]
                words = f"{described(sign)} only looks like a sign of YAML; write - : [ ] {{ }} , or straight quotation marks"
                return Finding(start + match.start(match.lastindex or 0), (), "look-alike", words)
        for sign in signs(written.rstrip("\r\n")):
            return Finding(start + sign.at, (), "character", sign.sentence)
    return None


def _between(text: str, start: int, end: int, before: Span | None, after: Span | None) -> Iterator[Finding]:
    """What stands between two values: remarks, and breaks and marks that YAML passes over."""
    gap = text[start:end]
    record = (before or after).location if before or after else ()  # type: ignore[union-attr]
    for match in re.finditer(r"[\x85\u2028\u2029\ufeff]", gap):
        nearest = after.location if after else record
        yield Finding(start + match.start(), nearest, "character", next(signs(match[0])).sentence)
    if "#" not in gap:
        return
    for match in re.finditer(r"(?:^|(?<=[\s,\[\]{}:-]))(#+)([^\r\n\x85\u2028\u2029]*)", gap):
        if before is None:
            return  # a remark at the head of a file stands behind no words
        own_line = not _line_before(text, start + match.start()).strip()
        glued = re.match(r"[^\s#]", match[2]) and re.search(r"[^\W_]", match[2])
        behind = match.start() == 1 and gap[0] == " "
        close = not own_line and behind and before.style in ("", None) and not _WORD_OF_A_RECORD.fullmatch(before.value)
        if glued or close:
            yield Finding(start + match.start(), record, "remark", _left_out(match[1] + match[2], glued=bool(glued)))


def _left_out(words: str, *, glued: bool) -> str:
    words = " ".join(words.split())
    cut = words if len(words) <= 40 else f"{words[:39]}…"
    remark = "a remark begins with “# ”" if glued else "a remark begins two spaces behind the words"
    return f"YAML leaves out “{cut}”, because # stands after a space; put the value in quotation marks if it belongs to the text; {remark}"
