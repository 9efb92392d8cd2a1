"""A deck of what nobody hopes for: long titles, long quotes, Hangul without blanks, markup and formulas in every word."""

from __future__ import annotations

import datetime as dt
from functools import cache

from charts.theme import DARK
from decks import drawing
from decks.deck import Bars, Cell, Course, Deck, Figure, Figures, Part, Quote, Slide, Table, numbered
from decks.showing import Frame, Showing
from models.records.terms import Force
from models.register.standing import Standing
from tests.decks.shown import BASE
from tests.samples.registers import TODAY, real, say

LIVE = '=HYPERLINK("http://evil.example","x") <a:p>&amp; ]]> _x0041_ {entry} \x00\x0b\ud800'
"""What another program would run, read as markup, or choke on."""
SHOWN = '=HYPERLINK("http://evil.example","x") <a:p>&amp; ]]> _x0041_ {entry} \ufffd\ufffd\ufffd'
"""The same, as it has to be read: only what XML cannot carry is replaced."""
LONG = "The cities that were present promise to work together " * 6
HANGUL = "인권도시선언문에담긴약속과요청과기대를빠짐없이기록하고이행상황을확인한다" * 8
WORD = "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenfabriken60"


@cache
def deck(lang: str, dark: bool = False) -> Deck:
    """Every kind of body with hard words in it, in one language."""
    register = real()
    showing = (
        Showing(register, register, say(lang), TODAY, TODAY, BASE, 3, DARK)
        if dark
        else Showing(register, register, say(lang), TODAY, TODAY, BASE, 3)
    )

    def frame(id_: str, title: str) -> Frame:
        return Frame(
            showing,
            id_,
            title,
            LIVE if id_ == "table" else "",
            f"Source: {LIVE}",
            f"alt {LIVE}",
            f"{BASE}/find?q={'x' * 300}",
            (LIVE, "말씀"),
        )

    quote = drawing.quotes(
        frame("quote", LONG[:300]), [Quote((((LONG * 4)[:1200], 400),), "2024, ¶ 7", "promises", Force.UNDERTAKES, "en", HANGUL)]
    )
    hangul = drawing.quotes(frame("hangul", HANGUL[:80]), [Quote(((HANGUL, 400), (WORD, 700)), LIVE, LIVE[:20], Force.ASKS, "ko")])
    rows = [(Cell(LIVE), Cell(f"as {each}", each), Cell(HANGUL[:30])) for each in Standing]
    rows += [(Cell(WORD), Cell(f"as {each}", force=each), Cell("7")) for each in Force]
    table = drawing.table(frame("table", LIVE), Table(("=head", "standing", "n"), tuple(rows), (5, 3, 3), ("left", "left", "right")))
    figures = drawing.figures(frame("figures", WORD * 2), Figures((Figure("1,200", LIVE), Figure("", HANGUL[:120]), Figure("7", WORD))))
    parts = tuple(Part(f"{LIVE} {each}", each, number) for number, each in enumerate(Standing, 1))
    bars = Slide("bars", frame("bars", "=1+1").canvas(), (LIVE,), Bars(((LIVE, parts), ("=2+2", parts[:3])), (((LIVE, 400),), ())))
    days = [(dt.date(2011 + each, 5, 18), 100.0 * each) for each in range(1, 6)]
    course = Slide(
        "course",
        frame("course", "@SUM(A1)").canvas(),
        (),
        Course(LIVE, ((LIVE, tuple(days)), ("+1", (days[2],))), ("=target", dt.date(2030, 12, 31), 1000)),
    )
    return Deck("own", LIVE, lang, TODAY, f"{BASE}/deck/own", numbered([*quote, *hangul, *table, *figures, bars, course]))
