"""Briefs from the terminal: the files that the page Brief gives, for as many subjects as are named."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

from exports import addresses, dataset, typesetting
from exports.brief import docx, files, pdf
from models.brief import facts, gathering
from models.brief.facts import About, Subject, Why
from models.brief.facts import Refused as NoBrief
from models.brief.telling.phrases import subject_name
from models.labels import LANGUAGES, Say, load_labels
from models.loading import Loaded

FORMATS: Final = {"docx": docx.docx_file, "pdf": pdf.pdf}
"""The kinds of files, each with what makes it of a sheet."""
_NEAR: Final = 75
"""Of a hundred: how much of a name has to be alike for the subject to be meant, perhaps."""


class Refused(Exception):
    """Why nothing was written; what it says is for whoever called."""


@dataclass(frozen=True)
class Asked:
    """What is to be written."""

    subjects: Sequence[str]
    """Each for one brief, as `city:gwangju`, or on several as `theme:poverty+theme:health`; none where `everything` is asked for."""
    everything: bool
    langs: Sequence[str]
    formats: Sequence[str]
    folder: Path
    force: bool


def write(loaded: Loaded, on: dt.date, asked: Asked) -> int:
    """Make the briefs one after the other, say on standard error how far that is, and return how many files were written.

    Nothing is made before all is known to be right: the subjects, the day, the folder, and that no file there is in the way.
    """
    about = _subjects(loaded, on, asked)
    wanted = [(each, lang, _paths(each, lang, on, asked)) for each in about for lang in asked.langs]
    paths = [path for _, _, found in wanted for path in found.values()]
    _ready(asked.folder, [] if asked.force else paths)
    labels, edition, register = load_labels(), dataset.edition(loaded.register), loaded.register.as_of(on)
    done = 0
    for each, lang, found in wanted:
        with typesetting.turn("brief"):
            gathered = replace(gathering.brief(register, each, on), withheld=loaded.left_out, root=addresses.known())
            told = pdf.fitted(gathered, Say(labels, lang), edition)
            for ending, path in found.items():
                _save(path, FORMATS[ending](told))
                done += 1
                print(f"{done} of {len(paths)}: {path.name}", file=sys.stderr, flush=True)
    return done


def _subjects(loaded: Loaded, on: dt.date, asked: Asked) -> list[About]:
    """What the briefs are about that are asked for, each once, in the order in which they were named."""
    if not loaded.register.declarations:
        raise Refused("no declaration is on record here, so there is nothing to brief on")
    if not loaded.register.as_of(on).declarations:
        first = loaded.register.declarations[0].adopted
        raise Refused(f"no declaration on record had been adopted by {on}; the first is of {first}, so choose that day or a later one")
    register = loaded.register.as_of(on)
    known = {subject.address: subject for subject in facts.subjects(register)}
    if asked.everything:
        return [About((subject,)) for subject in known.values()]
    found = [facts.about(register, given) for given in asked.subjects]
    refused = [each for each in found if isinstance(each, NoBrief)]
    unknown = dict.fromkeys(given for each in refused if each.why is Why.UNKNOWN for given in each.named)
    if unknown:
        said = [_unknown(given, loaded, known) for given in unknown]
        raise Refused("\n".join((*said, "A brief can be about:", *_listed(known))))
    if refused:
        raise Refused("\n".join(_together(each) for each in refused))
    return list(dict.fromkeys(each for each in found if isinstance(each, About)))


def _together(refused: NoBrief) -> str:
    """Why subjects that are known cannot be in one brief."""
    named = facts.AND.join(refused.named)
    if refused.why is Why.BODIES:
        return f"{named}: a brief is about one city or body at a time; leave a space in place of the {facts.AND} for a brief on each"
    return f"{named}: a brief is about at most {facts.MOST} subjects"


def _unknown(given: str, loaded: Loaded, known: dict[str, Subject]) -> str:
    """That there is no such subject, and which may be meant: by its id, or by its name in either language."""
    labels = load_labels()
    names = {
        address: [subject.id, *(subject_name(loaded.register, subject, Say(labels, lang)) for lang in LANGUAGES)]
        for address, subject in known.items()
    }
    typed = given.rpartition(":")[2].casefold()
    alike = {address: _likeness(typed, [each.casefold() for each in found]) if typed else 0 for address, found in names.items()}
    near = [address for address in sorted(alike, key=alike.__getitem__, reverse=True) if alike[address] >= _NEAR][:3]
    shown = "".join(character if character.isprintable() else "�" for character in given)
    perhaps = f"; perhaps {' or '.join(near)}" if near else ""
    return f"there is nothing called “{shown}” to brief on{perhaps}"


def _likeness(typed: str, names: list[str]) -> float:
    """Of a hundred: how like what was typed is to one of the names, or that it is one of their words."""
    words = {word for name in names for word in re.split(r"[\s,·()-]+", name)}
    return 100 if typed in words else max(process.cdist([typed], names, scorer=fuzz.ratio)[0])


def _listed(known: dict[str, Subject]) -> list[str]:
    """All subjects, a paragraph for each kind."""
    kinds = dict.fromkeys(subject.kind for subject in known.values())
    by_kind = [" ".join(address for address, subject in known.items() if subject.kind is kind) for kind in kinds]
    return [textwrap.fill(line, 100, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False) for line in by_kind]


def _paths(about: About, lang: str, on: dt.date, asked: Asked) -> dict[str, Path]:
    return {ending: asked.folder / files.name(about, lang, on, ending) for ending in asked.formats}


def _ready(folder: Path, new: list[Path]) -> None:
    """Make the folder where it is missing; refuse where a file would be overwritten."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder}: no folder can be made here ({error.strerror})") from error
    there = [path.name for path in new if path.exists()]
    if there:
        more = f" and {len(there) - 3} more" if len(there) > 3 else ""
        raise Refused(f"{', '.join(there[:3])}{more}: in {folder} already; nothing was written. Say --force to write them anew")


def _save(path: Path, made: bytes) -> None:
    """The whole file or none of it, also where the command is ended meanwhile."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(made)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
