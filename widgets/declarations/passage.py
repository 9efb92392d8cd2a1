"""One quoted passage with its force, precision, place and summary, and the words in it that differ from another."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from models.records.places import text_of
from models.records.pledges import Mention
from models.register.passages import provision_of
from models.register.word_changes import Kind, Span, likeness, word_changes
from widgets.frame import mine
from widgets.parts import citation, marks, prose
from widgets.parts.view import View

ALIKE = 0.25
"""Below this share of common words, marking single words would only make noise."""


@dataclass(frozen=True)
class Difference:
    """Two wordings, each with the words that the other does not have set apart."""

    earlier: Markup
    later: Markup


def difference(view: View, earlier: str, later: str) -> Difference | None:
    """The differing words of two places; None where they share so few that marks would only be noise."""
    before, after = view.register.words_at(earlier), view.register.words_at(later)
    if likeness(before, after) < ALIKE:
        return None
    spans = word_changes(before, after)
    return Difference(_marked(spans[0], "del"), _marked(spans[1], "ins"))


def head(view: View, place: str) -> Markup:
    """Force, precision and where the passage stands."""
    say, code = view.say, view.register.wording_at(place).precision
    precision = Markup("<span class='precision'>{}</span>").format(say(f"terms.precision_{code}")) if code else ""
    link, adding = citation.place(view, place), mine.quoting(view, place)
    return Markup("<p class='mention-head'>{} {} {} {}</p>").format(
        marks.force_or_withheld(say, view.register.force_at(place)), precision, link, adding
    )


def quote(view: View, place: str, words: Markup | None = None) -> Markup:
    """The words to the letter, in their language, with our summary below; `words` are the same with differences marked."""
    register, say = view.register, view.say
    commitment = register.commitment_by_id.get(place)
    summary = commitment.summary if commitment else register.provision_by_id[provision_of(register, place)].summary
    ours = (
        Markup("<p class='ours'><span class='small'>{}</span> {}</p>").format(say("declarations.ours"), summary[view.lang])
        if summary
        else ""
    )
    shown = words if words is not None else Markup("{}").format(register.words_at(place))
    language = register.declaration_by_id[text_of(place)].language
    return Markup("<blockquote><q lang='{}'>{}</q></blockquote>{}").format(language, shown, ours)


def explained(key: str, document: Markup) -> Markup:
    """What the marks mean, above a document that has any; text of records has none, for it is escaped."""
    return Markup("<p class='note'>{}</p>").format(key) if "<ins>" in document or "<del>" in document else Markup("")


def scope(view: View, mention: Mention) -> Markup:
    """How the object relates to the earlier one, in small print; nothing where no link was made."""
    return Markup("<span class='small'>{}</span>").format(view.say(f"terms.scope_{mention.scope}")) if mention.scope else Markup("")


def reason(view: View, mention: Mention) -> Markup:
    """Why the curators placed the mention as they did."""
    if mention.because is None:
        return Markup("")
    return Markup("<p class='note'>{}</p>").format(view.say("declarations.reason", reason=mention.because[view.lang]))


def _marked(spans: list[Span], tag: str) -> Markup:
    """The words with those that differ set apart."""
    return prose.joined(
        [Markup("{}").format(span.words) if span.kind is Kind.SAME else Markup(f"<{tag}>{{}}</{tag}>").format(span.words) for span in spans]
    )
