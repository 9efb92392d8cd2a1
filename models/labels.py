"""Every sentence the interface says, in both languages, kept beside each other in `labels/*.yaml`.

A key is the file's name and the entry: `pledges.title`. Sentences have named placeholders; the two languages have the
same ones. Nothing is glued together from fragments, because Korean particles and English plurals would go wrong. A term
stands in `labels/terms.yaml` alone: a sentence that names it writes `{terms.standing_done}` and is given its words when
the labels are loaded.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from string import Formatter
from types import MappingProxyType

from models.reading.documents import read
from models.reading.problems import UnreadableFile
from models.records.days import FIRST_DAY, Refused
from models.records.evidence import Review
from models.records.fields import Bilingual
from models.records.places import place
from models.records.terms import Grade
from models.records.texts import Commitment

LANGUAGES = ("en", "ko")
FOLDER = Path(__file__).resolve().parent.parent / "labels"
CURATORS = MappingProxyType({"curation-2026": "notes.by_curation", "second-reading-2026": "notes.by_second_reading"})
"""Those who keep the register, as notes name them, and what readers are told."""
_TERM = re.compile(r"{(terms\.[a-z-]+_[a-z-]+)}")
_PARTS_KO = "가나다라마바사아자차카타파하"
"""What Korean law letters the parts of an item with (가목, 나목)."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class BadLabels(Exception):
    """The labels are incomplete; unlike a bad record this is a mistake of the program and stops it."""


def load_labels(folder: Path = FOLDER) -> MappingProxyType[str, Bilingual]:
    """All labels by key; raises `BadLabels` with everything that is missing or uneven."""
    found: dict[str, dict[str, str]] = {}
    wrong: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            data = read(path, f"labels/{path.name}").data
        except UnreadableFile as error:
            wrong += [str(problem) for problem in error.problems]
            continue
        for name, words in data.items():
            key = f"{path.stem}.{name}"
            if not isinstance(words, dict) or set(words) != {"en", "ko"} or not all(words.values()):
                wrong.append(f"labels/{path.name}: {key} needs exactly en and ko")
                continue
            found[key] = words
    said: dict[str, Bilingual] = {}
    for key, words in found.items():
        file = f"labels/{key.split('.')[0]}.yaml"
        unknown = {term for language in LANGUAGES for term in _TERM.findall(words[language])} - set(found)
        wrong += [f"{file}: {key} names {term}, which labels/terms.yaml does not have" for term in sorted(unknown)]
        if unknown:
            continue
        said[key] = Bilingual(en=_with_terms(words["en"], found, "en"), ko=_with_terms(words["ko"], found, "ko"))
        # Korean has no plural and always takes the words for many, so those for one are English only.
        if not key.endswith("_one") and placeholders(said[key].en) != placeholders(said[key].ko):
            wrong.append(f"{file}: {key} has other placeholders in Korean than in English")
    if wrong:
        raise BadLabels("\n".join(wrong))
    return MappingProxyType(said)


def _with_terms(words: str, found: dict[str, dict[str, str]], language: str) -> str:
    """A sentence with the words of the terms that it names."""
    return _TERM.sub(lambda term: found[term[1]][language], words)


def placeholders(words: str) -> frozenset[str]:
    """The names in braces that a sentence has filled in."""
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name)


class Say:
    """Says the interface's sentences in one language: `say("pledges.title", count=3)`."""

    def __init__(self, labels: MappingProxyType[str, Bilingual], lang: str) -> None:
        self.labels = labels
        self.lang = lang

    def __call__(self, key: str, **values: object) -> str:
        return self.labels[key][self.lang].format(**values)

    def count(self, key: str, n: int, **values: object) -> str:
        """The sentence for `n` things: `key_one` for one thing in English, else `key_other`."""
        ending = "one" if n == 1 and self.lang == "en" else "other"
        return self(f"{key}_{ending}", n=n, **values)

    def at_least(self, n: int, whole: bool) -> str | int:
        """A number of things, or that there are at least so many, where the list of them is not `whole`."""
        return n if whole else self("frame.at_least", n=n)

    def named(self, kind: str, name: Bilingual, shared: Mapping[str, Container[str]]) -> str:
        """The name of a `theme`, `group`, `body` or `pledge`, with its kind where another kind has the same name (`shared`)."""
        words = name[self.lang]
        return self(f"frame.named_{kind}", name=words) if words.casefold() in shared[self.lang] else words

    def date(self, day: dt.date) -> str:
        """A day as people write it: 21 Nov 2026, 2026. 11. 21."""
        if self.lang == "ko":
            return f"{day.year}. {day.month}. {day.day}."
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"

    def stretch(self, first: object, last: object) -> str:
        """From the first to the last, as each language writes it: 2011–2026, 2011~2026. One thing is named once."""
        if first == last:
            return str(first)
        return f"{first}~{last}" if self.lang == "ko" else f"{first}–{last}"

    def refusal(self, refused: Refused) -> str:
        """Why a day that was asked for cannot be shown."""
        return self(f"frame.day_{refused.why}", given=refused.given, first=self.date(FIRST_DAY), today=self.date(refused.today))

    def span(self, start: dt.date, end: dt.date) -> str:
        """The days from `start` to `end`, without repeating month and year."""
        if start == end:
            return self.date(start)
        if self.lang == "ko":
            if start.year != end.year:
                return self.stretch(self.date(start), self.date(end))
            last = f"{end.day}." if start.month == end.month else f"{end.month}. {end.day}."
            return self.stretch(self.date(start), last)
        if (start.year, start.month) == (end.year, end.month):
            return f"{start.day}–{self.date(end)}"
        first = f"{start.day} {_MONTHS[start.month - 1]}"
        return f"{first} – {self.date(end)}" if start.year == end.year else f"{self.date(start)} – {self.date(end)}"

    def partial(self, text: str) -> str:
        """A date of which perhaps only month or year is known: 2015, Aug 2015, 7 Aug 2015."""
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 3:
            return self.date(dt.date(*parts))
        if self.lang == "ko":
            return f"{parts[0]}년 {parts[1]}월" if len(parts) == 2 else f"{parts[0]}년"
        return f"{_MONTHS[parts[1] - 1]} {parts[0]}" if len(parts) == 2 else str(parts[0])

    def due(self, commitment: Commitment) -> str:
        """By when it is due, as far as that is known: 17 May 2025; May 2025, day not yet set. Empty where there is no date."""
        if commitment.due is not None:
            return self.date(commitment.due)
        return self.day_open(str(commitment.due_within)) if commitment.due_within else ""

    def day_open(self, within: str) -> str:
        """A month or a year of which the day is not yet set."""
        return self("terms.day_open", date=self.partial(within))

    def day_due(self, day: dt.date, within: str) -> str:
        """A due day; where it is not yet set, the month or year that the words name."""
        return self.day_open(within) if within else self.date(day)

    def ordinal(self, number: int) -> str:
        """The number of a forum: 14th, 제14회."""
        if self.lang == "ko":
            return f"제{number}회"
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    def ordinals(self, first: int, last: int) -> tuple[str, str]:
        """The ends of a run of forums, to be joined by a sentence: 2nd and 6th; 제2 and 6회, for 제2~6회."""
        if self.lang == "ko" and first != last:
            return f"제{first}", f"{last}회"
        return self.ordinal(first), self.ordinal(last)

    def place(self, id_: str) -> str:
        """A provision or commitment as one cites it: 2024, ¶ 5; 2024, commitment 2 (a); of a text that has no year yet: ¶ 5."""
        at = place(id_)
        if at is None:
            return id_
        text = self.text(at.text) if at.text else ""
        if at.section:
            text = self("terms.place_section", text=text, number=at.section).lstrip(", ")
        number, *parts = at.numbers or (0,)
        words = self(f"terms.place_{at.kind}", text=text, number=number).lstrip(", ")
        steps = ("paragraph", "item", "subitem") if at.kind == "a" else ("item", "subitem")
        for step, part in zip(steps, parts, strict=False):
            lettered = step == "subitem" and self.lang == "ko" and part <= len(_PARTS_KO)
            words = self(f"terms.part_{step}", place=words, number=_PARTS_KO[part - 1] if lettered else part)
        if deeper := parts[len(steps) :]:
            words = self("terms.part_deeper", place=words, number=".".join(map(str, deeper)))
        return f"{words} ({at.letter})" if at.letter else words

    def text(self, id_: str) -> str:
        """A declaration as places name it: 2024, 2024년."""
        return self("terms.text_of_year", year=id_)

    def coded_once(self, texts: Sequence[str]) -> str:
        """That nobody has coded these declarations a second time; empty where there are none."""
        return self.count("frame.coded_once", len(texts), texts=self.listed([self.text(each) for each in texts])) if texts else ""

    def unthreaded(self, texts: Sequence[str]) -> str:
        """That nobody has compared these declarations with the pledges yet; empty where there are none."""
        return self.count("frame.unthreaded", len(texts), texts=self.listed([self.text(each) for each in texts])) if texts else ""

    def judge(self, by: str) -> str:
        """Who judged, as readers know them."""
        return self(CURATORS[by]) if by in CURATORS else by

    def reviewed(self, before: Grade, found: tuple[dt.date, Review] | None) -> list[str]:
        """What a later reading of a source changed in whose word it is taken for, and why; nothing where it gave no reason."""
        if found is None:
            return []
        day, review = found
        if review.because is None:
            return []
        because = review.because[self.lang]
        if review.grade is before:
            return [self("notes.reviewed_same", date=self.date(day), because=because)]
        return [self("notes.reviewed", date=self.date(day), before=self(f"terms.grade_{before}"), because=because)]

    def listed(self, words: list[str]) -> str:
        """Names one after another: a, b and c; a, b, c."""
        if len(words) < 2 or self.lang == "ko":
            return ", ".join(words)
        return f"{', '.join(words[:-1])} and {words[-1]}"
