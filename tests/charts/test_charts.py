"""What the charts say is what the records say, and every word has room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PIL import ImageFont

from benchmarks import generated
from charts import inline, signs, typeface
from charts.canvas import Canvas, Text
from charts.recurrence import hall as recurrence_in_a_hall
from charts.recurrence import matrix as matrix_of
from charts.recurrence import told as recurrence
from charts.standing import bars as standings
from charts.standing import told as standing
from charts.svg import around
from charts.theme import DARK, FORCE_SYMBOL, HEIGHT, LEFT, LIGHT, RIGHT, STANDING_GLYPH, Theme
from charts.through import across
from charts.through import told as through
from models.labels import Say, load_labels
from models.loading import load
from models.records.notes import Note
from models.records.terms import Force, Ledger
from models.register.frames import recurrence as pledges_by_forums
from models.register.frames import standing as ledgers
from models.register.frames import through as steps_of
from models.register.frames.rows import rows
from models.register.register import Register
from models.register.standing import Standing
from tests.samples.registers import LATEST, RECORDS, TODAY, commitment, declaration, forum, mention, pledge, provision, register
from tests.samples.registers import note as any_note

# Drawing every chart takes seconds; one worker does it once.
pytestmark = pytest.mark.xdist_group("charts")

EN, KO = (Say(load_labels(), lang) for lang in ("en", "ko"))


def note(commitment_id: str, as_of: str, status: str) -> Note:
    return any_note(commitment_id, as_of, status, reason={"en": "Because.", "ko": "그렇기 때문이다."})


def small(*, title: str = "alpha", notes: list[Any] | None = None) -> Register:
    """Forums 1, 3 and 4 on record, 2 and 5 not; three pledges."""
    forums = [forum(1, 2011), forum(2, 2015, "known"), forum(3, 2020), forum(4, 2021), forum(5, 2025, "not-found")]
    texts = [
        declaration("2011", 1, provision("p1"), provision("c1", commitment("a", "urges", "direction", verb="do"))),
        declaration("2020", 3, provision("p1"), provision("c1", commitment("a"), commitment("b", "asks", "aspiration"))),
        declaration(
            "2021", 4, provision("p1", force="records"), provision("c1", commitment("a", precision="dated", due=dt.date(2024, 1, 1)))
        ),
    ]
    threads = [
        pledge(title, mention("2011-c1a"), mention("2020-c1a", "2011-c1a"), mention("2021-p1", background=True)),
        pledge("beta", mention("2011-p1"), mention("2020-p1", "2011-p1"), mention("2021-c1a", "2020-p1")),
        pledge("gamma", mention("2020-c1b")),
    ]
    return register(*texts, forums=forums, pledges=threads, notes=notes or [])


def matrix(
    records: Register,
    say: Say = EN,
    theme: Theme = LIGHT,
    day: dt.date = TODAY,
    variant: matrix_of.Variant = "page",
    most: int | None = None,
) -> Canvas:
    """The recurrence chart in a variant, with the slide's drawing where the page's is too tall for one."""
    found = pledges_by_forums.pledges(records, day, say.lang), pledges_by_forums.mentions(records, day, say.lang)
    rows = {"slide": matrix_of.ROWS_SLIDE, "hall": matrix_of.ROWS_HALL}.get(variant, most)
    told = recurrence.tell(*found, pledges_by_forums.forums(records, day), day, say, rows)
    if variant == "hall":
        return recurrence_in_a_hall.draw(told, theme)[0]
    page = matrix_of.draw(told, theme, variant)
    if variant == "page" and page.height > HEIGHT:
        page.slide = matrix(records, say, theme, day, "slide")
    return page


def one(records: Register, id_: str, say: Say = EN, theme: Theme = LIGHT, day: dt.date = TODAY) -> Canvas:
    thread = records.pledge_by_id[id_]
    steps = steps_of.steps(records, thread, day, say.lang)
    return across.draw(through.tell(steps, thread.title[say.lang], pledges_by_forums.forums(records, day), day, say), theme)


def bars(records: Register, say: Say = EN, theme: Theme = LIGHT, day: dt.date = TODAY) -> Canvas:
    return standings.draw(standing.tell(ledgers.ledgers(records, day), day, say), theme)


@cache
def real() -> Register:
    return load(RECORDS, LATEST).register


def many(count: int) -> Register:
    text = declaration("2011", 1, *(provision(f"c{number}", commitment("a", quote=f"We do {number}.")) for number in range(1, count + 1)))
    threads = [pledge(f"a-rather-long-name-of-a-pledge-{number}", mention(f"2011-c{number}a")) for number in range(1, count + 1)]
    return register(text, pledges=threads)


def drawn() -> Iterator[tuple[str, Canvas]]:
    """Every chart of the real records and of small ones, in both languages, in every variant."""
    for say, theme in ((EN, LIGHT), (KO, DARK)):
        for name, records in (("small", small()), ("real", real()), ("many", many(30)), ("empty", register())):
            days = [TODAY, dt.date(2011, 12, 31)] if name != "empty" else [TODAY]
            for day in days:
                for variant in ("page", "slide", "hall"):
                    yield f"matrix {name} {variant} {say.lang} {day}", matrix(records, say, theme, day, variant=variant)
                yield f"bars {name} {say.lang} {day}", bars(records, say, theme, day)
        for thread in (*real().pledges, *small().pledges):
            records = small() if thread in small().pledges else real()
            yield f"through {thread.id} {say.lang}", one(records, thread.id, say, theme)


# what is said ------------------------------------------------------------------------------------------------------


def test_the_finding_counts_declarations_not_mentions_and_leaves_background_out() -> None:
    canvas = matrix(small())
    assert canvas.title == "2 of 3 pledges return in two or more of the three declarations on record"
    assert canvas.foot_left == "Source: declarations of 2011, 2020, 2021 · as of 21 Nov 2026 · n = 3 pledges, 6 mentions"
    assert canvas.subtitle.endswith("The texts of two forums are not on record.")
    assert matrix(small(), KO).subtitle.endswith("본문을 확보하지 못한 포럼: 2개 회차.")


def test_the_korean_finding_has_the_same_numbers() -> None:
    assert matrix(small(), KO).title == "의제 3건 중 2건이 본문을 확보한 선언문 3건 가운데 2건 이상에 등장"


def test_how_often_how_long_and_how_lately_order_the_rows_differently() -> None:
    records = small()
    firsts = {order: list(pledges_by_forums.pledges(records, TODAY, "en", order)["pledge"]) for order in pledges_by_forums.ORDERS}
    assert firsts["often"] == ["beta", "alpha", "gamma"]
    assert firsts["lately"][0] == "beta"
    alpha = next(row for row in rows(pledges_by_forums.pledges(records, TODAY, "en")) if row["pledge"] == "alpha")
    assert [alpha[name] for name in ("declarations", "of", "mentions", "background", "years")] == [2, 3, 2, 1, 9]


def test_a_day_in_the_past_knows_neither_later_forums_nor_later_words() -> None:
    day = dt.date(2012, 1, 1)
    assert list(pledges_by_forums.forums(small(), day)["forum"]) == [1]
    assert matrix(small(), day=day).title == "2 pledges are in the only declaration on record"
    assert int(ledgers.ledgers(small(), day)["assessable"].sum()) == 1


def test_every_forum_not_on_record_is_hatched_and_says_why() -> None:
    for canvas in (matrix(small()), one(small(), "alpha")):
        hatched = {hatch.id: hatch.hover for hatch in canvas.hatches if hatch.id}
        assert set(hatched) == {"2", "5"}
        assert "known to exist" in hatched["2"]
        assert "No text was found" in hatched["5"]


def test_a_cell_has_its_word_and_its_mark_and_silence_has_neither() -> None:
    canvas = matrix(small())
    symbols = [mark.symbol for mark in canvas.marks]
    # The key has each mark once; the cells of the three pledges come on top of it.
    expected = {"square": 3, "triangle-right": 2, "circle-open": 5, "triangle-right-open": 2, "line-ew": 1, "diamond-open": 1, "circle": 3}
    assert {symbol: symbols.count(symbol) for symbol in expected} == expected
    said = [text.words for text in canvas.texts]
    assert said.count("promises") == 3
    assert said.count("records") == 1


def test_every_cell_can_be_chosen_and_names_pledge_and_declaration() -> None:
    ids = {target.id for target in matrix(small()).targets}
    assert {"alpha|2011", "alpha|2020", "alpha|2021", "gamma|2011", "gamma|"} <= ids


def test_a_long_list_grows_on_the_page_and_the_slide_says_how_many_it_shows() -> None:
    canvas = matrix(many(30))
    assert canvas.height > 720
    assert canvas.slide is not None
    assert canvas.slide.height == 720
    assert canvas.slide.foot_left.endswith(f"{matrix_of.ROWS_SLIDE} of 30 pledges shown")
    assert matrix(many(30), variant="hall").foot_left.endswith(f"{matrix_of.ROWS_HALL} of 30 pledges shown")
    assert matrix(many(3)).slide is None


@pytest.mark.parametrize("say", [EN, KO])
def test_the_slide_shows_every_pledge_that_its_title_counts(say: Say) -> None:
    counted = pledges_by_forums.pledges(real(), dt.date(2026, 11, 21), say.lang)["declarations"]
    slide = matrix(real(), say, variant="slide")
    shown = {target.id for target in slide.targets if target.id.endswith("|")}
    assert len(shown) >= min(int((counted >= 3).sum()), 17)
    assert slide.height == 720
    cells = [target.h for target in slide.targets if target.id.endswith("|2024")]
    assert min(cells) >= 22


def test_one_year_is_named_once() -> None:
    day = dt.date(2012, 1, 1)
    assert matrix(small(), day=day).subtitle.endswith("forum by forum, 2011. The texts of all forums are on record.")
    assert one(small(), "alpha", KO, day=day).subtitle == (
        "본문을 확보한 유일한 선언문에 나타난 의제 문구의 표현 강도, 2011년. 모든 포럼의 본문 확보."
    )
    assert not [target.hover for target in matrix(small(), day=day).targets if "2011–2011" in target.hover]


def test_one_pledge_tells_its_steps_and_solid_joins_only_neighbouring_forums() -> None:
    canvas = one(small(), "beta")
    assert canvas.title == "beta: stated in 2011 and 2020, promised in 2021"
    links = [line for line in canvas.lines if line.color == LIGHT.ink]
    assert [bool(line.dash) for line in links] == [True, False]
    said = [text.words for text in canvas.texts]
    assert "first on record" in said
    assert "↑ strengthened" in said
    assert "“We do a.”" in said


def test_silence_is_called_not_carried_forward_only_after_the_very_forum_before() -> None:
    def said(thread: str) -> list[str]:
        records = small()
        threads = [pledge("early", mention("2011-p1")), pledge("late", mention("2020-c1a"))]
        return [text.words for text in one(Register(**{**vars_of(records), "pledges": tuple(threads)}), thread).texts]

    assert said("early").count("not mentioned") == 2
    assert "not carried forward" not in said("early")
    assert said("late").count("not carried forward") == 1


def vars_of(records: Register) -> dict[str, Any]:
    return {"forums": records.forums, "declarations": records.declarations}


def test_the_deciding_verb_stands_out_in_the_quote() -> None:
    quote = [text for text in one(small(), "beta").texts if text.words == "“We do a.”"]
    assert [(run.words, run.weight) for run in quote[0].runs] == [("“We ", 400), ("do", 700), (" a.”", 400)]


def test_the_range_runs_from_what_is_known_to_what_is_possible() -> None:
    def notes(status: str) -> list[Any]:
        return [note("2020-c1a", "2022-01-01", status)]

    assert bars(small(notes=notes("started"))).title == (
        "Between 1 and 2 of the 2 promises that can be judged have been started or taken further"
    )
    assert bars(small(notes=notes("no-evidence"))).title.startswith("Between 0 and 1 of the 2")
    assert bars(small()).title == "None of the 2 promises that can be judged has been assessed yet"
    both = [*notes("done"), note("2021-c1a", "2022-01-01", "contrary")]
    assert bars(small(notes=both)).title == "1 of the 2 promises that can be judged have been started or taken further; 1 is done"
    assert bars(small(notes=both), KO).title == "평가 가능한 약속 2건 중 착수 이상은 1건, 그중 이행 완료는 1건"


def test_the_ledgers_are_counted_apart_and_what_cannot_be_judged_is_in_no_denominator() -> None:
    found = {row["ledger"]: row for row in rows(ledgers.ledgers(small(notes=[note("2020-c1a", "2022-01-01", "done")]), TODAY))}
    assert set(found) == {ledger.value for ledger in Ledger}
    assert (found["promises"]["assessable"], found["promises"]["done"], found["promises"]["not-assessed"]) == (2, 1, 1)
    assert (found["asks"]["assessable"], found["asks"]["not-assessable"]) == (1, 1)
    assert found["hopes"]["assessable"] == 0


def test_one_commitment_is_as_long_in_every_ledger() -> None:
    canvas = bars(small(notes=[note("2020-c1a", "2022-01-01", "done")]))
    lengths = {target.id: target.w for target in canvas.targets}
    assert lengths["promises|done"] == lengths["promises|not-assessed"] == lengths["asks|not-assessed"]


def test_without_colour_every_force_and_standing_still_differs() -> None:
    assert len(set(FORCE_SYMBOL.values())) == len(Force)
    assert len(set(STANDING_GLYPH.values())) == len(Standing)
    for theme in (LIGHT, DARK):
        tones = [_grey(theme.force[force].fill) for force in Force]
        assert tones == sorted(tones, reverse=not theme.dark)


def _grey(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# how it is drawn ---------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def everything() -> list[tuple[str, Canvas]]:
    return list(drawn())


def _box(text: Text) -> tuple[float, float, float, float]:
    return text.left, text.y - 0.75 * text.size, text.left + text.width, text.y + 0.05 * text.size


def test_no_text_leaves_the_drawing(everything: list[tuple[str, Canvas]]) -> None:
    for name, canvas in everything:
        for text in [*canvas.texts, *around(canvas)]:
            left, top, right, bottom = _box(text)
            assert left >= LEFT - 1, (name, text.words)
            assert right <= RIGHT + 1, (name, text.words)
            assert top >= 0, (name, text.words)
            assert bottom <= canvas.height, (name, text.words)
        for text in canvas.texts:
            assert _box(text)[3] <= canvas.plot_bottom + 1, (name, text.words)


def test_no_two_texts_overlap(everything: list[tuple[str, Canvas]]) -> None:
    for name, canvas in everything:
        boxes = [(text.words, _box(text)) for text in [*canvas.texts, *around(canvas)]]
        for (one_, first), (other, second) in combinations(boxes, 2):
            across = min(first[2], second[2]) - max(first[0], second[0])
            down = min(first[3], second[3]) - max(first[1], second[1])
            # Neighbours on one line keep a blank between them.
            assert across <= -3 or down <= 1, (name, one_, other)


def test_words_on_a_fill_stay_inside_it(everything: list[tuple[str, Canvas]]) -> None:
    for name, canvas in everything:
        boxes = [box for box in canvas.boxes if not box.under and box.w > 5]
        for text in canvas.texts:
            left, top, right, bottom = _box(text)
            middle, level = (left + right) / 2, (top + bottom) / 2
            for box in boxes:
                if box.x < middle < box.x + box.w and box.y < level < box.y + box.h:
                    assert left >= box.x, (name, text.words)
                    assert right <= box.x + box.w, (name, text.words)


def test_slides_keep_their_size_their_two_lines_and_their_whole_foot(everything: list[tuple[str, Canvas]]) -> None:
    for name, canvas in everything:
        slide = canvas.slide or canvas
        assert slide.height == 720, name
        assert len(slide.title_lines) <= 2, name
        assert len(slide.subtitle_lines) == 1, name
        assert slide.plot_bottom <= slide.foot, name
        # In a hall the foot has as many lines as it takes.
        said = " ".join(text.words for text in around(slide))
        assert " ".join(slide.foot_left.split()) in " ".join(said.split()), name


def test_nothing_is_smaller_than_sixteen_pixels(everything: list[tuple[str, Canvas]]) -> None:
    assert min(text.size for _, canvas in everything for text in [*canvas.texts, *around(canvas)]) >= 16


def test_every_character_is_in_the_shipped_typeface(everything: list[tuple[str, Canvas]]) -> None:
    cut = ImageFont.truetype(str(signs.FONTS / "Pretendard-Regular.otf"), 40)
    missing = bytes(cut.getmask("\U0010ffff"))
    said = {letter for _, canvas in everything for text in [*canvas.texts, *around(canvas)] for letter in text.words}
    assert {letter for letter in said if bytes(cut.getmask(letter)) == missing} == set()


# lines -------------------------------------------------------------------------------------------------------------


def test_lines_are_balanced_and_korean_words_stay_whole() -> None:
    lines = typeface.balance("one two three four five six seven eight nine ten", 34, 700, 600)
    assert len(lines) == 2
    assert abs(typeface.width(lines[0], 34, 700) - typeface.width(lines[1], 34, 700)) < 120
    korean = "본문을 확보한 선언문 다섯 건 가운데 세 건 이상에 다시 등장하는 의제"
    assert [word for line in typeface.wrap(korean, 34, 700, 300, "ko") for word in line.split()] == korean.split()


def test_no_line_breaks_at_a_no_break_space() -> None:
    words = "약속 6건 중 5건 기한\u00a0도래: 이행"
    for most in range(80, 400, 10):
        assert any("기한\u00a0도래:" in line for line in typeface.wrap(words, 20, 700, most, "ko")), most


def test_a_line_that_does_not_fit_is_cut_at_a_word() -> None:
    short = typeface.fit("We urge every city to adopt an ordinance", 18, 400, 160)
    assert short.endswith("…")
    assert "We urge every city to adopt an ordinance".startswith(short[:-1])
    assert typeface.width(short, 18, 400) <= 160
    assert typeface.wrap("Donaudampfschifffahrtsgesellschaft", 18, 400, 80) != []
    assert all(typeface.width(line, 18, 400) <= 80 for line in typeface.wrap("Donaudampfschifffahrtsgesellschaft", 18, 400, 80))


def test_many_texts_on_record_still_make_a_legible_matrix(tmp_path: Path) -> None:
    generated.write(tmp_path / "many", 400, 16, RECORDS / "vocabulary.yaml", pledges=4)
    many = load(tmp_path / "many", generated.day()).register
    assert len(many.declarations) == 16
    day = generated.day()
    for lang in ("en", "ko"):
        words = Say(load_labels(), lang)
        frames = (
            pledges_by_forums.pledges(many, day, lang),
            pledges_by_forums.mentions(many, day, lang),
            pledges_by_forums.forums(many, day),
        )
        canvas = matrix_of.draw(recurrence.tell(*frames, day, words), LIGHT)
        assert all(box.w > 0 for box in canvas.boxes)
        assert all(text.left >= 39 and text.left + text.width <= 1241 for text in canvas.texts), lang
        inline.picture(canvas, "p", lambda place: "")
