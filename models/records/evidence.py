"""Evidence: the dated sources that notes and measures rest on (codebook, 4)."""

from __future__ import annotations

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
