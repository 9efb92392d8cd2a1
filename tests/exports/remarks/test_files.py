"""The remarks on a draft as files: Word's own comments on the very words, Korean set in a Korean typeface, tables without formulas."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from exports.remarks import docx as remarks_docx
from exports.remarks import table
from models.texts.drafting.draft import Draft
from models.texts.files import docx as files_docx
from models.texts.source import Role
from tests.office.install import HINT, find
from tests.samples.registers import real, say
from tests.samples.texts.drafting import Said, against

ON = dt.date(2026, 11, 28)
HOPE = "We hope that cities will advance the “10, 100, 1000 Campaign” of UCLG-CSIPDHR."
LAWS = "All legislation should be made known in time."
ASKS = "We urge the UN Human Rights Council to adopt 5, and we ask it to report."


def draft(*more: Said) -> Draft:
    return against(
        real(),
        Said("p1", "We, keepers of lamps, recall what was said."),
        Said("p2", HOPE, "hopes", "direction"),
        Said("p3", ASKS, to=("un-hrc",), coded=((ASKS[:46], "urges", "checkable"), (ASKS[52:71], "asks", "direction"))),
        Said("p4", LAWS, "hopes", "direction"),
        Said("c1", "We support the efforts of cities against the climate crisis."),
        *more,
        on=ON,
    )


def made(lang: str = "en", of: Draft | None = None) -> bytes:
    return remarks_docx.docx_file(of or draft(), real(), say(lang), ON)


def commented(data: bytes) -> dict[str, list[str]]:
    """The words that each comment is on, with the paragraphs of the comments on them."""
    opened, found = docx.Document(io.BytesIO(data)), dict[str, list[str]]()
    comments = {str(each.comment_id): [paragraph.text for paragraph in each.paragraphs] for each in opened.comments}
    for paragraph in opened.paragraphs:
        on: set[str] = set()
        words: dict[str, str] = {}
        for each in paragraph._p:
            id_ = each.get(qn("w:id"))
            if each.tag == qn("w:commentRangeStart"):
                on.add(id_)
            elif each.tag == qn("w:commentRangeEnd"):
                on.discard(id_)
            elif each.tag == qn("w:r"):
                for open_ in on:
                    words[open_] = words.get(open_, "") + "".join(text.text or "" for text in each.findall(qn("w:t")))
        for id_, said in words.items():
            found.setdefault(said, []).extend(comments[id_])
    return found


def test_the_draft_stands_word_for_word_and_each_remark_on_its_words() -> None:
    data = made()
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
    assert [passage.part.text for passage in draft().passages] == [
        text for text in texts if text in {p.part.text for p in draft().passages}
    ]
    found = commented(data)
    assert found[HOPE][0] == "hopes, direction"
    assert "Nobody is named who is to act." in found[LAWS]
    assert "Nobody is named who is to act." not in found[HOPE]
    assert any(line.startswith("Weaker than 2024, commitment 2 (a)") for line in found[HOPE])
    assert any(line.startswith("2024, commitment 2 (a): “To cooperate with UCLG-CSIPDHR") for line in found[HOPE])
    assert found["5"][1:] == ["“5”: a number that does not say what it counts."]
    assert ASKS[:46] in found
    assert ASKS[52:71] in found
    assert any("in name only" in line for line in found["We support the efforts of cities against the climate crisis."])


def test_the_same_draft_gives_the_same_bytes_and_comments_have_the_day_looked_at() -> None:
    assert made() == made()
    assert {each.timestamp for each in docx.Document(io.BytesIO(made())).comments} == {dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_front_says_day_and_forum_and_what_is_not_in_the_draft_without_calling_it_dropped(lang: str) -> None:
    opened = docx.Document(io.BytesIO(made(lang)))
    texts = [paragraph.text for paragraph in opened.paragraphs]
    assert texts[1] == {"en": "As of 28 Nov 2026 · 17th forum", "ko": "2026. 11. 28. 기준 · 제17회 포럼"}[lang]
    front = " ".join(texts[: texts.index(say(lang)("remarks.as_it_is"))])
    assert say(lang)("draft.missing", forum=say(lang).ordinal(14), year="2024") in front
    assert say(lang)("terms.change_weakened").capitalize() in texts
    fonts = opened.styles["Draft Text"].element.getroottree().getroot().iter(qn("w:rFonts"))
    assert {each.get(qn("w:eastAsia")) for each in fonts} == {"Malgun Gothic"}


def test_word_finds_every_style_and_part_that_the_file_names(tmp_path: Path) -> None:
    (tmp_path / "remarks.docx").write_bytes(made())
    assert OpenXmlValidator().validate(tmp_path / "remarks.docx").errors == []


def test_a_drafter_who_hands_the_file_in_again_gets_the_draft_without_the_remarks() -> None:
    source = files_docx.source(made(), "remarks.docx")
    assert HOPE in [line.text for line in source.lines if line.role is Role.BODY]
    assert "Nobody is named who is to act." in [line.text for line in source.lines if line.role is Role.COMMENT]


def test_a_table_has_a_line_for_each_remark_and_nothing_that_runs() -> None:
    formula = '=HYPERLINK("http://example.org")'
    data = table.table_file(draft(Said("c2", formula, "undertakes", "direction")), real(), say("en"), ON)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["Remark"] for row in rows if row["Place in the draft"] == "¶ 2"] != []
    assert {row["Words of the draft"] for row in rows if row["Place in the draft"] == "commitment 2"} == {f"'{formula}"}
    missing = [row for row in rows if row["Remark"] == say("en")("remarks.not_in_draft")]
    assert [row["Earlier place"] for row in missing] == [say("en").place(each.place) for each in draft().not_in_draft]
    assert all(row["Standing as of 28 Nov 2026"] for row in missing)


def test_signs_that_no_file_can_hold_are_replaced() -> None:
    texts = [
        paragraph.text
        for paragraph in docx.Document(io.BytesIO(made(of=draft(Said("c2", "To light\ufffe lamps", "undertakes", "direction"))))).paragraphs
    ]
    assert "To light\ufffd lamps" in texts


def test_an_office_opens_it_with_all_its_comments(tmp_path: Path) -> None:
    office = find()
    assert office, HINT
    (tmp_path / "remarks.docx").write_bytes(made("ko"))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "remarks.docx")], check=True, capture_output=True, timeout=300)
    opened = (tmp_path / "remarks.fodt").read_text(encoding="utf-8")
    assert opened.count("<office:annotation ") == len(list(docx.Document(io.BytesIO(made("ko"))).comments))


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_withheld_text_is_told_from_one_that_is_not_on_record_and_a_promise_partly_there_from_one_that_is_not(lang: str) -> None:
    between = dataclasses.replace(
        draft(Said("c2", "To establish ombudsperson offices.", "undertakes", "checkable")), between=(15,), withheld=(16,)
    )
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(made(lang, between))).paragraphs]
    front = " ".join(texts[: texts.index(say(lang)("remarks.as_it_is"))])
    assert say(lang).count("draft.between", 1, forums=say(lang).ordinal(15)) in front
    assert say(lang).count("draft.between_withheld", 1, forums=say(lang).ordinal(16)) in front
    there = real().pledge_by_id["human-rights-institutions"].title[lang]
    several = next(text for text in texts if text.startswith(say(lang).place("2024-c3a")) and "“" in text)
    assert there in several.split(say(lang)("draft.missing_rest", pledges="|").split("|")[0])[1]
