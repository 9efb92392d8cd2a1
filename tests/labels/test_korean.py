"""The Korean of the labels keeps to the vocabulary of docs/korean.md."""

from __future__ import annotations

import re

import pytest

from models.labels import load_labels
from models.reading.documents import read
from tests.labels.korean_words import Refusal, Term, korean_of_records, refusals, terms
from tests.samples.registers import ROOT

LABELS = load_labels()
HELD = {key: words.ko for key, words in LABELS.items() if not key.startswith("search_words.")}
"""Every label but the words that readers type, old ones too."""
STATUSES = [key for key in LABELS if key.startswith("terms.standing_")] + ["terms.precision_none", "terms.precision_aspiration"]


@pytest.mark.parametrize("term", [each for each in terms() if each.label], ids=lambda term: term.english)
def test_the_label_of_a_term_has_its_korean_word(term: Term) -> None:
    assert HELD[str(term.label)] == term.korean


@pytest.mark.parametrize("refused", [each for each in refusals() if each.labels], ids=lambda refused: refused.pattern)
def test_no_label_has_a_refused_word(refused: Refusal) -> None:
    found = {key: hit for key, words in HELD.items() if (hit := refused.found(words, key))}
    assert not found, f"say: {refused.instead}"


def test_an_exception_is_still_needed() -> None:
    said = [*HELD.values(), *(sentence for _, sentence in korean_of_records())]
    for refused in refusals():
        for key in refused.keys:
            assert re.search(refused.pattern, HELD[key]), f"{key} no longer needs to be excepted from {refused.pattern}"
        for phrase in refused.phrases:
            assert any(phrase in sentence for sentence in said), f"nothing says {phrase}, excepted from {refused.pattern}"


def test_a_status_is_typed_in_one_place() -> None:
    """Other files name the term, so that no sentence keeps an old word: `{terms.standing_done}`."""
    typed = []
    for path in sorted((ROOT / "labels").glob("*.yaml")):
        if path.stem in ("terms", "search_words"):
            continue
        for name, words in read(path, f"labels/{path.name}").data.items():
            typed += [f"{path.stem}.{name}: {LABELS[key].ko}" for key in STATUSES if LABELS[key].ko in words["ko"]]
    assert not typed
