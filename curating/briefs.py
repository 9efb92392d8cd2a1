"""Briefs from the terminal: the files that the page Brief gives, for as many subjects as are named."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from curating.files import ready, save
from curating.refusing import Refused, listed, register_on, subjects, unknown
from exports import addresses, dataset, typesetting
from exports.brief import docx, files, pdf
from models.brief import facts, gathering
from models.brief.facts import About, Why
from models.brief.facts import Refused as NoBrief
from models.labels import Say, load_labels
from models.loading import Loaded

FORMATS: Final = {"docx": docx.docx_file, "pdf": pdf.pdf}
"""The kinds of files, each with what makes it of a sheet."""


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
    ready(asked.folder, [] if asked.force else paths)
    labels, edition, register = load_labels(), dataset.edition(loaded.register), loaded.register.as_of(on)
    done = 0
    for each, lang, found in wanted:
        with typesetting.turn("brief"):
            gathered = replace(gathering.brief(register, each, on), withheld=loaded.left_out, root=addresses.known())
            told = pdf.fitted(gathered, Say(labels, lang), edition)
            for ending, path in found.items():
                save(path, FORMATS[ending](told))
                done += 1
                print(f"{done} of {len(paths)}: {path.name}", file=sys.stderr, flush=True)
    return done


def _subjects(loaded: Loaded, on: dt.date, asked: Asked) -> list[About]:
    """What the briefs are about that are asked for, each once, in the order in which they were named."""
    register = register_on(loaded, on, "to brief on")
    if asked.everything:
        return [About((subject,)) for subject in facts.subjects(register)]
    found = [facts.about(register, given) for given in asked.subjects]
    refused = [each for each in found if isinstance(each, NoBrief)]
    unheard = dict.fromkeys(given for each in refused if each.why is Why.UNKNOWN for given in each.named)
    if unheard:
        known = subjects(loaded, register)
        names = {subject.address: found for subject, found in known.items()}
        said = [unknown(given, "to brief on", names) for given in unheard]
        raise Refused("\n".join((*said, "A brief can be about:", *listed(list(known)))))
    if refused:
        raise Refused("\n".join(_together(each) for each in refused))
    return list(dict.fromkeys(each for each in found if isinstance(each, About)))


def _together(refused: NoBrief) -> str:
    """Why subjects that are known cannot be in one brief."""
    named = facts.AND.join(refused.named)
    if refused.why is Why.BODIES:
        return f"{named}: a brief is about one city or body at a time; leave a space in place of the {facts.AND} for a brief on each"
    return f"{named}: a brief is about at most {facts.MOST} subjects"


def _paths(about: About, lang: str, on: dt.date, asked: Asked) -> dict[str, Path]:
    return {ending: asked.folder / files.name(about, lang, on, ending) for ending in asked.formats}
