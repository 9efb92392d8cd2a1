"""The Korean that readers see: the cases of korean.yaml."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from charts.progress.words import counted
from models.labels import BadLabels, load_labels
from models.reading.documents import read
from tests.labels.korean_words import refusals
from tests.samples.registers import say

CASES: dict[str, list[dict[str, Any]]] = read(Path(__file__).with_name("korean.yaml"), "tests/cases/korean.yaml").data
KO = say("ko")
BOTH = pytest.mark.parametrize("lang", ["ko", "en"])


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["say"])
def test_a_sentence_reads_as_it_should(case: dict[str, Any]) -> None:
    values = case.get("with", {})
    said = KO.count(case["say"], int(case["n"]), **values) if "n" in case else KO(case["say"], **values)
    assert said.replace("\u00a0", " ") == case["right"]


@BOTH
@pytest.mark.parametrize("case", CASES["ranges"], ids=str)
def test_a_range(case: dict[str, Any], lang: str) -> None:
    assert say(lang).stretch(case["first"], case["last"]) == case[lang]


@BOTH
@pytest.mark.parametrize("case", CASES["forums"], ids=str)
def test_a_run_of_forums(case: dict[str, Any], lang: str) -> None:
    assert say(lang).stretch(*say(lang).ordinals(int(case["first"]), int(case["last"]))) == case[lang]


@BOTH
@pytest.mark.parametrize("case", CASES["days"], ids=str)
def test_the_days_of_a_forum(case: dict[str, Any], lang: str) -> None:
    first, last = (dt.date.fromisoformat(str(case[end])) for end in ("first", "last"))
    assert say(lang).span(first, last) == case[lang]


@pytest.mark.parametrize("case", CASES["counts"], ids=lambda case: case["ko"])
def test_a_count_has_its_unit(case: dict[str, Any]) -> None:
    whole = float(case["of"]) if "of" in case else None
    point = {"value": float(case["value"]), "of": whole, "at_least": "more_than" in case, "approx": "about" in case}
    assert counted(point, case["unit"], KO) == case["ko"]


@pytest.mark.parametrize("case", CASES["terms"], ids=lambda case: case["given"])
def test_a_label_gets_the_word_of_its_term(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text(f"standing_done: {{en: done, ko: {case['term']}}}\n", encoding="utf-8")
    (tmp_path / "page.yaml").write_text(f'sentence: {{en: Judged., ko: "{case["given"]}"}}\n', encoding="utf-8")
    if "refused" in case:
        with pytest.raises(BadLabels, match=case["refused"]):
            load_labels(tmp_path)
    else:
        assert load_labels(tmp_path)["page.sentence"].ko == case["right"]


@pytest.mark.parametrize("case", CASES["refused"], ids=lambda case: case["given"])
def test_a_misleading_word_is_found(case: dict[str, Any]) -> None:
    listed = [each for each in refusals() if (each.labels if case["in"] == "labels" else each.records)]
    found = [hit for each in listed if (hit := each.found(case["given"]))]
    assert found == ([case["found"]] if "found" in case else [])
