"""A deck as a document for a browser, for the wall and as one file alike: slides, notes, list, bar, and the window of whoever speaks.

All is in it but the scripts: the typeface with the signs that are used and no more, pictures whose colours change from light to dark
without another request. The deck has to be drawn in the colours of `charts.theme.ON_PAGE`. How it looks and what it does is in
static/deck/.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from markupsafe import Markup, escape

from charts import signs, svg
from charts.theme import DARK, LIGHT, ON_PAGE, Theme
from decks.deck import Deck, Slide
from exports import font_subset
from models.labels import Say
from models.records.terms import Force
from models.register.standing import Standing

FOLDER: Final = Path(__file__).parents[2] / "static" / "deck"
SCRIPTS: Final = ("reveal/reveal.js", "presenting.js")
"""In the order in which they are needed."""
CUTS: Final = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
FAMILY: Final = "Deck"
"""The licence of Pretendard reserves its name for the whole typeface."""
NOTHING: Final = Markup("")
BAR: Final = ("previous", "next", "list", "dark", "black", "full", "speaker", "print")
"""What can be done, in the order in which it stands in the bar."""


@dataclass(frozen=True)
class Document:
    """The parts of which the page on the wall and the file are put together."""

    title: str
    style: Markup
    body: Markup


def document(deck: Deck, say: Say, ways: Markup = NOTHING) -> Document:
    """The deck without its scripts; `ways` are further links for the list of slides."""
    ids = _ids(deck)
    sections = [
        _section(slide, id_, position, len(ids), say) for position, (slide, id_) in enumerate(zip(deck.slides, ids, strict=True), 1)
    ]
    around = Markup("{bar}{list}{speaker}").format(bar=_bar(say), list=_list(deck, ids, say, ways), speaker=_speaker(deck, say))
    body = Markup(
        "<main class='reveal'><h1 class='unseen'>{title}</h1><div class='slides'>{slides}</div></main>"
        "<p id='deck-status' class='unseen' role='status'></p><p id='deck-told' role='alert'></p>{around}"
    ).format(title=deck.title, slides=Markup("\n").join(sections), around=around)
    title = " · ".join([deck.title, say("frame.product_short")])
    # Our own files and values, in which nothing could end the style.
    style = Markup(_faces(deck, body) + _colors() + (FOLDER / "presenting.css").read_text(encoding="utf-8"))
    return Document(title, style, body)


def page(lang: str, made: Document, scripts: Markup, head: Markup = NOTHING) -> bytes:
    """The whole page; `head` is what has to stand before everything else."""
    return str(
        Markup(
            "<!DOCTYPE html>\n<html lang='{lang}'><head><meta charset='utf-8'>{head}<title>{title}</title><link rel='icon' href='{icon}'>"
            "<meta name='viewport' content='width=device-width, initial-scale=1'><meta name='robots' content='noindex'>"
            "<style>{style}</style></head><body>{body}{scripts}</body></html>\n"
        ).format(lang=lang, head=head, title=made.title, icon=_icon(), style=made.style, body=made.body, scripts=scripts)
    ).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _icon() -> str:
    """The picture for its tab, in it too: a browser asks for it anew whenever the address changes."""
    return f"data:image/png;base64,{b64encode((FOLDER.parent / 'icon.png').read_bytes()).decode()}"


def _ids(deck: Deck) -> list[str]:
    """What names each slide in an address: its own id; where slides of several sets have the same, the later ones are numbered."""
    times: Counter[str] = Counter()
    found = []
    for slide in deck.slides:
        times[slide.id] += 1
        found.append(slide.id if times[slide.id] == 1 else f"{slide.id}~{times[slide.id]}")
    return found


def _section(slide: Slide, id_: str, position: int, of: int, say: Say) -> Markup:
    canvas = slide.canvas
    below = " ".join(filter(None, [canvas.subtitle, canvas.foot_left, canvas.lacking]))
    notes = Markup("").join(Markup("<p>{}</p>").format(each) for each in slide.notes)
    return Markup(
        "<section id='{id}' data-said='{said}'><h2 class='unseen'>{title}</h2>\n{picture}<p class='unseen'>{below}</p>"
        "<p class='source'>{source}</p><aside class='notes'>{notes}</aside></section>"
    ).format(
        id=id_,
        said=say("deck.wall_slide", n=position, all=of),
        title=slide.title,
        # All words in it are escaped where it is drawn.
        picture=Markup(svg.within(canvas, str(position))),
        below=below,
        source=_link(slide.address),
        notes=notes,
    )


def _link(address: str) -> Markup:
    """The address; a link where it is whole."""
    if "://" not in address:
        return Markup("<span>{}</span>").format(address)
    return Markup("<a href='{0}' target='_blank' rel='noopener'>{0}</a>").format(address)


def _button(name: str, say: Say) -> Markup:
    return Markup("<button type='button' data-do='{}'>{}</button>").format(name, say(f"deck.wall_{name}"))


def _bar(say: Say) -> Markup:
    buttons = Markup("").join(_button(name, say) for name in BAR)
    return Markup("<nav id='deck-bar' aria-label='{label}' data-black='{black}' data-refused='{refused}'>{buttons}</nav>").format(
        label=say("deck.wall_bar"), black=say("deck.wall_is_black"), refused=say("deck.wall_window_refused"), buttons=buttons
    )


def _list(deck: Deck, ids: list[str], say: Say, ways: Markup) -> Markup:
    lines = [
        Markup("<li><a href='#/{}'><span>{}</span><span>{}</span></a></li>").format(id_, position, slide.title)
        for position, (slide, id_) in enumerate(zip(deck.slides, ids, strict=True), 1)
    ]
    return Markup(
        "<dialog id='deck-list' aria-labelledby='deck-list-title'><header><h2 id='deck-list-title'>{title}</h2>{close}</header>"
        "<ol>{lines}</ol><p>{keys}</p><p>{address}</p>{ways}</dialog>"
    ).format(
        title=deck.title,
        close=_button("close", say),
        lines=Markup("").join(lines),
        keys=say("deck.wall_keys"),
        address=escape(say("deck.wall_address", address="{}")).format(_link(deck.address)),
        ways=ways,
    )


def _speaker(deck: Deck, say: Say) -> Markup:
    """The window of whoever speaks, which the script fills."""
    return Markup(
        "<template id='deck-speaker' data-name='{name}' data-title='{window}'>"
        "<header><p class='number'></p><p>{clock} <time></time></p><p>{elapsed} <time></time></p>{again}"
        "<p class='warning black' role='status' hidden>{black}</p><p class='warning lost' role='alert' hidden>{lost}</p></header>"
        "<section class='now'><h2>{now}</h2></section><section class='next'><h2>{next}</h2><p>{last}</p></section>"
        "<section class='notes' tabindex='0' aria-labelledby='notes'><h2 id='notes'>{notes}</h2><div></div></section>"
        "<footer><p class='source'></p><nav aria-label='{bar}'>{buttons}</nav></footer></template>"
    ).format(
        name=deck.name,
        window=f"{say('deck.wall_speaker')} · {deck.title}",
        clock=say("deck.speaker_clock"),
        elapsed=say("deck.speaker_elapsed"),
        again=_button("again", say),
        black=say("deck.wall_is_black"),
        lost=say("deck.speaker_lost"),
        now=say("deck.speaker_now"),
        next=say("deck.speaker_next"),
        last=say("deck.speaker_last"),
        notes=say("deck.speaker_notes"),
        bar=say("deck.wall_bar"),
        buttons=Markup("").join(_button(name, say) for name in ("previous", "next", "black")),
    )


# how it looks ------------------------------------------------------------------------------------------------------------


def _colors() -> str:
    light, dark = (";".join(f"{name}:{value}" for name, value in _named(theme).items()) for theme in (LIGHT, DARK))
    return f":root{{{light}}}\n@media screen{{:root[data-dark]{{{dark};color-scheme:dark}}}}\n"


def _named(theme: Theme) -> dict[str, str]:
    """The colours of a theme by the names that pictures within a page call them."""
    pairs = [(getattr(ON_PAGE, name), getattr(theme, name)) for name in ("bg", "ink", "ink2", "ink3", "edge", "hatch", "rule")]
    paints = [(ON_PAGE.force[force], theme.force[force]) for force in Force]
    paints += [(ON_PAGE.standing[standing], theme.standing[standing]) for standing in Standing]
    for called, meant in paints:
        pairs += [(called.fill, meant.fill), (called.text, meant.text)]
    return {name.removeprefix("var(").removesuffix(")"): value for name, value in pairs}


def _faces(deck: Deck, body: Markup) -> str:
    """The typeface in the weights and with the signs that are used."""
    plain = re.sub(r"<svg.*?</svg>", "", body, flags=re.DOTALL)
    used: dict[int, set[str]] = {400: set(plain), 700: set(plain)}
    for slide in deck.slides:
        for text in [*svg.around(slide.canvas), *slide.canvas.texts]:
            for run in text.runs:
                used.setdefault(max(each for each in CUTS if each <= run.weight), set()).update(run.words)
    has = signs.faces()[0].has
    faces = []
    for weight, words in sorted(used.items()):
        font = b64encode(font_subset.subset(CUTS[weight], "".join(sorted(words & has)))).decode()
        source = f"url(data:{font_subset.MEDIA_TYPE};base64,{font})"
        faces.append(f"@font-face{{font-family:{FAMILY};font-weight:{weight};src:{source}}}\n")
    return "".join(faces)
