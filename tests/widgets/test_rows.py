"""Rows that name a commitment: one link in each, and it leads to the page that answers."""

from __future__ import annotations

import re

import pytest

from tests.pages.opening import drawn

PAGES = (
    ("overview", {}),
    ("city", {"id": "gwangju"}),
    ("pledge", {"id": "10-100-1000-campaign"}),
    ("follow_through", {"queue": "stale"}),
    ("timeline", {}),
)
WORDS = re.compile(r"href='[^']*/(?:commitment\?[^']*id=|declarations\?[^']*at=)([\w-]+)")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize(("page", "query"), PAGES, ids=[page for page, _ in PAGES])
def test_a_row_has_one_link_to_its_commitment_and_it_leads_to_its_page(page: str, query: dict[str, str], lang: str) -> None:
    rows = [row for row in re.findall(r"<tr>.*?</tr>", drawn(page, lang, **query), re.DOTALL) if "/commitment?" in row]
    assert rows
    for row in rows:
        assert len(WORDS.findall(row)) == 1, row
