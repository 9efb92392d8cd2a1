"""The page Find as a reader sees it: what fits is counted, said, marked, and kept in the address."""

from __future__ import annotations

import datetime as dt
import html
import re
import shutil
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from models.labels import Say, load_labels
from models.loading import load
from models.search.entries import Kind
from models.search.facets import Facet
from models.search.index import index
from tests.pages import opening
from tests.pages.opening import markup, title
from tests.samples.registers import LATEST, ROOT, seal_anew
from widgets.parts.view import look_again

REGISTER = load(ROOT / "commitments", LATEST).register
INDEX = index(REGISTER, dt.date(2026, 11, 21), load_labels())
ALL = len(REGISTER.commitment_by_id)
opened = partial(opening.opened, "find")
BOTH = pytest.mark.parametrize("lang", ["en", "ko"])


def hits(at: AppTest) -> list[str]:
    """The commitments that are drawn."""
    return re.findall(r"/commitment\?[^'\"]*?\bid=([\w-]+)", html.unescape(markup(at)))


def links(at: AppTest) -> list[str]:
    ways = re.findall(r"<ul class='ways'>(.*?)</ul>", markup(at), re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", link)) for way in ways for link in re.findall(r"<li>(.*?)</li>", way)]


@BOTH
def test_without_a_question_everything_is_counted_by_ledger(lang: str) -> None:
    said = title(opened(lang))
    counted = Counter(commitment.ledger for commitment in REGISTER.commitment_by_id.values())
    assert str(ALL) in said
    for n in counted.values():
        assert re.search(rf"\b{n}(?!\d)", said)


@BOTH
@pytest.mark.parametrize("asked", ["education", "인권교육을", "10-100-1000"])
def test_what_fits_is_counted_and_marked(asked: str, lang: str) -> None:
    at = opened(lang, q=asked)
    found = hits(at)
    assert found
    assert len(found) == len(set(found))
    assert re.search(rf"\b{len(found)}(?!\d)", title(at))
    assert "<mark class='hit-word'>" in markup(at)


@BOTH
@pytest.mark.parametrize("asked", ["what did we promise about older people?", "노인 인권교육", "education older"])
def test_what_has_only_some_of_the_words_is_never_counted_as_fitting(asked: str, lang: str) -> None:
    at, found = opened(lang, q=asked), INDEX.search(asked)
    ledgers = {"promises": 0, "hopes": 0, "asks": 0}
    some = 0
    hits = found.of(Kind.COMMITMENT)
    for place, hit in enumerate(hits):
        some += bool(found.missing(hit))
        if place < found.said(hits):
            ledgers[str(REGISTER.commitment_by_id[hit.entry.id].ledger)] += 1
    assert some
    said, labels = title(at), load_labels()
    heading = labels["find.only_some"][lang].format(n=some)
    assert heading in html.unescape(markup(at))
    if complete := sum(ledgers.values()):
        for ledger, n in ledgers.items():
            words = labels[f"find.n_{ledger}_{'one' if n == 1 else 'other'}"][lang].format(n=n)
            assert (words in said) == bool(n), (words, said)
        assert said.startswith(f"{complete} of " if lang == "en" else f"항목 {ALL}건 중 {complete}건 해당")
    else:
        assert said == labels["find.title_apart"][lang].format(all=ALL)


@BOTH
def test_what_only_shares_a_theme_or_a_usual_word_has_a_heading_of_its_own(lang: str) -> None:
    at, found, labels = opened(lang, q="elderly"), INDEX.search("elderly"), load_labels()
    hits = found.of(Kind.COMMITMENT)
    said, common = found.said(hits), found.complete(hits) - found.said(hits)
    assert said
    assert common
    assert title(at).startswith(f"{said} of {ALL}" if lang == "en" else f"항목 {ALL}건 중 {said}건 해당")
    page = html.unescape(markup(at))
    heading = labels["find.in_common"][lang].format(n=common)
    assert page.index(f"id={hits[said - 1].entry.id}") < page.index(heading) < page.index(f"id={hits[said].entry.id}")


@BOTH
@pytest.mark.parametrize("asked", ["campaign progress", "캠페인 추진 현황", "캠페인"])
def test_the_pledge_that_answers_stands_first_with_its_years(asked: str, lang: str) -> None:
    page = html.unescape(markup(opened(lang, q=asked)))
    name = REGISTER.pledge_by_id["10-100-1000-campaign"].title[lang]
    line = f"Pledge: {name}, 2023 and 2024" if lang == "en" else f"의제: {name}(2023, 2024)"
    assert page.index(line) < page.index("<article class='hit'>")
    assert "/pledge?" in page[page.index("class='answers'") : page.index(line)]


@BOTH
def test_a_paragraph_that_has_the_word_and_no_commitment_is_pointed_to(lang: str) -> None:
    page = html.unescape(markup(opened(lang, q="housing")))
    lines = page[page.index("class='answers'") : page.index("<article class='hit'>")]
    for place in ("2023-p4", "2023-p5", "2023-p9"):
        assert f"at={place}" in lines
    assert ("in which no commitment has them" if lang == "en" else "같은 말이 든 항목은 없는") in lines


@BOTH
@pytest.mark.parametrize(
    ("asked", "chosen"), [("overdue", ["overdue"]), ("기한 경과", ["overdue"]), ("before 2030", ["2018", "2024", "2025"])]
)
def test_a_due_date_that_is_typed_is_chosen_in_the_filter(asked: str, chosen: list[str], lang: str) -> None:
    at = opened(lang, q=asked)
    assert set(hits(at)) == set(hits(opened(lang, due=chosen)))
    assert title(at) == title(opened(lang, due=chosen))
    filter_ = next(each for each in at.multiselect if str(each.key).startswith("find:due:"))
    assert sorted(filter_.value) == chosen
    filter_.set_value([]).run()
    assert "q" not in at.query_params
    assert "due" not in at.query_params
    assert len(hits(at)) == 20


@BOTH
@pytest.mark.parametrize("asked", ["2030", "2030년"])
def test_a_bare_year_is_looked_for_and_offers_the_filter(asked: str, lang: str) -> None:
    at = opened(lang, q=asked)
    assert len(hits(at)) > 1
    way = re.search(r"href='([^']*due=2030[^']*)'", html.unescape(markup(at)))
    assert way
    assert "q=" not in way[1]
    assert hits(opened(lang, due="2030")) == ["2024-c2a"]


@BOTH
def test_the_usual_korean_word_for_a_pledge_shows_the_pledges(lang: str) -> None:
    at = opened(lang, q="공약")
    page = html.unescape(markup(at))
    assert load_labels()["find.named_pledge"][lang].format(word="공약") in opening.words(at)
    assert REGISTER.pledges[0].title[lang] in page
    assert title(at) == title(opened(lang))
    assert hits(opened(lang, q="공약", kind="commitment"))


@BOTH
def test_the_list_to_take_along_says_what_the_page_says(lang: str) -> None:
    view_of = opened(lang, q="education older")
    found = INDEX.search("education older")
    every = found.of(Kind.COMMITMENT)
    said = found.said(every)
    assert said < len(every)
    key = f"find.take_also_{'one' if said == 1 and lang == 'en' else 'other'}"
    date = Say(load_labels(), lang).date(LATEST)
    assert load_labels()[key][lang].format(n=said, all=len(every), date=date)[:12] in opening.words(view_of)


def test_the_adopted_words_are_quoted_whole() -> None:
    page = html.unescape(re.sub(r"<[^>]+>", "", markup(opened(q="education"))))
    for id_ in hits(opened(q="education")):
        assert REGISTER.commitment_by_id[id_].quote in page


@BOTH
def test_in_korean_our_summary_stands_above_the_english_words(lang: str) -> None:
    page = html.unescape(re.sub(r"<[^>]+>", "", markup(opened(lang, q="2024-c3a"))))
    assert REGISTER.commitment_by_id["2024-c3a"].summary[lang] in page
    assert REGISTER.commitment_by_id["2024-c3a"].quote in page


@BOTH
def test_a_search_without_a_word_says_that_it_leaves_nothing_out(lang: str) -> None:
    said = load_labels()["find.no_words"][lang]
    assert said in opening.words(opened(lang, q="?! 😀"))
    assert said not in opening.words(opened(lang, q="education"))


def test_a_typo_is_said() -> None:
    for lang in ("en", "ko"):
        said = load_labels()["find.corrected"][lang].format(typed="educaton", meant="education")
        assert said in html.unescape(markup(opened(lang, q="educaton")))


def test_filters_combine_with_each_other_and_with_the_question() -> None:
    at = opened(q="human rights", ledger="promises", declaration=["2023", "2024"])
    for id_ in hits(at):
        commitment = REGISTER.commitment_by_id[id_]
        assert commitment.ledger == "promises"
        assert commitment.declaration in ("2023", "2024")
    assert hits(at)


@pytest.mark.parametrize("facet", list(Facet))
def test_every_filter_counts_what_it_leaves(facet: Facet) -> None:
    at = opened()
    widget = next(each for each in [*at.multiselect, *at.get("button_group")] if str(each.key).startswith(f"find:{facet}"))
    shown = re.findall(r"\((\d+)\)$", "\n".join(str(option).replace("\\", "") for option in _options(widget)), re.MULTILINE)
    counts = [int(n) for n in shown]
    assert len(counts) == len(_options(widget))
    single = facet in (Facet.DECLARATION, Facet.LEDGER, Facet.FORCE, Facet.PRECISION, Facet.STANDING)
    assert sum(counts) == ALL if single else sum(counts) >= ALL


def _options(widget: Any) -> list[str]:
    return [option.content if hasattr(option, "content") else option for option in widget.proto.options]


@BOTH
def test_a_choice_goes_into_the_address_in_no_language(lang: str) -> None:
    at = opened(lang, page="3")
    next(each for each in at.multiselect if str(each.key).startswith("find:theme:")).select("climate").run()
    assert at.query_params["theme"] in ("climate", ["climate"])
    assert "page" not in at.query_params
    assert set(hits(at)) == {id_ for id_, commitment in REGISTER.commitment_by_id.items() if "climate" in commitment.themes}


def test_a_question_that_is_typed_goes_into_the_address() -> None:
    at = opened()
    at.text_input(key="find:q").set_value("  ombudsperson ").run()
    assert at.query_params["q"] in ("ombudsperson", ["ombudsperson"])
    assert "2024-c3a" in hits(at)
    at.text_input(key="find:q").set_value("").run()
    assert "q" not in at.query_params


@BOTH
def test_long_lists_have_pages(lang: str) -> None:
    seen: list[str] = []
    for page in range(1, -(-ALL // 20) + 1):
        drawn = hits(opened(lang, page=str(page)))
        assert len(drawn) <= 20
        seen += drawn
    assert sorted(seen) == sorted(REGISTER.commitment_by_id)


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999", "999999999", "²"])
def test_a_page_that_is_not_there_is_one_that_is(page: str) -> None:
    assert hits(opened(page=page))


@BOTH
def test_when_nothing_fits_the_filter_to_drop_is_named_first(lang: str) -> None:
    at = opened(lang, q="education", ledger="hopes", theme="climate")
    assert not hits(at)
    theme = REGISTER.theme_by_id["climate"].name[lang]
    offered = [
        label
        for label in links(at)
        if re.search(r"\d", label) and (theme in label or "Ledger" in label or "유형" in label or "education" in label)
    ]
    assert theme in offered[0]
    numbers = [int(re.findall(r"\d+", label)[-1]) for label in offered]
    assert numbers == sorted(numbers, reverse=True)
    assert str(len(hits(opened(lang, q="education", ledger="hopes")))) in offered[0]


@BOTH
@pytest.mark.parametrize("kind", ["paragraph", "pledge", "note", "evidence"])
def test_the_other_kinds_have_lists_of_their_own(kind: str, lang: str) -> None:
    page = markup(opened(lang, q={"en": "education", "ko": "교육"}[lang], kind=kind))
    assert page.count("<article class='hit'>") >= 1
    assert "<mark class='hit-word'>" in page


@BOTH
def test_what_the_address_asks_wrongly_is_said(lang: str) -> None:
    page = html.unescape(markup(opened(lang, theme="no-such-theme", kind="nonsense")))
    assert "theme=no-such-theme" in page
    assert "kind=nonsense" in page


def test_the_day_that_is_looked_at_counts() -> None:
    at = opened(on="2018-01-01")
    then = [id_ for id_ in REGISTER.commitment_by_id if id_ < "2018"]
    assert re.search(rf"\b{len(then)}\b", title(at))
    assert set(hits(at)) <= set(then)


def test_words_that_are_typed_and_words_of_records_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evil = "<img src=x onerror=alert(1)>"
    for asked in (evil, f"education {evil}", "**bold** [x](http://example.org)"):
        page = markup(opened(q=asked))
        assert "<img" not in page
    folder = tmp_path / "commitments"
    shutil.copytree(ROOT / "commitments", folder)
    path = folder / "declarations" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"ombudsperson\s+offices", f"{evil} ombudsperson offices", text), encoding="utf-8")
    seal_anew(folder, "2024")
    monkeypatch.setenv("REGISTER_RECORDS", str(folder))
    page = markup(opened(q="ombudsperson onerror"))
    assert "<img" not in page
    assert "&lt;" in page


def test_the_search_follows_the_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "commitments"
    shutil.copytree(ROOT / "commitments", folder)
    monkeypatch.setenv("REGISTER_RECORDS", str(folder))
    assert "2024-c4a" not in hits(opened(q="marmalade"))
    path = folder / "declarations" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"city\s+of\s+democracy", "city of marmalade", text), encoding="utf-8")
    seal_anew(folder, "2024")
    look_again()
    assert hits(opened(q="marmalade")) == ["2024-c4a"]
