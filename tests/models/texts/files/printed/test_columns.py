"""The order in which rows are read, told from where they stand alone."""

from __future__ import annotations

from models.texts.files.printed.columns import ordered
from models.texts.files.printed.rows import rows
from models.texts.files.printed.signs import Run, Setting, Sign

PLAIN = Setting(10.0, False, 0)


def run(text: str, left: float, base: float, right: float | None = None, size: float = 10.0) -> Run:
    width = ((right - left) if right else 5.0 * len(text)) / len(text)
    signs = [Sign(sign, left + at * width, left + (at + 1) * width, base, size, False, False) for at, sign in enumerate(text)]
    return Run(signs, Setting(size, False, 0))


def read(runs: list[Run]) -> tuple[list[str], bool]:
    found, moved = ordered(rows(runs))
    return ["|".join("".join(sign.text for sign in each.signs) for each in row.runs) for row in found], moved


def test_two_columns_under_a_title_are_read_one_after_the_other() -> None:
    left = [run(f"L{n}", 50, 700 - 12 * n, 290) for n in range(6)]
    right = [run(f"R{n}", 310, 703 - 12 * n, 550) for n in range(6)]
    title = run("TITLE", 100, 760, 500)
    foot = run("FOOT", 60, 500, 540)
    said, moved = read([*right, foot, title, *left])
    assert said == ["TITLE", *[f"L{n}" for n in range(6)], *[f"R{n}" for n in range(6)], "FOOT"]
    assert moved


def test_a_short_last_line_stays_in_its_column() -> None:
    left = [run(f"L{n}", 50, 700 - 12 * n, 290) for n in range(6)]
    right = [run(f"R{n}", 310, 700 - 12 * n, 550 if n < 5 else 340) for n in range(6)]
    assert read([*left, *right])[0][-1] == "R5"


def test_numbers_with_a_wide_gap_stay_with_their_words() -> None:
    lines = [each for n in range(8) for each in (run(f"{n}.", 50, 700 - 12 * n), run("words", 90, 700 - 12 * n, 550))]
    assert read(lines) == ([f"{n}.|words" for n in range(8)], False)


def test_cells_of_a_table_stay_in_their_rows() -> None:
    cells = [each for n in range(8) for each in (run(f"city{n}", 50, 700 - 20 * n), run("2030", 350, 700 - 20 * n, 370 + 22 * n))]
    assert read(cells)[1] is False


def test_a_raised_digit_stands_in_the_row_of_its_word_and_one_of_the_row_above_does_not() -> None:
    digit = run("2", 100.5, 704, size=6.0)
    row, above = rows([run("Housing for", 50, 716), run("all cities", 50, 700), digit])
    assert [len(each.runs) for each in (row, above)] == [1, 2]
    assert digit.signs[0].raised
