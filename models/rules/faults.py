"""What a house rule yields, and the list of all house rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from models.reading.problems import Location
from models.register.register import Register


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of a house rule: the record (`kind:id`), the place inside it, and what to do about it."""

    subject: str
    at: Location
    code: str
    sentence: str


Rule = Callable[[Register, dt.date], Iterator[Fault]]
RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Make a function a house rule; its docstring is the rule."""
    RULES.append(function)
    return function
