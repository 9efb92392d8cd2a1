"""Evidence: the dated sources that notes and measures rest on, and reviews: what a later reading found out about them (codebook, 4).

The records of sources are never edited; a review has a file of its own.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final
from urllib.parse import urlsplit

from pydantic import Field

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Day, Line, Record, Slug, Url
from models.records.terms import Basis, Confidence, Grade

KEEPERS: Final = frozenset(
    {"antihakbul.jinbo.net", "docest.com", "docsbay.net", "docslib.org", "girlsrightsplatform.org", "right-docs.org", "v.daum.net"}
)
"""Sites that keep papers of others, whoever is named as publisher."""
_NAMED_AS_COPY: Final = re.compile(r"\b(?:via|copy|mirror)\b(?! read)", re.IGNORECASE)
"""As publishers are named: “Yonhap (via Daum)”, “Newsis (copy)”; “public copy read” tells what was read and not of the address."""


def copied_at(publisher: str, url: str) -> str | None:
    """The host where a third party keeps a copy of somebody else's paper; None where the publisher's own address is given."""
    host = (urlsplit(url).hostname or "").rstrip(".").removeprefix("www.")
    return host if host in KEEPERS or _NAMED_AS_COPY.search(publisher) else None


class Evidence(Record):
    """One dated source that notes and measures rest on."""

    id: Slug
    says: Bilingual
    title: Line
    publisher: Line
    url: Url | None = None
    rebuilt: bool = False
    happened: PartialDate | None = None
    published: PartialDate | None = None
    seen: Day
    grade: Grade
    basis: Basis | None = None
    confidence: Confidence
    conflict: Bilingual | None = None

    def is_known(self, day: dt.date) -> bool:
        """Whether it was out by `day`; one that does not say when it was published, whether what it tells had happened by then.

        Of a month or a year that is the last day, or the day on which we saw it.
        """
        when = self.published or self.happened
        return when is None or (when.first <= day and min(when.last, self.seen) <= day)


class Review(Record):
    """One source as a later reading judged it: what it counts as from then on, and how that was judged.

    `release` is a name of ours for the release that several sources print; together they are one source.
    """

    source: Slug
    grade: Grade
    basis: Basis | None = None
    release: Slug | None = None
    because: Bilingual | None = None


class Reviews(Record):
    """What one reading of the sources found on one day, which is the name of the file."""

    id: str = ""
    reviewed: dt.date = dt.date.min
    by: Line
    sources: list[Review] = Field(min_length=1)
