"""Reading a text from the terminal: what it consists of, what was taken away, and how it might be coded. Nothing is put on record."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from models.labels import Say
    from models.texts.parts import Part, Reading
    from models.texts.suggestions import InPledge, Nearest, SuggestedCommitment, SuggestedProvision

READ, MISUSED = 0, 2
PASTED: Final = "-"
_WIDTH: Final = 110
_SHOWN: Final = 100
"""So many letters of what was left out are shown to a person; programs get all of it."""


def read_arguments(commands: Any) -> argparse.ArgumentParser:
    """What can be said after `read`."""
    return _arguments(
        commands,
        "read",
        "say what a text consists of: its provisions, and what was taken away",
        "Reads a text (PDF with a text layer, DOCX, ODT, HWPX, HWP, HTML, Markdown, plain text) and prints its provisions with their "
        "numbers as printed, what was left out and why, and what has to be looked at, such as a number that is left out.",
    )


def suggest_arguments(commands: Any) -> argparse.ArgumentParser:
    """What can be said after `suggest`."""
    parser = _arguments(
        commands,
        "suggest",
        "say how a text might be coded, and which earlier words come near",
        "Reads a text as `read` does and suggests for each provision how it splits, its force and precision with the words that decided, "
        "who is asked, due dates, the pledges it may belong to and the nearest earlier wordings. Suggestions enter no record.",
    )
    parser.add_argument(
        "--adopted", type=day_of_adoption, metavar="DATE", help="the day of its adoption; only what was on record before is compared"
    )
    parser.add_argument("--forum", type=int, metavar="NUMBER", help="the edition of the forum that adopts it")
    parser.add_argument("--without", metavar="YEAR", help="leave out the records of this declaration, as if it were new")
    return parser


def _arguments(commands: Any, name: str, short: str, long: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=short,
        description=f"{long} Ends with 0, with 2 when the file cannot be read.",
    )
    parser.add_argument("file", metavar="FILE", help="the file to read, or - for text on standard input")
    parser.add_argument("--json", action="store_true", help="print it for programs (docs/export.md)")
    parser.add_argument("--lang", choices=("en", "ko"), default="en", help="the language of the sentences (default: en)")
    return parser


def day_of_adoption(given: str) -> dt.date:
    """A day as it is typed behind `--adopted`."""
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{given}” is no day; write year-month-day, as in 2027-05-17") from error


def run(given: argparse.Namespace, today: dt.date) -> int:
    """Read the file, and suggest where that was asked for; print it."""
    from models.labels import Say, load_labels
    from models.texts.files.refusing import Refused
    from models.texts.opening import read

    say = Say(load_labels(), given.lang)
    try:
        data = sys.stdin.buffer.read() if given.file == PASTED else Path(given.file).read_bytes()
        reading = read(data, "" if given.file == PASTED else Path(given.file).name)
    except OSError as error:
        print(
            f"curate.py: {given.file}: this file cannot be read ({error.strerror}); check its name and that it may be read", file=sys.stderr
        )
        return MISUSED
    except Refused as error:
        print(f"curate.py: {given.file}: {say(f'texts.refused_{error.reason}', **error.words)}", file=sys.stderr)
        return MISUSED
    suggested = _suggested(reading, given, today) if hasattr(given, "adopted") else None
    if given.json:
        said = json.dumps(for_programs(reading, suggested, say), ensure_ascii=False, indent=2)
    else:
        said = "\n".join(lines(reading, suggested, say))
    sys.stdout.buffer.write(f"{said}\n".encode())
    sys.stdout.buffer.flush()
    return READ


def _suggested(reading: Reading, given: argparse.Namespace, today: dt.date) -> dict[str, SuggestedProvision]:
    """What is suggested, by the place of the provision."""
    from models.loading import load
    from models.texts.suggesting.leading import leads
    from models.texts.suggesting.suggested import suggested
    from models.texts.suggestions import Context

    register = load(given.records, today).register
    context = Context(reading.language, given.adopted, given.forum, today, given.without, leads(reading.parts))
    found = suggested([(part.place, part.text) for part in reading.provisions if part.place], register, context)
    return {each.place: each for each in found}


# for programs ---------------------------------------------------------------------------------------------------------


def for_programs(reading: Reading, suggested: dict[str, SuggestedProvision] | None, say: Say) -> dict[str, object]:
    """The reading as docs/export.md describes it."""
    return {
        "file": reading.source.name,
        "format": reading.source.kind.value,
        "language": reading.language,
        "provisions": [_part(part, reading, suggested, say) for part in reading.parts],
        "left_out": [{"text": each.text, "why": say(f"texts.why_{each.why}"), "code": each.why.value} for each in reading.left_out],
        "warnings": list(warnings(reading, say)),
    }


def _part(part: Part, reading: Reading, suggested: dict[str, SuggestedProvision] | None, say: Say) -> dict[str, object]:
    told: dict[str, object] = {
        "number": part.number,
        "kind": part.kind.value,
        "level": part.level,
        "text": part.text,
        "mark": part.mark,
        "id": part.place,
    }
    if part.title is not None:
        told["title"] = part.title
    if part.hangs_on is not None:
        told["at"] = reading.parts[part.hangs_on].place
        told["after"] = part.after
    if suggested is not None and part.kind.is_provision:
        found = suggested.get(part.place or "")
        told["force"] = found.force.value.value if found else None
        told["why"] = [say(f"texts.because_{found.force.why.rule}", **found.force.why.words)] if found else []
        told["commitments"] = [_commitment(each, say) for each in found.commitments] if found else []
        told["pledges"] = [each.pledge for each in found.pledges] if found else []
        told["nearest"] = [_near(each) for each in found.nearest] if found else []
    return told


def _commitment(found: SuggestedCommitment, say: Say) -> dict[str, object]:
    return {
        "quote": found.quote,
        "verb": found.verb,
        "force": found.force.value.value,
        "precision": found.precision.value.value if found.precision.value else None,
        "by": list(found.by),
        "to": list(found.to),
        "to_words": found.to_words,
        "due": found.due.day.isoformat()
        if found.due and found.due.day
        else str(found.due.within)
        if found.due and found.due.within
        else None,
        "due_words": found.due.words if found.due else None,
        "target": {"value": found.target.value, "unit": found.target.unit} if found.target else None,
        "themes": list(found.themes),
        "groups": list(found.groups),
        "items": list(found.items),
        "pledges": [each.pledge for each in found.pledges],
        "nearest": [_near(each) for each in found.nearest],
        "sure": {"force": found.force.sure.value, "precision": found.precision.sure.value},
        "why": list(_reasons(found, say)),
    }


def _near(found: Nearest) -> dict[str, object]:
    return {
        "id": found.place,
        "likeness": round(found.likeness, 3),
        "force": found.force.value,
        "precision": found.precision.value if found.precision else None,
        "standing": found.standing,
        "shared": list(found.shared),
    }


def _reasons(found: SuggestedCommitment, say: Say) -> Iterator[str]:
    """Why it is suggested so, a sentence each."""
    for why in (found.split, found.force.why, found.precision.why, *(each.why for each in found.pledges[:1])):
        if why:
            yield say(f"texts.because_{why.rule}", **why.words)


def warnings(reading: Reading, say: Say) -> Iterator[str]:
    """What has to be looked at, a sentence each."""
    for each in reading.warnings:
        words = dict(each.words)
        yield say(words.pop("key"), **words) if each.caution == "file" else say(f"texts.caution_{each.caution}", **words)


# for people -----------------------------------------------------------------------------------------------------------


def lines(reading: Reading, suggested: dict[str, SuggestedProvision] | None, say: Say) -> Iterator[str]:
    """The reading as it is printed in a terminal."""
    for part in reading.parts:
        head = " ".join(filter(None, (part.place or part.kind.value, part.mark)))
        yield from _wrapped(part.text, f"{'  ' * (part.level - 1)}{head:<9} ")
        if suggested is not None and (found := suggested.get(part.place or "")):
            yield from _told(found, say)
    for title, each in ((say("texts.read_left_out"), reading.left_out), (say("texts.read_warnings"), tuple(warnings(reading, say)))):
        if each:
            yield f"\n{title}"
        yield from (f"  {line}" for line in (_left_out(reading, say) if title == say("texts.read_left_out") else each))


def _left_out(reading: Reading, say: Say) -> Iterator[str]:
    """What was left out, with blanks and ends of lines counted and not shown."""
    counts: dict[str, int] = {}
    for each in reading.left_out:
        if each.text.strip():
            shown = " ".join(each.text.split())
            yield f"{say(f'texts.why_{each.why}')}: {shown[:_SHOWN]}{'…' if len(shown) > _SHOWN else ''}"
        else:
            counts[each.why] = counts.get(each.why, 0) + 1
    for why, count in counts.items():
        yield f"{say(f'texts.why_{why}')}: {count}"


def _told(found: SuggestedProvision, say: Say) -> Iterator[str]:
    indent = "            "
    if not found.commitments:
        yield f"{indent}→ {say(f'terms.force_{found.force.value}')}"
    for each in found.commitments:
        precision = say(f"terms.precision_{each.precision.value}") if each.precision.value else "–"
        yield from _wrapped(f"“{each.quote}”", f"{indent}→ ")
        yield f"{indent}  {say(f'terms.force_{each.force.value}')} · {precision}{_due(each)}"
        for why in _reasons(each, say):
            yield from _wrapped(why, f"{indent}  ")
        yield from _near_lines(each.pledges, each.nearest, f"{indent}  ")


def _due(found: SuggestedCommitment) -> str:
    return f" · {found.due.day or found.due.within or found.due.words}" if found.due else ""


def _near_lines(pledges: tuple[InPledge, ...], nearest: tuple[Nearest, ...], indent: str) -> Iterator[str]:
    if pledges:
        yield f"{indent}{', '.join(each.pledge for each in pledges[:3])}"
    if nearest:
        yield f"{indent}{', '.join(each.place for each in nearest[:3])}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent)) or [indent.rstrip()]
