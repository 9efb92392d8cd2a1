"""How pledges run through several texts, and what each text does with those before it."""

from __future__ import annotations

import pytest

from models.register.lineage import Change
from models.register.passages import Subject
from models.register.register import Register
from models.register.threads import alone, gaps, last_on_record, steps, threads
from tests.samples.registers import commitment, declaration, forum, mention, pledge, provision, register


@pytest.fixture
def four() -> Register:
    """2011 and 2014 with a gap after each, then 2016 and 2017 as neighbours."""
    texts = [
        declaration("2011", 1, provision("c1", commitment("a")), provision("c2", commitment("a"))),
        declaration("2014", 4, provision("c1", commitment("a", force="asks"))),
        declaration("2016", 6, provision("c1", commitment("a")), provision("c2", commitment("a", themes=["education"]))),
        declaration("2017", 7, provision("c1", commitment("a", force="hopes", precision="direction"))),
    ]
    pledges = [
        pledge(
            "offices",
            mention("2011-c1a"),
            mention("2014-c1a", "2011-c1a"),
            mention("2016-c1a", "2014-c1a"),
            mention("2017-c1a", "2016-c1a"),
        ),
        pledge("returning", mention("2011-c2a"), mention("2014-c1a", background=True), mention("2016-c1a", "2011-c2a")),
        pledge("learning", mention("2016-c2a")),
    ]
    return register(*texts, forums=[forum(number, 2010 + number) for number in range(1, 8)], pledges=pledges)


def every(found: Register, *years: str) -> tuple:  # type: ignore[type-arg]
    return tuple(found.declaration_by_id[year] for year in years)


OFFICES = Subject(pledges=frozenset(["offices"]))
ALL = Subject(pledges=frozenset(["offices", "returning", "learning"]))


def test_a_thread_has_a_cell_for_every_text(four: Register) -> None:
    found = threads(four, every(four, "2011", "2014", "2016", "2017"), ALL)
    cells = {thread.pledges[0].id: [[saying.place for saying in cell] for cell in thread.cells] for thread in found}
    assert cells["offices"] == [["2011-c1a"], ["2014-c1a"], ["2016-c1a"], ["2017-c1a"]]
    assert cells["returning"] == [["2011-c2a"], [], ["2016-c1a"], []], "background is no mention"
    assert cells["learning"] == [[], [], ["2016-c2a"], []], "a pledge that the reader named is shown even if only one text has it"


def test_pledges_in_the_same_passages_share_a_thread() -> None:
    texts = [declaration(year, int(year) - 2010, provision("c1", commitment("a"))) for year in ("2011", "2012", "2013")]
    mentions = [mention("2011-c1a"), mention("2012-c1a", "2011-c1a"), mention("2013-c1a", "2012-c1a")]
    found = register(*texts, pledges=[pledge("one", *mentions), pledge("two", *mentions)])
    (thread,) = threads(found, tuple(texts), Subject(themes=frozenset(["institutions"])))
    assert [each.id for each in thread.pledges] == ["one", "two"]
    assert [[tie.pledge.id for tie in saying.ties] for cell in thread.cells for saying in cell] == [[], ["one", "two"], ["one", "two"]]
    assert alone(found, tuple(texts), Subject(themes=frozenset(["institutions"])), (thread,)) == ((), (), ())


def test_there_is_a_label_only_where_the_link_ends_in_a_column(four: Register) -> None:
    (thread,) = threads(four, every(four, "2011", "2016", "2017"), OFFICES)
    ties = [tie for cell in thread.cells for saying in cell for tie in saying.ties]
    assert [(tie.source, tie.change) for tie in ties] == [("2011-c1a", None), ("2016-c1a", Change.WEAKENED)]


def test_a_link_may_skip_a_column(four: Register) -> None:
    (thread,) = threads(four, every(four, "2011", "2014", "2016"), Subject(pledges=frozenset(["returning"])))
    (saying,) = thread.cells[2]
    assert [(tie.source, tie.change) for tie in saying.ties] == [("2011-c2a", Change.REAFFIRMED)]


def test_steps_say_what_is_carried_new_and_left_out(four: Register) -> None:
    second, third, last = steps(four, every(four, "2011", "2014", "2016", "2017"), ALL)
    assert [(tie.pledge.id, tie.change) for tie in second.carried] == [("offices", Change.WEAKENED)]
    assert [each.id for each in second.silent] == ["returning"], "with forums between nothing is called dropped"
    assert second.not_carried == ()
    assert [tie.pledge.id for tie in third.carried] == ["offices", "returning"]
    assert [each.id for each in third.new] == ["learning"]
    assert third.mentioned == 3
    assert [each.id for each in last.not_carried] == ["returning", "learning"]
    assert last.silent == ()


def test_on_a_theme_a_pledge_elsewhere_is_not_called_silent(four: Register) -> None:
    found = steps(four, every(four, "2016", "2017"), Subject(themes=frozenset(["institutions"])))
    assert [[tie.pledge.id for tie in step.carried] for step in found] == [["offices"]]
    assert [each.id for each in found[0].not_carried] == ["returning"], "learning is no pledge on this theme"


def test_missing_forums_are_named_run_by_run(four: Register) -> None:
    assert [[each.number for each in run] for run in gaps(four, every(four, "2011", "2014", "2016", "2017"))] == [[2, 3], [5]]
    assert [[each.number for each in run] for run in gaps(four, every(four, "2011", "2016"))] == [[2, 3], [5]], "a text between parts them"
    assert gaps(four, every(four, "2016", "2017")) == ()


def test_the_last_text_on_record_before(four: Register) -> None:
    returning = four.pledge_by_id["returning"]
    assert [last_on_record(four, returning, year) for year in ("2011", "2014", "2017")] == [None, "2011", "2016"]
