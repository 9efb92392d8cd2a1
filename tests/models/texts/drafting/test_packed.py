"""A reading goes through the reader's browser and comes back as it was, or not at all."""

from __future__ import annotations

import base64
import zlib

import pytest

from models.texts.drafting.packed import MOST, NotPacked, packed, unpacked
from models.texts.parts import Caution, LeftOut, Reading, Warning, Why
from models.texts.source import Stretch
from tests.samples.texts.drafting import Said, read


def test_a_reading_comes_back_as_it_was() -> None:
    read_ = read(Said("p1", "인권도시 “We hope” – & <b>"), Said("c1", "To act."))
    whole = Reading(
        read_.source,
        read_.parts,
        (LeftOut(Stretch(0, 2), "인권", Why.HEADER),),
        (Warning(Caution.GAP, {"after": "1", "next": "3"}, Stretch(1, 2)),),
        "ko",
    )
    assert unpacked(packed(whole)) == whole


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no base64 !",
        base64.b64encode(b"no zlib").decode(),
        base64.b64encode(zlib.compress(b"{}")).decode(),
        base64.b64encode(zlib.compress(b"[" * 100_000)).decode(),
        base64.b64encode(zlib.compress(b" " * (MOST + 1))).decode(),
        packed(read(Said("p1", "We act.")))[:40],
    ],
    ids=["nothing", "no-base64", "no-zlib", "no-reading", "deep", "bomb", "cut"],
)
def test_what_is_no_reading_is_refused(words: str) -> None:
    with pytest.raises(NotPacked):
        unpacked(words)
