"""What is withheld in every file to take along: its own word, its own field, and never an empty cell that reads as “nothing”."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from charts.canvas import Canvas
from charts.standing import bars, told
from charts.svg import slide
from charts.theme import LIGHT
from exports import found_list, picture
from exports.commitments import for_people, for_programs
from exports.dataset import document
from exports.found_list import Selection
from exports.queue import queue_csv
from models.loading import Loaded
from models.register.frames import standing as tables
from models.register.queues import Queue, queue
from tests.samples.registers import LATEST, loaded, real, say
from tests.samples.withheld import read, resting_on_the_sources, without_sources


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return read(without_sources(tmp_path_factory.mktemp("broken")))


def rows(data: bytes, head: str) -> list[dict[str, str]]:
    """The lines of a table below the one that has this head cell."""
    lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    top = next(number for number, line in enumerate(lines) if head in line)
    return [dict(zip(lines[top], line, strict=True)) for line in lines[top + 1 :]]


def test_programs_are_told_which_judgements_are_withheld(broken: Loaded) -> None:
    exported: dict[str, Any] = document(broken.register, LATEST, broken.left_out)
    expected = resting_on_the_sources()
    assert {entry["id"] for entry in exported["commitments"] if entry["withheld"]} == expected
    assert {entry["status"] for entry in exported["commitments"] if entry["withheld"]} == {None}
    assert (exported["meta"]["withheld"], exported["meta"]["judgements_withheld"]) == (1, len(expected))
    sound = {entry["id"]: entry["status"] for entry in document(real(), LATEST)["commitments"]}
    assert all(entry["status"] == sound[entry["id"]] for entry in exported["commitments"] if not entry["withheld"])
    assert document(real(), LATEST)["meta"]["judgements_withheld"] == 0


def test_on_an_earlier_day_the_document_has_what_could_be_told_then(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"notes/2024-c1a/2026-01-01.yaml": "status: ["})
    then, now = (
        {entry["id"]: (entry["status"], entry["withheld"]) for entry in document(found.register, day, 1)["commitments"]}
        for day in (LATEST.replace(year=2025), LATEST)
    )
    assert then["2024-c1a"] == ("started", False)
    assert now["2024-c1a"] == (None, True)


def test_the_table_for_programs_has_a_column_for_it(broken: Loaded) -> None:
    found = rows(for_programs(broken.register, LATEST, broken.left_out), "status")
    assert {row["id"] for row in found if row["withheld"] == "true"} == resting_on_the_sources()
    assert {row["status"] for row in found if row["withheld"] == "true"} == {""}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_the_table_for_people_has_its_word(broken: Loaded, lang: str) -> None:
    words = say(lang)
    column = words("method.csv_standing", date=words.date(LATEST))
    found = rows(for_people(broken.register, words, LATEST, broken.left_out), column)
    named = [row for row in found if row[column] == words("terms.standing_withheld")]
    assert {row[words("method.csv_id")] for row in named} == resting_on_the_sources()
    assert words("terms.standing_not-assessed") not in {row[column] for row in found}


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_list_taken_along_has_its_word_and_explains_it(broken: Loaded, lang: str) -> None:
    words, register = say(lang), broken.register
    chosen = [register.commitment_by_id[id_] for id_ in sorted(resting_on_the_sources())]
    selection = Selection(register, chosen, words, LATEST, [], "/find", "0123", broken.left_out)
    heads, lines = found_list.heads(selection), found_list.rows(selection)
    at = heads.index(words("find.column_standing", date=words.date(LATEST)))
    assert {line[at] for line in lines} == {words("terms.standing_withheld")}
    assert {line[heads.index(words("find.column_judged", date=words.date(LATEST)))] for line in lines} == {None}
    assert (words("terms.standing_withheld"), words("method.rule_withheld")) in found_list.about(selection)[-1][1]


def test_a_queue_taken_along_says_how_many_stand_in_none(broken: Loaded) -> None:
    data = queue_csv(broken.register, say("en"), Queue.NEVER, queue(broken.register, Queue.NEVER, LATEST), LATEST, [], broken.left_out)
    assert f"{len(resting_on_the_sources())} commitments are in no queue" in data.decode("utf-8-sig")


def drawn(found: Loaded) -> Canvas:
    return bars.draw(told.tell(tables.ledgers(found.register, LATEST), LATEST, say("en")), LIGHT)


def test_a_picture_says_below_its_foot_that_records_were_withheld(broken: Loaded) -> None:
    canvas = drawn(broken)
    plain = slide(canvas)
    canvas.lacking = say("en").count("frame.picture_lacks", 3)
    told = slide(canvas)
    assert told.count("3 records or whole files were withheld for mistakes in them when this was drawn.") == 2, (
        "in the picture and in its description"
    )
    assert 'viewBox="0 0 1280 720"' in plain
    assert 'viewBox="0 0 1280 746"' in told
    assert int.from_bytes(picture.png(canvas, 1)[20:24]) == 746
