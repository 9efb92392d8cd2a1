"""What new words carry on: their themes and groups, the pledges they may belong to and the earlier wordings that come near.

All of it rests on the records that are held, by rules that can be read (`rarity`, `nearest`, `pledges`, `background`, `themes`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from models.register.register import Register
from models.texts.suggesting import nearest, pledges, themes
from models.texts.suggesting.nearest import Wordings
from models.texts.suggesting.pledges import Followed
from models.texts.suggesting.rarity import Rarity, Telling, is_korean, stems, telling
from models.texts.suggesting.themes import Defined
from models.texts.suggestions import Context, SuggestedCommitment, SuggestedProvision


@dataclass(frozen=True)
class Known:
    """What is on record in one language, made ready to be compared with."""

    wordings: Wordings
    followed: tuple[Followed, ...]
    themes: dict[str, Defined]


def known(register: Register, without: str | None, *, korean: bool) -> Known:
    """All that new words are compared with, without the declaration that is held out."""
    lang = "ko" if korean else "en"
    texts = [] if korean else [each.text for each in register.provision_by_id.values()]
    texts += [f"{each.title[lang]} {each.object[lang]}" for each in register.pledges]
    texts += [f"{each.name[lang]} {each.definition[lang]}" for each in register.themes]
    stem = stems(texts)
    passages = nearest.on_record(register, without, stem, korean=korean)
    followed = pledges.followed(register, without, stem, korean=korean)
    rarity = Rarity([*(each.said for each in passages), *(each.object for each in followed)])
    return Known(Wordings(register, korean, passages, rarity), followed, themes.definitions(register, stem, korean=korean))


def with_threads(suggested: list[SuggestedProvision], register: Register, context: Context) -> list[SuggestedProvision]:
    """The suggestions with themes, groups, pledges and nearest earlier wordings. Korean words are compared with Korean ones."""
    stem = stems(each.text for each in suggested)
    ready: dict[bool, Known] = {}
    found = []
    for each in suggested:
        korean = is_korean(each.text)
        if korean not in ready:
            ready[korean] = known(register, context.without, korean=korean)
        found.append(_provision(each, ready[korean], stem, context))
    return found


def _provision(each: SuggestedProvision, known_: Known, stem: Callable[[str], str], context: Context) -> SuggestedProvision:
    whole, on = telling(each.text, stem), nearest.day_of(known_.wordings.register, context)
    commitments = tuple(_commitment(one, known_, telling(one.quote, stem).within(whole), context, on) for one in each.commitments)
    named = themes.themes(whole, known_.themes, known_.wordings)
    if commitments:
        return replace(each, themes=named, commitments=commitments)
    best = pledges.pledges(each.text, each.force.value, whole, known_.followed, known_.wordings, context)
    return replace(each, themes=named, pledges=best, nearest=nearest.nearest(whole, best, known_.wordings, context, on))


def _commitment(one: SuggestedCommitment, known_: Known, words: Telling, context: Context, on: dt.date) -> SuggestedCommitment:
    wordings = known_.wordings
    best = pledges.pledges(one.quote, one.force.value, words, known_.followed, wordings, context)
    return replace(
        one,
        themes=themes.themes(words, known_.themes, wordings),
        groups=themes.groups(one.quote, wordings.register),
        pledges=best,
        nearest=nearest.nearest(words, best, wordings, context, on),
    )
