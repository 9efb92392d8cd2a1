"""What one text did with the commitments of the forum just before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.loading import load
from models.records.terms import Ledger
from models.register.lineage import Change
from models.register.passages import may_say_not_carried, unthreaded
from models.register.register import Register
from models.register.succession import Outcome, Succession, predecessor, succession
from tests.samples.registers import LATEST, RECORDS, commitment, declaration, forum, mention, pledge, provision, register


@pytest.fixture
def pair() -> Register:
    """An old text, a gap, then two neighbours."""
    texts = [
        declaration("2011", 1, provision("c1", commitment("a"))),
        declaration(
            "2013",
            3,
            provision("p1"),
            provision("c1", commitment("a"), commitment("b", precision="direction")),
            provision("c2", commitment("a")),
            provision("c3", commitment("a", force="asks")),
            provision("c4", commitment("a")),
            provision("c5", commitment("a")),
            provision("c6", commitment("a", force="states", precision=None)),
        ),
        declaration(
            "2014",
            4,
            provision("p1"),
            provision("c1", commitment("a")),
            provision("c2", commitment("a", force="hopes")),
            provision("c3", commitment("a")),
        ),
    ]
    pledges = [
        pledge("shared", mention("2013-c1a"), mention("2013-c1b"), mention("2014-c2a", "2013-c1a")),
        pledge("topic", mention("2013-c2a"), mention("2014-p1", background=True)),
        pledge("asked", mention("2013-c3a"), mention("2014-c1a", "2013-c3a")),
        pledge("dropped", mention("2013-c4a")),
        pledge("returned", mention("2011-c1a"), mention("2013-p1", background=True), mention("2014-c1a", "2011-c1a")),
        pledge("fresh", mention("2014-c3a")),
        pledge("stated", mention("2014-p1")),
    ]
    return register(*texts, forums=[forum(number, 2010 + number) for number in range(1, 5)], pledges=pledges)


def followed(found: Register) -> Succession:
    return succession(found, found.declaration_by_id["2013"], found.declaration_by_id["2014"])


def test_every_commitment_has_one_outcome(pair: Register) -> None:
    found = followed(pair)
    assert {fate.commitment.id: fate.outcome for fate in found.fates} == {
        "2013-c1a": Outcome.CARRIED,
        "2013-c1b": Outcome.CARRIED,
        "2013-c2a": Outcome.TOPIC,
        "2013-c3a": Outcome.CARRIED,
        "2013-c4a": Outcome.SILENT,
        "2013-c5a": Outcome.UNTRACED,
    }, "a promise in name only stands in no ledger"


def test_the_ledgers_are_counted_apart(pair: Register) -> None:
    found = followed(pair)
    assert found.outcomes(Ledger.PROMISES) == {Outcome.CARRIED: 2, Outcome.TOPIC: 1, Outcome.SILENT: 1, Outcome.UNTRACED: 1}
    assert found.outcomes(Ledger.ASKS) == {Outcome.CARRIED: 1}
    assert found.outcomes(Ledger.HOPES) == {}


def test_a_label_counts_only_for_the_words_that_were_compared(pair: Register) -> None:
    found = followed(pair)
    assert found.labels(Ledger.PROMISES) == {Change.WEAKENED: 1, None: 1}
    assert found.labels(Ledger.ASKS) == {Change.STRENGTHENED: 1}


def test_labels_that_differ_by_pledge_are_no_single_label(pair: Register) -> None:
    more = pledge("other", mention("2013-c1a"), mention("2014-c3a", "2013-c1a"))
    fate = followed(replace(pair, pledges=(*pair.pledges, more))).fates[0]
    assert fate.labels == {Change.WEAKENED, Change.REAFFIRMED}
    assert fate.label is None


def test_one_pledge_is_enough_to_be_carried_forward(pair: Register) -> None:
    more = pledge("silent", mention("2013-c1a"))
    fate = followed(replace(pair, pledges=(*pair.pledges, more))).fates[0]
    assert (fate.outcome, len(fate.carried), len(fate.answers)) == (Outcome.CARRIED, 1, 2)


def test_what_is_new_names_the_last_text_that_had_it(pair: Register) -> None:
    found = followed(pair)
    arrivals = {arrival.commitment.id: arrival for arrival in found.arrivals}
    assert [(each.pledge.id, each.last) for each in arrivals["2014-c1a"].new] == [("returned", "2011")]
    assert [mention.at for mention in arrivals["2014-c1a"].new[0].topics] == ["2013-p1"]
    assert ([each.id for each in arrivals["2014-c1a"].known], arrivals["2014-c1a"].wholly) == (["asked"], False)
    assert ([(each.pledge.id, each.last) for each in arrivals["2014-c3a"].new], arrivals["2014-c3a"].wholly) == ([("fresh", None)], True)
    assert arrivals["2014-c2a"].new == ()
    assert [each.pledge.id for each in found.stated] == ["stated"]


@pytest.mark.parametrize("lost", ["2014-c9a", "2013", "pledges/shared", "pledges/*", "some-pledge", "declarations/*"])
def test_silence_means_nothing_while_a_record_is_withheld(pair: Register, lost: str) -> None:
    found = followed(replace(pair, lost=frozenset([lost])))
    assert not found.whole
    assert found.outcomes(Ledger.PROMISES) == {Outcome.CARRIED: 2, Outcome.UNSURE: 3}


@pytest.mark.parametrize("lost", ["2011-c1a", "8", "measures/offices", "evidence/*"])
def test_a_record_of_something_else_does_not_matter(pair: Register, lost: str) -> None:
    assert followed(replace(pair, lost=frozenset([lost]))).whole


def test_silence_means_nothing_before_the_text_is_compared_with_the_pledges() -> None:
    register = load(RECORDS, LATEST).register
    pledges = [
        each.model_copy(update={"mentions": [one for one in each.mentions if one.declaration != "2024"]}) for each in register.pledges
    ]
    new = replace(register, pledges=tuple(each for each in pledges if each.mentions))
    assert (unthreaded(register), unthreaded(new)) == ((), ("2024",))
    found = succession(new, new.declaration_by_id["2023"], new.declaration_by_id["2024"])
    assert {fate.outcome for fate in found.fates} == {Outcome.UNSURE}
    assert not any(may_say_not_carried(new, "2023", "2024", each) for each in new.pledges)


def test_only_neighbours_are_compared(pair: Register) -> None:
    with pytest.raises(ValueError, match="not consecutive"):
        succession(pair, pair.declaration_by_id["2011"], pair.declaration_by_id["2013"])
    assert predecessor(pair, pair.declaration_by_id["2013"]) is None
    assert predecessor(pair, pair.declaration_by_id["2014"]) is pair.declaration_by_id["2013"]


def test_the_one_consecutive_pair_on_record() -> None:
    real = load(RECORDS, LATEST).register
    found = succession(real, real.declaration_by_id["2023"], real.declaration_by_id["2024"])
    assert found.whole
    for ledger in Ledger:
        counted = [each for each in real.commitments_in(ledger) if each.declaration == "2023"]
        assert [fate.commitment for fate in found.fates_in(ledger)] == counted
        assert found.outcomes(ledger).total() == len(counted)
        assert found.labels(ledger).total() == found.outcomes(ledger)[Outcome.CARRIED]
    fates = {fate.commitment.id: fate for fate in found.fates}
    assert fates["2023-c4b"].outcome is Outcome.SILENT, "the report at the next forum"
    assert fates["2023-c2a"].label is Change.WEAKENED
    assert fates["2023-p12a"].label is Change.STRENGTHENED
    (education,) = [each for arrival in found.arrivals for each in arrival.new if each.pledge.id == "human-rights-education"]
    assert education.last == "2020"
