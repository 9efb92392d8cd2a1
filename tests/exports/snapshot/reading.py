"""A snapshot as somebody reads it: its elements, its words in one language, its data."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections.abc import Sequence
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from exports.snapshot import document
from models.labels import load_labels
from models.register.register import Register
from tests.samples.registers import LATEST, real


def made(register: Register, on: dt.date, langs: Sequence[str] = ("en", "ko"), withheld: int = 0) -> bytes:
    """A snapshot of a register."""
    return document.snapshot(register, on, load_labels(), langs, withheld)


@lru_cache(maxsize=1)
def of_real_records() -> bytes:
    """The snapshot of the real records in both languages."""
    return made(real(), LATEST)


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(raw: bytes) -> list[tuple[str, dict[str, str | None]]]:
    """Every element with its attributes, as a browser's parser finds them."""
    parser = _Elements()
    parser.feed(raw.decode())
    return parser.found


def words(raw: bytes, lang: str) -> str:
    """What is read in one language, pictures left out, in one line."""
    text = raw.decode()
    begin = text.index(f"<!-- part: {lang}/opening -->")
    end = re.compile(rf"<!-- part: (?!{lang}/)").search(text, begin)
    assert end
    text = re.sub(r"<svg.*?</svg>|<sup>.*?</sup>|<!--.*?-->", "", text[begin : end.start()], flags=re.DOTALL)
    text = re.sub(r"</?(?:span|b|mark|q|a)\b[^>]*>", "", text)
    return plain(html.unescape(re.sub(r"<[^>]+>", " ", text)))


def plain(text: str) -> str:
    """Words in one line."""
    return " ".join(text.split())


def data(raw: bytes) -> Any:
    """The data in the file, as a program reads them."""
    return json.loads(raw.decode().split('<script type="application/json" id="data">\n', 1)[1].split("\n</script>", 1)[0])
