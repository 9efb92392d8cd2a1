"""The styles and lists of a Word file: what numbering.xml and styles.xml say, and the numbers that Word draws by them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from models.texts.files.drawn.counting import Counter, Level, parted
from models.texts.files.drawn.numerals import Form
from models.texts.files.drawn.tags import child, children, number, said

FORMS: Final = {
    "decimal": Form.DECIMAL,
    "decimalZero": Form.ZERO,
    "upperRoman": Form.ROMAN,
    "lowerRoman": Form.LOWER_ROMAN,
    "upperLetter": Form.LETTER,
    "lowerLetter": Form.LOWER_LETTER,
    "ordinal": Form.ORDINAL,
    "ordinalText": Form.ORDINAL_WORD,
    "cardinalText": Form.CARDINAL_WORD,
    "ganada": Form.SYLLABLE,
    "chosung": Form.CONSONANT,
    "koreanDigital": Form.KOREAN_DIGITS,
    "koreanCounting": Form.KOREAN,
    "koreanLegal": Form.KOREAN_NATIVE,
    "koreanDigital2": Form.HANJA,
    "ideographDigital": Form.HANJA,
    "chineseCounting": Form.HANJA,
    "japaneseCounting": Form.HANJA,
    "decimalEnclosedCircle": Form.CIRCLE,
    "decimalEnclosedCircleChinese": Form.CIRCLE,
    "decimalEnclosedFullstop": Form.FULL_STOP,
    "decimalEnclosedParen": Form.PARENTHESES,
    "decimalFullWidth": Form.WIDE,
    "decimalFullWidth2": Form.WIDE,
    "numberInDash": Form.DASHES,
    "chicago": Form.SIGNS,
    "bullet": Form.NONE,
    "none": Form.NONE,
}
_SIGNS: Final = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0A8: "□", 0xF06E: "■", 0xF06C: "●", 0xF0E0: "→",
                 0xF02D: "–", 0xF0A0: " ", 0xF0FE: "☑", 0xF06F: "□", 0xF0B0: "°"}  # fmt: skip
"""What signs of Symbol and Wingdings look like, which only these typefaces can draw."""
_MOST_STYLES = 20
"""So many styles may rest on one another; a longer chain is a circle."""


def sign(code: int) -> str:
    """A character of a typeface of signs, as one that any typeface has; a dot where there is none."""
    if 0xF000 <= code <= 0xF0FF:
        return _SIGNS.get(code, "•")
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def drawable(words: str) -> str:
    """Words with such signs among them."""
    return "".join(sign(ord(each)) if 0xF000 <= ord(each) <= 0xF0FF else each for each in words)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a list."""

    list_id: str
    level: int


@dataclass
class Styles:
    """The styles of a file, each with those on which it rests."""

    by_id: dict[str, Any] = field(default_factory=dict)
    usual: str = ""
    defaults: Any = None
    looked_up: dict[tuple[str, str, str], Any] = field(default_factory=dict)
    """What styles say of type: files have a run for every few letters."""

    def chain(self, style: str) -> list[Any]:
        """The style and those on which it rests, nearest first."""
        found: list[Any] = []
        while style in self.by_id and len(found) < _MOST_STYLES:
            found.append(self.by_id[style])
            style = said(child(self.by_id[style], "basedOn"), "val")
        return found

    def paragraph(self, properties: Any, *path: str) -> Any | None:
        """What a paragraph says of itself, or else its styles."""
        if (here := child(properties, *path)) is not None:
            return here
        for style in self.chain(self.of(properties)):
            if (here := child(style, "pPr", *path)) is not None:
                return here
        return None

    def of(self, properties: Any) -> str:
        """The style of a paragraph."""
        return said(child(properties, "pStyle"), "val") or self.usual

    def run(self, properties: Any, paragraph: Any, name: str) -> Any | None:
        """What a run says of its type, or else its style, or else the styles of its paragraph."""
        if (here := child(properties, name)) is not None:
            return here
        key = (said(child(properties, "rStyle"), "val"), self.of(paragraph), name)
        if key not in self.looked_up:
            chain = [child(style, "rPr", name) for style in [*self.chain(key[0]), *self.chain(key[1])]]
            self.looked_up[key] = next((found for found in chain if found is not None), child(self.defaults, name))
        return self.looked_up[key]


def styles(root: Any) -> Styles:
    """The styles that styles.xml holds."""
    found = Styles(defaults=child(root, "docDefaults", "rPrDefault", "rPr"))
    for style in children(root, "style"):
        found.by_id[said(style, "styleId")] = style
        if said(style, "type") == "paragraph" and said(style, "default") in ("1", "true", "on"):
            found.usual = said(style, "styleId")
    return found


@dataclass
class Lists:
    """The lists of a file, as they are counted."""

    styles: Styles
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """Of each list as paragraphs name it."""
    kinds: dict[str, str] = field(default_factory=dict)
    """Lists of one kind count on from each other."""
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Where a list begins anew, each level once."""
    of_style: dict[tuple[str, str], int] = field(default_factory=dict)
    counters: dict[str, Counter] = field(default_factory=dict)

    def place(self, properties: Any) -> Place | None:
        """Where in which list a paragraph stands."""
        own = child(properties, "numPr")
        id_, level = said(child(own, "numId"), "val"), said(child(own, "ilvl"), "val")
        style = self.styles.of(properties)
        for each in self.styles.chain(style) if not id_ else ():
            if (numbered := child(each, "pPr", "numPr")) is not None:
                id_ = said(child(numbered, "numId"), "val")
                level = level or said(child(numbered, "ilvl"), "val")
                if id_:
                    if not level:
                        level = str(self.of_style.get((self.kinds.get(id_, ""), said(each, "styleId")), 0))
                    break
        return Place(id_, min(8, max(0, number(level)))) if id_ in self.levels else None

    def drawn(self, place: Place) -> str:
        """Count the paragraph, and what Word draws before it."""
        levels, counter = self.levels[place.list_id], self.counters.setdefault(self.kinds[place.list_id], Counter())
        if place.level in (starts := self.starts.get(place.list_id, {})):
            self.levels[place.list_id] = levels = counter.begin(place.level, starts.pop(place.level), levels)
        return counter.counted(place.level, levels)

    def indent(self, place: Place) -> float:
        """How far from the edge the level begins."""
        return self.levels[place.list_id].get(place.level, Level()).indent


def lists(root: Any, known: Styles) -> Lists:
    """The lists that numbering.xml holds."""
    made, kinds = Lists(known), {said(kind, "abstractNumId"): kind for kind in children(root, "abstractNum")}
    numbered = {said(each, "numId"): each for each in children(root, "num")}
    for id_, each in numbered.items():
        kind_id, kind = said(child(each, "abstractNumId"), "val"), kinds.get(said(child(each, "abstractNumId"), "val"))
        if kind is None:
            continue
        if style := said(child(kind, "numStyleLink"), "val"):
            # The list is described where the style of that name points to.
            other = said(child(known.by_id.get(style), "pPr", "numPr", "numId"), "val")
            kind_id = said(child(numbered.get(other), "abstractNumId"), "val") or kind_id
            kind = kinds.get(kind_id, kind)
        made.kinds[id_] = kind_id
        made.levels[id_] = {}
        for level in children(kind, "lvl"):
            at = number(said(level, "ilvl"))
            made.levels[id_][at] = _level(level)
            if style := said(child(level, "pStyle"), "val"):
                made.of_style[kind_id, style] = at
        for override in children(each, "lvlOverride"):
            at = number(said(override, "ilvl"))
            if (level := child(override, "lvl")) is not None:
                made.levels[id_][at] = _level(level)
            if (start := child(override, "startOverride")) is not None:
                made.starts.setdefault(id_, {})[at] = number(said(start, "val"), 1)
    return made


def _level(level: Any) -> Level:
    form = said(child(level, "numFmt"), "val", "decimal")
    parts = parted(said(child(level, "lvlText"), "val"), "%", 9)
    restart = child(level, "lvlRestart")
    made = Level(
        form=FORMS.get(form, Form.DECIMAL),
        parts=tuple(drawable(part) if isinstance(part, str) else part for part in parts),
        start=number(said(child(level, "start"), "val", "1"), 1),
        all_decimal=on(child(level, "isLgl")),
        anew_after=None if restart is None else number(said(restart, "val")) - 1,
        indent=indent(child(level, "pPr", "ind")),
    )
    # A level "none" draws the words of its pattern, and no number for itself.
    return replace(made, parts=()) if form == "none" and not any(isinstance(part, str) for part in made.parts) else made


def indent(ind: Any) -> float:
    """Where the first line begins, in points."""
    left = said(ind, "left") or said(ind, "start")
    return (number(left) + number(said(ind, "firstLine")) - number(said(ind, "hanging"))) / 20


def on(switch: Any) -> bool:
    """Whether a switch of the file is on."""
    return switch is not None and said(switch, "val", "1") not in ("0", "false", "off", "none")


def heading(known: Styles, properties: Any) -> int | None:
    """How deep a heading the paragraph is, by its level in the outline or by the names of its styles."""
    level = number(said(known.paragraph(properties, "outlineLvl"), "val"), 9)
    if 0 <= level < 6:
        return level + 1
    for style in known.chain(known.of(properties)):
        name = said(child(style, "name"), "val").lower()
        if name == "title":
            return 1
        if name == "subtitle":
            return 2
        if name.startswith("heading ") and 1 <= number(name.removeprefix("heading ")) <= 6:
            return number(name.removeprefix("heading "))
    return None
