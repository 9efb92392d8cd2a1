"""Sealed snapshots from the terminal: making one, and checking one against the records here."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from models.loading import Loaded

SAME, OTHERWISE, MISUSED = 0, 1, 2
_NAMED: Final = 20
"""So many ids are named of each kind; of the rest is said how many there are."""
_REMADE_BY_HAND: Final = "make it anew from the records if it is to be quoted"


def arguments(commands: Any) -> argparse.ArgumentParser:
    """What can be said after `snapshot`. Nothing of what makes one is read here, so that other commands stay as quick as they are."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "snapshot",
        help="write the whole register as of a day into one sealed HTML file, or check such a file",
        description="Writes the whole register as of a day into one HTML file that asks for nothing from outside and says by its seal "
        "whether it was changed; or checks such a file against the records here. Ends with 0 when the file is written, or is as it was "
        "made and says what the records say; with 1 when records are left out, the file was altered or the records are others; with 2 "
        "when it was called wrongly or the file is no snapshot. What a seal proves is in docs/export.md.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", type=Path, metavar="FILE", help="the file to write")
    what.add_argument("--verify", type=Path, metavar="FILE", help="the file to check against the records here")
    parser.add_argument("--on", action="append", metavar="DATE", help="the register as it stood on this day (default: today)")
    parser.add_argument("--lang", choices=("en", "ko"), action="append", help="the language; may be repeated (default: both)")
    parser.add_argument("--force", action="store_true", help="write the file anew if it is there already")
    return parser


def run(given: argparse.Namespace, today: dt.date, day: Callable[[argparse.Namespace], dt.date]) -> int:
    """Write or check what was asked for; `day` reads the day that was asked for."""
    from models.loading import load

    if given.verify and (given.on or given.lang or given.force):
        given.parser.error("a snapshot says its day and languages itself; leave out --on, --lang and --force")
    if given.verify:
        return verify(given.verify, given.records, lambda: load(given.records, today))
    on = day(given)
    return write(load(given.records, today), on, list(dict.fromkeys(given.lang or ["en", "ko"])), given.out, given.force)


def write(loaded: Loaded, on: dt.date, langs: list[str], out: Path, force: bool) -> int:
    """Make a snapshot and put it into its place, whole or not at all."""
    from exports.snapshot import document
    from models.labels import load_labels

    if out.is_dir():
        return _refused(f"{out} is a folder; name the file, as in {out / document.name(on)}")
    if out.exists() and not force:
        return _refused(f"{out} is there already; say --force to write it anew")
    made = document.snapshot(loaded.register, on, load_labels(), langs, loaded.left_out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        _put(out, made)
    except OSError as error:
        return _refused(f"{error.filename or out}: {error.strerror}; nothing was written", OTHERWISE)
    print(f"{out}: the register as of {on}, {len(made):,} bytes", file=sys.stderr)
    if loaded.problems:
        counted = f"{len(loaded.problems):,} problem{'' if len(loaded.problems) == 1 else 's'}"
        print(
            f"curate.py: {counted} in the records; what is wrong is left out of this snapshot, and it says so. Run check to see them.",
            file=sys.stderr,
        )
        return OTHERWISE
    return SAME


def _put(out: Path, made: bytes) -> None:
    """Beside its place first, so that a full disk leaves what was there before."""
    handle, beside = tempfile.mkstemp(dir=out.parent, prefix=".snapshot-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(made)
        os.chmod(beside, 0o644)
        os.replace(beside, out)
    except OSError:
        os.unlink(beside)
        raise


def verify(file: Path, records: Path, load: Callable[[], Loaded]) -> int:
    """Say what became of a snapshot and of the records since it was made, each in a sentence of its own."""
    from exports.snapshot import seal

    try:
        size = file.stat().st_size
        if file.is_file() and size > seal.LARGEST:
            return _refused(f"{file} has {size:,} bytes; a snapshot has at most {seal.LARGEST:,}, so this is none")
        if not file.is_file():
            return _refused(f"{file} is no file; name a snapshot")
        raw = file.read_bytes()
    except OSError as error:
        return _refused(f"{file} cannot be read ({error.strerror}); check its name and that it may be read")
    try:
        found = seal.opened(raw)
    except seal.NotASnapshot:
        return _refused(f"{file} is no snapshot of the register; one is made by: python curate.py snapshot --out FILE")
    if isinstance(found, seal.Altered):
        return _altered(file, raw, found, load)
    return _against(file, found, records, load())


def _altered(file: Path, raw: bytes, found: Any, load: Callable[[], Loaded]) -> int:
    """That a file is not as it was made, and where; to the line where the records still give the file that it was."""
    from exports.snapshot import seal

    print(f"{file} was altered after it was sealed, or did not arrive whole; {_REMADE_BY_HAND}.")
    if found.as_of and found.seal:
        sound = _anew(load(), found.as_of, found.languages)
        known = seal.opened(sound)
        if isinstance(known, seal.Snapshot) and known.seal == found.seal:
            print(
                f"The records here still give the file that it was; the first line that differs is line {seal.first_difference(raw, sound):,}."
            )
    if found.where:
        print(f"Not as it was sealed: {', '.join(found.where[:_NAMED])}{_rest(len(found.where))}.")
    else:
        print("Where cannot be said, because the list of its parts was altered too.")
    return OTHERWISE


def _against(file: Path, found: Any, records: Path, loaded: Loaded) -> int:
    """What a whole snapshot and the records as they are now have in common."""
    from exports import dataset
    from exports.snapshot import program
    from exports.snapshot.differences import differences

    if _anew(loaded, found.as_of, found.languages) == found.raw:
        print(f"{file} is unchanged and the same, to the last byte, as the records in {records.name} as of {found.as_of} give today.")
        return SAME
    now = dataset.document(loaded.register, found.as_of, loaded.left_out)
    here = f"the records in {records.name} as of {found.as_of}"
    if now == found.data and found.program == program.digest():
        print(
            f"{file}: its data are the same as {here}, but not the page around them, though this version of the program made it; "
            f"somebody changed the page and sealed it anew, so {_REMADE_BY_HAND}."
        )
        return OTHERWISE
    if now == found.data:
        print(
            f"{file} is unchanged, and its data are the same as {here}; another version of the program made the page around them, "
            f"which therefore cannot be compared, so {_REMADE_BY_HAND}."
        )
        return SAME
    apart = differences(found.data, now)
    if apart.later:
        print(
            f"{file} is unchanged, and its data say what {here} say; only records that tell of later days were added or changed since. "
            f"The page around the data cannot be compared, so {_REMADE_BY_HAND}."
        )
        return SAME
    if not apart.records and apart.withheld[0] == apart.withheld[1]:
        print(
            f"{file} is unchanged, and all fields that it shares with {here} are the same; "
            f"another version of the program made it, with other fields: {', '.join(apart.fields)}."
        )
        return SAME
    print(f"{file} is unchanged since it was sealed, but the records in {records.name} as of {found.as_of} are others now:")
    for each in apart.records:
        for what, ids in (("added", each.added), ("changed", each.changed), ("removed", each.removed)):
            if ids:
                print(f"  {each.kind} {what}: {', '.join(ids[:_NAMED])}{_rest(len(ids))}")
    if apart.withheld[0] != apart.withheld[1]:
        print(f"  records left out because something is wrong with them: {apart.withheld[0]:,} then, {apart.withheld[1]:,} now")
    if apart.fields:
        print(f"  fields that only one of the two has: {', '.join(apart.fields)}")
    return OTHERWISE


def _rest(count: int) -> str:
    return f" and {count - _NAMED:,} more" if count > _NAMED else ""


def _anew(loaded: Loaded, on: dt.date, langs: tuple[str, ...]) -> bytes:
    from exports.snapshot import document
    from models.labels import load_labels

    return document.snapshot(loaded.register, on, load_labels(), langs, loaded.left_out)


def _refused(why: str, result: int = MISUSED) -> int:
    print(f"curate.py: {why}", file=sys.stderr)
    return result
