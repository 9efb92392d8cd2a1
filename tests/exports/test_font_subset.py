"""A typeface cut to the words of a file: it has them all, little else, and does not bear the reserved name."""

from __future__ import annotations

import io

import pytest
from PIL import ImageFont

from charts import signs
from exports import font_subset

WORDS = "인권도시 광주의 약속 – “human rights cities”, 2011"


@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold", "Bold"])
def test_the_words_are_drawn_as_the_whole_typeface_draws_them(weight: str) -> None:
    cut = font_subset.subset(weight, WORDS)
    drawn = [ImageFont.truetype(source, 40).getmask(WORDS) for source in (io.BytesIO(cut), str(signs.file(signs.MAIN, weight)))]
    assert bytes(drawn[0]) == bytes(drawn[1])
    assert len(cut) < 40_000


def test_it_has_the_signs_of_the_words_and_no_others() -> None:
    has = {chr(code) for code in signs._mapped(font_subset.subset("Regular", WORDS))}
    assert has == set(WORDS) | {" ", "\u00a0"}


def test_the_order_of_the_words_does_not_matter_nor_signs_that_the_typeface_lacks() -> None:
    assert font_subset.subset("Bold", WORDS) == font_subset.subset("Bold", WORDS[::-1] * 2 + "\U00013000")


def test_it_keeps_copyright_and_licence_but_not_the_reserved_name() -> None:
    cut = font_subset.subset("Regular", WORDS)
    family, _ = ImageFont.truetype(io.BytesIO(cut), 40).getname()
    assert family is None
    assert "Kil Hyung-jin" in cut.decode("utf-16-be", "ignore") + cut[1:].decode("utf-16-be", "ignore")


def test_a_weight_that_is_not_shipped_is_no_typeface() -> None:
    with pytest.raises(Exception, match="Thin"):
        font_subset.subset("Thin", WORDS)
