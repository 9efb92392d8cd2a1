"""Slides of quoted words: whole, to the letter, with the deciding verb in bold, the place, and how firm they are."""

from __future__ import annotations

from collections.abc import Sequence

from decks import drawing
from decks.deck import Quote, Slide
from decks.showing import Frame, Showing
from decks.told import opening
from models.records.places import text_of
from models.register.lineage import Wording


def slides(showing: Showing, id_: str, finding: str, subtitle: str, places: Sequence[str], address: str = "") -> list[Slide]:
    """The words at these places, in this order; the source line names every declaration that is quoted."""
    if not places:
        return []
    say, register = showing.say, showing.register
    given = [quote(showing, place) for place in places]
    years = sorted({text_of(place) for place in places})
    n = say.count("deck.quotes", len(places))
    frame = Frame(
        showing,
        id_,
        finding,
        subtitle,
        say("chart.foot_declarations", years=opening.years(showing, years), date=say.date(showing.on), n=n),
        " ".join(f"{each.place}: {each.text}" for each in given),
        address or _address(showing, places[0]),
        (say("deck.notes_words"), *(_whence(showing, year) for year in years if year in register.declaration_by_id)),
    )
    return drawing.quotes(frame, given)


def quote(showing: Showing, place: str) -> Quote:
    """The words of a commitment or of a whole provision; for readers of another language than theirs, our summary below."""
    say, register = showing.say, showing.register
    wording, commitment = register.wording_at(place), register.commitment_by_id.get(place)
    record = commitment or register.provision_by_id[place]
    lang = register.declaration_by_id[text_of(place)].language
    ours = record.summary[say.lang] if record.summary and lang != say.lang else ""
    return Quote(
        drawing.quoted(register.words_at(place), commitment.verb if commitment else ""),
        say.place(place),
        firm(showing, wording),
        wording.force,
        lang,
        say("deck.ours", words=ours) if ours else "",
    )


def firm(showing: Showing, wording: Wording) -> str:
    """Force and precision in words."""
    say = showing.say
    force = say(f"terms.force_{wording.force}")
    return say("briefing.firm", force=force, precision=say(f"terms.precision_{wording.precision}")) if wording.precision else force


def _address(showing: Showing, place: str) -> str:
    """Where the words stand in their text."""
    if place in showing.register.commitment_by_id:
        return showing.address("commitment", id=place)
    return showing.address("declarations", id=text_of(place), at=place)


def _whence(showing: Showing, year: str) -> str:
    """From which copy a declaration is quoted, for whoever is asked."""
    say, declaration = showing.say, showing.register.declaration_by_id[year]
    copy = declaration.source
    return say(
        "deck.notes_copy",
        title=declaration.title[say.lang],
        adopted=say.date(declaration.adopted),
        publisher=showing.register.publisher(copy.publisher, say.lang) if copy.publisher else say("briefing.source_nobody"),
        url=copy.url or say("briefing.source_no_address"),
    )
