"""The Korean of the records has no word that docs/korean.md refuses."""

from __future__ import annotations

import pytest

from tests.labels.korean_words import Refusal, korean_of_records, refusals


@pytest.mark.parametrize("refused", [each for each in refusals() if each.records], ids=lambda refused: refused.pattern)
def test_no_record_has_a_refused_word(refused: Refusal) -> None:
    found = [f"{place}: {hit}: {sentence}" for place, sentence in korean_of_records() if (hit := refused.found(sentence))]
    assert not found, f"say: {refused.instead}\n" + "\n".join(found)
