"""The shipped typefaces: what they say they have they draw, and words are as wide as in the typeface that draws them."""

from __future__ import annotations

import pytest
from PIL import ImageFont

from charts import signs, typeface


@pytest.mark.parametrize("family", signs.FAMILIES)
def test_a_typeface_draws_what_its_character_map_names(family: str) -> None:
    cut = ImageFont.truetype(str(signs.file(family)), 40, layout_engine=ImageFont.Layout.BASIC)
    face = next(face for face in signs.faces() if face.family == family)
    assert cut.getname()[0] == family, "typst finds it by this name"
    box = bytes(cut.getmask("\U0010fffd"))
    seen = sorted(sign for sign in face.has if sign.isprintable() and bytes(cut.getmask(sign)))
    assert len(seen) > 50
    assert [sign for sign in seen[:: max(1, len(seen) // 300)] if bytes(cut.getmask(sign)) == box] == []


@pytest.mark.parametrize("weight", ["Medium", "SemiBold", "Bold"])
def test_every_weight_of_the_main_typeface_has_the_same_signs(weight: str) -> None:
    drawn = frozenset(map(chr, signs._mapped(signs.file(signs.MAIN, weight).read_bytes())))
    assert drawn >= signs.faces()[0].has


def test_every_second_typeface_comes_with_its_licence() -> None:
    folder = signs.FONTS / "second"
    licence = (folder / "LICENSE.txt").read_text(encoding="utf-8")
    files = {path.name for path in folder.iterdir()} - {"LICENSE.txt"}
    assert files == {signs.file(family).name for family in signs.FAMILIES if family != signs.MAIN}
    assert [name for name in files if name not in licence] == []
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_words_are_as_wide_as_they_are_drawn() -> None:
    assert typeface.width("漢字", 24) == 48
    assert typeface.width("가漢", 24) == pytest.approx(typeface.width("가", 24) + 24)
    assert typeface.width("\U00013000", 24) == typeface.width("[U+13000]", 24), "its code is drawn in its place"
    assert "".join(typeface.wrap("漢字 " * 20, 24, 400, 200)).count("漢") == 20
    assert all(typeface.width(line, 24) <= 200 for line in typeface.wrap("漢字 " * 20, 24, 400, 200))


def test_a_text_is_cut_where_its_typeface_changes() -> None:
    assert list(signs.runs("가漢字 a")) == [("Pretendard", "가"), ("Noto Sans CJK KR", "漢字"), ("Pretendard", " a")]
    assert list(signs.runs("👩‍👩‍👧")) == [("Noto Emoji", "👩‍👩‍👧")], "a picture made of pictures is one"
    assert list(signs.runs("한")) == [("Pretendard", "한")], "a syllable in parts is drawn as a syllable"
    assert signs.named("") == ""
