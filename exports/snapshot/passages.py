"""The small passages of a snapshot: lists of facts, quoted words, links, and force and standing as word and mark.

Text becomes part of a passage by `Markup("…{}…").format(text)` alone, which escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

from charts import shapes
from charts.canvas import Mark
from charts.theme import CHANGE_GLYPH, FORCE_SYMBOL, STANDING_GLYPH
from models.labels import Say
from models.records.evidence import copied_at
from models.records.terms import Force
from models.register.lineage import Change
from models.register.standing import Standing

Words = str | Markup
NOTHING: Final = Markup("")


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Passages one after another, with text between them."""
    return Markup(escape(between)).join(parts)


def paragraph(words: Words, css: str = "") -> Markup:
    """A paragraph; nothing where there are no words."""
    return Markup("<p{}>{}</p>\n").format(Markup(" class='{}'").format(css) if css else NOTHING, words) if words else NOTHING


def heading(level: int, words: Words, id_: str = "", beside: Words = "") -> Markup:
    """A heading that a link finds by its id, with small words beside it."""
    small = Markup(" <small>{}</small>").format(beside) if beside else NOTHING
    name = Markup(" id='{}'").format(id_) if id_ else NOTHING
    return Markup("<h{0}{1}>{2}{3}</h{0}>\n").format(level, name, words, small)


def facts(rows: Iterable[tuple[str, Words]]) -> Markup:
    """Names and what they stand for, those without anything left out."""
    inside = joined(Markup("<dt>{}</dt><dd>{}</dd>\n").format(*row) for row in rows if row[1])
    return Markup("<dl>{}</dl>\n").format(inside) if inside else NOTHING


def points(items: Iterable[Words], css: str = "") -> Markup:
    """A list; nothing where there is nothing to list."""
    inside = joined(Markup("<li>{}</li>\n").format(item) for item in items)
    return Markup("<ul class='{}'>\n{}</ul>\n").format(css, inside) if inside else NOTHING


def table(heads: Iterable[str], rows: Iterable[Iterable[Words]]) -> Markup:
    """A table whose first column names the rows; on a phone each cell says the name of its column."""
    names = list(heads)
    lines = []
    for row in rows:
        first, *rest = row
        cells = joined(Markup("<td data-label='{}'>{}</td>").format(name, cell) for name, cell in zip(names[1:], rest, strict=True))
        lines.append(Markup("<tr><th scope='row'>{}</th>{}</tr>\n").format(first, cells))
    head = joined(Markup("<th scope='col'>{}</th>").format(name) for name in names)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>\n{}</tbody></table>\n").format(head, joined(lines))


def link(address: str, words: Words) -> Markup:
    """A link within the file."""
    return Markup("<a href='{}'>{}</a>").format(address, words)


def lines(text: str) -> Markup:
    """A text with the breaks that it has."""
    return Markup("<br>").join(text.split("\n"))


def quoted(text: str, lang: str) -> Markup:
    """Words to the letter, in quotation marks and in their language."""
    return Markup("<q lang='{}'>{}</q>").format(lang, lines(text))


def source(say: Say, words: Words, publisher: str, url: str | None) -> Markup:
    """A source as a link to where it was read; that this is a third party's copy is said before the link."""
    if not url:
        return Markup("{}").format(words)
    host = copied_at(publisher, url)
    copy = Markup("<b>{}</b> ").format(say("notes.copy", host=host)) if host else NOTHING
    return copy + Markup("<a href='{}' rel='noopener noreferrer'>{}</a>").format(url, words)


# marks -------------------------------------------------------------------------------------------------------------


def marks() -> Markup:
    """The marks of force, drawn once and used by all cells: the same shapes as in the pictures."""
    return Markup("<svg class='marks' aria-hidden='true'>{}</svg>\n").format(joined(_mark(force) for force in Force))


def _mark(force: Force) -> Markup:
    mark = Mark(8, 8, FORCE_SYMBOL[force], 9, "currentColor", 2.2)
    path = shapes.outline(mark, lambda value: f"{value:.1f}")
    return Markup(
        "<symbol id='mark-{}' viewBox='0 0 16 16'><path d='{}' fill='{}' stroke='currentColor' stroke-width='2.2'/></symbol>"
    ).format(force.value, path, shapes.fill(mark))


def force(say: Say, known: Force | None) -> Markup:
    """The force as a cell with mark and word; that it cannot be said, where what is coded is withheld for a mistake."""
    if known is None:
        return Markup("<small>{}</small>").format(say("terms.force_withheld"))
    return Markup("<span class='force force-{0}'><svg aria-hidden='true'><use href='#mark-{0}'/></svg>{1}</span>").format(
        known.value, say(f"terms.force_{known}")
    )


def standing(say: Say, now: Standing) -> Markup:
    """The standing as a cell with mark and word."""
    sign = "" if now is Standing.NOT_ASSESSABLE else STANDING_GLYPH[now]
    glyph = Markup("<b aria-hidden='true'>{}</b>").format(sign) if sign else NOTHING
    return Markup("<span class='standing standing-{}'>{}<span>{}</span></span>").format(now.value, glyph, say(f"terms.standing_{now}"))


def change(words: str, how: Change) -> Markup:
    """The label of a change: its arrow and what is said of it."""
    return Markup("<span class='change'><b aria-hidden='true'>{}</b> {}</span>").format(CHANGE_GLYPH[how], words)
