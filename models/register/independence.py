"""How many sources there really are: two of one publisher, one address or one release are one (codebook, 4)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from models.records.evidence import Evidence
from models.register.register import Register

BRACKETED = re.compile(r"[(\[（]([^)\]）]*)[)\]）]")
ANOTHERS_COPY = re.compile(r"\b(via|copy|copies|summary|release|posted)\b|경유|사본|재인용|요약|보도자료")
"""What stands in brackets after a publisher and is no second name of it, but says where its words were found."""


@lru_cache(maxsize=4_096)
def names_of(publisher: str) -> frozenset[str]:
    """Every name under which a source gives its publisher, folded: case, spacing, and whoever only copied it left out.

    `Newsis (via Financial News)` and `newsis` are one; a name in brackets or after a stroke is a second name.
    """
    words = unicodedata.normalize("NFKC", publisher).casefold()
    second = [inside for inside in BRACKETED.findall(words) if not ANOTHERS_COPY.search(inside)]
    first = re.sub(r"^copy of (an? )?", "", re.split(r"\bvia\b", BRACKETED.sub(" ", words))[0])
    names = (re.sub(r"[\W_]+", " ", part).strip().removeprefix("the ") for part in (*first.split("/"), *second))
    return frozenset(filter(None, names)) or frozenset({words.strip()})


def address_of(url: str) -> str:
    """One address for all forms of it: with or without `www`, for phones, with or without a last stroke."""
    parts = urlsplit(unicodedata.normalize("NFC", url.strip()))
    host = re.sub(r"^(www|m|mobile|amp)\.", "", (parts.hostname or "").casefold())
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    path = unicodedata.normalize("NFC", unquote(parts.path)).rstrip("/")
    return f"{host}{path}?{query}" if query else f"{host}{path}"


def apart(register: Register, sources: Sequence[Evidence]) -> int:
    """How many sources these really are: two of one publisher, one address or one release count once."""
    if len(sources) < 2:
        return len(sources)
    own = {name: min(names_of(known.ko)) for known in register.publishers for each in (known.en, known.ko) for name in names_of(each)}
    groups: list[set[str]] = []
    for source in sources:
        marks = {f"publisher {own.get(name, name)}" for name in names_of(source.publisher)}
        if source.url:
            marks.add(f"address {address_of(source.url)}")
        if (found := register.review_of(source)) and found[1].release:
            marks.add(f"release {found[1].release}")
        touching = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks] + [marks.union(*touching)]
    return len(groups)
