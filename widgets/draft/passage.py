"""One passage of a draft: its words with what is marked in them, and beside them what is said of each of its units."""

from __future__ import annotations

from itertools import pairwise

from markupsafe import Markup

from charts.theme import CHANGE_GLYPH
from models.records.places import text_of
from models.records.terms import Force, Precision
from models.register.lineage import Change
from models.register.standing import Standing
from models.texts.drafting import carrying, telling
from models.texts.drafting.draft import Kind, Passage, Remark, Unit
from models.texts.suggestions import Nearest, Reason
from widgets.draft.held import Looked
from widgets.parts import address, citation, marks, prose

GLYPHS = {
    Kind.WEAKER: CHANGE_GLYPH[Change.WEAKENED],
    Kind.FIRMER: CHANGE_GLYPH[Change.STRENGTHENED],
    Kind.SHIFTED: CHANGE_GLYPH[Change.MIXED],
}


def words(looked: Looked, passage: Passage, was: Passage | None) -> Markup:
    """The words of the passage; `was` is the same before another wording was tried."""
    part, lang = passage.part, looked.draft.reading.language or ""
    number = Markup("<span class='number'>{}</span>").format(part.mark or part.number or "")
    inside = Markup("{}<p lang='{}'>{}</p>{}").format(number, lang, _text(looked, passage), _as_it_was(looked, was))
    return Markup("<article class='doc' id='draft-{}' aria-label='{}'><div class='words'>{}</div></article>").format(
        part.place, telling.place(part, "", looked.view.say), inside
    )


def beside(looked: Looked, passage: Passage) -> Markup:
    """What is said of the passage as a whole and of each of its units."""
    units = prose.joined([_unit(looked, passage, each) for each in passage.units])
    named = looked.view.say("draft.remarks_on", place=telling.place(passage.part, "", looked.view.say))
    return Markup("<section class='doc' aria-label='{}'><div class='beside'>{}{}</div></section>").format(
        named, _remarks(looked, passage.remarks), units
    )


def _as_it_was(looked: Looked, was: Passage | None) -> Markup:
    """The words as they were read, with what was said of them."""
    if was is None:
        return Markup("")
    say = looked.view.say
    coded = say.listed([telling.wording(*_coded(each), say) for each in was.units])
    return Markup("<p class='small was'>{} {}</p>").format(
        say("draft.was", coded=coded), prose.quoted(was.part.text, looked.draft.reading.language or "en")
    )


def _coded(unit: Unit) -> tuple[Force, Precision | None]:
    return unit.force.value, unit.precision.value if unit.precision else None


def _text(looked: Looked, passage: Passage) -> Markup:
    """The words to the letter, tinted by force, with the words that decide set bold and a tag where each unit begins."""
    text, several = passage.part.text, len(passage.units) > 1
    wanted = [unit for unit in passage.units if unit.ledger]
    bold = [at for unit in passage.units for at in (unit.force.at, unit.precision.at if unit.precision else None) if at]
    edges = {edge for at in (*bold, *(unit.at for unit in wanted)) for edge in (at.start, at.end)}
    cuts = sorted({0, len(text), *(edge for edge in edges if 0 <= edge <= len(text))})
    pieces: list[Markup] = []
    for start, end in pairwise(cuts):
        over = next((unit for unit in wanted if unit.at.start <= start and end <= unit.at.end), None)
        piece = Markup("{}").format(text[start:end])
        if any(at.start <= start and end <= at.end for at in bold):
            piece = Markup("<b>{}</b>").format(piece)
        if over:
            letter = Markup(" <span class='letter'>({})</span>").format(over.place[-1]) if several else Markup("")
            tag = Markup("{}{} ").format(marks.force(looked.view.say, over.force.value), letter) if over.at.start == start else Markup("")
            piece = Markup("<mark class='said said-{}'>{}{}</mark>").format(over.force.value.value, tag, piece)
        pieces.append(piece)
    return prose.joined(pieces)


def _unit(looked: Looked, passage: Passage, unit: Unit) -> Markup:
    """Force and precision, the remarks, what was said before, the pledges it may belong to, and why all of this is suggested."""
    say = looked.view.say
    force, precision = _coded(unit)
    letter = Markup("<span class='letter'>({})</span>").format(unit.place[-1]) if len(passage.units) > 1 else Markup("")
    word = Markup("<span class='precision'>{}</span>").format(say(f"terms.precision_{precision}")) if precision else Markup("")
    head = Markup("<p class='heads'>{} {} {}</p>").format(letter, marks.force(say, force), word)
    return Markup("<section class='unit'>{}{}{}{}</section>").format(
        head, _remarks(looked, unit.remarks), _before(looked, unit), _why(looked, unit)
    )


def _remarks(looked: Looked, remarks: tuple[Remark, ...]) -> Markup:
    if not remarks:
        return Markup("")
    items = [
        Markup("<li class='remark-{}'><i aria-hidden='true'>{}</i><span>{}</span></li>").format(
            each.kind.value, GLYPHS.get(each.kind, "!"), telling.remark(each, looked.view.say)
        )
        for each in remarks
    ]
    return Markup("<ul class='remarks'>{}</ul>").format(prose.joined(items))


def _before(looked: Looked, unit: Unit) -> Markup:
    """The earlier wording that it is compared with, and the others that come near."""
    say = looked.view.say
    others = [each for each in unit.nearest if unit.before is None or each.place != unit.before.place]
    if unit.before is None and not others:
        return Markup("<p class='small'>{}</p>").format(say("draft.nothing_near")) if unit.ledger else Markup("")
    first = unit.before or others[0]
    rest = prose.joined([_nearest(looked, each) for each in others if each is not first])
    return Markup("<details class='coded'><summary>{}</summary>{}{}</details>").format(
        _head(looked, first, say("draft.before" if unit.before else "draft.near")), _quote(looked, first), rest
    )


def _head(looked: Looked, near: Nearest, named: str = "") -> Markup:
    view, say = looked.view, looked.view.say
    commitment = view.register.commitment_by_id.get(near.place)
    signs = [marks.force(say, near.force)]
    if near.precision:
        signs.append(Markup("<span class='precision'>{}</span>").format(say(f"terms.precision_{near.precision}")))
    if commitment and commitment.ledger:
        signs.append(marks.standing(say, Standing(view.register.standing_of(commitment, view.on))))
    said = Markup("<span class='small'>{}</span> ").format(named) if named else Markup("")
    return Markup("<span class='heads'>{}{} {}</span>").format(said, say.place(near.place), prose.joined(signs, " "))


def _quote(looked: Looked, near: Nearest) -> Markup:
    register = looked.view.register
    declaration = register.declaration_by_id[text_of(near.place)]
    return Markup("<blockquote class='earlier'>{}</blockquote><p class='small'>{}</p>").format(
        prose.quoted(register.words_at(near.place), declaration.language), citation.place(looked.view, near.place)
    )


def _nearest(looked: Looked, near: Nearest) -> Markup:
    return Markup("<div class='near'>{}{}</div>").format(_head(looked, near), _quote(looked, near))


def _why(looked: Looked, unit: Unit) -> Markup:
    """The pledges and the reasons; a suggestion says how sure it is."""
    view, say = looked.view, looked.view.say
    belongs = [*carrying.carries(unit), *carrying.perhaps(unit)]
    pledges = prose.joined(
        [
            prose.anchor(address.href("pledge", id=each.pledge), view.register.pledge_by_id[each.pledge].title[view.lang], "in")
            for each in belongs
        ],
        ", ",
    )
    line = (
        Markup("<p class='small'>{}</p>").format(prose.filled(say("draft.belongs", pledges=prose.SLOT), pledges)) if belongs else Markup("")
    )
    reasons = [unit.force.why] + ([unit.precision.why] if unit.precision else []) + [each.why for each in belongs[:1]]
    sure = [unit.force.sure] + ([unit.precision.sure] if unit.precision else []) + [each.sure for each in belongs[:1]]
    told = [
        Markup("<li>{} <span class='small'>{}</span></li>").format(_reason(looked, why), say(f"draft.sure_{how}"))
        for why, how in zip(reasons, sure, strict=True)
    ]
    return Markup("{}<details class='topic'><summary>{}</summary><ul class='plain'>{}</ul></details>").format(
        line, say("draft.why"), prose.joined(told)
    )


def _reason(looked: Looked, why: Reason) -> str:
    say = looked.view.say
    words = {name: say.place(value) if name == "place" else value for name, value in why.words.items()}
    return say(f"texts.because_{why.rule}", **words)
