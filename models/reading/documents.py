"""From a YAML file to plain data: strings stay strings, and every value can be found again by line and column.

`no`, `1.10`, `012` and `2024-10-11` are text until pydantic gives them a type, because YAML's own guesses are wrong
for records (docs/decisions/0002-yaml-scalars-stay-text.md). Repeated keys, anchors, aliases and tags are refused: the
first three lose words silently, aliases can make a small file explode.

The data is built from YAML's events, one after the other: composing nodes first would recurse once for each level of
nesting, and a small file of nothing but brackets would end the whole program.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from models.reading import unsaid
from models.reading.problems import Location, Problem, UnreadableFile
from models.reading.signs import CONTROL, point

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 2_000_000
"""Largest record file that is read. The largest real one has under 100 kB; a bigger one is a mistake."""
MAX_PROBLEMS = 50
"""So many problems in one file that cannot be read are one mistake; nobody reads on."""
MAX_DEPTH = 24
"""Deepest nesting that is read. Real records need seven levels."""
MAX_PARTS = 100_000
"""So many lists and groups of fields are read in one file. The largest real one has about a thousand."""
MAX_LETTERS = 100_000
"""Longest value that is read. The longest paragraph of a text has a few thousand letters."""
_TABBED = re.compile(r" *\t")
NULL_WORDS = {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class Document:
    """One record file as plain data: dicts, lists, strings and None."""

    path: str
    data: Any
    text: str = field(repr=False, default="")
    unsaid: tuple[tuple[Location, Problem], ...] = ()
    """What it would lose or change unsaid, each with the place of the value: the record that holds it is not served."""
    _node: yaml.Node | None = field(repr=False, default=None)

    def place(self, location: Location, *, of_name: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at `location`, or of the deepest part of it that exists.

        With `of_name` it is the place of the name before the colon.

        The file's text is composed again for the first problem in it, so that sound files, nearly all of them, pay
        nothing for it.
        """
        self._node = node = self._node or yaml.compose(self.text, Loader)
        if node is None:
            return (1, 1)
        mark = node.start_mark
        for step in location:
            name, found = _child(node, step)
            if found is None:
                break
            node = found
            mark = name.start_mark if name is not None and of_name else node.start_mark
        return unsaid.place_of(self.text, mark.index)

    def problem(self, location: Location, code: str, sentence: str, *, of_name: bool = False) -> Problem:
        line, column = self.place(location, of_name=of_name)
        return Problem(self.path, line, column, code, sentence)


def read(path: Path, shown_as: str) -> Document:
    """Read one record file.

    `shown_as` is the path that problems name. Raises `UnreadableFile` with all problems that were found when the file
    cannot be opened, is too large, is not UTF-8 or is not the part of YAML that records use.
    """
    return parse(_text_of(path, shown_as), shown_as)


def parse(text: str, shown_as: str) -> Document:
    """Turn the text of a record file into plain data; raises `UnreadableFile` as `read` does."""
    look_twice = unsaid.may_hold(text)
    if look_twice and CONTROL.search(text):
        raise UnreadableFile(_control_characters(text, shown_as))
    if conflicts := [_problem(found, text, shown_as) for found in islice(unsaid.conflicts(text), MAX_PROBLEMS)]:
        raise UnreadableFile(conflicts)
    builder, stream = _Builder(shown_as, text, [] if look_twice else None), Loader(text)
    try:
        while (event := stream.get_event()) is not None:
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_malformed(error, text, shown_as))
    except yaml.YAMLError as error:
        builder.problems.append(Problem(shown_as, 0, 0, "yaml", f"this is not well-formed YAML ({' '.join(str(error).split())})"))
    except _StopReading:
        pass
    finally:
        stream.dispose()
    if builder.problems:
        raise UnreadableFile(builder.problems)
    if builder.documents == 0:
        raise UnreadableFile([Problem(shown_as, 1, 1, "empty", "this file is empty; fill it in or remove it")])
    findings = list(islice(unsaid.findings(text, builder.spans), MAX_PROBLEMS)) if builder.spans else []
    found = tuple((each.location, _problem(each, text, shown_as)) for each in findings)
    if len(found) == MAX_PROBLEMS:
        raise UnreadableFile([problem for _, problem in found])
    return Document(shown_as, builder.data, text, found)


def _problem(found: unsaid.Finding, text: str, shown_as: str) -> Problem:
    return Problem(shown_as, *unsaid.place_of(text, found.index), found.code, found.sentence)


def _text_of(path: Path, shown_as: str) -> str:
    def refuse(code: str, sentence: str) -> UnreadableFile:
        return UnreadableFile([Problem(shown_as, 0, 0, code, sentence)])

    if os.path.isdir(path):
        raise refuse("not-a-file", "a folder stands where a record file should be; move or rename it")
    if os.path.exists(path) and not os.path.isfile(path):
        raise refuse("not-a-file", "this is no ordinary file (a pipe or a device) and is not read; remove it")
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise refuse("unreadable", f"this file cannot be opened ({error.strerror}); check that it exists and may be read") from None
    if len(raw) > MAX_BYTES:
        raise refuse(
            "too-large",
            f"this file is larger than {MAX_BYTES:,} bytes; a record file is text of a few pages, so split it or look for what got into it",
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        line, column = unsaid.place_of(before, len(before))
        raise UnreadableFile(
            [
                Problem(
                    shown_as,
                    line,
                    column,
                    "encoding",
                    "this file is not UTF-8 text; open it in your editor and save it again with the encoding UTF-8",
                )
            ]
        ) from None


def _control_characters(text: str, shown_as: str) -> list[Problem]:
    found = []
    for match in CONTROL.finditer(text):
        words = f"an invisible control character ({point(match[0])}) stands here; delete it"
        found.append(Problem(shown_as, *unsaid.place_of(text, match.start()), "character", words))
        if len(found) == MAX_PROBLEMS:
            break
    return found


def _malformed(error: yaml.MarkedYAMLError, text: str, shown_as: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = unsaid.place_of(text, mark.index) if mark else (0, 0)
    what = " ".join(part for part in (error.context, error.problem) if part)
    if found := unsaid.broken_by(text, line):
        problem = _problem(found, text, shown_as)
        return replace(problem, sentence=f"{problem.sentence}; the file cannot be read here ({what})")
    if _TABBED.match(text, mark.index - mark.column if mark else 0):
        return Problem(shown_as, line, 1, "tab", "this line is indented with a tab; use spaces, two for each step")
    return Problem(shown_as, line, column, "yaml", f"this is not well-formed YAML ({what}); look at this line and the one above it")


class _StopReading(Exception):
    """What follows cannot be understood any more."""


_NONE_YET = object()
"""Stands where no name is open; None is a value."""


class _Builder:
    """Builds dicts, lists and strings from events, without recursion."""

    def __init__(self, shown_as: str, text: str, spans: list[unsaid.Span] | None) -> None:
        self.data: Any = None
        self.documents = 0
        self.problems: list[Problem] = []
        self.spans = spans
        self._shown_as = shown_as
        self._text = text
        self._outer: list[tuple[Any, Any]] = []
        self._here: Any = None
        self._name: Any = _NONE_YET
        self._aliases: set[str] = set()
        self._parts = 0

    def add(self, mark: Any, code: str, sentence: str) -> None:
        self.problems.append(Problem(self._shown_as, *unsaid.place_of(self._text, mark.index), code, sentence))
        if len(self.problems) == MAX_PROBLEMS:
            raise _StopReading

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._undecorated(event)
            if len(event.value) > MAX_LETTERS:
                words = f"this value is longer than {MAX_LETTERS:,} letters; no record needs that, so look for what got into it"
                self.add(event.start_mark, "too-large", words)
                raise _StopReading
            if self.spans is not None:
                self._remember(event, self.spans)
            here = self._here
            if type(here) is dict and self._name is _NONE_YET:
                self._name = event.value
                if event.value in here:
                    words = f"“{event.value}” is given twice here; keep one of the two, or the first is lost"
                    self.add(event.start_mark, "duplicate-key", words)
            else:
                self._put(None if event.implicit[0] and event.value in NULL_WORDS else event.value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                self._undecorated(event)
            self._parts += 1
            if self._parts > MAX_PARTS:
                words = (
                    f"this file has more than {MAX_PARTS:,} lists and groups of fields; no record needs that, so look for what got into it"
                )
                self.add(event.start_mark, "too-large", words)
                raise _StopReading
            if len(self._outer) > MAX_DEPTH:
                self.add(event.start_mark, "too-deep", f"this is nested more than {MAX_DEPTH} levels deep; no record needs that")
                raise _StopReading
            if self._awaits_name():
                self.add(
                    event.start_mark, "key", "a name before a colon must be one plain word; put text that begins with [ or { in quotes"
                )
                raise _StopReading
            self._outer.append((self._here, self._name))
            self._here, self._name = ({} if kind is yaml.MappingStartEvent else []), _NONE_YET
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            done = self._here
            self._here, self._name = self._outer.pop()
            self._put(done)
        elif kind is yaml.AliasEvent:
            self._alias(event)
            if self._awaits_name():
                raise _StopReading
            self._put(None)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents == 2:
                self.add(
                    event.start_mark,
                    "yaml",
                    "three hyphens begin a second document here; a file holds one, so remove them or move the rest to a file of its own",
                )
                raise _StopReading

    def _remember(self, event: Any, spans: list[unsaid.Span]) -> None:
        """Where a value or a name stands in the text, for the second look."""
        is_name = self._awaits_name()
        levels = [*self._outer[1:], (self._here, event.value if is_name else self._name)]
        location = tuple(name if type(level) is dict else len(level) for level, name in levels if type(level) in (dict, list))
        spans.append(unsaid.Span(event.start_mark.index, event.end_mark.index, event.style or "", event.value, location, is_name))

    def _awaits_name(self) -> bool:
        return type(self._here) is dict and self._name is _NONE_YET

    def _put(self, value: Any) -> None:
        if type(self._here) is dict:
            self._here[self._name] = value
            self._name = _NONE_YET
        elif type(self._here) is list:
            self._here.append(value)
        else:
            self.data = value

    def _alias(self, event: Any) -> None:
        if event.anchor in self._aliases:
            return
        self._aliases.add(event.anchor)
        words = "repeats a part from elsewhere (a YAML alias); write the part out here, or put words that begin with * in quotes"
        self.add(event.start_mark, "alias", f"“*{event.anchor}” {words}")

    def _undecorated(self, event: Any) -> None:
        """YAML takes a first word that begins with & or ! for an instruction and drops it from the text."""
        mark, written = event.start_mark, f"&{event.anchor}" if event.anchor is not None else event.tag
        self.add(
            mark,
            "decoration",
            f"YAML reads “{written}” at the beginning as an instruction, not as text; put the text in quotes or remove the word",
        )


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The name (in a mapping) and the value at one step below `node`."""
    if isinstance(node, yaml.MappingNode):
        return next(((key, value) for key, value in node.value if key.value == step), (None, None))
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None, None
