"""One commitment on a page of its own, which is its permanent address: the parts in the order in which they are read."""

from __future__ import annotations

import re

import streamlit as st
from markupsafe import Markup

from exports.commitments import permalink
from models.labels import LANGUAGES, Say
from models.records.places import text_of
from models.records.terms import Ledger
from models.records.texts import Commitment
from models.register import standing as standings
from widgets.frame import mine
from widgets.parts import address, marks, note_story, prose
from widgets.parts.view import View

Row = tuple[str, Markup | str]


def chosen(view: View) -> Commitment | None:
    """The commitment that the address names; one that is not there is said, and others are offered."""
    say, asked = view.say, (address.value("id") or "").strip()
    prose.style("declarations")
    prose.style("find")
    found = view.register.commitment_by_id.get(asked)
    if found:
        return found
    later = view.whole.commitment_by_id.get(asked)
    if later:
        adopted = view.whole.declaration_by_id[later.declaration].adopted
        prose.title(
            say("commitment.later_title", place=say.place(later.id)),
            say("commitment.later", date=say.date(view.on), adopted=say.date(adopted)),
        )
    else:
        prose.title(say("commitment.unknown", id=asked) if asked else say("frame.commitment"), say("commitment.unknown_hint"))
    address.link("find", say("commitment.find"))
    here = [each for each in view.register.commitment_by_id.values() if each.declaration == text_of(asked)]
    others = [Markup("<li>{} {}</li>").format(_link(view, each.id), each.summary[view.lang]) for each in here]
    prose.show(Markup("<ul class='plain-list'>{}</ul>").format(prose.joined(others)))
    for declaration in () if here else reversed(view.register.declarations):
        n = sum(len(provision.commitments) for provision in declaration.provisions)
        address.link("find", say("commitment.of_declaration", year=declaration.id, n=n), declaration=declaration.id)
    return None


def opening(view: View, commitment: Commitment) -> None:
    """Our summary as the title, and in one sentence where it is from and where it stands."""
    say, declaration = view.say, view.register.declaration_by_id[commitment.declaration]
    facts = {"place": say.place(commitment.id), "date": say.date(declaration.adopted), "forum": say.ordinal(declaration.forum)}
    if commitment.in_name_only:
        lede = say("commitment.lede_none", **facts)
    else:
        now = say(f"terms.standing_{view.register.standing_of(commitment, view.on)}")
        lede = say("commitment.lede", **facts, on=say.date(view.on), standing=now)
    prose.title(commitment.summary[view.lang], lede)
    precision = say(f"terms.precision_{commitment.precision}") if commitment.precision else say("terms.precision_none")
    stands = "" if commitment.in_name_only else marks.standing(say, view.register.standing_of(commitment, view.on))
    prose.show(
        Markup("<p class='mention-head'>{} <span class='precision'>{}</span> {} {}</p>").format(
            marks.force(say, commitment.force), precision, stands, note_story.timing(view, commitment)
        )
    )


def words(view: View, commitment: Commitment) -> None:
    """The paragraph as adopted, the commitment marked in it."""
    say, provision = view.say, view.register.provision_by_id[commitment.provision]
    language = view.register.declaration_by_id[commitment.declaration].language
    prose.heading(say("commitment.words"))
    prose.note(say("commitment.words_note"))
    prose.show(Markup("<blockquote lang='{}' class='paragraph'>{}</blockquote>").format(language, marked(provision.text, commitment)))
    where = prose.anchor(
        address.href("declarations", id=commitment.declaration, at=commitment.id),
        say("commitment.in_declaration", year=commitment.declaration),
        "in",
    )
    adding = mine.quoting(view, commitment.id)
    prose.show(Markup("<p class='plain'>{} {}</p>").format(where, adding))


def marked(text: str, commitment: Commitment) -> Markup:
    """A paragraph with the commitment's words marked and its governing words bold."""
    start = text.find(commitment.quote)
    if start < 0:
        return _lines(text)
    quote, verb = (
        commitment.quote,
        re.search(rf"\b{re.escape(commitment.verb)}\b", commitment.quote) or re.search(re.escape(commitment.verb), commitment.quote),
    )
    inner = (
        Markup("{}<b>{}</b>{}").format(_lines(quote[: verb.start()]), verb.group(), _lines(quote[verb.end() :])) if verb else _lines(quote)
    )
    return Markup("{}<mark class='said said-{}'>{}</mark>{}").format(
        _lines(text[:start]), commitment.force.value, inner, _lines(text[start + len(quote) :])
    )


def _lines(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def coding(view: View, commitment: Commitment) -> None:
    """Force, precision and everything else that was coded, each explained."""
    prose.heading(view.say("commitment.coding"))
    rows = prose.joined([Markup("<dt>{}</dt><dd>{}</dd>").format(name, found) for name, found in _coded(view, commitment) if found])
    once = [commitment.declaration] if commitment.declaration in view.register.coded_once else []
    if words_ := view.say.coded_once(once):
        prose.note(words_)
    prose.show(Markup("<dl class='coding'>{}</dl>").format(rows))


def _coded(view: View, commitment: Commitment) -> list[Row]:
    say, register, promise = view.say, view.register, commitment.ledger is Ledger.PROMISES
    ledger = say(f"terms.ledger_{commitment.ledger}") if commitment.ledger else ""
    means = say(f"terms.ledger_meaning_{commitment.ledger}") if commitment.ledger else ""
    force = say("declarations.explained", word=say(f"terms.force_{commitment.force}"), meaning=say(f"terms.meaning_{commitment.force}"))
    if commitment.precision:
        meaning = say(f"terms.meaning_{commitment.precision}")
        precision: Row = (
            say("declarations.field_precision"),
            say("declarations.explained", word=say(f"terms.precision_{commitment.precision}"), meaning=meaning),
        )
    else:
        precision = (say("terms.precision_none"), say("declarations.name_only"))
    due = commitment.due_by
    due_words = (
        Markup("<br><span class='small'>{}</span>").format(say("declarations.due_words", words=commitment.due_words))
        if commitment.due_words
        else ""
    )
    target = commitment.target
    return [
        (say("find.facet_ledger"), say("declarations.explained", word=ledger, meaning=means) if ledger else ""),
        (say("declarations.field_force"), force),
        precision,
        (say("declarations.field_by_promise") if promise else say("declarations.field_by_other"), _bodies(view, commitment.by)),
        (
            say("declarations.field_to"),
            _bodies(view, commitment.to) or ("" if promise or commitment.in_name_only else say("declarations.to_nobody")),
        ),
        (say("declarations.field_partners"), _bodies(view, commitment.partners)),
        (
            say("declarations.field_themes"),
            say.listed([register.theme_by_id[id_].name[view.lang] for id_ in commitment.themes if id_ in register.theme_by_id]),
        ),
        (
            say("declarations.field_groups"),
            say.listed([register.group_by_id[id_].name[view.lang] for id_ in commitment.groups if id_ in register.group_by_id]),
        ),
        (say("declarations.field_items"), _items(view, commitment)),
        (
            say("declarations.field_due"),
            Markup("{}{}").format(note_story.timing(view, commitment, headed=True), due_words) if due else say("follow_through.no_due"),
        ),
        (
            say("declarations.field_target"),
            say("declarations.target", value=f"{target.value:,}", unit=target.unit[view.lang]) if target else "",
        ),
        (say("declarations.field_doubt"), commitment.doubt[view.lang] if commitment.doubt else ""),
        (say("commitment.recoded"), _recoded(view, commitment)),
    ]


def _recoded(view: View, commitment: Commitment) -> Markup:
    """What it was coded as before, from when on it is coded as it is, and why."""
    say = view.say
    rows = [
        Markup("<li>{}<br><span class='small'>{}</span></li>").format(
            say(
                "commitment.recoded_from",
                date=say.date(each.on),
                force=say(f"terms.force_{each.force}"),
                precision=say(f"terms.precision_{each.precision}") if each.precision else say("terms.precision_none"),
            ),
            each.because[view.lang],
        )
        for each in commitment.recoded
    ]
    return Markup("<ul class='items'>{}</ul>").format(prose.joined(rows)) if rows else Markup("")


def _bodies(view: View, ids: list[str]) -> str:
    return view.say.listed([view.register.body_by_id[id_].name[view.lang] for id_ in ids if id_ in view.register.body_by_id])


def _items(view: View, commitment: Commitment) -> Markup:
    """The checklist in the text's own words, in Korean with ours before them."""
    if not commitment.items:
        return Markup("")
    say, language = view.say, view.register.declaration_by_id[commitment.declaration].language
    rows = [
        Markup("<li>{}<q lang='{}'>{}</q></li>").format(f"{item.ko} " if view.lang == "ko" else "", language, item.quote)
        for item in commitment.items
    ]
    closed = say("declarations.items_closed") if commitment.items_closed else say("declarations.items_open")
    return Markup("<ul class='items'>{}</ul><span class='small'>{}</span>").format(prose.joined(rows), closed)


def lineage(view: View, commitment: Commitment) -> None:
    """The pledges that it is part of, with what changed since the mention before and why."""
    say, register = view.say, view.register
    prose.heading(say("commitment.pledges"))
    found = register.pledges_at(commitment.id)
    if not found:
        prose.note(say("commitment.no_pledges"))
        return
    rows = []
    for pledge, mention in sorted(found, key=lambda pair: pair[1].background):
        change, reason = register.change_at(mention), mention.because[view.lang] if mention.because else ""
        if mention.background:
            how = say("commitment.pledge_background", reason=reason)
        elif change and mention.source:
            how = say("commitment.pledge_since", change=say(f"terms.change_{change}"), place=say.place(mention.source), reason=reason)
        else:
            how = say("commitment.pledge_first")
        link = prose.anchor(address.href("pledge", id=pledge.id), pledge.title[view.lang], "in")
        rows.append(
            Markup("<li{}>{}<br><span class='plain'>{}</span></li>").format(
                Markup(" class='faint'") if mention.background else "", link, how
            )
        )
    prose.show(Markup("<ul class='plain-list'>{}</ul>").format(prose.joined(rows)))


def standing(view: View, commitment: Commitment) -> None:
    """What would count, how it was judged as a whole, and the own records of single bodies beside it."""
    say, register = view.say, view.register
    prose.heading(say("commitment.standing", date=say.date(view.on)))
    if commitment.test or commitment.earlier_tests:
        prose.show(note_story.test(view, commitment, headed=False))
    prose.show(note_story.apart(view, commitment))
    aside = list(reversed(standings.notes_until(register.set_aside(commitment.id), view.on)))
    if aside:
        prose.show(note_story.set_aside(view, aside))


def cite(view: View, commitment: Commitment) -> None:
    """A citation in each language, ready to copy."""
    say = view.say
    prose.heading(say("commitment.cite"))
    prose.note(say("commitment.cite_note"))
    names = {"en": say("commitment.cite_english"), "ko": say("commitment.cite_korean")}
    for lang in LANGUAGES:
        with st.container(key=f"citation-{lang}"):
            prose.show(Markup("<p class='small'>{}</p>").format(names[lang]))
            st.code(cited(view, commitment, lang), language=None, wrap_lines=True)


def cited(view: View, commitment: Commitment, lang: str) -> str:
    """The commitment as one cites it, with the day as of which its standing is told."""
    own, register = Say(view.say.labels, lang), view.register
    declaration = register.declaration_by_id[commitment.declaration]
    facts = {
        "quote": " ".join(commitment.quote.split()).rstrip(" ;,"),
        "title": declaration.title[lang],
        "forum": own.ordinal(declaration.forum),
        "adopted": own.date(declaration.adopted),
        "place": own.place(commitment.id),
        "summary": commitment.summary[lang],
        "date": own.date(view.on),
        "product": own("frame.product"),
        "address": permalink(commitment.id, view.on, lang),
    }
    if commitment.in_name_only:
        return own("commitment.citation_none", **facts)
    return own("commitment.citation", **facts, standing=own(f"terms.standing_{register.standing_of(commitment, view.on)}"))


def neighbours(view: View, commitment: Commitment) -> None:
    """The commitments before and after this one, in the order of the texts."""
    every = list(view.register.commitment_by_id)
    here = every.index(commitment.id)
    ways = [(step, every[here + step]) for step in (-1, 1) if 0 <= here + step < len(every)]
    words = {-1: "commitment.previous", 1: "commitment.next"}
    links = [_link(view, other, view.say(words[step], place=view.say.place(other))) for step, other in ways]
    prose.show(Markup("<nav class='turn' aria-label='{}'>{}</nav>").format(view.say("commitment.neighbours"), prose.joined(links)))


def _link(view: View, id_: str, words: str = "") -> Markup:
    """To another commitment; a plain link, because Streamlit's own leave the address of this one."""
    return prose.anchor(address.href("commitment", id=id_), words or view.say.place(id_), "in")
