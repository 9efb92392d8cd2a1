"""What is suggested to coders of a new text, and how well that fits what people coded: the figures, and where they fail."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from models.register.agreement import Alike
from models.texts.accuracy import AIMS, FIRST_TRIAL, Codes, Cut, Differing, Fit, FitUnseen, Measured, OtherSentence, measured
from widgets.method.agreement import codes, coefficient, link, percent
from widgets.method.passages import Cell, folded, plain, points, table
from widgets.parts import marks, prose
from widgets.parts.once import once
from widgets.parts.view import View


def show(view: View) -> None:
    """What suggestions are, how they were measured, the tables, and what differs."""
    say, found = view.say, once(view, ("suggestions",), lambda: measured(view.whole))
    prose.heading(say("method.suggestions"), "suggestions")
    shown = plain(say("method.suggestions_lede")) + points([say("method.suggestions_rules"), say("method.suggestions_never")])
    if found.whole.force_of_provisions.n:
        years = say.listed([fit.declaration or "" for fit in found.declarations])
        shown += Markup("<h3 class='sub'>{}</h3>").format(say("method.suggestions_ours"))
        shown += (
            plain(say("method.suggestions_ours_lede", years=years))
            + plain(say("method.suggestions_knew"))
            + _ours(view, found)
            + _by_declaration(view, found)
        )
        shown += _differing(view, found.whole)
    shown += Markup("<h3 class='sub'>{}</h3>").format(say("method.suggestions_others"))
    shown += plain(say("method.suggestions_others_lede", n=found.others.force.n)) + plain(say("method.suggestions_tuned"))
    shown += _others(view, found) + _other_sentences(view, found)
    shown += Markup("<h3 class='sub'>{}</h3>").format(say("method.suggestions_unseen")) + _unseen(view, found.unseen)
    reading = [say("method.suggestions_pledges", n=sum(each.unknown for each in found.pledges))]
    reading += [say("method.suggestions_fail"), say("method.suggestions_korean")]
    reading += [say("method.reading_scale"), say("method.reading_interval")]
    prose.show(shown + Markup("<h3 class='sub'>{}</h3>").format(say("method.agreement_reading")) + points(reading))


# tables ------------------------------------------------------------------------------------------------------------


def _heads(view: View) -> tuple[str, ...]:
    say = view.say
    return (
        say("method.agreement_head"),
        say("method.agreement_head_n"),
        say("method.suggestions_head_aim"),
        say("method.agreement_head_same"),
        say("method.agreement_head_ac1"),
        say("method.agreement_head_ac2"),
    )


def _n(n: int, of: str) -> Markup:
    return Markup("{} <span class='small'>{}</span>").format(n, of)


def _same(view: View, same: int, n: int) -> Cell:
    if not n:
        return view.say("method.agreement_not_defined")
    return Markup("<span class='day'>{}</span>").format(view.say("method.agreement_same", same=same, share=percent(same, n)))


def _aim(view: View, aim: float | None, *, of_share: bool = False) -> str:
    if aim is None:
        return view.say("method.agreement_not_defined")
    if of_share:
        return view.say("method.suggestions_aim_share", aim=f"{aim * 100:.0f}")
    return view.say("method.suggestions_aim_ac2", aim=f"{aim:.2f}")


def _alike(view: View, name: str, alike: Alike, of: str, aim: float | None) -> Sequence[Cell]:
    none = view.say("method.agreement_not_defined")
    ac1, ac2 = coefficient(alike.ac1) or none, coefficient(alike.ac2) or none
    return (name, _n(alike.n, of), _aim(view, aim), _same(view, alike.same, alike.n), ac1, ac2)


def _ours(view: View, found: Measured) -> Markup:
    say, whole, cut = view.say, found.whole, found.whole.boundaries
    none, units = say("method.agreement_not_defined"), say("method.suggestions_units_n")
    stretches = say("method.suggestions_boundaries_n")
    rows: list[Sequence[Cell]] = [
        (
            say("method.agreement_boundaries"),
            _n(cut.union, stretches),
            _aim(view, AIMS.boundaries, of_share=True),
            _same(view, cut.identical, cut.union),
            none,
            none,
        ),
        (
            say("method.suggestions_but_for_marks"),
            _n(whole.but_for_marks_of, stretches),
            none,
            _same(view, whole.but_for_marks, whole.but_for_marks_of),
            none,
            none,
        ),
        _alike(view, say("method.agreement_force_provisions"), whole.force_of_provisions, say("method.agreement_provisions_n"), None),
        _alike(view, say("method.agreement_force_units"), whole.force_of_units, units, AIMS.force),
        _alike(view, say("method.agreement_precision_units"), whole.precision_of_units, units, AIMS.precision),
    ]
    if found.pledges:
        right, mentions = sum(each.found for each in found.pledges), sum(each.mentions for each in found.pledges)
        name, of = say("method.suggestions_pledge"), say("method.suggestions_pledge_n")
        rows.append((name, _n(mentions, of), _aim(view, AIMS.pledge, of_share=True), _same(view, right, mentions), none, none))
    return table(_heads(view), rows, numbers=(2, 3, 4, 5), css="long-names")


def _by_declaration(view: View, found: Measured) -> Markup:
    say = view.say
    rows: list[Sequence[Cell]] = []
    for fit in found.declarations:
        cut = fit.boundaries
        pledge = next((_same(view, each.found, each.mentions) for each in found.pledges if each.declaration == fit.declaration), "")
        rows.append(
            (
                fit.declaration or "",
                _n(cut.second, say("method.suggestions_recorded")),
                _of(view, cut.identical, cut.union),
                _of(view, fit.force_of_units.same, fit.force_of_units.n),
                _of(view, fit.precision_of_units.same, fit.precision_of_units.n),
                *([pledge] if found.pledges else []),
            )
        )
    heads = (
        say("method.suggestions_head_declaration"),
        say("method.agreement_head_n"),
        say("method.suggestions_head_boundaries"),
        say("method.suggestions_head_force"),
        say("method.suggestions_head_precision"),
        *([say("method.suggestions_pledge")] if found.pledges else []),
    )
    return table(heads, rows, numbers=(2, 3, 4, 5), caption=say("method.suggestions_by_declaration"))


def _of(view: View, same: int, n: int) -> str:
    return view.say("method.suggestions_of", same=same, n=n) if n else view.say("method.agreement_not_defined")


def _others(view: View, found: Measured) -> Markup:
    say, force, precision = view.say, found.others.force, found.others.precision
    of, none = say("method.suggestions_sentences_n"), say("method.agreement_not_defined")
    firm = say("method.suggestions_firm_n")
    rows: list[Sequence[Cell]] = [
        (
            say("method.suggestions_first_force"),
            _n(force.n, of),
            none,
            _same(view, FIRST_TRIAL.force_same, force.n),
            none,
            coefficient(FIRST_TRIAL.force_ac2),
        ),
        (
            say("method.suggestions_first_precision"),
            _n(precision.n, firm),
            none,
            _same(view, FIRST_TRIAL.precision_same, precision.n),
            none,
            coefficient(FIRST_TRIAL.precision_ac2),
        ),
        _alike(view, say("method.suggestions_now_force"), force, of, AIMS.force),
        _alike(view, say("method.suggestions_now_precision"), precision, firm, AIMS.precision),
    ]
    return table(_heads(view), rows, numbers=(2, 3, 4, 5), css="long-names")


def _unseen(view: View, found: Sequence[FitUnseen]) -> Markup:
    """The provisions that were coded blind: as they were first measured, and what the rules give now where they have changed."""
    say, all_of_them = view.say, sum(each.provisions for each in found)
    first = {each.language: each.first for each in found}
    shown = plain(say("method.suggestions_unseen_lede", n=all_of_them))
    shown += prose.joined([_in_language(view, each, each.first) for each in found])
    cuts = {f"cut_{language}": percent(fit.boundaries.identical, fit.boundaries.union) for language, fit in first.items()}
    precise = {f"precise_{language}": percent(fit.precision_of_units.same, fit.precision_of_units.n) for language, fit in first.items()}
    shown += plain(say("method.suggestions_unseen_found", **cuts, **precise))
    met = {f"met_{language}": fit.boundaries.matched for language, fit in first.items()}
    coded = {f"coded_{language}": fit.boundaries.second for language, fit in first.items()}
    shown += plain(say("method.suggestions_unseen_missed", **met, **coded))
    shown += plain(say("method.suggestions_unseen_limits", doubts=sum(each.doubts for each in found)))
    if any(each.changed for each in found):
        shown += plain(say("method.suggestions_unseen_now")) + prose.joined([_in_language(view, each, each.now) for each in found])
    return shown + _unseen_differing(view, found)


def _in_language(view: View, found: FitUnseen, fit: Fit) -> Markup:
    say, cut = view.say, fit.boundaries
    none, units = say("method.agreement_not_defined"), say("method.suggestions_unseen_units_n")
    stretches, aim = _n(cut.union, say("method.suggestions_unseen_stretches_n")), _aim(view, AIMS.boundaries, of_share=True)
    rows: list[Sequence[Cell]] = [
        (say("method.agreement_boundaries"), stretches, aim, _same(view, cut.identical, cut.union), none, none),
        _alike(view, say("method.agreement_force_provisions"), fit.force_of_provisions, say("method.agreement_provisions_n"), None),
        _alike(view, say("method.agreement_force_units"), fit.force_of_units, units, AIMS.force),
        _alike(view, say("method.agreement_precision_units"), fit.precision_of_units, units, AIMS.precision),
    ]
    caption = say(f"method.suggestions_unseen_{found.language}", n=found.provisions)
    return table(_heads(view), rows, caption=caption, numbers=(2, 3, 4, 5), css="long-names")


# differences -------------------------------------------------------------------------------------------------------


def _differing(view: View, whole: Fit) -> Markup:
    if not whole.differing:
        return Markup("")
    entries = prose.joined([_difference(view, each) for each in whole.differing])
    summary = view.say.count("method.suggestions_differing", len(whole.differing))
    return folded(summary, Markup("<ul class='entries'>{}</ul>").format(entries))


def _difference(view: View, each: Differing) -> Markup:
    say = view.say
    sides = ((say("method.suggestions_suggested"), each.suggested), (say("method.suggestions_on_record"), each.recorded))
    ours, theirs = each.suggested, each.recorded
    same_codes = [(cut.force, cut.precision) for cut in ours] == [(cut.force, cut.precision) for cut in theirs]
    marks_only = same_codes and [_bare(cut.quote) for cut in ours] == [_bare(cut.quote) for cut in theirs]
    if marks_only:
        return Markup("<li>{}<p>{}</p></li>").format(link(view, each.place), say("method.suggestions_mark_only"))
    lines = [Markup("<dt>{}</dt><dd>{}</dd>").format(name, _cuts(view, cuts)) for name, cuts in sides]
    return Markup("<li>{}<dl class='facts'>{}</dl></li>").format(link(view, each.place), prose.joined(lines))


def _unseen_differing(view: View, found: Sequence[FitUnseen]) -> Markup:
    entries = [_unseen_difference(view, each, fit.language) for fit in found for each in fit.now.differing]
    if not entries:
        return Markup("")
    summary = view.say.count("method.suggestions_unseen_differing", len(entries))
    return folded(summary, Markup("<ul class='entries'>{}</ul>").format(prose.joined(entries)))


def _unseen_difference(view: View, each: Differing, language: str) -> Markup:
    """A provision and both codings of it; a quote only where it is not all of it."""
    say = view.say
    sides = (
        (say("method.suggestions_suggested"), each.suggested, each.suggested_force),
        (say("method.suggestions_coded"), each.recorded, each.recorded_force),
    )
    lines = []
    for name, cuts, force in sides:
        coded = [
            codes(view, [(cut.force, cut.precision)])
            if cut.quote == each.text
            else Markup("{} {}").format(codes(view, [(cut.force, cut.precision)]), prose.quoted(cut.quote, language))
            for cut in cuts
        ]
        lines.append(
            Markup("<dt>{}</dt><dd>{}</dd>").format(name, prose.joined(coded, Markup("<br>")) if cuts else _code(view, (force, None)))
        )
    return Markup("<li>{}<dl class='facts'>{}</dl></li>").format(prose.quoted(each.text, language), prose.joined(lines))


def _bare(quote: str) -> str:
    return quote.rstrip(".,; ")


def _cuts(view: View, cuts: Sequence[Cut]) -> Markup:
    if not cuts:
        return Markup("{}").format(view.say("method.settled_no_unit"))
    shown = [Markup("{} {}").format(codes(view, [(cut.force, cut.precision)]), prose.quoted(cut.quote)) for cut in cuts]
    return prose.joined(shown, " ")


def _other_sentences(view: View, found: Measured) -> Markup:
    if not found.others.differing:
        return Markup("")
    entries = prose.joined([_other(view, each) for each in found.others.differing])
    summary = view.say.count("method.suggestions_other_differing", len(found.others.differing))
    return folded(summary, Markup("<ul class='entries'>{}</ul>").format(entries))


def _other(view: View, each: OtherSentence) -> Markup:
    say = view.say
    sides = ((say("method.suggestions_suggested"), each.suggested), (say("method.suggestions_coded"), each.coded))
    lines = [Markup("<dt>{}</dt><dd>{}</dd>").format(name, _code(view, code)) for name, code in sides]
    why = say(f"texts.because_{each.why.rule}", **each.why.words)
    return Markup("<li>{}<dl class='facts'>{}</dl><p>{}</p></li>").format(prose.quoted(each.words), prose.joined(lines), why)


def _code(view: View, code: Codes) -> Markup:
    """A sentence as its force and precision; what promises nothing has none, and stands in no list of commitments here."""
    force, precision = code
    if precision is None:
        return Markup("<span class='code'>{}</span>").format(marks.force(view.say, force))
    return codes(view, [code])
