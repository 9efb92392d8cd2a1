"""The page of one commitment: everything that is known of it, at an address that stays."""

from __future__ import annotations

import datetime as dt
import html
import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models.labels import load_labels
from models.loading import load
from tests.pages import opening
from tests.pages.opening import markup
from tests.samples.registers import LATEST, ROOT, seal_anew

REGISTER = load(ROOT / "commitments", LATEST).register
IDS = list(REGISTER.commitment_by_id)
opened = partial(opening.opened, "commitment")
BOTH = pytest.mark.parametrize("lang", ["en", "ko"])
SOME = ["2011-c2a", "2011-p16a", "2017-closeb", "2020-c3a", "2023-c1a", "2024-c2a", "2024-c3a"]


def words(at: AppTest) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<br>", "\n", markup(at)))).replace("\u00a0", " ")


@BOTH
@pytest.mark.parametrize("id_", SOME)
def test_the_whole_paragraph_is_there_with_the_commitment_marked(id_: str, lang: str) -> None:
    commitment = REGISTER.commitment_by_id[id_]
    at = opened(lang, id=id_)
    assert REGISTER.provision_by_id[commitment.provision].text in words(at)
    marked = re.search(r"<mark class='said said-\w+'>(.*?)</mark>", markup(at), re.DOTALL)
    assert marked
    assert html.unescape(re.sub(r"<[^>]+>", "", marked[1].replace("<br>", "\n"))) == commitment.quote
    assert f"<b>{html.escape(commitment.verb)}</b>" in marked[1]


@BOTH
@pytest.mark.parametrize("id_", SOME)
def test_everything_that_was_coded_is_said(id_: str, lang: str) -> None:
    commitment, page = REGISTER.commitment_by_id[id_], words(opened(lang, id=id_))
    assert commitment.summary[lang] in page
    for text in (commitment.test, commitment.doubt):
        assert text is None or text[lang] in page
    for item in commitment.items:
        assert item.quote in page
    for theme in commitment.themes:
        assert REGISTER.theme_by_id[theme].name[lang] in page
    for pledge, mention in REGISTER.pledges_at(id_):
        assert pledge.title[lang] in page
        assert mention.because is None or mention.because[lang] in page
    for note in REGISTER.notes_of(id_):
        assert note.reason[lang] in page


@BOTH
@pytest.mark.parametrize("id_", SOME)
def test_the_citation_can_be_copied_in_both_languages(id_: str, lang: str) -> None:
    codes = [code.value for code in opened(lang, id=id_, on="2026-11-20").code]
    assert len(codes) == 2
    assert all(f"/commitment?id={id_}&on=2026-11-20" in code for code in codes)
    assert "20 Nov 2026" in codes[0]
    assert "2026. 11. 20." in codes[1]
    quote = " ".join(REGISTER.commitment_by_id[id_].quote.split()).rstrip(" ;,")
    assert all(quote in code for code in codes)


def test_own_records_stand_beside_the_judgement_of_the_whole() -> None:
    note = next(note for note in REGISTER.notes if note.actor)
    page = words(opened(id=note.commitment))
    labels = load_labels()
    own = page.index(labels["commitment.own"].en)
    assert labels["commitment.own_note"].en in page
    assert page.index(labels["commitment.earlier_judgements"].en) < own


def test_a_standing_belongs_to_its_day() -> None:
    notes = [note for note in REGISTER.notes_of("2011-p16a") if note.actor is None]
    page = words(opened(id="2011-p16a", on="2014-01-01"))
    for note in notes:
        assert (note.reason.en in page) == (note.as_of <= dt.date(2014, 1, 1))


@BOTH
def test_a_promise_in_name_only_says_so(lang: str) -> None:
    named = next(commitment for commitment in REGISTER.commitment_by_id.values() if commitment.in_name_only)
    assert load_labels()["terms.precision_none"][lang].removeprefix("a ") in words(opened(lang, id=named.id))


@BOTH
@pytest.mark.parametrize("id_", ["2024-c9z", "nonsense", "", "2024-c2", "<b>x</b>"])
def test_an_unknown_commitment_is_said_and_others_are_offered(id_: str, lang: str) -> None:
    at = opened(lang, id=id_)
    assert id_ in words(at) or "<b>" in id_
    assert "<b>x</b>" not in markup(at)
    assert len(re.findall(r"href='\./(?:find|commitment)\?", markup(at))) > 3


def test_a_commitment_that_came_later_is_said() -> None:
    page = words(opened(id="2024-c2a", on="2023-12-01"))
    assert REGISTER.commitment_by_id["2024-c2a"].quote not in page
    assert "11 Oct 2024" in page


def test_the_neighbours_are_those_of_the_text() -> None:
    for here, (before, after) in {"2024-c2a": ("commitment 1 (a)", "commitment 3 (a)")}.items():
        labels = re.findall(r"<nav class='turn'.*?</nav>", markup(opened(id=here)), re.DOTALL)
        assert any(before in label for label in labels)
        assert any(after in label for label in labels)


def test_words_of_records_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "commitments"
    shutil.copytree(ROOT / "commitments", folder)
    path = folder / "declarations" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("the “10, 100, 1000 Campaign”, aiming", "the <img src=x onerror=alert(1)> Campaign, aiming"), encoding="utf-8"
    )
    seal_anew(folder, "2024")
    monkeypatch.setenv("REGISTER_RECORDS", str(folder))
    page = markup(opened(id="2024-c2a"))
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


@pytest.mark.parametrize("id_", IDS)
def test_every_commitment_has_its_page(id_: str) -> None:
    assert REGISTER.commitment_by_id[id_].summary.ko in words(opened("ko", id=id_))


# what later readings changed ----------------------------------------------------------------------------------------


def folded(at: AppTest) -> str:
    """What is folded beneath the judgements: the notes that no longer count."""
    body = markup(at)
    title = re.search(r"<details class='evidence'><summary>[^<]*(?:no longer count|더 이상 집계하지 않는)[^<]*</summary>", body)
    assert title
    return opening.words(body[title.start() :])


@BOTH
def test_a_corrected_note_is_folded_under_those_that_no_longer_count(lang: str) -> None:
    at, labels = opened(lang, id="2011-p12c"), load_labels()
    wrong, right = (next(note for note in REGISTER.notes if note.id == f"2011-p12c/{name}") for name in ("2025-06-30", "2025-06-30-2"))
    whole, aside = opening.words(at), folded(at)
    assert wrong.reason[lang] in aside
    assert whole.count(wrong.reason[lang]) == 1
    assert right.reason[lang] not in aside
    assert right.reason[lang] in whole
    day = "28 Nov 2026" if lang == "en" else "2026. 11. 28."
    assert labels["notes.corrected"][lang].replace("{date}", day) in aside
    said = "30 Jun 2025" if lang == "en" else "2025. 6. 30."
    assert labels["notes.corrects"][lang].replace("{date}", said) in whole.partition(right.reason[lang])[2]


@BOTH
def test_a_reviewed_source_says_what_it_was_and_why_it_is_not(lang: str) -> None:
    text = opening.words(opened(lang, id="2011-p12c"))
    if lang == "en":
        assert "self-reported (prints a release) · high confidence" in text
        assert "Recorded as: independent source. Reviewed on 28 Nov 2026: " in text
    else:
        assert "자체 발표 (보도자료 게재) · 신뢰도 높음" in text
        assert "최초 기록: 독립 자료. 2026. 11. 28. 재검토: " in text
    source = REGISTER.evidence_by_id["wednesday-lectures-pedien"]
    found = REGISTER.review_of(source)
    assert found
    assert found[1].because
    assert found[1].because[lang] in text


@BOTH
def test_a_test_says_from_when_and_over_whom_it_counts(lang: str) -> None:
    text, asked = opening.words(opened(lang, id="2024-c3a")), REGISTER.commitment_by_id["2024-c3a"].test
    assert asked
    assert asked.counted
    assert ("Acts count from 11 Oct 2024 on." if lang == "en" else "2024. 10. 11. 이후의 이행만 인정합니다.") in text
    assert asked.counted[lang].rstrip(".") in text
    unlisted = "all of them did it cannot be shown" if lang == "en" else "‘모두 이행’은 확인할 수 없습니다"
    assert unlisted not in text
    other = next(each for each in REGISTER.commitment_by_id.values() if each.test and each.test.first_day == "any" and not each.test.listed)
    text = opening.words(opened(lang, id=other.id))
    assert ("Acts count whenever they were done." if lang == "en" else "이행 시점과 관계없이 인정합니다.") in text
    assert unlisted in text


@BOTH
def test_an_old_note_shows_the_old_test_and_a_new_one_does_not(lang: str) -> None:
    (earlier,) = REGISTER.commitment_by_id["2024-c3a"].earlier_tests
    body = markup(opened(lang, id="2024-c3a"))
    said = load_labels()["notes.by_earlier_test"][lang].replace("{test}", earlier[lang])
    for note in (*REGISTER.notes_of("2024-c3a"), *REGISTER.set_aside("2024-c3a")):
        story = next(each for each in re.split(r"<p class='note-head'>", body) if note.reason[lang] in opening.words(each))
        assert (said in opening.words(story)) is (note.written < earlier.until), note.id
        assert (said[:12] in opening.words(story)) is (note.written < earlier.until), "what was judged by the present test needs no word"
    assert earlier.because[lang] in opening.words(body)


@BOTH
def test_a_commitment_that_was_coded_anew_says_so_and_folds_its_notes(lang: str) -> None:
    at = opened(lang, id="2023-p6a")
    text, (recoded,) = opening.words(at), REGISTER.commitment_by_id["2023-p6a"].recoded
    assert ("Coded before as Until 28 Nov 2026: hopes, direction" if lang == "en" else "이전 분류 2026. 11. 28. 전: ") in text
    assert recoded.because[lang] in text
    assert ("Not assessable: the words name only" if lang == "en" else "평가 불가: ") in text
    notes = REGISTER.set_aside("2023-p6a")
    assert len(notes) == 2
    assert REGISTER.notes_of("2023-p6a") == ()
    for note in notes:
        assert note.reason[lang] in folded(at)
    before = "Written while these words were coded as something that can be judged." if lang == "en" else "평가 가능한 것으로 분류하였을 때"
    assert folded(at).count(before) == 2


def test_before_the_day_of_a_corrected_note_nothing_is_folded() -> None:
    assert "no longer count" not in opening.words(opened(id="2011-p12c", on="2025-06-29"))
    assert "no longer counts" in opening.words(opened(id="2011-p12c", on="2025-06-30"))


# sources ------------------------------------------------------------------------------------------------------------


@BOTH
def test_a_copy_of_a_third_party_is_said_before_its_link(lang: str) -> None:
    copied = next(each for each in REGISTER.evidence if each.url and "docslib.org" in each.url and _citing(each.id))
    page = markup(opened(lang, id=_citing(copied.id)))
    before = html.unescape(page[: page.index(html.escape(copied.url or ""))].rpartition("<li>")[2])
    assert ("Third party’s copy, docslib.org:" if lang == "en" else "제3자가 게시한 사본(docslib.org):") in before


def _citing(source: str) -> str:
    return next((note.commitment for note in REGISTER.notes if source in note.evidence), "")


@BOTH
@pytest.mark.parametrize("id_", ["2011-p10a", "2024-c2a"])
def test_folded_evidence_says_how_many_sources_there_are_and_of_what_grade(id_: str, lang: str) -> None:
    labels, folds = (
        load_labels(),
        re.findall(r"<summary>((?:Evidence|근거 자료)[^<]*)</summary>(.*?)</details>", markup(opened(lang, id=id_)), re.DOTALL),
    )
    assert folds
    for said, inside in folds:
        told = {grade: labels[f"terms.grade_{grade}"][lang] for grade in ("primary", "independent", "self-reported", "inferred")}
        counted = {word: int(found[1]) for word in told.values() if (found := re.search(rf"{word} (\d+)", said))}
        assert sum(counted.values()) == inside.count("<li>") == int(re.search(r"\d+", said)[0])  # type: ignore[index]
        for word, n in counted.items():
            assert inside.count(f"· {word}") == n
