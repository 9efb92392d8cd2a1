"""What one coder chose for a new text, provision by provision, before anybody else's choice is shown to them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from models.records.terms import Force, Precision

ROLES = ("first", "second")


class Order(StrEnum):
    """Whether a coder saw the suggestion for a provision before they chose."""

    AFTER = "after"
    BEFORE = "before"
    NEVER = "never"


class ChosenUnit(BaseModel):
    """One commitment as a coder marks it. The second coder fills `quote`, `force`, `precision`, `by`, `to` and `why`, the first all."""

    model_config = ConfigDict(extra="forbid")

    quote: str = ""
    verb: str = ""
    force: Force | None = None
    precision: Precision | None = None
    by: list[str] = Field(default_factory=list)
    to: list[str] = Field(default_factory=list)
    why: str = ""
    partners: list[str] = Field(default_factory=list)
    themes: list[str] = Field(default_factory=list)
    groups: list[str] = Field(default_factory=list)
    stages: list[str] = Field(default_factory=list)
    items: list[tuple[str, str]] = Field(default_factory=list)
    """The quote and its Korean rendering."""
    items_closed: bool = False
    due: str = ""
    due_within: str = ""
    due_words: str = ""
    target_value: str = ""
    target_unit_en: str = ""
    target_unit_ko: str = ""
    summary_en: str = ""
    summary_ko: str = ""
    test_en: str = ""
    test_ko: str = ""
    first_day: str = ""
    counted_en: str = ""
    counted_ko: str = ""
    listed: bool | None = None
    doubt_en: str = ""
    doubt_ko: str = ""


class ChosenProvision(BaseModel):
    """One provision as a coder sees it: a force of its own, or the commitments in it."""

    model_config = ConfigDict(extra="forbid")

    force: Force | None = None
    units: list[ChosenUnit] = Field(default_factory=list)
    why: str = ""
    themes: list[str] = Field(default_factory=list)
    groups: list[str] = Field(default_factory=list)
    summary_en: str = ""
    summary_ko: str = ""
    order: Order | None = None
    chosen: bool = False
    """Whether the coder said that this is their choice; only then is it one."""

    @property
    def is_chosen(self) -> bool:
        """Whether the coder said that it is their choice, and every force is there."""
        coded = all(unit.quote.strip() and unit.force for unit in self.units) if self.units else self.force is not None
        return self.chosen and coded

    @property
    def codes(self) -> tuple[object, ...]:
        """What two coders are compared by, and what is never changed once it is finished."""
        return (self.force, self.why, *((each.quote, each.force, each.precision, each.by, each.to, each.why) for each in self.units))


class ChosenCoding(BaseModel):
    """What one coder chose, by the place of the provision (`p5`). Finished, it is never changed again."""

    model_config = ConfigDict(extra="forbid")

    coder: str
    """Their name, as it stands in the file."""
    role: str
    """`first` or `second`."""
    provisions: dict[str, ChosenProvision] = Field(default_factory=dict)
    finished: bool = False
    coded: str = ""
    """The day on which it was finished; the store fills it in."""

    def unchosen(self, places: Iterable[str]) -> list[str]:
        """The provisions for which the coder has not said yet that this is their choice, or has chosen no force."""
        return [place for place in places if place not in self.provisions or not self.provisions[place].is_chosen]

    def how_far(self, places: Iterable[str]) -> int:
        """How many provisions are chosen."""
        return sum(place in self.provisions and self.provisions[place].is_chosen for place in places)

    def chooses_like(self, other: ChosenCoding) -> bool:
        """Whether both are as far and have chosen the same codes; what only a record needs may differ."""
        return self.finished == other.finished and self._chosen == other._chosen

    @property
    def _chosen(self) -> dict[str, tuple[object, ...]]:
        return {place: (each.chosen, each.order, *each.codes) for place, each in self.provisions.items()}


class Settlement(BaseModel):
    """How one difference between the two codings was settled; the words are those of the file."""

    model_config = ConfigDict(extra="forbid")

    place: str
    first: str
    second: str
    settled: str = ""
    because_en: str = ""
    because_ko: str = ""
    taken: str = ""
    """`first`, `second`, or `own` where neither was taken; the units of the record are in `own` then."""
    own: ChosenProvision | None = None
