"""The part of a shipped typeface that some words need, for a file that has to bring its typeface along.

What is left keeps the copyright and the licence of the typeface but not its name, which its licence reserves for the whole one; a file
calls it by a name of its own. The same words in any order give the same bytes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import uharfbuzz

from charts import signs

MEDIA_TYPE: Final = "font/otf"
_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS = 0, 13, 14  # numbers of names in the table `name` (OpenType 1.9)
_BLANK: Final = frozenset(" \n\t\u00a0")


def subset(weight: str, words: str) -> bytes:
    """Pretendard of one weight (`Regular`, `Medium`, `SemiBold`, `Bold`) with the signs of these words alone, as OpenType (.otf).

    Signs that Pretendard lacks are left to the typefaces of whoever reads; `signs.runs` tells which they are.
    """
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).update({ord(sign) for sign in _BLANK.union(words)})
    names = wanted.sets(uharfbuzz.SubsetInputSets.NAME_ID)
    names.clear()
    names.update({_COPYRIGHT, _LICENCE, _LICENCE_ADDRESS})
    return bytes(uharfbuzz.subset(_face(weight), wanted).blob.data)


@lru_cache(maxsize=4)
def _face(weight: str) -> uharfbuzz.Face:
    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(signs.file(signs.MAIN, weight))))
