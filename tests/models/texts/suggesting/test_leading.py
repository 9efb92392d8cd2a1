"""What stands under a line that leads to it is governed by the verb of that line. All words are ours."""

from __future__ import annotations

import time

import pytest

from models.records.terms import Force, Precision
from models.texts.cleaning.cleaned import cleaned
from models.texts.files.plain import pasted
from models.texts.parting.parted import parted
from models.texts.suggesting import leading
from models.texts.suggesting.units import MOST_LETTERS, units
from models.texts.suggestions import Context, SuggestedProvision
from tests.samples.registers import declaration, provision, real

OURS = "We hereby undertake to:"
ASKS = "We call on central governments to:"


def under(line: str, words: str, place: str = "c1") -> SuggestedProvision:
    return units(place, words, real(), Context(leads={place: line}))


@pytest.mark.parametrize("line", [OURS, "We, the cities, make the following commitments:", "The participants agree as follows:"])
@pytest.mark.parametrize(
    ("words", "precision"),
    [
        ("Support the unions of tenants;", Precision.DIRECTION),
        ("respect the wells,", Precision.ASPIRATION),
        ("By 2028 set up an office in each ward", Precision.DATED),
        ("publishing the accounts of the fund", Precision.CHECKABLE),
        ("Full support for the unions of tenants", Precision.DIRECTION),
        ("Not to sign such contracts", Precision.CHECKABLE),
    ],
)
def test_bare_verbs_under_a_line_that_promises_are_promised(line: str, words: str, precision: Precision) -> None:
    (found,) = under(line, words).commitments
    assert (found.force.value, found.force.why.rule, found.precision.value) == (Force.UNDERTAKES, "led", precision)
    assert found.force.why.words["line"] == line


def test_the_line_asks_and_names_who_is_asked() -> None:
    (first, second) = under(ASKS, "open the register of land and lower the fees").commitments
    assert {each.force.value for each in (first, second)} == {Force.URGES}
    assert (second.to, second.to_words) == (("central-governments",), "central governments")
    assert under("Mayors should:", "hear the tenants").force.value is Force.ASKS


def test_a_verb_with_a_subject_of_its_own_beats_the_line() -> None:
    assert under(OURS, "We welcome the unions of tenants.").force.why.rule == "name-only"
    assert under(ASKS, "We will open our own register.").force.value is Force.UNDERTAKES
    assert under(OURS, "Call on the ministries to open their books.").force.value is Force.URGES
    assert under("Commitments", "We welcome the unions of tenants.").force.why.rule == "name-only"


def test_whoever_speaks_in_the_line_is_bound() -> None:
    line = "The hosts and organizers of the 17th forum make the following commitments:"
    (found,) = under(line, "open an archive").commitments
    assert found.by == ("hosts", "organizers")
    (found,) = under(line, "We will open an archive.").commitments
    assert found.by == ("hosts", "organizers")


@pytest.mark.parametrize(
    ("line", "words", "force", "to"),
    [
        ("우리는 다음과 같이 약속한다.", "세입자 상담소 설치", Force.UNDERTAKES, ()),
        ("우리는 다음과 같이 약속한다.", "세입자의 권리를 존중한다.", Force.UNDERTAKES, ()),
        ("정부에 다음을 촉구한다:", "임대차 계약을 공개할 것", Force.URGES, ("central-governments",)),
        ("정부에 다음을 촉구한다:", "공공주택을 늘린다.", Force.URGES, ("central-governments",)),
    ],
)
def test_korean_lines_govern_what_stands_under_them(line: str, words: str, force: Force, to: tuple[str, ...]) -> None:
    (found,) = under(line, words).commitments
    assert (found.force.value, found.to) == (force, to)


def test_the_lines_of_a_text_that_is_read() -> None:
    text = """Therefore we commit ourselves to:

1. support tenants;
2. keep the wells open;

Follow-up

We call on the ministries to:

1. open the register of land:
(a) in the towns;
(b) in the counties.
2. lower the fees.
"""
    reading = parted(cleaned(pasted(text)))
    found = leading.leads(reading.parts)
    assert found["s1-c1"] == found["s1-c2"] == "Therefore we commit ourselves to:"
    assert found["s2-c1"] == found["s2-c2"] == "We call on the ministries to:"
    assert found["s2-c1-2"] == "We call on the ministries to: open the register of land:"


def test_a_part_above_that_only_leads_asks_nothing_itself() -> None:
    found = units("c1", "We call on the ministries to:", real(), Context())
    assert (found.commitments, found.force.why.rule) == ((), "leads-on")
    found = units("c1", "우리는 정부에 다음을 촉구한다.", real(), Context("ko"))
    assert (found.commitments, found.force.why.rule) == ((), "leads-on")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (OURS, "support it; "),
        (OURS, "open a, to hire which and "),
        (OURS, "and to open a, "),
        ("We will support " * 400 + ":", "We will: "),
        ("우리는 다음을 " * 400 + "약속한다.", "하고 "),
    ],
)
def test_no_words_under_a_line_make_it_slow(line: str, words: str) -> None:
    before = time.process_time()
    under(line, (words * MOST_LETTERS)[:MOST_LETTERS])
    assert time.process_time() - before < 5


def test_the_lines_of_a_declaration_on_record() -> None:
    assert set(leading.of_declaration(real().declaration_by_id["2023"])) == {
        each.local for each in real().declaration_by_id["2023"].provisions if each.local.startswith("c")
    }
    assert leading.of_declaration(declaration("2017", 7, provision("c1", text="We will act."))) == {}
