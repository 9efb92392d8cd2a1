"""What stands in for forums and names whose records are withheld: what other records say of them, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports import dataset
from models.loading import Loaded, load
from tests.samples.broken_lists import BREAKAGES, broken_copy
from tests.samples.registers import LATEST, real


@pytest.fixture(scope="module", params=list(BREAKAGES))
def broken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    return request.param, broken_copy(tmp_path_factory.mktemp("broken"), request.param)


def read(broken: tuple[str, Path]) -> Loaded:
    return load(broken[1], LATEST)


def test_the_data_is_served_and_says_what_stands_in(broken: tuple[str, Path]) -> None:
    name, loaded = broken[0], read(broken)
    made = dataset.document(loaded.register, LATEST, loaded.left_out)
    assert made["meta"]["withheld"] >= 1
    if name == "a city":
        assert next(body["name"]["en"] for body in made["bodies"] if body["id"] == "gwangju") == "gwangju (name withheld)"
    if name in ("no vocabulary", "a city"):
        assert len(loaded.problems) == 1, "one mistake is one problem"


def test_a_text_whose_forum_is_withheld_keeps_its_column(broken: tuple[str, Path]) -> None:
    name, register = broken[0], read(broken).register
    if name not in ("no forums", "a forum with a text", "all kinds"):
        assert register.knows_all_forums
        return
    assert not register.knows_all_forums
    assert {declaration.forum for declaration in register.declarations} <= set(register.forum_by_number)
    assert "14" in register.stood_in
    assert register.forum_by_number[14].start == register.declaration_by_id["2024"].adopted


def test_on_sound_records_nothing_stands_in() -> None:
    assert real().stood_in == frozenset()
    assert real().knows_all_forums
