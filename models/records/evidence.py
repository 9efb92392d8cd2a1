"""Evidence: the dated sources that notes and measures rest on (codebook, 4)."""

from __future__ import annotations

import datetime as dt

from models.records.dates import PartialDate
from models.records.fields import Bilingual, Day, Line, Record, Slug, Url
from models.records.terms import Basis, Confidence, Grade


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
