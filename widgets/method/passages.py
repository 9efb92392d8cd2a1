"""What the page Method is made of: its tables, paragraphs, lists, and passages that open."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from widgets.parts import prose

Cell = str | Markup | int


def table(heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, caption: str = "", numbers: Sequence[int] = (), css: str = "") -> Markup:
    """A table whose first column names the row; on narrow screens the cells after the first carry the name of their column."""
    number = Markup(" class='number'")
    columns = prose.joined(
        [Markup("<th scope='col'{}>{}</th>").format(number if i in numbers else "", head) for i, head in enumerate(heads)]
    )
    lines = []
    for row in rows:
        cells = prose.joined(
            [
                Markup("<td{}{}>{}</td>").format(
                    Markup(" data-head='{}'").format(heads[i]) if i > 1 else "", number if i in numbers else "", cell
                )
                for i, cell in enumerate(row[1:], start=1)
            ]
        )
        lines.append(Markup("<tr><th scope='row'>{}</th>{}</tr>").format(row[0], cells))
    title = Markup("<caption>{}</caption>").format(caption) if caption else ""
    body = Markup("<thead><tr>{}</tr></thead><tbody>{}</tbody>").format(columns, prose.joined(lines))
    return Markup("<table class='ours stack method {}'>{}{}</table>").format(css, title, body)


def folded(summary: str, body: Markup) -> Markup:
    """A passage that opens when its heading is chosen."""
    return Markup("<details class='fold'><summary>{}</summary><div>{}</div></details>").format(summary, body)


def plain(words: str) -> Markup:
    """A paragraph."""
    return Markup("<p class='plain'>{}</p>").format(words)


def points(sentences: Sequence[str | Markup]) -> Markup:
    """Sentences as a list."""
    return Markup("<ul class='points'>{}</ul>").format(prose.joined([Markup("<li>{}</li>").format(sentence) for sentence in sentences]))
