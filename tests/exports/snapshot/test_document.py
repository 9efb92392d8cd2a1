"""A snapshot holds the whole register of its day, in words of each language and as data; text in it stays text."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from exports import dataset
from models.loading import Loaded, load
from models.register.register import Register
from models.register.standing import Standing
from tests.days.told import Known
from tests.exports.snapshot.reading import data, elements, made, of_real_records, plain, words
from tests.samples.registers import LATEST, ROOT, TODAY, edited, folder, loaded, real, say
from tests.samples.withheld import read, resting_on_the_sources, without_sources

PAYLOAD = "</script><img src=x onerror=alert(1)><!--'\"&lt;"


def expected(register: Register, lang: str) -> Iterator[str]:
    """Words of every record that a reader has to find."""
    for text in register.declarations:
        yield from (text.title[lang], text.title[text.language], text.source.title, *text.epigraphs)
        yield from (heading.text for heading in text.headings)
        yield from (note.text for note in text.footnotes if note.text)
    for provision in register.provision_by_id.values():
        yield provision.text
        yield from [provision.summary[lang]] if provision.summary else []
    for coded in register.commitment_by_id.values():
        yield from (coded.quote, coded.verb, coded.summary[lang], say(lang).place(coded.id))
        yield from [coded.test[lang]] if coded.test else []
        yield from [coded.doubt[lang]] if coded.doubt else []
        yield from [each.because[lang] for each in coded.recoded]
    for pledge in register.pledges:
        yield from (pledge.title[lang], pledge.object[lang])
        yield from (mention.because[lang] for mention in pledge.mentions if mention.because)
    for note in register.notes:
        yield note.reason[lang]
        yield from [note.part[lang]] if note.part else []
        yield from note.search.words if note.search else []
    for source in register.evidence:
        yield from (source.says[lang], source.title, register.publisher(source.publisher, lang))
    for measure in register.measures:
        yield measure.title[lang]
        yield from (series.kind[lang] for series in measure.series)
    for forum in register.forums:
        yield forum.theme[lang]
        yield from (each[lang] for each in forum.notes)


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_record_is_in_the_file_in_the_words_of_the_language(lang: str) -> None:
    read_there = words(of_real_records(), lang)
    register = real().as_of(LATEST)
    known = {each["id"] for each in dataset.document(real(), LATEST)["evidence"]}
    register = replace(register, evidence=tuple(each for each in register.evidence if each.id in known))
    assert [each for each in expected(register, lang) if plain(each) not in read_there] == []


def test_the_data_are_those_of_the_export_with_their_digest_and_fingerprint_told() -> None:
    raw, exported = of_real_records(), dataset.as_json(real(), LATEST)
    assert data(raw) == dataset.document(real(), LATEST)
    for lang in ("en", "ko"):
        read_there = words(raw, lang)
        assert hashlib.sha256(exported).hexdigest() in read_there
        assert dataset.fingerprint(real()) in read_there
        assert say(lang).date(LATEST) in read_there
        assert say(lang)("snapshot.left_out_none") in read_there


def test_every_link_leads_somewhere_in_the_file_or_to_a_source() -> None:
    found = elements(of_real_records())
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(ids) == len(set(ids))
    ways = [attributes["href"] or "" for tag, attributes in found if tag in ("a", "use")]
    assert {way for way in ways if way.startswith("#")} <= {f"#{id_}" for id_ in ids}
    assert all(way.startswith(("#", "https://", "http://")) for way in ways)


def test_the_policy_lets_nothing_in_and_names_its_script_and_style_by_their_digests() -> None:
    text = of_real_records().decode()
    (policy,) = (str(each["content"]) for tag, each in elements(text.encode()) if each.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert not re.search(r"unsafe-inline|unsafe-eval|https?:|\*", policy)
    for name, pattern in (("script-src", r"<script>(.*?)</script>"), ("style-src", r"<style>(.*?)</style>")):
        (inside,) = re.findall(pattern, text, re.DOTALL)
        assert f"'sha256-{base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()}'" in rules[name]
    assert {tag for tag, _ in elements(text.encode())} & {"img", "link", "iframe", "object", "embed", "base"} == set()


def poisoned(value: Any) -> Any:
    """A record with the payload before every text in it; ids and closed words have neither blanks nor capitals and stay."""
    if isinstance(value, BaseModel):
        return value.model_copy(update={name: poisoned(getattr(value, name)) for name in type(value).model_fields})
    if isinstance(value, (list, tuple)):
        return type(value)(poisoned(each) for each in value)
    if isinstance(value, str) and not isinstance(value, Enum) and not re.fullmatch(r"[a-z0-9:/._#?=&%-]*", value):
        return PAYLOAD + value
    return value


def test_whatever_a_record_says_is_text(tmp_path: Path) -> None:
    register = loaded(tmp_path).register
    kinds = {
        each.name: poisoned(getattr(register, each.name)) for each in fields(register) if isinstance(getattr(register, each.name), tuple)
    }
    raw = made(replace(register, **kinds), TODAY)
    found = elements(raw)
    assert not [tag for tag, _ in found if tag == "img"]
    assert [tag for tag, _ in found].count("script") == 3
    assert not [name for _, attributes in found for name in attributes if name.startswith("on")]
    assert words(raw, "en").count("<img src=x onerror=alert(1)>") > 50
    assert data(raw)["provisions"][0]["text"].startswith(PAYLOAD)


def test_the_same_records_and_day_give_the_same_bytes_in_any_process(tmp_path: Path) -> None:
    root, out = folder(tmp_path), tmp_path / "other.html"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima", "LC_ALL": "C"}
    command = [sys.executable, "curate.py", "--records", str(root), "snapshot", "--on", "2026-03-01", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert out.read_bytes() == made(load(root, TODAY).register, dt.date(2026, 3, 1))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return read(without_sources(tmp_path_factory.mktemp("broken")))


def test_what_is_withheld_is_said_with_its_number_and_its_own_mark(broken: Loaded) -> None:
    raw = made(broken.register, LATEST, ["ko"], broken.left_out)
    read_there, hidden = words(raw, "ko"), len(resting_on_the_sources())
    assert say("ko").count("snapshot.left_out", broken.left_out) in read_there
    assert say("ko").count("frame.problems_judgements", hidden) in read_there
    assert raw.decode().count(f"standing-{Standing.WITHHELD}") >= hidden
    assert say("ko").count("frame.picture_lacks", broken.left_out) in read_there


def test_one_broken_commitment_leaves_its_paragraph_readable(tmp_path: Path) -> None:
    found = loaded(tmp_path, edited("declarations/2023.yaml", "verb: urge", "verb: ask"))
    read_there = words(made(found.register, TODAY, ["en"], found.left_out), "en")
    assert "We urge cities to open offices by 2025 and encourage all to learn." in read_there
    assert say("en").count("snapshot.left_out", 1) in read_there


@pytest.mark.parametrize("day", ["2018-12-31", "2011-05-17"])
def test_an_earlier_day_tells_nothing_of_what_came_after(day: str) -> None:
    on = dt.date.fromisoformat(day)
    read_there = words(made(real(), on, ["en"]), "en")
    later = [each.text for each in real().provision_by_id.values() if each.declaration > day[:4]]
    assert [each for each in later if plain(each) in read_there] == []
    assert [note.id for note in real().notes if note.as_of > on and plain(note.reason["en"]) in read_there] == []
    assert Known(real().as_of(on), on).hindsight(read_there.split(say("en")("snapshot.section_sources"))[0]) == []
