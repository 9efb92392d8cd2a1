"""An Office file packed anew, with a day of its own on every part in place of the moment of packing: the same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile


def stamped(packed: io.BytesIO, day: dt.date) -> bytes:
    """The same package, each part as of noon of the day."""
    out = io.BytesIO()
    with zipfile.ZipFile(packed) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, (day.year, day.month, day.day, 12, 0, 0))
            package.writestr(entry, parts.read(part), zipfile.ZIP_DEFLATED)
    return out.getvalue()
