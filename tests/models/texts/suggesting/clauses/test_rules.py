"""The rules as data: every one says where in the codebook it comes from, and none knows a sentence of the declarations on record."""

from __future__ import annotations

import re

import pytest

from models.records.terms import Force
from models.texts.suggesting.clauses import rules, trial
from models.texts.suggesting.clauses.clause import Stands, stands
from models.texts.suggesting.clauses.forms import forms
from models.texts.suggesting.clauses.words import sentences, words
from tests.samples.registers import ROOT, real

LONGEST = 60
"""No word list has a phrase so long that it would be a passage; the names of bodies are longer."""


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_every_rule_names_its_row_of_the_codebook_and_has_an_example_of_our_own(lang: str) -> None:
    codebook = (ROOT / "docs" / "CODEBOOK.md").read_text(encoding="utf-8")
    assert {group.force for group in rules.verbs(lang)} == set(Force)
    texts = " ".join(provision.text for provision in real().provision_by_id.values())
    for rule in (*rules.verbs(lang), *rules.rows(lang)):
        section, _, where = rule.codebook.partition(", ")
        assert f"\n## {section}." in codebook
        assert where.startswith("row ") or f"| `{where.split(':')[0]}` |" in codebook or "speakers by another name" in where
        assert rule.example
        assert rule.example.rstrip(".") not in texts
    assert [row.id for row in rules.rows(lang)] == [str(n) for n in range(1, 18) if n != 5]
    assert [row.precision.value for row in rules.rows(lang)] == [row.precision.value for row in rules.rows("en")]


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_no_list_holds_a_passage_or_an_id_of_the_declarations(lang: str) -> None:
    for path in (rules.FOLDER / lang).glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b20\d\d-[pc]\d", text), path.name
    phrases = [phrase for group in rules.verbs(lang) for phrase in group.verbs]
    phrases += [phrase for row in rules.rows(lang) for phrase in (*row.verbs, *row.nouns)]
    phrases += [phrase for each in rules.lists(lang).values() for phrase in each]
    assert max(len(phrase) for phrase in phrases) < LONGEST
    assert max(len(phrase.split()) for phrase in phrases) <= 6


def test_the_sentences_of_the_trial_are_those_of_its_page() -> None:
    page = (ROOT / "docs" / "codebook-check.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if re.match(r"\| \d+ \|", line)]
    rows = [row for row in rows if len(row) == 8]
    said = [(int(n), text, f.strip("`"), p.strip("`") if p != "–" else None) for n, _, _, text, f, p, _, _ in rows]
    found = [(each.n, each.words, each.force.value, each.precision.value if each.precision else None) for each in trial.sentences()]
    assert found == said


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("p5", Stands.BEFORE),
        ("c2", Stands.LISTED),
        ("c2-1", Stands.LISTED),
        ("s2-c1", Stands.LISTED),
        ("s1-p3", Stands.BEFORE),
        ("a3-2-1", Stands.ARTICLE),
        ("close", Stands.BEFORE),
        ("intro", Stands.BEFORE),
    ],
)
def test_a_place_says_whether_its_words_stand_in_a_list_or_an_article(place: str, where: Stands) -> None:
    assert stands(place) is where


@pytest.mark.parametrize(
    ("verb", "bent"),
    [
        ("agree", "agrees agreeing agreed"),
        ("carry", "carries carrying carried"),
        ("commit", "commits committing committed"),
        ("meet", "meets meeting met"),
    ],
)
def test_verbs_bend(verb: str, bent: str) -> None:
    found = forms(verb)
    assert " ".join(min(found[form]) for form in ("s", "ing", "ed")) == bent


def test_sentences_end_where_they_end() -> None:
    text = "We met on 4 Sept. 2031 in St. Gallen, i.e. here. “We stayed.” It cost 1.5 million. Then (so it goes. Yes) we left"
    found = words(text)
    parted = [text[found[a].start : found[b - 1].end] for a, b in sentences(found)]
    assert parted == [
        "We met on 4 Sept. 2031 in St. Gallen, i.e. here.",
        "“We stayed.”",
        "It cost 1.5 million.",
        "Then (so it goes. Yes) we left",
    ]
