"""A new text from the terminal: the draft file of a declaration, with what is suggested for it in remarks."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curating.reading import day_of_adoption, warnings

if TYPE_CHECKING:
    from models.register.register import Register
    from models.texts.parts import Reading
    from models.texts.suggestions import SuggestedProvision

WRITTEN, FAILED, MISUSED = 0, 1, 2


def arguments(commands: Any) -> argparse.ArgumentParser:
    """What can be said after `new`. Nothing of what reads a file is loaded here, so that other commands stay as quick as they are."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "new",
        help="write the draft file of a new declaration, with suggestions as remarks",
        description="Reads a text as `read` does and writes the file of its declaration: the text, and every field that a person has to fill "
        "empty, with what is suggested for it in remarks beside it. `check` refuses the file until it is coded. Never writes over a file. "
        "Ends with 0 when it is written, with 1 when it could not be, with 2 when the text cannot be read or something is missing.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the text: PDF, DOCX, ODT, HWPX, HWP, HTML, Markdown or plain text")
    parser.add_argument("--forum", type=int, required=True, metavar="NUMBER", help="which edition of the forum adopted it")
    parser.add_argument("--adopted", type=day_of_adoption, required=True, metavar="DATE", help="the day of its adoption, as in 2027-05-17")
    parser.add_argument("--title-en", default="", metavar="TITLE", help="its English title")
    parser.add_argument("--title-ko", default="", metavar="TITLE", help="its Korean title")
    parser.add_argument("--publisher", default="", metavar="NAME", help="who published the copy that is read")
    parser.add_argument("--source-title", default="", metavar="TITLE", help="what that copy is called")
    parser.add_argument("--lang", metavar="CODE", help="the language of the text, as in en or ko (default: the one it is in)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the file to write (default: declarations/YEAR.yaml of the records)")
    return parser


def run(given: argparse.Namespace, today: dt.date) -> int:
    """Read the text, suggest how it is coded, and write the draft file where there is none."""
    from models.labels import Say, load_labels
    from models.loading import load
    from models.texts.files.refusing import Refused
    from models.texts.opening import read

    out = given.out or given.records / "declarations" / f"{given.adopted.year}.yaml"
    if out.exists():
        return _said(f"{out} is there already and is not written over; name another file with --out")
    say = Say(load_labels(), "en")
    try:
        reading = read(given.file.read_bytes(), given.file.name)
    except OSError as error:
        return _said(f"{given.file}: this file cannot be read ({error.strerror}); check its name and that it may be read")
    except Refused as error:
        return _said(f"{given.file}: {say(f'texts.refused_{error.reason}', **error.words)}")
    register = load(given.records, today).register
    try:
        count = write(reading, register, given, today, out)
    except FileExistsError:
        return _said(f"{out} is there already and is not written over; name another file with --out")
    except OSError as error:
        return _said(f"{error.filename or out}: {error.strerror}; nothing was written", FAILED)
    for sentence in _unlisted(register, given.forum):
        print(f"Look at: {sentence}", file=sys.stderr)
    left = len(reading.left_out)
    print(f"{out}: {count} provisions; {left} things were left out of the text, see: python curate.py read {given.file}", file=sys.stderr)
    print(f"Fill in what is empty, then say: python curate.py check, and python curate.py seal {given.adopted.year}", file=sys.stderr)
    return WRITTEN


def write(reading: Reading, register: Register, given: argparse.Namespace, today: dt.date, out: Path) -> int:
    """Write the draft file and give back how many provisions are in it; raises `FileExistsError` where there is such a file."""
    from models.labels import Say, load_labels
    from models.texts.suggestions import Reason
    from models.writing.works import reshaping
    from models.writing.works.sketch import sketch

    say = Say(load_labels(), "en")

    def tell(why: Reason) -> str:
        return say(f"texts.because_{why.rule}", **why.words)

    begun = reshaping.begun(reading)
    known = {"title_en": given.title_en, "title_ko": given.title_ko, "publisher": given.publisher, "source_title": given.source_title}
    filled = {name: words for name, words in known.items() if words}
    language = given.lang or reading.language or "en"
    facts = {**filled, "forum": given.forum, "adopted": given.adopted.isoformat(), "language": language}
    work = begun.model_copy(update={"facts": begun.facts.model_copy(update=facts)})
    said = [
        f"A draft from {given.file.name}. What is suggested stands in remarks beside empty fields; nothing of it is on record until a person",
        "types it. Compare the text with its source, to the letter; the guide is commitments/README.md, the rules are docs/CODEBOOK.md.",
        *(f"Look at: {sentence}" for sentence in (*_unlisted(register, given.forum), *warnings(reading, say))),
    ]
    words = sketch(work, _suggested(reading, register, given, today), tell, said)
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("xb") as stream:
        try:
            stream.write(words.encode())
            stream.flush()
        except OSError:
            out.unlink()
            raise
    return len(work.provisions)


def _unlisted(register: Register, forum: int) -> list[str]:
    """That nobody has listed the edition yet; the check refuses its declaration until somebody has."""
    if forum in register.forum_by_number:
        return []
    return [f"There is no edition {forum} on record yet; add it as forums/{forum}.yaml (commitments/README.md)."]


def _suggested(reading: Reading, register: Register, given: argparse.Namespace, today: dt.date) -> list[SuggestedProvision]:
    from models.texts.suggesting.leading import leads
    from models.texts.suggesting.suggested import suggested
    from models.texts.suggestions import Context

    context = Context(given.lang or reading.language, given.adopted, given.forum, today, leads=leads(reading.parts))
    return suggested([(part.place, part.text) for part in reading.provisions if part.place], register, context)


def _said(words: str, code: int = MISUSED) -> int:
    print(f"curate.py: {words}", file=sys.stderr)
    return code
