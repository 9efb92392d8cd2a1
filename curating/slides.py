"""Slides from the terminal: the deck that the page Slides gives, as one file, for whoever prepares meetings in a batch."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from curating.files import ready, save
from curating.refusing import Refused, listed, paragraph, register_on, shown, subjects, unknown
from decks.deck import Deck
from decks.sets.asked import ALONE, NARROWED, Kind, Why
from decks.sets.asked import Refused as NoSet
from decks.sets.making import MOST, OF, Chosen, make, message
from decks.showing import Showing
from exports import addresses
from exports.deck import pptx
from exports.deck import template as templates
from exports.deck.file import FORMS, Form
from models.brief import facts
from models.labels import LANGUAGES, Say, load_labels
from models.loading import Loaded
from models.register.register import Register

_PURPOSE: Final = "to show"


@dataclass(frozen=True)
class Asked:
    """What is to be written."""

    set: str
    slides: str
    """Which of its slides and in which order, between commas; all where it is empty."""
    lang: str
    format: str
    """Empty where the ending of the file says it."""
    out: str
    template: Path | None
    force: bool


@dataclass(frozen=True)
class Written:
    """What was written."""

    path: Path
    slides: int


def write(loaded: Loaded, on: dt.date, today: dt.date, asked: Asked) -> Written:
    """Make the deck and save it. Nothing is saved before all is known to be right: the set, its slides, the file and the template."""
    register = register_on(loaded, on, _PURPOSE)
    format_, path = _where(asked)
    template = _template(asked.template, format_)
    say = Say(load_labels(), asked.lang)
    showing = Showing(register, loaded.register, say, on, today, addresses.known(), loaded.left_out, FORMS[format_].theme)
    chosen = Chosen(asked.set, tuple(filter(None, (name.strip() for name in asked.slides.split(",")))))
    deck = make(showing, chosen)
    if isinstance(deck, NoSet):
        raise Refused(_refusal(deck, loaded, showing, chosen))
    path = path or Path(asked.out) / f"{deck.name}.{format_}"
    ready(path.parent, [] if asked.force else [path])
    save(path, pptx.pptx(deck, template) if template else FORMS[format_].write(deck, say))
    return Written(path, len(deck.slides))


def _where(asked: Asked) -> tuple[str, Path | None]:
    """The kind of file and its path; no path where a folder was named, in which the file is called as its deck."""
    path = Path(asked.out)
    if asked.out.endswith(("/", os.sep)) or path.is_dir():
        if not asked.format:
            raise Refused(f"{asked.out} is a folder; say --format {_or(FORMS)}, or name a file")
        return asked.format, None
    ending = path.suffix.removeprefix(".").casefold()
    if ending not in FORMS:
        kinds = _or([f".{each}" for each in ([asked.format] if asked.format else FORMS)])
        raise Refused(f"{path.name}: the name of the file has to end in {kinds}; for a folder, put a / at its end")
    if asked.format and asked.format != ending:
        raise Refused(f"{path.name} would be no {ending} file, for --format says {asked.format}; leave one of them out or let them agree")
    return ending, path


def _or(words: Sequence[str] | Mapping[str, Form]) -> str:
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last


def _template(path: Path | None, format_: str) -> bytes | None:
    """The template that was named, found to be one; none where none was named."""
    if path is None:
        return None
    if format_ != "pptx":
        raise Refused(f"--template is for PowerPoint alone; leave it out for {format_}, or say --format pptx")
    try:
        with path.open("rb") as file:
            data = file.read(templates.TOO_LARGE)
    except OSError as error:
        raise Refused(f"{path}: this template cannot be read ({error.strerror})") from error
    if fault := templates.template_faults(data):
        raise Refused(f"{path}: {templates.sentence(fault, Say(load_labels(), 'en'))}")
    return data


def _refusal(refused: NoSet, loaded: Loaded, showing: Showing, chosen: Chosen) -> str:
    """Why there is no such deck, and what there is."""
    given = shown(refused.given)
    match refused.why:
        case Why.UNKNOWN:
            return _no_set(refused.given, loaded, showing.register)
        case Why.NOT_NARROWED:
            return f"{given} is always about the whole register; subjects narrow {_or([each.value for each in NARROWED])} alone"
        case Why.SUBJECTS:
            return f"{given}: slides are about one city or body at a time, and about at most {facts.MOST} subjects"
        case Why.MANY:
            return f"{given} slides are too many for one deck; choose at most {MOST}"
        case Why.SLIDE:
            return _no_slide(refused.given, showing, chosen)


def _no_set(given: str, loaded: Loaded, register: Register) -> str:
    """What is not known of a name, what may be meant, and how sets are named."""
    labels = load_labels()
    known = subjects(loaded, register)
    alone = {kind.value: [kind.value, *(Say(labels, lang)(f"deck.set_{kind}") for lang in LANGUAGES)] for kind in ALONE}
    years = [declaration.id for declaration in register.declarations]
    turns = [f"{before}-{after}" for before, after in pairwise(years)]
    names = {
        **alone,
        **{subject.address: found for subject, found in known.items()},
        **{f"{Kind.TURN}:{turn}": [turn] for turn in turns},
        **{f"{Kind.MEASURE}:{id_}": [id_] for id_ in register.measure_by_id},
        **{f"{Kind.QUOTE}:{place}": [place] for place in (*register.provision_by_id, *register.commitment_by_id)},
    }
    said = [unknown(each, _PURPOSE, names) for each in given.split(facts.AND)]
    how = [
        paragraph(f"{' '.join(kind for kind in alone if kind != Kind.OWN)} (subjects narrow {_or([each.value for each in NARROWED])}: "
                  f"{Kind.DUE}{facts.AND}theme:poverty)"),
        *listed(list(known)),
        paragraph(f"several of these together: theme:poverty{facts.AND}group:women"),
        *([paragraph(f"one declaration against the next: {' '.join(f'{Kind.TURN}:{turn}' for turn in turns)}")] if turns else []),
        *([paragraph(f"a declaration: {' '.join(f'declaration:{year}' for year in years)}")]),
        paragraph(f"the words at a place: {Kind.QUOTE}:{next(iter(register.commitment_by_id or register.provision_by_id), '2024-c2a')}"),
        *([paragraph(f"a measure: {' '.join(f'{Kind.MEASURE}:{id_}' for id_ in register.measure_by_id)}")] if register.measure_by_id else []),
        paragraph(f"{Kind.OWN}: nothing but what --slides names, as in --slides {Kind.FORUM}{OF}recurrence"),
    ]  # fmt: skip
    return "\n".join((*said, "Sets of slides:", *how))


def _no_slide(given: str, showing: Showing, chosen: Chosen) -> str:
    """Which slides the set has in which a slide was not found."""
    set_, _, id_ = given.rpartition(OF)
    made = make(showing, Chosen(set_ or chosen.set))
    ids = list(dict.fromkeys(message(slide) for slide in made.slides)) if isinstance(made, Deck) else []
    return f"{unknown(id_, f'among the slides of {shown(set_ or chosen.set)}', {each: [each] for each in ids})}; they are: {', '.join(ids)}"
