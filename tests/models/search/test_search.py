"""Finding what officials ask for, in the words that they use."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from models.labels import load_labels
from models.loading import load
from models.reading.documents import read
from models.register.register import Register
from models.search.entries import IN_COMMON, Entry, Kind, Part
from models.search.finding import answer
from models.search.index import Index, index
from models.search.letters import folded
from models.search.query import terms
from models.search.stop_words import ASKING_EN, ASKING_KO, PLEDGE_KO
from models.search.words import bare, pairs, tokens, words
from tests.samples.registers import LATEST, ROOT

TODAY = dt.date(2026, 11, 21)
REGISTER: Register = load(ROOT / "commitments", LATEST).register
LABELS = load_labels()
REAL = index(REGISTER, TODAY, LABELS)
QUESTIONS: dict[str, list[dict[str, Any]]] = read(Path(__file__).with_name("questions.yaml"), "tests/models/search/questions.yaml").data
AMONG = 10


def ids(asked: str, kind: Kind = Kind.COMMITMENT, most: int = 100) -> list[str]:
    return [hit.entry.id for hit in REAL.search(asked).of(kind)[:most]]


# recall ------------------------------------------------------------------------------------------------------------


def first(asked: str) -> set[str]:
    """The first ten of commitments, of paragraphs and of pledges: what a reader sees at once of each."""
    return {id_ for kind in (Kind.COMMITMENT, Kind.PARAGRAPH, Kind.PLEDGE) for id_ in ids(asked, kind, AMONG)}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_officials_ask_is_found_among_the_first_ten(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    missed = {
        each["ask"]: missing for each in QUESTIONS[lang] if (missing := [id_ for id_ in each["find"] if id_ not in first(each["ask"])])
    }
    shares = [1 - len(missed.get(each["ask"], [])) / len(each["find"]) for each in QUESTIONS[lang]]
    recall = sum(shares) / len(shares)
    with capsys.disabled():
        print(f"\nrecall of {len(shares)} questions in {lang}: {recall:.3f}; not among the first {AMONG}: {missed}")
    assert len(shares) >= 30
    assert recall >= 0.9


def test_every_question_names_records_that_exist() -> None:
    known = {*REGISTER.commitment_by_id, *REGISTER.provision_by_id, *REGISTER.pledge_by_id}
    asked = [each["ask"] for questions in QUESTIONS.values() for each in questions]
    assert len(asked) == len(set(asked))
    assert {id_ for questions in QUESTIONS.values() for each in questions for id_ in each["find"]} <= known


# spelling of the same thing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "asked",
    [
        "“10, 100, 1000”",
        "‘10, 100, 1000’",
        '"10, 100, 1000"',
        "10-100-1000",
        "10–100–1000",
        "10·100·1000",
        "10 100 1000",
        "10,100,1000",
        "10, 100, 1,000",
        "10/100/1000",
    ],
)
def test_quotation_marks_and_dashes_of_any_kind_find_the_same(asked: str) -> None:
    assert set(ids(asked)) == {"2024-p5a", "2024-c2a"}
    assert set(ids(asked, Kind.PLEDGE)) == set(ids("10-100-1000", Kind.PLEDGE))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("city", "cities"),
        ("ombudspersons", "Ombudsperson"),
        ("migrant", "MIGRANTS"),
        ("인권교육", "인권 교육"),
        ("인권교육", "인권교육을"),
        ("인권교육", "인권교육에서는"),
        ("시민공간", "시민 공간"),
        ("기후위기", "기후 위기의"),
        ("유니버설디자인", "유니버설 디자인"),
        ("네트워크", "네트워크의"),
        ("café", "cafe"),
    ],
)
def test_spellings_of_the_same_word_find_the_same(one: str, other: str) -> None:
    assert set(ids(one)) == set(ids(other))


def test_words_that_are_no_name_together_are_looked_for_one_by_one() -> None:
    assert set(ids("노인빈곤")) < set(ids("노인 빈곤"))
    assert len(terms("노인 빈곤")) == 2


def test_a_word_of_two_syllables_is_found_inside_longer_ones() -> None:
    inside = {id_ for id_, commitment in REGISTER.commitment_by_id.items() if "교육" in commitment.summary.ko}
    assert inside
    assert inside <= set(ids("교육"))
    assert set(ids("인권교육")) <= set(ids("교육"))


def test_hangul_typed_as_single_letters_is_read() -> None:
    assert ids(unicodedata.normalize("NFD", "인권교육")) == ids("인권교육")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("educaton", "education"),
        ("migrnats", "migrants"),
        ("ombudpserson", "ombudsperson"),
        ("discriminaton", "discrimination"),
        ("인권교욱", "인권교육"),
        ("옴부즈멘", "옴부즈맨"),
    ],
)
def test_a_typo_is_corrected_and_said(typed: str, meant: str) -> None:
    found = REAL.search(typed)
    assert [each for each, _ in found.corrected] == [typed]
    assert found.of(Kind.COMMITMENT)
    assert {hit.entry.id for hit in found.of(Kind.COMMITMENT)} & set(ids(meant))


def test_a_word_like_none_on_record_is_said_and_left_out() -> None:
    found = REAL.search("education zzzyx")
    assert found.unknown == ("zzzyx",)
    assert [hit.entry.id for hit in found.of(Kind.COMMITMENT)] == ids("education")
    nothing = REAL.search("zzzyx qqqqq")
    assert not any(nothing.hits.values())
    assert nothing.asked


def test_a_short_word_does_not_become_another_one() -> None:
    assert REAL.search("fight poverty").corrected == ()


def test_words_in_quotation_marks_stand_together_and_are_not_corrected() -> None:
    phrase = ids("“right to the city”")
    assert phrase
    for id_ in phrase:
        entry = next(each for each in REAL.entries if each.id == id_ and each.kind is Kind.COMMITMENT)
        assert any("right to the city" in text.casefold() for text in entry.texts.values()), id_
    assert REAL.search("“rihgt to the city”").corrected == ()


def test_the_beginning_of_a_word_finds_the_word() -> None:
    assert set(ids("ombuds")) & {"2024-c3a"}


@pytest.mark.parametrize("asked", ["2024-c3a", "2023-c2b", "2011-closea", "2024 c2a"])
def test_an_id_finds_its_commitment_first(asked: str) -> None:
    assert ids(asked)[0] == asked.replace(" ", "-")


# ranking and meaning -----------------------------------------------------------------------------------------------


def test_question_words_tell_nothing() -> None:
    assert ids("what did we promise about older people?") == ids("older people")
    assert [term.text for term in terms("노인에 대해 무엇을 약속했나요?")] == ["노인"]
    assert not {word for word in ASKING_EN | ASKING_KO if word != word.casefold()}


def test_only_question_words_are_taken_as_words() -> None:
    assert terms("promises")
    assert terms("") == ()
    assert terms("?!“”—") == ()


def test_records_with_every_word_come_first() -> None:
    for asked in ("poverty and inequality strategies", "human rights education for officials", "빈곤 불평등 전략"):
        found = REAL.search(asked)
        complete = [not found.missing(hit) for hit in found.of(Kind.COMMITMENT)]
        assert complete == sorted(complete, reverse=True)


def test_the_word_as_it_was_typed_outranks_another_spelling_however_often_that_stands() -> None:
    once = Entry(Kind.NOTE, "once", {Part.MORE_EN: f"{'A long sentence of other words. ' * 9} An ombudsperson."}, ())
    often = Entry(Kind.NOTE, "often", {Part.EN: "ombudsman, ombudsman", Part.NAMES: "ombudsman"}, ())
    plain = Entry(Kind.NOTE, "plain", {Part.EN: "Tromso Tromso", Part.NAMES: "Tromso"}, ())
    stroked = Entry(Kind.NOTE, "stroked", {Part.MORE_EN: f"{'A long sentence of other words. ' * 9} Tromsø."}, ())
    known = Index([often, once, plain, stroked, *(Entry(Kind.NOTE, str(n), {Part.EN: "nothing"}, ()) for n in range(9))])
    for asked, order in (("ombudsperson", ["once", "often"]), ("Tromsø", ["stroked", "plain"]), ("tromso", ["plain", "stroked"])):
        assert [hit.entry.id for hit in known.search(asked).of(Kind.NOTE)] == order, asked


def test_a_theme_or_group_is_found_by_its_name_in_both_languages() -> None:
    for group in ("older-persons", "migrants"):
        tagged = {id_ for id_, commitment in REGISTER.commitment_by_id.items() if group in commitment.groups}
        name = REGISTER.group_by_id[group].name
        for asked in (name.en, name.ko):
            assert tagged <= set(ids(f"“{asked}”")), asked


def test_everyday_words_belong_to_the_vocabulary() -> None:
    known = {*REGISTER.theme_by_id, *REGISTER.group_by_id, *REGISTER.body_by_id}
    named = {key.removeprefix("search_words.") for key in LABELS if key.startswith("search_words.")}
    assert named <= known


def test_what_merely_shares_a_theme_or_a_usual_word_stands_after_what_says_so_itself() -> None:
    for asked in ("housing", "elderly", "health", "어르신", "평화"):
        found = REAL.search(asked)
        for kind in Kind:
            hits = found.of(kind)
            said = found.said(hits)
            spans = [set(REAL.marks(found, hit)) - set(IN_COMMON) for hit in hits]
            assert all(spans[:said]), (asked, kind)
            assert not any(spans[said : found.complete(hits)]), (asked, kind)
    assert REAL.search("housing").said(REAL.search("housing").of(Kind.COMMITMENT)) == 0


def counted(asked: str) -> dict[Kind, tuple[int, int]]:
    found = REAL.search(asked)
    return {kind: (found.said(found.of(kind)), found.complete(found.of(kind))) for kind in Kind}


BASES = (
    "right to the city", "human rights", "education", "rights of women", "poverty and inequality", "시민 참여", "도시에 대한 권리"
)  # fmt: skip


@pytest.mark.parametrize("base", BASES)
def test_one_more_word_never_finds_more(base: str) -> None:
    few = counted(base)
    for word in ("dropped", "human", "city", "the", "of", "local", "rights", "to", "networks", "인권", "정부", "약속", "무엇을"):
        for asked in (f"{base} {word}", f"{word} {base}"):
            more = counted(asked)
            assert all(more[kind][n] <= few[kind][n] for kind in Kind for n in (0, 1)), (asked, few, more)


def test_words_before_a_question_is_whole_only_narrow_it() -> None:
    for asked in [each["ask"] for questions in QUESTIONS.values() for each in questions]:
        parts, last = asked.split(), None
        for length in range(1, len(parts) + 1):
            typed = " ".join(parts[:length])
            if all(term.text in ASKING_EN | ASKING_KO or term.typed in ASKING_KO for term in terms(typed.casefold())):
                continue  # it asks for nothing yet; then the words of the question are looked for
            now = counted(typed)
            assert last is None or all(now[kind][0] <= last[kind][0] for kind in Kind), typed
            last = now if any(n for n, _ in now.values()) else last


def test_a_phrase_of_usual_words_is_found_with_a_word_that_no_record_has() -> None:
    assert ids("right to the city dropped") == ids("right to the city")
    assert len(ids("right to the city")) < len(ids("city right"))


@pytest.mark.parametrize("asked", ["공약", "공약사항", "공약은 무엇인가요?", "어떤 공약"])
def test_the_usual_korean_word_for_a_pledge_finds_the_pledges(asked: str) -> None:
    found = REAL.search(asked)
    assert found.named is Kind.PLEDGE
    assert {hit.entry.id for hit in found.of(Kind.PLEDGE)} == set(REGISTER.pledge_by_id)
    assert not found.unknown
    assert REAL.search(f"인권교육 {asked}").named is None
    assert REAL.search("“공약”").named is None


def test_that_word_is_in_no_record() -> None:
    """If one day it is, it has to be looked for again."""
    assert not any(word in text for entry in REAL.entries for text in entry.texts.values() for word in PLEDGE_KO)


# what answers before the list --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "pledges"),
    [
        ("campaign", ["10-100-1000-campaign"]),
        ("campaign progress", ["10-100-1000-campaign"]),
        ("캠페인 진행 상황", ["10-100-1000-campaign"]),
        ("right to the city", ["right-to-the-city"]),
        ("What did we promise about older people?", []),
        ("human rights", []),
        ("", []),
    ],
)
def test_the_pledge_that_answers_is_known(asked: str, pledges: list[str]) -> None:
    assert [hit.entry.id for hit in answer(REAL, asked).pledges(REAL)] == pledges


def test_a_paragraph_that_has_the_word_and_no_commitment_is_known() -> None:
    found = answer(REAL, "housing").elsewhere()
    assert found
    for hit in found:
        provision = REGISTER.provision_by_id[hit.entry.id]
        assert "housing" in provision.text.casefold()
        assert not any("housing" in each.quote.casefold() for each in provision.commitments)
    assert not answer(REAL, "").elsewhere()


# marks -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "id_", "part", "marked"),
    [
        ("programmes of education", "2011-c3a", Part.WORDS, {"education", "programs", "Education", "Program"}),
        ("10-100-1000", "2024-c2a", Part.WORDS, {"10, 100, 1000"}),
        ("인권교육을", "2011-c3a", Part.KO, {"인권교육"}),
        ("1000 cities", "2024-c2a", Part.WORDS, {"1000", "1,000 cities", "cities"}),
    ],
)
def test_what_was_found_is_marked_in_its_place(asked: str, id_: str, part: Part, marked: set[str]) -> None:
    found = REAL.search(asked)
    hit = next(hit for hit in found.of(Kind.COMMITMENT) if hit.entry.id == id_)
    spans = REAL.marks(found, hit)[part]
    text = hit.entry.texts[part]
    assert spans == sorted(spans)
    assert {text[start:end] for start, end in spans} <= marked


def test_every_commitment_that_is_found_says_where() -> None:
    for asked in ("education", "old people", "빈곤", "10-100-1000", "UNESCO"):
        found = REAL.search(asked)
        assert all(REAL.marks(found, hit) for hit in found.of(Kind.COMMITMENT)), asked


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Café 1,000 “x”",
        "인권교육을 위한 5·18",
        "İstanbul ẞ ﬁ Ⅲ",
        "a\nb",
        "women’s and men's",
        "👩‍🎓 학교",
        "10,100,1000 1,000,000",
        "oﬃce w\u00adell Łódź 5ㆍ18 인\u200b권",
        "인권 café",
    ],
)
def test_words_know_their_places(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.word
        assert " " not in token.word
        assert folded(text[token.start : token.end]).text.replace(",", "") == token.word
    assert [token.start for token in tokens(text)] == sorted(token.start for token in tokens(text))


def test_thousands_are_one_number_and_lists_are_several() -> None:
    assert [word.text for word in words("1,000; 1,000,000; 10,100,1000")] == ["1000", "1000000", "10", "100", "1000"]


def test_particles_come_off_and_two_syllables_stay() -> None:
    assert [bare(word) for word in ("인권교육을", "시민단체와의", "회의", "도시들은", "결과", "여성")] == [
        "인권교육",
        "시민단체",
        "회의",
        "도시",
        "결과",
        "여성",
    ]
    assert pairs("인권교육") == ("인권", "권교", "교육")
