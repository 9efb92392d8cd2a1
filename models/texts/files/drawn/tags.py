"""Elements of XML by their own names, whatever the namespace: each kind of office file has two or more for the same words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def named(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment or an instruction of the file."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def said(element: Any, name: str, otherwise: str = "") -> str:
    """The attribute of that name."""
    if element is None:
        return otherwise
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return otherwise


def child(element: Any, *path: str) -> Any | None:
    """The first child of that name, and the first of the next name in it, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if named(each) == name), None)
    return element


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children of these names, in order."""
    if element is not None:
        yield from (each for each in element if named(each) in names)


def all_words(element: Any) -> str:
    """All the words in an element; none where there is no element."""
    return "" if element is None else "".join(element.itertext()).strip()


def number(text: str, otherwise: int = 0) -> int:
    """A whole number of a file; `otherwise` where it says none, or one that no list or page has."""
    text = text.strip()
    return int(text) if len(text) <= 9 and text.removeprefix("-").isdecimal() and text.isascii() else otherwise
