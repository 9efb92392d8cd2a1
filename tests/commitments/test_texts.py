"""The real records: every file sound, every text whole and to the letter, nothing in it that the page or the PDF added."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from models.loading import load, record_files
from tests.samples.registers import LATEST, RECORDS

REAL = [path for _, path in record_files(RECORDS)[0]]


@pytest.fixture(scope="module")
def real() -> Any:
    return load(RECORDS, LATEST)


@pytest.mark.parametrize("path", REAL, ids=[str(path.relative_to(RECORDS)) for path in REAL])
def test_every_real_record_is_sound(real: Any, path: Path) -> None:
    shown = f"commitments/{path.relative_to(RECORDS).as_posix()}"
    assert [str(problem) for problem in real.problems if problem.path == shown] == []


def test_the_real_records_are_sound_together(real: Any) -> None:
    assert [str(problem) for problem in real.problems] == []
    assert (real.withheld, real.files) == (0, len(REAL))


COUNTS = {"2011": (16, 5), "2017": (21, 5), "2020": (17, 5), "2023": (12, 4), "2024": (12, 4)}


def test_the_five_declarations_are_whole(real: Any) -> None:
    register = real.register
    assert [declaration.id for declaration in register.declarations] == list(COUNTS)
    for declaration in register.declarations:
        places = [provision.local for provision in declaration.provisions]
        paragraphs, commitments = COUNTS[declaration.id]
        assert [place for place in places if place[0] == "p"] == [f"p{number}" for number in range(1, paragraphs + 1)]
        assert [place for place in places if place[0] == "c" and place != "close"] == [f"c{number}" for number in range(1, commitments + 1)]


def test_unnumbered_passages_are_recorded(real: Any) -> None:
    unnumbered = [provision.id for provision in real.register.provision_by_id.values() if provision.local in ("intro", "close")]
    assert unnumbered == ["2011-close", "2017-close", "2020-intro", "2023-intro"]
    assert "we resolve to recommend" in real.register.provision_by_id["2011-close"].text
    assert "We will reconvene" in real.register.provision_by_id["2017-close"].text
    urged = [commitment for commitment in real.register.provision_by_id["2011-p16"].commitments if commitment.force == "urges"]
    assert len(urged) >= 2, "the second appeal under 16, to the UN and the OECD"


def test_sixteen_forums_and_five_on_record(real: Any) -> None:
    assert [forum.number for forum in real.register.forums] == list(range(1, 17))
    assert [forum.number for forum in real.register.forums_on_record] == [1, 7, 10, 13, 14]


FIRST_AND_LAST = {
    "2011": (
        "We, the more than 100 participants of the 2011 World Human Rights Cities Forum including",
        "global promotion of the ‘human rights city’ movement.",
    ),
    "2017": (
        "Reaffirm the vision of human rights city adopted at the first WHRCF in 2011",
        "promoting the vision of human rights city globally.",
    ),
    "2020": (
        "We, the participants of the 10th World Human Rights Cities Forum 2020, which commemorates",
        "share the history and memories among human rights cities.",
    ),
    "2023": (
        "The 13th World Human Rights Cities Forum (WHRCF) in 2023 coincides with the 75th anniversa",
        "report on our progress and challenges at the next WHRCF.",
    ),
    "2024": (
        "Recognize the various efforts that have contributed to the development",
        "commemorate the 45th anniversary of the May 18 Democratization Movement.",
    ),
}


@pytest.mark.parametrize("year", COUNTS)
def test_each_declaration_begins_and_ends_as_printed(real: Any, year: str) -> None:
    first, last = FIRST_AND_LAST[year]
    provisions = real.register.declaration_by_id[year].provisions
    assert provisions[0].text.startswith(first)
    assert provisions[-1].text.endswith(last)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("2017-c1", "for more a peaceful"),
        ("2017-c2", "human right cities"),
        ("2020-p4", "bring back better"),
        ("2020-p7", "obstacles coexistence"),
        ("2020-p7", "global-level solidary"),
        ("2020-p10", "unite in solidary"),
        ("2020-c1", "heartfully"),
    ],
)
def test_printed_mistakes_are_kept(real: Any, place: str, words: str) -> None:
    assert words in real.register.provision_by_id[place].text


def test_the_first_title_keeps_its_printed_mistake(real: Any) -> None:
    assert real.register.declaration_by_id["2011"].title.en == "Gwangju Declaration on Human Right City"


FURNITURE = (
    "Leave a Comment",
    "Views",
    "Scroll to Top",
    "WHRCF SECRETARIAT",
    "WHRCF Secretariat",
    "Share",
    "Tweet",
    "Facebook",
    "http",
    "|",
    "\u00a0",
    "\u200b",
    "  ",
)


def test_no_furniture_no_glued_digits_no_broken_lines(real: Any) -> None:
    for provision in real.register.provision_by_id.values():
        text = provision.text
        assert not [each for each in FURNITURE if each in text.replace("Sharing", "").replace("Shared", "")], provision.id
        assert all(line and line[0].isupper() and line[-1] in ".”’" for line in text.split("\n")[:-1]), (
            f"{provision.id}: a line breaks inside a sentence"
        )
        assert "\n" not in text or provision.id == "2011-p16", f"{provision.id}: only this one has a second paragraph"
        assert not re.search(r"[a-z’”)][,.]?\d+\b", text), f"{provision.id}: a digit is glued to a word"
        assert not re.search(r"[a-z]-\s[a-z]", text), f"{provision.id}: a word is broken in two"
        assert not re.match(r"\d+[.)]\s", text), f"{provision.id}: the number is the id, not part of the words"


def test_no_text_stands_twice(real: Any) -> None:
    texts = [provision.text for provision in real.register.provision_by_id.values()]
    assert len(set(texts)) == len(texts)


def test_footnotes_hang_on_their_words(real: Any) -> None:
    counts = {declaration.id: len(declaration.footnotes) for declaration in real.register.declarations}
    assert counts == {"2011": 2, "2017": 0, "2020": 0, "2023": 0, "2024": 3}


def test_every_commitment_that_can_be_judged_has_a_test_and_a_summary(real: Any) -> None:
    for commitment in real.register.commitment_by_id.values():
        assert commitment.summary.en
        assert commitment.summary.ko
        assert bool(commitment.test) == commitment.assessable, commitment.id


def test_the_register_holds_what_was_asked_for(real: Any) -> None:
    register = real.register
    assert len(register.pledges) >= 15
    assert {"10-100-1000-campaign", "human-rights-education"} <= set(register.pledge_by_id)
    assert 15 <= len(register.themes) <= 25
    assert {coding.coder for coding in register.codings} == {"first", "second"}
    assert len(register.codings) == 10


def test_every_publisher_of_the_vocabulary_is_named_by_a_source_and_only_once(real: Any) -> None:
    register = real.register
    named = {source.publisher for source in [*register.evidence, *register.forum_sources]}
    named |= {declaration.source.publisher for declaration in register.declarations}
    listed = [publisher.en for publisher in register.publishers]
    assert len(listed) == len(set(listed))
    assert set(listed) <= named


def test_korean_readers_find_a_korean_paper_under_its_own_name(real: Any) -> None:
    assert real.register.publisher("Kwangju Ilbo", "ko") == "광주일보"
    assert real.register.publisher("Kwangju Ilbo", "en") == "Kwangju Ilbo"
    assert real.register.publisher("A paper nobody has listed", "ko") == "A paper nobody has listed"
