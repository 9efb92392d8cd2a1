"""The page Pledge: what stands in view, and what stands apart."""

from __future__ import annotations

import re
from functools import partial

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import opening
from tests.samples.registers import ROOT, real, say

BOTH = pytest.mark.parametrize("lang", ["en", "ko"])
CAMPAIGN, WITHOUT = "10-100-1000-campaign", "next-forum"
drawn = partial(opening.drawn, "pledge")


@BOTH
def test_the_top_of_the_page_leads_to_every_section_and_to_the_numbers(lang: str) -> None:
    page = drawn(lang, id=CAMPAIGN)
    nav = re.search(r"<nav(?! class='pages').*?</nav>", page, re.DOTALL)
    assert nav
    assert say(lang)("progress.heading") in nav[0]
    for place in re.findall(r"href='#([^']+)'", nav[0]):
        assert page.count(f"id='{place}'") == 1, place
    assert say(lang)("progress.heading") not in drawn(lang, id=WITHOUT)


@BOTH
def test_a_link_to_the_numbers_finds_them_first(lang: str) -> None:
    story, numbers = "id='story'", "id='numbers'"
    page = drawn(lang, id=CAMPAIGN)
    assert page.index(story) < page.index(numbers)
    page = drawn(lang, id=CAMPAIGN, part="numbers")
    assert page.index(numbers) < page.index(story)
    assert page.count(numbers) == 1


@BOTH
def test_the_own_records_of_a_city_stand_apart_from_the_judgements_of_the_whole(lang: str) -> None:
    register = real()
    pledge = next(each for each in register.pledges if each.id == "human-rights-education")
    page = drawn(lang, id=pledge.id)
    came = page[page.index("id='notes'") :]
    apart = "".join(re.findall(r"<section class='own'>.*?</section>", came, re.DOTALL))
    whole = re.sub(r"<section class='own'>.*?</section>", "", came, flags=re.DOTALL)
    own = [note for each in register.commitments_of(pledge) for note in register.notes_of(each.id) if note.actor]
    assert own
    assert apart.count("class='actor'") == len(own)
    assert "class='actor'" not in whole
    assert say(lang)("commitment.own") in opening.words(apart)
    for note in own:
        assert " ".join(note.reason[lang].split()) in opening.words(apart)


@BOTH
def test_the_timeline_leads_to_the_numbers_of_a_pledge(lang: str) -> None:
    at = AppTest.from_file(str(ROOT / "pages" / "frame.py"), default_timeout=60)
    at.query_params["lang"] = lang
    at.session_state["opened:timeline"] = "2024-c2a"
    shown = opening.markup(opening.checked(at.switch_page("timeline.py").run()))
    assert re.search(r"href='\./pledge\?lang=\w\w&amp;id=10-100-1000-campaign&amp;part=numbers'", shown)
