"""A reading on its way to a page through the reader's own browser, so that no server has to keep it meanwhile.

What comes back from a browser may be anything: it is looked at like any other input, and concerns nobody but whoever sent it.
"""

from __future__ import annotations

import base64
import binascii
import zlib

from pydantic import TypeAdapter, ValidationError

from models.texts.parts import Reading

MOST = 8_000_000
"""So many bytes has no reading of a text that the page takes."""
_READING = TypeAdapter(Reading)


class NotPacked(Exception):
    """What came back is no reading."""


def packed(reading: Reading) -> str:
    """The reading as letters and digits."""
    return base64.b64encode(zlib.compress(_READING.dump_json(reading))).decode("ascii")


def unpacked(words: str) -> Reading:
    """The reading that was packed; raises `NotPacked`."""
    try:
        machine = zlib.decompressobj()
        said = machine.decompress(base64.b64decode(words, validate=True), MOST)
        if not machine.eof:
            raise NotPacked("it is longer than any reading, or cut off")
        return _READING.validate_json(said)
    except (binascii.Error, ValueError, zlib.error, ValidationError) as error:
        raise NotPacked("it is no reading") from error
