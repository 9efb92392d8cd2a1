"""Each page's counts agree with the rows listed under them, on any day."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from models.labels import load_labels
from models.records.terms import Ledger
from models.register.answering import bound, own_notes
from models.register.queues import Queue, queue, sizes
from models.register.standing import Standing, is_past
from models.search.facets import Facet, of_commitment
from models.search.index import index
from tests.days.told import days
from tests.pages import opening
from tests.samples.registers import real

DAYS = days()
SHOWN = ["2011-05-17", "2015-08-07", "2018-10-20", "2024-06-03", "2024-12-01", "2025-05-17", "2025-05-18", "2026-11-28"]
"""Days on which pages are drawn: with one text and with five, with a day that is not yet set, on the day it is due and after it."""
BY_DAY = pytest.mark.parametrize("day", SHOWN)


def after(page: str, heading: str) -> str:
    """What stands under a heading, up to the next."""
    return page.split(f"<h2 class='heading'>{heading}</h2>", 1)[1].split("<h2 class='heading'", 1)[0]


def rows(markup: str) -> list[str]:
    """The rows of the first table."""
    table = re.search(r"<tbody>(.*?)</tbody>", markup, re.S)
    return re.findall(r"<tr>.*?</tr>", table[1], re.S) if table else []


def numbers(sentence: str) -> list[int]:
    """The first number of each “n of m” in a sentence."""
    return [int(n) for n in re.findall(r"(\d+) of \d+", sentence)]


@BY_DAY
def test_overview_counts_its_rows(day: str) -> None:
    page, on = opening.drawn("overview", "en", on=day), dt.date.fromisoformat(day)
    then = real().as_of(on)
    title = re.match(r"The texts of (\d+) of (\d+) forums", opening.title(page))
    texts, forums = map(int, title.groups()) if title else (1, 1)
    (begun, *_) = re.findall(r"<ol class='forums'>(.*?)</ol>", page)
    assert (begun.count("<li class='on-record'"), begun.count("<li")) == (texts, forums)
    for ledger in Ledger:
        (n,) = re.findall(rf"<dt>{ledger.value.capitalize()} <b>(\d+)</b>", page)
        assert int(n) == len(then.commitments_in(ledger))
    part = after(page, "What has a date")
    listed = rows(part)
    if not listed:
        assert not any(each.due_by and each.ledger for each in then.commitment_by_id.values())
        return
    lede = opening.words(part).split("Come due by")
    named, past = (sum(int(n) for n in re.findall(r"(?:promises|asks|hopes) (\d+) of", words)) for words in lede)
    assert named == len(listed)
    assert past == sum(is_past(each, on) for each in then.commitment_by_id.values() if each.ledger)


def test_every_choice_of_a_filter_counts_what_it_leaves() -> None:
    for on in DAYS[::20]:
        then = real().as_of(on)
        known = index(then, on, load_labels())
        values = [of_commitment(then, each, on) for each in then.commitment_by_id.values()]
        every = known.facets.fitting({})
        counts = known.facets.counts(every, {})
        for facet in Facet:
            for value, n in counts[facet].items():
                assert n == sum(value in each[facet] for each in values) == int(known.facets.fitting({facet: [value]}).sum()), (on, facet)


@BY_DAY
def test_find_lists_as_many_as_its_headline_says(day: str) -> None:
    then = real().as_of(dt.date.fromisoformat(day))
    for year in {str(each.due_by.year) for each in then.commitment_by_id.values() if each.due_by}:
        page = opening.drawn("find", "en", on=day, due=year)
        n = int(re.findall(r"\d+", opening.title(page))[0])
        assert (
            n
            == page.count("<article")
            == sum(bool(each.due_by) and str(each.due_by.year) == year for each in then.commitment_by_id.values())
        )


@BY_DAY
@pytest.mark.parametrize("which", [Queue.OVERDUE, Queue.DUE, Queue.NEVER, Queue.STALE])
def test_a_queue_lists_as_many_as_it_counts(day: str, which: Queue) -> None:
    on = dt.date.fromisoformat(day)
    then = real().as_of(on)
    page = opening.drawn("follow_through", "en", on=day, queue=which.value)
    table = page.split("<div class='queue'>")[1:]
    listed, waiting = rows(table[0]) if table else [], queue(then, which, on)
    assert len(listed) == len(waiting) == sum(sizes(then, which, on).values())
    if listed:
        (shown,) = re.findall(r"Shown: (.*?)\. The three", opening.words(page))
        assert sum(numbers(shown)) == len(listed)
    if which in (Queue.OVERDUE, Queue.NEVER):
        opened = re.search(r"not known to be done: (.*?)\. Of what can be judged, without a judgement yet: (.*?)\.", opening.words(page))
        assert opened
        assert sum(numbers(opened[1 if which is Queue.OVERDUE else 2])) == len(listed)


@BY_DAY
def test_the_pledges_are_counted_by_the_texts_that_are_listed(day: str) -> None:
    then = real().as_of(dt.date.fromisoformat(day))
    listed = [opening.words(row) for row in rows(after(opening.drawn("pledges", "en", on=day), "All pledges in words, by name"))]
    assert len(listed) == len(then.pledges)
    for row in listed:
        found = re.search(r"((?:\d{4}(?:, )?)+) \((\d+) of (\d+) on record\)", row)
        assert found
        assert (len(found[1].split(", ")), len(then.declarations)) == (int(found[2]), int(found[3]))


@BY_DAY
@pytest.mark.parametrize("id_", ["gwangju", "jeonnam-gwangju", "seoul"])
def test_a_city_counts_the_promises_that_are_listed(day: str, id_: str) -> None:
    then = real().as_of(dt.date.fromisoformat(day))
    body = then.body_by_id.get(id_)
    if body is None:
        return
    shown = opening.opened("city", "en", on=day, id=id_)
    page, binding = opening.markup(shown), bound(then, body)
    listed = [rows(table) for table in re.findall(r"<table.*?</table>", page, re.S) if "<th scope='col'>As</th>" in table]
    assert sum(map(len, listed)) == len(binding)
    headings = re.findall(r"<h3 class='sub'>(?:Due|Open): (\d+) ", page)
    headings += re.findall(r"(?:Begun and not done|Done, or not assessable)\\: (\d+) ", "\n".join(each.label for each in shown.expander))
    assert [int(n) for n in headings] == [len(each) for each in listed]
    if binding:
        own = own_notes(then, body).keys() & {each.commitment.id for each in binding}
        text = opening.words(page)
        assert f"{len(binding)} promise" in text or "the one promise" in text
        assert f"Own records on {len(own)}" in text


@BY_DAY
def test_method_counts_the_searches_that_are_listed_and_the_standings_of_the_day(day: str) -> None:
    on = dt.date.fromisoformat(day)
    then, page = real().as_of(on), opening.drawn("method", "en", on=day)
    found = re.search(r"(\d+) search(?:es)? that found nothing, written down</summary>(.*?)</table>", page, re.S)
    if found:
        assert int(found[1]) == len(rows(found[2]))
    for ledger in Ledger:
        here = then.commitments_in(ledger)
        never = sum(then.standing_of(each, on) is Standing.NOT_ASSESSED for each in here)
        judged = sum(each.assessable for each in here)
        assert f"{never} of {judged}" in opening.words(page)
