"""How alike two coders read: the figures, the differences that were settled, and the doubts that stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from models.records.codings import CodedUnit, Settlement
from models.records.places import local_of, text_of
from models.records.terms import Force, Precision
from models.records.texts import Commitment
from models.register.agreement import Agreement, Alike, agreement
from widgets.method.passages import Cell, folded, plain, points, table
from widgets.parts import address, marks, prose
from widgets.parts.view import View

Codes = list[tuple[Force, Precision | None]]


def show(view: View) -> None:
    """The table of agreement, how to read it, and what was settled."""
    say, found = view.say, agreement(view.whole)
    prose.heading(say("method.agreement"), "agreement")
    if not found.declarations:
        prose.show(plain(say("method.agreement_none")))
        return
    missing = [
        say("method.agreement_missing_first", year=year) if coder == "first" else say("method.agreement_missing_second", year=year)
        for year, coder in found.missing
    ]
    reading = [
        say("method.reading_scale"),
        say("method.reading_easy"),
        say("method.reading_wrong"),
        say("method.reading_interval"),
        say("method.reading_reference"),
    ]
    prose.show(
        plain(say("method.agreement_lede", years=say.listed(list(found.declarations))))
        + figures(view, found)
        + prose.joined([plain(sentence) for sentence in missing])
        + Markup("<h3 class='sub'>{}</h3>").format(say("method.agreement_reading"))
        + points(reading)
        + _settled(view, found)
    )


def figures(view: View, found: Agreement) -> Markup:
    """The figures as a table."""
    say, cut = view.say, found.boundaries
    union = cut.first + cut.second - cut.matched
    none = say("method.agreement_not_defined")
    rows: list[Sequence[Cell]] = []
    if cut.union:
        rows.append(
            (
                say("method.agreement_boundaries"),
                _n(cut.union, say("method.agreement_boundaries_n")),
                _same(view, cut.identical, cut.union),
                none,
                none,
            )
        )
        rows.append(
            (say("method.agreement_found"), _n(union, say("method.agreement_found_n")), _same(view, cut.matched, union), none, none)
        )
    provisions, units = say("method.agreement_provisions_n"), say("method.agreement_units_n")
    rows += [
        _alike(view, say("method.agreement_force_provisions"), found.force_of_provisions, provisions),
        _alike(view, say("method.agreement_force_units"), found.force_of_units, units),
        _alike(view, say("method.agreement_precision_units"), found.precision_of_units, units),
    ]
    heads = (
        say("method.agreement_head"),
        say("method.agreement_head_n"),
        say("method.agreement_head_same"),
        say("method.agreement_head_ac1"),
        say("method.agreement_head_ac2"),
    )
    return table(heads, rows, numbers=(2, 3, 4), css="long-names")


def _n(n: int, of: str) -> Markup:
    return Markup("{} <span class='small'>{}</span>").format(n, of)


def _alike(view: View, name: str, alike: Alike, of: str) -> Sequence[Cell]:
    none = view.say("method.agreement_not_defined")
    if not alike.n:
        return (name, _n(0, of), none, none, none)
    return (name, _n(alike.n, of), _same(view, alike.same, alike.n), coefficient(alike.ac1) or none, coefficient(alike.ac2) or none)


def _same(view: View, same: int, n: int) -> str:
    return view.say("method.agreement_same", same=same, share=percent(same, n))


def percent(part: int, whole: int) -> str:
    """A share in percent with one decimal, 100 only if it is all."""
    tenths = part * 1000 // whole if part < whole and part * 1000 / whole > 999 else round(part * 1000 / whole)
    return f"{tenths / 10:.0f}" if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def coefficient(value: float | None) -> str:
    """A coefficient with three decimals, 1 only if it is exactly 1."""
    if value is None:
        return ""
    return "1" if value == 1 else f"{min(value, 0.999):.3f}".replace("-", "−")


# differences -------------------------------------------------------------------------------------------------------


def _settled(view: View, found: Agreement) -> Markup:
    say, known = view.say, view.whole.provision_by_id
    days = {difference.provision: each.settled for each in view.whole.settlements for difference in each.differences}
    differences = [each for settled in view.whole.settlements for each in settled.differences if each.provision in known]
    written = {each.provision for each in differences}
    rest = [place for place in found.differing if place not in written]
    slight = [place for place in rest if _same_codes(view, place)]
    open_ones = [place for place in rest if place not in slight]
    body = Markup("")
    if differences:
        settled = sorted({days[each.provision] for each in differences})
        body += plain(say("method.settled_on", date=say.listed([say.date(day) for day in settled])))
        body += Markup("<ul class='entries'>{}</ul>").format(prose.joined([_difference(view, each) for each in differences]))
    for key, places in (("method.settled_rest", slight), ("method.settled_open", open_ones)):
        if places:
            names = prose.joined([link(view, place) for place in places], ", ")
            body += Markup("<p class='plain'>{}</p>").format(prose.filled(say.count(key, len(places), places=prose.SLOT), names))
    return folded(say.count("method.settled", len(differences)), body) if body else body


def _difference(view: View, difference: Settlement) -> Markup:
    say = view.say
    first, second = (_coded(view, coder, difference.provision) for coder in ("first", "second"))
    now = [(unit.force, unit.precision) for unit in view.whole.provision_by_id[difference.provision].commitments]
    if Counter(first) == Counter(second):
        lines = Markup("<p>{}</p>").format(say("method.settled_same"))
    else:
        named = ((say("method.settled_first"), first), (say("method.settled_second"), second), (say("method.settled_now"), now))
        lines = Markup("<dl class='facts'>{}</dl>").format(
            prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(name, codes(view, each)) for name, each in named])
        )
    return Markup("<li>{}{}<p>{}</p></li>").format(link(view, difference.provision), lines, difference.because[view.lang])


def _coded(view: View, coder: str, place: str) -> Codes:
    return [(unit.force, unit.precision) for unit in _units(view, coder, place)]


def _units(view: View, coder: str, place: str) -> list[CodedUnit]:
    return [
        unit
        for coding in view.whole.codings
        if coding.coder == coder and coding.declaration == text_of(place)
        for provision in coding.provisions
        if provision.id == local_of(place)
        for unit in provision.units
    ]


def _same_codes(view: View, place: str) -> bool:
    return _coded(view, "first", place) == _coded(view, "second", place)


def codes(view: View, codes: Codes) -> Markup:
    """Each unit as its force and precision."""
    say = view.say
    if not codes:
        return Markup("{}").format(say("method.settled_no_unit"))
    words = [
        Markup("<span class='code'>{} {}</span>").format(
            marks.force(say, force), say(f"terms.precision_{precision}") if precision else say("terms.precision_none")
        )
        for force, precision in codes
    ]
    return prose.joined(words, " ")


def link(view: View, place: str) -> Markup:
    """A provision or commitment, linked to where it stands in its declaration."""
    return prose.anchor(address.href("declarations", id=text_of(place), at=place), view.say.place(place), "in")


# doubts ------------------------------------------------------------------------------------------------------------


def doubts(view: View) -> None:
    """The places where a careful reader could decide otherwise."""
    say, register, lang = view.say, view.whole, view.lang
    coded = list(register.commitment_by_id.values())
    doubtful = [commitment for commitment in coded if commitment.doubt]
    prose.heading(say("method.doubts"), "doubts")
    parts = [plain(say("method.doubts_lede", n=len(doubtful), total=len(coded)))]
    for declaration in register.declarations:
        own = [commitment for commitment in doubtful if commitment.declaration == declaration.id]
        total = sum(commitment.declaration == declaration.id for commitment in coded)
        if own:
            entries = prose.joined([_doubt(view, commitment) for commitment in own])
            heading = say("method.doubts_year", year=declaration.id, title=declaration.title[lang], n=len(own), total=total)
            parts.append(folded(heading, Markup("<ul class='entries'>{}</ul>").format(entries)))
    prose.show(prose.joined(parts))


def _doubt(view: View, commitment: Commitment) -> Markup:
    coded = codes(view, [(commitment.force, commitment.precision)])
    doubt = commitment.doubt[view.lang] if commitment.doubt else ""
    return Markup("<li>{} {}<p>{}</p></li>").format(link(view, commitment.id), coded, doubt)
