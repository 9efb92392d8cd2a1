"""Themes and groups of new words: by what the vocabulary says of a theme, by how the nearest wordings on record were coded, and by names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass

from models.register.register import Register
from models.texts.suggesting.nearest import Wordings
from models.texts.suggesting.rarity import Telling, telling

MOST = 3
NEIGHBOURS = 15
"""So many nearest wordings are asked how they were coded."""
BY_DEFINITION, BY_NAME = 3.0, 1.0
"""What likeness to the definition of a theme, and to its name, counts against likeness to one wording that has it."""
ENOUGH = 0.55
"""A theme is suggested beside the best one if it has so much of what that one has."""
_NOT = re.compile(r"\. Not .*$|[^.]*‘.*$")
"""What a definition says a theme is not."""

GROUPS = {
    "inhabitants": r"\binhabitants?\b|\bresidents?\b|(?<!이)주민|시민들",
    "women": r"\bwom[ae]n\b|\bgirls?\b|\bgender\b|여성",
    "men": r"\bmen\b(?! and women)|남성",
    "children": r"\bchild(?:ren)?\b|아동|어린이|아이들",
    "youth": r"\byouth\b|\byoung people\b|청소년|청년|젊은이",
    "older-persons": r"\bolder (?:persons?|people)\b|\belderly\b|\bageism\b|노인|고령자|어르신",
    "persons-with-disabilities": r"\bdisabilit(?:y|ies)\b|\bdisabled\b|장애인",
    "migrants": r"\bim?migrants?\b|\bmigrants?\b|이주민|이주노동자",
    "refugees": r"\brefugees?\b|난민",
    "minorities": r"\bminorit(?:y|ies)\b|소수자",
    "persons-in-poverty": r"\b(?:people|persons) (?:living )?in poverty\b|\bthe poor\b|빈곤층",
    "victims": r"\bvictims?\b|피해자|희생자",
    "human-rights-defenders": r"\bhuman rights defenders?\b|인권옹호자",
    "officials": r"\b(?:public )?officials?\b|\bcivil servants?\b|공무원",
}
"""The words by which a text names a group; a group of the vocabulary that is not here is found by its own name."""


@dataclass(frozen=True)
class Defined:
    """What a theme is about: its name, and its name and definition without what it is not."""

    name: Telling
    whole: Telling


def definitions(register: Register, stem: Callable[[str], str], *, korean: bool) -> dict[str, Defined]:
    """What each theme of the vocabulary is about."""
    lang = "ko" if korean else "en"
    return {
        each.id: Defined(telling(each.name[lang], stem), telling(f"{each.name[lang]}. {_NOT.sub('', each.definition[lang])}", stem))
        for each in register.themes
    }


def themes(words: Telling, known: dict[str, Defined], wordings: Wordings) -> tuple[str, ...]:
    """The themes that the words may have, best first, three at most."""
    scores: dict[str, float] = defaultdict(float)
    for theme, said in known.items():
        scores[theme] += BY_DEFINITION * wordings.rarity.likeness(words, said.whole) + BY_NAME * wordings.rarity.likeness(words, said.name)
    near = sorted(((wordings.rarity.likeness(words, each.said), each) for each in wordings.passages), key=lambda pair: -pair[0])
    for likeness, each in near[:NEIGHBOURS]:
        for theme in each.themes:
            scores[theme] += likeness
    best = max(scores.values(), default=0.0)
    order = sorted((theme for theme in scores if scores[theme] > 0), key=lambda theme: (-scores[theme], theme))
    return tuple(theme for theme in order[:MOST] if scores[theme] >= ENOUGH * best)


def groups(text: str, register: Register, among: Collection[str] = GROUPS) -> tuple[str, ...]:
    """The groups of people that the words name, in the order of the vocabulary."""
    found = []
    for group in register.groups:
        pattern = GROUPS[group.id] if group.id in among else f"{re.escape(group.name.en)}|{re.escape(group.name.ko)}"
        if re.search(pattern, text, re.IGNORECASE):
            found.append(group.id)
    return tuple(found)
