"""New texts and their codings are kept: for everybody who writes, and each coding for its own coder until both are finished."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from models.keeping import new_texts
from models.keeping import works as keeping
from models.keeping.codings import codings
from models.keeping.drafts import State, new_id
from models.keeping.new_texts import KeptCoding, KeptWork, NotNow, Overtaken
from models.keeping.store import Unkept
from models.keeping.works import works
from models.records.terms import Force
from models.writing.permission import Access, Mode, Permission, Person, Way, person
from models.writing.works import reshaping
from models.writing.works.coding import ChosenCoding, ChosenProvision, Settlement
from models.writing.works.work import Work
from tests.samples.texts.works import KIM, LEE, reading

PARK = Person("sign-in:park@example.org", "Park")


def begun() -> Work:
    return reshaping.begun(reading())


def overtaken(what: Callable[[], object]) -> Overtaken:
    with pytest.raises(Overtaken) as told:
        what()
    return told.value


def refused(what: Callable[[], object]) -> str:
    with pytest.raises(NotNow) as told:
        what()
    return told.value.why


def parted() -> str:
    """A text of Kim's whose parts are right, kept in its first revision."""
    id_ = new_id()
    works().keep(id_, KIM, reshaping.all_parted(begun()), 0)
    return id_


def chosen(kept: KeptCoding, *, finished: bool = False, force: Force = Force.STATES, only: int = 3) -> ChosenCoding:
    places = ["p1", "p2", "c1"][:only]
    provisions = {place: ChosenProvision(force=force, chosen=True) for place in places}
    return kept.coding.model_copy(update={"provisions": provisions, "finished": finished})


def code(id_: str, who: Person, role: str, *, finished: bool = False, force: Force = Force.STATES) -> int:
    kept = codings().begin(id_, who, role)
    return codings().keep(id_, who, chosen(kept, finished=finished, force=force), kept.revision)


def test_a_text_comes_back_as_it_was_and_all_who_write_see_it(kept_in: str) -> None:
    id_ = new_id()
    assert works().keep(id_, KIM, begun(), 0) == 1
    mine, theirs = works().find(id_, KIM), works().find(id_, LEE)
    assert mine
    assert theirs
    assert (mine.work, mine.revision, mine.is_mine, theirs.is_mine) == (begun(), 1, True, False)
    assert theirs.text == mine.text
    (listed,) = works().listed(LEE)
    assert (listed.title, listed.begun_by, listed.provisions, listed.parted) == ("A Charter of Our Own", "Kim Minji", 3, False)
    assert (listed.coders, listed.my_role, listed.is_mine) == ((), None, False)


def test_whoever_has_not_seen_the_last_state_overwrites_nothing(kept_in: str) -> None:
    id_, one = new_id(), begun()
    seen = works().keep(id_, KIM, one, 0)
    two, other = reshaping.merged(one, 2), reshaping.split(one, 2, 10)
    assert works().keep(id_, LEE, two, seen) == 2, "somebody else goes on with it"
    now = overtaken(lambda: works().keep(id_, KIM, other, seen)).now
    assert isinstance(now, KeptWork)
    assert (now.work, now.revision) == (two, 2)
    assert works().keep(id_, KIM, two, seen) == 2, "the very same contradicts nobody"
    assert overtaken(lambda: works().keep(new_id(), KIM, one, 3)).now is None


def test_two_people_work_on_different_texts_at_once(kept_in: str) -> None:
    ids = [new_id(), new_id()]

    def write(who: Person, id_: str) -> int:
        work, seen = begun(), 0
        for number in range(6):
            work.facts.publisher = f"{who.name} {number}"
            seen = works().keep(id_, who, work, seen)
        return seen

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(write, (KIM, LEE), ids)) == [6, 6]
    kept = [works().find(id_, KIM) for id_ in ids]
    assert [each.work.facts.publisher for each in kept if each] == ["Kim Minji 5", "Lee Jun 5"]


def test_nobody_sees_the_coding_of_another_before_both_are_finished(kept_in: str) -> None:
    id_ = parted()
    code(id_, KIM, "first", finished=True, force=Force.RECORDS)
    code(id_, LEE, "second")
    for who, own in ((KIM, "first"), (LEE, "second"), (PARK, None)):
        assert codings().both(id_, who) is None
        assert codings().settling(id_, who) is None
        assert refused(lambda who=who: codings().keep_settling(id_, who, [], 0)) == "blind"  # type: ignore[misc]
        mine = codings().mine(id_, who)
        assert (mine.role if mine else None) == own
    mine = codings().mine(id_, LEE)
    assert mine
    assert "records" not in mine.text
    text = works().find(id_, LEE)
    assert text
    assert "records" not in text.text
    assert "records" not in repr(works().listed(LEE)), "the list says how far each is, and nothing of what they chose"
    (listed,) = works().listed(LEE)
    assert [(each.role, each.name, each.chosen, each.finished, each.is_me) for each in listed.coders] == [
        ("first", "Kim Minji", 3, True, False),
        ("second", "Lee Jun", 3, False, True),
    ]
    for role in ("first", "second"):
        assert refused(lambda role=role: codings().begin(id_, PARK, role)) == "taken"  # type: ignore[misc]
    assert overtaken(lambda: codings().keep(id_, PARK, ChosenCoding(coder="Kim Minji", role="first"), 2)).now is None
    assert overtaken(lambda: codings().give_up(id_, PARK, 2)).now is None
    codings().keep(id_, LEE, chosen(mine, finished=True), mine.revision)
    both = codings().both(id_, PARK)
    assert both
    assert [(each.role, each.coder, each.coding.provisions["p1"].force) for each in both] == [
        ("first", "Kim Minji", "records"),
        ("second", "Lee Jun", "states"),
    ]


def test_one_person_is_not_both_coders_of_a_text(kept_in: str) -> None:
    id_ = parted()
    codings().begin(id_, KIM, "first")
    assert refused(lambda: codings().begin(id_, KIM, "second")) == "twice"
    assert codings().begin(id_, KIM, "first").revision == 1, "going on is no second time"
    with pytest.raises(ValueError, match="neither"):
        codings().begin(id_, LEE, "third")


def test_what_was_finished_is_never_chosen_anew_but_its_record_is_still_worded(kept_in: str) -> None:
    id_ = parted()
    kept = codings().begin(id_, KIM, "first")
    assert refused(lambda: codings().keep(id_, KIM, chosen(kept, finished=True, only=2), 1)) == "unchosen"
    seen = codings().keep(id_, KIM, chosen(kept, finished=True), 1)
    assert refused(lambda: codings().keep(id_, KIM, chosen(kept, finished=True, force=Force.RECORDS), seen)) == "finished"
    assert refused(lambda: codings().keep(id_, KIM, chosen(kept, finished=False), seen)) == "finished"
    assert refused(lambda: codings().give_up(id_, KIM, seen)) == "finished"
    worded = chosen(kept, finished=True)
    worded.provisions["p1"].summary_en = "Recalls the flood."
    assert codings().keep(id_, KIM, worded, seen) == seen + 1


def test_of_one_coder_in_two_windows_neither_overwrites_the_other(kept_in: str) -> None:
    id_ = parted()
    kept = codings().begin(id_, KIM, "first")
    seen = codings().keep(id_, KIM, chosen(kept, only=1), 1)
    now = overtaken(lambda: codings().keep(id_, KIM, chosen(kept, only=2), 1)).now
    assert isinstance(now, KeptCoding)
    assert (len(now.coding.provisions), now.revision) == (1, seen)


def test_coding_begins_when_the_parts_are_right_and_they_stay_then(kept_in: str) -> None:
    id_ = new_id()
    seen = works().keep(id_, KIM, begun(), 0)
    assert refused(lambda: codings().begin(id_, KIM, "first")) == "unparted"
    whole = reshaping.all_parted(begun())
    seen = works().keep(id_, KIM, whole, seen)
    seen = works().keep(id_, KIM, reshaping.merged(begun(), 2), seen)
    seen = works().keep(id_, KIM, whole, seen)
    kept = codings().begin(id_, LEE, "second")
    for other in (begun(), reshaping.all_parted(reshaping.merged(begun(), 2))):
        assert refused(lambda other=other: works().keep(id_, KIM, other, seen)) == "coded"  # type: ignore[misc]
    whole.facts.forum = 17
    assert works().keep(id_, KIM, whole, seen) == seen + 1, "what is known around it is still typed"
    codings().give_up(id_, LEE, kept.revision)
    assert works().keep(id_, KIM, begun(), seen + 1) == seen + 2


def test_differences_are_settled_in_turn(kept_in: str) -> None:
    id_ = parted()
    code(id_, KIM, "first", finished=True)
    code(id_, LEE, "second", finished=True, force=Force.RECORDS)
    empty = codings().settling(id_, PARK)
    assert empty
    assert (empty.settlements, empty.revision) == ((), 0)
    one = Settlement(place="p1", first="no commitment, states", second="no commitment, records")
    two = one.model_copy(update={"settled": "no commitment, states"})
    assert codings().keep_settling(id_, LEE, [one], 0) == 1
    assert overtaken(lambda: codings().keep_settling(id_, KIM, [two], 0)).now
    assert codings().keep_settling(id_, KIM, [two], 1) == 2
    kept = codings().settling(id_, LEE)
    assert kept
    assert kept.settlements == (two,)


def test_a_text_is_discarded_by_who_began_it_and_not_over_the_work_of_another(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = parted()
    assert refused(lambda: works().discard(id_, LEE, 1)) == "not-begun"
    code(id_, LEE, "first")
    assert refused(lambda: works().discard(id_, KIM, 1)) == "others"
    assert refused(lambda: works().begin_saving(id_, KIM, 1)) == "others"
    monkeypatch.setattr(keeping, "IDLE", -1)
    works().discard(id_, KIM, 1)
    gone = works().find(id_, KIM)
    assert gone
    assert (gone.state, gone.text) == (State.DISCARDED, "")
    assert works().listed(KIM) == []
    assert codings().mine(id_, LEE) is None
    now = overtaken(lambda: codings().keep(id_, LEE, ChosenCoding(coder="", role="first"), 2)).now
    assert isinstance(now, KeptWork)
    assert now.state is State.DISCARDED, "the other window is told what became of it"


def test_of_two_who_put_a_text_on_record_one_does(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    id_ = parted()
    code(id_, KIM, "first", finished=True)
    taken = works().begin_saving(id_, KIM, 1)
    assert overtaken(lambda: works().begin_saving(id_, LEE, taken)).now
    assert overtaken(lambda: codings().begin(id_, LEE, "second")).now, "nobody begins to code what is being saved"
    assert works().listed(LEE)[0].is_being_saved
    seen = works().not_saved(id_, KIM, taken)
    taken = works().begin_saving(id_, KIM, seen)
    monkeypatch.setattr(new_texts, "SAVING", -1)
    taken = works().begin_saving(id_, LEE, taken)
    works().saved(id_, LEE, taken)
    kept = works().find(id_, KIM)
    assert kept
    assert (kept.state, kept.text) == (State.SAVED, "")
    assert codings().both(id_, KIM) is None
    assert works().listed(KIM) == []


def test_texts_are_limited_in_number_and_size_and_none_is_lost_for_another(kept_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST", 2)
    ids = [new_id() for _ in range(3)]
    for id_ in ids[:2]:
        works().keep(id_, KIM, begun(), 0)
    with pytest.raises(Unkept) as told:
        works().keep(ids[2], KIM, begun(), 0)
    assert told.value.why == "many"
    assert {each.id for each in works().listed(KIM)} == set(ids[:2])
    works().discard(ids[0], KIM, 1)
    works().keep(ids[2], KIM, begun(), 0)
    monkeypatch.setattr(keeping, "MOST_LETTERS", 100)
    with pytest.raises(Unkept) as told:
        works().keep(ids[2], KIM, reshaping.merged(begun(), 2), 1)
    assert told.value.why == "large"
    with pytest.raises(ValueError, match="no id"):
        works().keep("../" * 8, KIM, begun(), 0)
    monkeypatch.setattr(keeping, "MOST_LETTERS", 4_000_000)
    later = time.time() + keeping.AGE + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert works().listed(KIM) == []
    works().keep(new_id(), KIM, begun(), 0)
    assert works().find(ids[2], KIM) is None


def test_at_one_machine_a_different_name_is_another_person() -> None:
    curate = Access(Mode.CURATE, Permission("", Way.CURATE), "curate")
    kim, also, lee = person(curate, "Kim  Minji "), person(curate, "kim minji"), person(curate, "Lee")
    assert kim
    assert also
    assert lee
    assert kim.owner == also.owner != lee.owner
    assert person(curate, "  ") is None
    signed = Access(Mode.SIGNED_IN, Permission("Kim", Way.SIGN_IN), "sign-in:kim@example.org")
    assert person(signed, "Lee") == Person("sign-in:kim@example.org", "Kim"), "whoever is signed in cannot type another name"
    assert person(Access(Mode.OFF), "Kim") is None
