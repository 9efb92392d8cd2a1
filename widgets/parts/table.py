"""A table on a page: cells as text or markup; on narrow screens each row becomes a block."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from widgets.parts import prose

Row = Sequence[object]


def table(columns: Sequence[str], rows: Sequence[Row], caption: str = "", numbers: Sequence[int] = ()) -> Markup:
    """A table of ours; the first column names the row."""
    head = prose.joined([Markup("<th scope='col'{}>{}</th>").format(_number(i, numbers), column) for i, column in enumerate(columns)])
    lines = [
        Markup("<tr><th scope='row'>{}</th>{}</tr>").format(
            row[0],
            prose.joined(
                [
                    Markup("<td data-label='{}'{}>{}</td>").format(columns[i], _number(i, numbers), cell)
                    for i, cell in enumerate(row[1:], start=1)
                ]
            ),
        )
        for row in rows
    ]
    title = Markup("<caption>{}</caption>").format(caption) if caption else ""
    return Markup("<table class='ours stack'>{}<thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(
        title, head, prose.joined(lines)
    )


def _number(column: int, numbers: Sequence[int]) -> Markup:
    return Markup(" class='number'") if column in numbers else Markup("")
