"""By what a picture is narrowed: in words for its title, in ids for its address and for the name of its file.

What a filter lets through is asked of the register elsewhere; whoever draws a part of it says so by this, whether on a page, on a
slide or for another site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from models.labels import Say
from models.records.terms import Force
from models.register.register import Register

MOST_LETTERS: Final = 120
"""So long is what the name of a file says of filters; ids that find no room are counted."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter by its name in the address, the ids that were chosen, and the words for them."""

    name: str
    ids: tuple[str, ...]
    words: str


def by_theme(register: Register, ids: Iterable[str], say: Say) -> list[Filter]:
    """The themes that were chosen, as one filter; none where none was."""
    names = register.theme_by_id
    return _by("theme", ids, lambda id_: say.named("theme", names[id_].name, register.shared_names), say)


def by_group(register: Register, ids: Iterable[str], say: Say) -> list[Filter]:
    """The groups of people that were chosen."""
    names = register.group_by_id
    return _by("group", ids, lambda id_: say.named("group", names[id_].name, register.shared_names), say)


def by_force(ids: Iterable[str], say: Say) -> list[Filter]:
    """How firm the strongest words are."""
    found = _by("force", ids, lambda id_: say("chart.filter_word", word=say(f"terms.force_{Force(id_)}")), say)
    return [Filter(each.name, each.ids, say("chart.filter_force", forces=each.words)) for each in found]


def by_city(register: Register, id_: str, say: Say) -> list[Filter]:
    """One city or body."""
    return _by("city", [id_], lambda each: register.body_by_id[each].name[say.lang], say)


def by_years(years: tuple[int, int], say: Say) -> list[Filter]:
    """The years that are drawn, where those are not all; what is counted is counted over all of them, which has to be said too."""
    return [Filter("years", (f"{years[0]}-{years[1]}",), say("chart.filter_years", years=say.stretch(*years)))]


def by_choice(name: str, ids: Iterable[str]) -> list[Filter]:
    """What is chosen of a picture and told by its finding or its order already: only its file has to be told from others."""
    return [Filter(name, chosen, "")] if (chosen := tuple(ids)) else []


def _by(name: str, ids: Iterable[str], words: Callable[[str], str], say: Say) -> list[Filter]:
    chosen = tuple(dict.fromkeys(ids))
    if not chosen:
        return []
    named = [words(id_) for id_ in chosen]
    if len(named) > 2:
        return [Filter(name, chosen, say(f"chart.filter_{name}s", first=named[0], n=len(named) - 1))]
    words_of = named[0] if len(named) == 1 else say("chart.filter_either", first=named[0], last=named[1])
    return [Filter(name, chosen, words_of)]


def title(finding: str, filters: Sequence[Filter], say: Say) -> str:
    """A finding that says first by what it is narrowed; a city that it names itself, as "Gwangju", is not named twice."""
    named = {"city"} if any(each.name == "city" and each.words.split()[0] in finding for each in filters) else set()
    words = [each.words for each in filters if each.words and each.name not in named]
    return say("chart.filtered", filter=" · ".join(words), finding=finding) if words else finding


def file_name(key: str, filters: Sequence[Filter], lang: str, day: object) -> str:
    """The name of the file of a picture, without its ending: what it is of, by what it is narrowed, its language and its day."""
    return "-".join([key, *_told(filters), lang, str(day)])


def _told(filters: Sequence[Filter]) -> list[str]:
    """Filters by their names and ids, as `theme-poverty`; as many ids as there is room for, and how many more there are."""
    found: list[str] = []
    for each in filters:
        room = MOST_LETTERS // len(filters) - len(each.name)
        kept = [id_ for position, id_ in enumerate(each.ids) if sum(len(one) + 1 for one in each.ids[: position + 1]) <= room]
        more = len(each.ids) - len(kept)
        found += [each.name, *kept, *([f"and-{more}-more" if kept else f"{more}"] if more else [])]
    return found
