"""What new words carry on, as it is suggested from the records that are held."""

from __future__ import annotations

from itertools import chain

import pytest

from models.records.terms import Force, Scope
from models.texts.source import Stretch
from models.texts.suggesting.measured import pledges_measured
from models.texts.suggesting.pledges import object_of
from models.texts.suggesting.threads import with_threads
from models.texts.suggestions import Context, Reason, Suggested, SuggestedCommitment, SuggestedProvision, Sure
from tests.samples.registers import real

CODED = Reason("coded")


def suggested(text: str, *quotes: str, force: Force = Force.UNDERTAKES, **known: object) -> SuggestedProvision:
    """What is suggested for one provision, cut as somebody cut it."""
    strength = Suggested(force, Sure.SURE, CODED)
    units = tuple(
        SuggestedCommitment(
            quote, Stretch(text.index(quote), text.index(quote) + len(quote)), "", strength, Suggested(None, Sure.SURE, CODED)
        )
        for quote in quotes
    )
    return with_threads([SuggestedProvision("p1", text, strength, commitments=units)], real(), Context(**known))[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "pledge"),
    [
        ("We will set up a human rights education programme for all officials by 2028.", "human-rights-education"),
        ("지방정부는 2030년까지 모든 공무원에게 인권교육을 실시하기로 한다.", "human-rights-education"),
        ("We will join the “10, 100, 1000” campaign of UCLG-CSIPDHR.", "10-100-1000-campaign"),
        ("우리는 도시에 대한 권리를 증진하기로 한다.", "right-to-the-city"),
        ("We urge the parties to end the armed conflict by peaceful means.", "end-of-armed-conflicts"),
    ],
)
def test_the_pledge_that_words_belong_to_comes_first(words: str, pledge: str) -> None:
    best = suggested(words).pledges[0]
    assert best.pledge == pledge
    assert best.why.rule in ("pledge-object", "pledge-mention")
    assert best.why.words["words"]
    assert best.nearest is not None
    assert pledge in {each.id for each, _ in real().pledges_at(best.nearest)}


def test_the_last_words_of_all_come_near_themselves_and_tell_how_they_stand() -> None:
    commitment = real().commitment_by_id["2024-c2a"]
    near = suggested(commitment.quote).nearest[0]
    assert (near.place, near.force, near.precision) == ("2024-c2a", commitment.force, commitment.precision)
    assert near.likeness == 1.0
    assert near.standing in ("no-evidence", "started", "partly-done", "done")
    assert all(word in commitment.quote for word in near.shared)


def test_nothing_of_the_text_held_out_and_nothing_later_is_an_earlier_wording() -> None:
    words = real().commitment_by_id["2020-c4a"].quote
    declaration = real().declaration_by_id["2020"]
    found = suggested(words, adopted=declaration.adopted, without="2020")
    assert found.nearest
    assert all(each.place < "2020" for each in found.nearest)
    assert all(each.nearest is None or each.nearest < "2020" for each in found.pledges)


def test_the_same_words_of_a_later_text_are_no_earlier_wording() -> None:
    words = real().commitment_by_id["2024-c2a"].quote
    found = suggested(words, adopted=real().declaration_by_id["2023"].adopted)
    assert found.nearest
    assert all(each.place < "2023" for each in found.nearest)


def test_what_has_nothing_in_common_with_the_records_belongs_nowhere() -> None:
    found = suggested("We shall water the tulips.")
    assert found.pledges == ()
    assert found.nearest == ()


def test_words_around_a_commitment_say_what_these_are() -> None:
    text = "We know of ordinances, ombudsperson offices and human rights commissions. We will open more of these."
    found = suggested(text, "We will open more of these.")
    assert found.commitments[0].pledges[0].pledge == "human-rights-institutions"


def test_a_purpose_only_touches_a_pledge() -> None:
    text = "We will publish a newsletter in order to widen civic space."
    touched = {each.pledge: each for each in suggested(text).pledges}["civic-space"]
    assert touched.background
    assert touched.scope is None
    assert touched.nearest is None
    meant = {each.pledge: each for each in suggested("We will widen civic space.").pledges}["civic-space"]
    assert not meant.background


def test_themes_and_groups_are_suggested_by_the_vocabulary() -> None:
    text = "We will offer human rights education to children and refugees."
    found = suggested(text, text).commitments[0]
    assert "human-rights-education" in found.themes
    assert len(found.themes) <= 3
    assert found.groups == ("children", "refugees")


def test_the_same_words_again_have_the_same_scope() -> None:
    quote = real().commitment_by_id["2024-c2a"].quote
    campaign = {each.pledge: each for each in suggested(quote).pledges}["10-100-1000-campaign"]
    assert (campaign.nearest, campaign.scope) == ("2024-c2a", Scope.SAME)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_what_does_not_count_is_no_object_of_a_pledge(lang: str) -> None:
    for pledge in real().pledges:
        said = object_of(pledge, lang)
        assert said
        assert len(said) < len(pledge.object[lang])
        assert "not count" not in said
        assert "own pledge" not in said
        assert "포함하지" not in said
        assert "별도의" not in said


def test_the_right_pledge_is_among_the_first_three_and_what_is_not_known_is_counted_apart() -> None:
    found = pledges_measured(real())
    assert [each.declaration for each in found] == [each.id for each in real().declarations]
    own = list(chain.from_iterable((m for m in each.mentions if not m.background) for each in real().pledges))
    assert sum(each.mentions + each.unknown for each in found) == len(own)
    assert sum(each.found for each in found) / sum(each.mentions for each in found) >= 0.85
    assert all(each.with_any <= each.passages and each.found <= each.mentions for each in found)
