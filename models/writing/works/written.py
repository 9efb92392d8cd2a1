"""The data of a record file as its text: in the form that the guide describes, and the same bytes for the same data.

One field to a line in the order of the data; long words folded below `>-`; short lists of ids in brackets; quotation marks only where
the notation needs them. PyYAML's own emitter folds within quotation marks and counts a Korean letter as one column, so only its
knowledge of what may stand without quotation marks is used.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import yaml
from yaml.emitter import Emitter

from models.reading.unsaid import is_alike

WIDTH = 108
"""No line is longer, where a word is not; a Korean letter takes two columns."""
STEP = "  "
Path = tuple[str | int, ...]
Remarks = Callable[[Path], Sequence[str]]
"""What is said for a person before a field or an entry, a line each; not read back."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
_UNFOLDED = re.compile(r"[\r\t\x85\u2028\u2029\ufeff]|^\s|\s$|  | \n|\n ")
"""What would be lost or changed in folded words."""
_UNUSUAL = re.compile(r"[\x85\u2028\u2029\ufeff]")
_ANALYST = Emitter(io.StringIO(), allow_unicode=True)
_RESOLVER = yaml.resolver.Resolver()


def written(data: Mapping[str, Any], remarks: Remarks | None = None) -> str:
    """The text of a file that holds this data: names with texts, numbers, yes or no, lists and further names."""
    told = remarks or (lambda at: ())
    return "".join(f"{line}\n" for line in _fields(data, "", (), told))


def _fields(data: Mapping[str, Any], indent: str, at: Path, told: Remarks) -> Iterator[str]:
    for name, value in data.items():
        here = (*at, name)
        yield from (_remark(indent, words) for words in told(here))
        yield from _field(name, value, indent, here, told)


def _field(name: str, value: Any, indent: str, at: Path, told: Remarks) -> Iterator[str]:
    lead = f"{indent}{name}:"
    if isinstance(value, Mapping):
        short = _in_braces(value) if name == "name" else None
        if short is not None and _columns(f"{lead} {short}") <= WIDTH:
            yield f"{lead} {short}"
        else:
            yield lead
            yield from _fields(value, indent + STEP, at, told)
    elif isinstance(value, list):
        yield from _list(lead, value, indent + STEP, at, told)
    elif value is None:
        yield lead
    else:
        yield from _scalar(lead, value, indent + STEP, always_folded=name == "quote" and "units" in at)


def _list(lead: str, values: list[Any], indent: str, at: Path, told: Remarks) -> Iterator[str]:
    ids = [str(value) for value in values if isinstance(value, int) or (isinstance(value, str) and _is_bare(value))]
    line = f"{lead} [{', '.join(ids)}]"
    if len(ids) == len(values) and _columns(line) <= WIDTH:
        yield line
        return
    yield lead
    for index, value in enumerate(values):
        here = (*at, index)
        yield from (_remark(indent, words) for words in told(here))
        if isinstance(value, Mapping):
            first, *rest = _fields(value, indent + STEP, here, told)
            yield f"{indent}- {first.removeprefix(indent + STEP)}"
            yield from rest
        else:
            yield from _scalar(f"{indent}-", value, indent + STEP)


def _scalar(lead: str, value: Any, indent: str, *, always_folded: bool = False) -> Iterator[str]:
    if isinstance(value, bool):
        yield f"{lead} {'true' if value else 'false'}"
        return
    if isinstance(value, int):
        yield f"{lead} {value}"
        return
    words = str(value)
    line = f"{lead} {plain_or_quoted(words)}"
    foldable = bool(words) and not _UNFOLDED.search(words)
    if foldable and (always_folded or "\n" in words or (" " in words and _columns(line) > WIDTH)):
        yield f"{lead} >-"
        for index, paragraph in enumerate(words.split("\n")):
            yield from [""] if index else []
            yield from _folded(paragraph, indent) if paragraph else []
    else:
        yield line


def _folded(words: str, indent: str) -> Iterator[str]:
    line = indent
    for word in words.split(" "):
        if line == indent:
            line += word
        elif _columns(line) + 1 + _columns(word) <= WIDTH:
            line += f" {word}"
        else:
            yield line
            line = indent + word
    yield line


def _in_braces(value: Mapping[str, Any]) -> str | None:
    """A name in both languages on one line, where nothing in it needs quotation marks."""
    if list(value) != ["en", "ko"] or not all(isinstance(each, str) and _may_be_plain(each, in_brackets=True) for each in value.values()):
        return None
    return f"{{en: {value['en']}, ko: {value['ko']}}}"


def plain_or_quoted(words: str) -> str:
    """Words as they stand behind a colon on one line."""
    if _may_be_plain(words):
        return words
    if '"' in words and "'" not in words and "\n" not in words and not _UNUSUAL.search(words):
        return f"'{words}'"
    quoted = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'


def _may_be_plain(words: str, *, in_brackets: bool = False) -> bool:
    """Whether it is read back as these words without quotation marks, by us and by any other reader of the notation."""
    if not words or is_alike(words) or _UNUSUAL.search(words):
        return False
    found = _ANALYST.analyze_scalar(words)
    if found.multiline or not (found.allow_flow_plain if in_brackets else found.allow_block_plain):
        return False
    tag = str(_RESOLVER.resolve(yaml.ScalarNode, words, (True, False)))  # type: ignore[no-untyped-call]
    return tag == "tag:yaml.org,2002:str" or bool(_DAY.fullmatch(words))


def _is_bare(words: str) -> bool:
    """Whether it is an id or a number, and no word that stands for nothing or for yes and no."""
    return _ID.fullmatch(words) is not None and (words.isdigit() or _may_be_plain(words, in_brackets=True))


def _remark(indent: str, words: str) -> str:
    return f"{indent}# {' '.join(words.split())}".rstrip()


def _columns(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)
