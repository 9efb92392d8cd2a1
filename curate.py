#!/usr/bin/env python3
"""The curator's command: check the records, find what is in them, write the schemas for editors, export the register, write briefs, slides and snapshots."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

from curating import asking, reading, snapshots, texts
from models.loading import Loaded, load, record_files, shown_path
from models.reading.problems import Problem
from models.records import days

ROOT = Path(__file__).resolve().parent
OK, PROBLEMS, MISUSED = 0, 1, 2
NOTHING = 1
KINDS = ("commitment", "provision", "pledge", "note", "evidence")
"""What can be found, by the names that the command knows."""
TABLES = ("commitments", "pledges", "notes", "evidence", "measures")
"""What can be printed as a table."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when all is well, 1 when records or schemas are not, 2 when it was called wrongly."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that knows no Korean, or a file name that is no text, shall not end the command.
            stream.reconfigure(errors="backslashreplace")
    given = _parser().parse_args(arguments)
    try:
        result: int = given.run(given)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return result


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="curate.py",
        description="Check the records, find what is in them, export the register, write briefs, slides and snapshots, read and suggest new texts.",
    )
    default = Path(os.environ.get("REGISTER_RECORDS", ROOT / "commitments"))
    parser.add_argument(
        "--records", type=Path, default=default, metavar="FOLDER", help="the folder of records (commitments/ unless you say otherwise)"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check",
        help="say everything that is wrong with the records",
        description="Says everything that is wrong with the records, one line each: file, line, column, a short code and what to do.",
    )
    check.add_argument(
        "files", nargs="*", type=Path, help="show only the problems of these files or folders; all records are read all the same"
    )
    check.set_defaults(run=_check)

    find = commands.add_parser(
        "find",
        help="answer a question from the records, as the page Find does",
        description="Answers a question in English or Korean as the page Find does: what was looked for, and what was found, best first. "
        "Ends with 0 when something was found, with 1 when nothing was, with 2 when there was no question.",
    )
    find.add_argument("question", help="words or a question; “quotation marks” for an exact phrase")
    find.add_argument("--json", action="store_true", help="print the ids of all that was found, for programs")
    find.add_argument(
        "--kind", type=_kind, action="append", metavar="KIND", help=f"find this kind alone; may be repeated: {', '.join(KINDS)}"
    )
    find.add_argument("--lang", choices=("en", "ko"), default="en", help="the language of the answer (default: en)")
    find.add_argument("--on", action="append", metavar="DATE", help="search the register as it stood on this day (default: today)")
    find.set_defaults(run=_find, parser=find)

    schema = commands.add_parser(
        "schema",
        help="write the schemas that editors use while you type",
        description="Writes commitments/schema/*.json, from which editors complete field names and underline mistakes.",
    )
    schema.add_argument("--check", action="store_true", help="write nothing; fail when a schema is out of date")
    schema.set_defaults(run=_schema)

    history = commands.add_parser(
        "history",
        help="say which notes and sources were rewritten since they landed",
        description="Compares notes, sources, reviews and second judgements with what they said when they landed (were committed or merged). "
        "They are never rewritten; only their Korean wording may be corrected, and such files are named.",
    )
    history.set_defaults(run=_history)

    seal = commands.add_parser(
        "seal",
        help="say that an adopted text was compared with its source, so that any later change to it is seen",
        description="Shows what changed in a declaration since it was last sealed, asks, and puts a new seal into its file. "
        "Compare the text with its source, to the letter, before you seal it.",
    )
    seal.add_argument("year", help="the declaration, as in 2024")
    seal.add_argument("--by", metavar="NAME", help="who compared it with its source (default: git's user.name)")
    seal.add_argument("--yes", action="store_true", help="write the seal without asking")
    seal.set_defaults(run=_seal)

    export = commands.add_parser(
        "export",
        help="print the register for other programs",
        description="Prints the whole register on standard output. docs/export.md explains every field.",
    )
    export.add_argument(
        "--format",
        choices=("json", "csv", "datapackage"),
        default="json",
        help="json: everything; csv: one table; datapackage: all tables and the json in one archive (default: json)",
    )
    export.add_argument("--table", choices=TABLES, help=f"which table --format csv prints (default: {TABLES[0]})")
    export.add_argument(
        "--on", action="append", metavar="DATE", help="give each commitment's status as of this day, as in 2024-10-11 (default: today)"
    )
    export.set_defaults(run=_export, parser=export)

    snapshot = (snapshots.arguments, lambda given: snapshots.run(given, today(), _day))
    for command, run in ((asking.brief, _brief), (asking.slides, _slides), snapshot):
        made = command(commands)
        made.set_defaults(run=run, parser=made)
    for command, of in ((reading.read_arguments, reading.run), (reading.suggest_arguments, reading.run), (texts.arguments, texts.run)):
        made = command(commands)
        made.set_defaults(run=lambda given, of=of: of(given, today()), parser=made)
    return parser


def today() -> dt.date:
    """The day in Gwangju, as the dashboard counts it."""
    return dt.datetime.now(ZoneInfo("Asia/Seoul")).date()


def _day(given: argparse.Namespace) -> dt.date:
    """The day that is asked for by `--on`, read as the pages read it; ends the command where it is none that can be shown."""
    day = days.asked(given.on or [], today())
    if isinstance(day, days.Refused):
        from models.labels import Say, load_labels

        parser: argparse.ArgumentParser = given.parser
        parser.error(Say(load_labels(), "en").refusal(day))
    return day


def _kind(text: str) -> str:
    if text not in KINDS:
        raise argparse.ArgumentTypeError(f"“{text}” is no kind of record; say {', '.join(KINDS[:-1])} or {KINDS[-1]}")
    return text


def _check(given: argparse.Namespace) -> int:
    wanted = _wanted(given.files, given.records)
    if wanted is None:
        return MISUSED
    loaded = load(given.records, today())
    shown = [problem for problem in loaded.problems if not given.files or problem.path in wanted]
    for problem in shown:
        print(_one_line(problem))
    elsewhere = len(loaded.problems) - len(shown)
    if shown:
        print(f"{_counted(len(shown), 'problem')} in {_counted(len({problem.path for problem in shown}), 'file')}.", file=sys.stderr)
        if (hidden := len(loaded.register.withheld_on(today()))) and not given.files:
            print(f"Withheld with that: the judgement of {_counted(hidden, 'commitment')}.", file=sys.stderr)
    elif given.files:
        print(f"Nothing is wrong in {_counted(len(wanted), 'file')}.")
    else:
        print(_summary(loaded))
    if elsewhere:
        print(f"{_counted(elsewhere, 'problem')} in other files; run check without a file to see all.", file=sys.stderr)
    return PROBLEMS if shown else OK


def _wanted(files: list[Path], records: Path) -> set[str] | None:
    """The record files that were named, as problems name them; None, after saying so, where one is no record file."""
    known = {Path(os.path.realpath(path)): shown_path(records, path) for _, path in record_files(records)[0]} if files else {}
    wanted: set[str] = set()
    sound = True
    for file in files:
        here = Path(os.path.realpath(file))  # which a link to itself does not end
        found = {shown for path, shown in known.items() if path == here or here in path.parents}
        if not found:
            why = "it is not a record file" if file.exists() else "there is no such file"
            print(f"curate.py: {file}: {why}; record files end in .yaml and are in {records.name}/", file=sys.stderr)
            sound = False
        wanted |= found
    return wanted if sound else None


def _one_line(problem: Problem) -> str:
    """The problem without line breaks or control characters that a quoted record may bring along."""
    return "".join(character if character.isprintable() else " " for character in str(problem))


def _summary(loaded: Loaded) -> str:
    register = loaded.register
    counts = [
        (len(register.forums), "forum"),
        (len(register.declarations), "declaration"),
        (len(register.provision_by_id), "provision"),
        (len(register.commitment_by_id), "commitment"),
        (len(register.pledges), "pledge"),
        (len(register.notes), "note"),
        (len(register.evidence), "source"),
        (len(register.measures), "measure"),
    ]
    return f"All {_counted(loaded.files, 'file')} sound: {', '.join(_counted(count, word) for count, word in counts)}."


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _left_out(loaded: Loaded) -> str:
    """How much is not served; a file that is withheld whole is one, however much is in it."""
    return f"{loaded.left_out:,} {'record or whole file' if loaded.left_out == 1 else 'records or whole files'}"


def _schema(given: argparse.Namespace) -> int:
    from models.reading import schema

    folder = given.records / "schema"
    paths = schema.stale(folder) if given.check else schema.write(folder)
    for path in paths:
        print(f"{given.records.name}/schema/{path.name}: {'out of date; run: python curate.py schema' if given.check else 'written'}")
    if not paths:
        print("The schemas are up to date.")
    return PROBLEMS if given.check and paths else OK


def _history(given: argparse.Namespace) -> int:
    from models.writing import landed

    try:
        found = landed.compare(given.records)
    except landed.NoHistory as error:
        print(f"curate.py: {error}", file=sys.stderr)
        return PROBLEMS
    for problem in found.problems:
        print(_one_line(problem))
    if found.korean:
        print(f"Korean wording corrected since it landed, the English untouched, in {_counted(len(found.korean), 'file')}:")
        print("".join(f"    {path}\n" for path in found.korean), end="")
    if not found.whole:
        print("Only the end of the history is here, so earlier changes cannot be seen; run: git fetch --unshallow", file=sys.stderr)
    if not found.records:
        print("No record here has landed yet, so there is nothing to compare.")
    elif not found.problems:
        print(f"Nothing was rewritten: {_counted(found.records, 'record')} say what they said when they landed.")
    return PROBLEMS if found.problems else OK


def _seal(given: argparse.Namespace) -> int:
    from models.writing import landed, sealing

    try:
        text = sealing.text(given.records, given.year)
        seal = text.declaration.sealed
        if seal and text.is_sealed:
            print(f"{given.year} says to the letter what {seal.by} sealed on {seal.on}; there is nothing to do.")
            return OK
        found = sealing.changes(text)
        print(f"{given.year} against {found.against}:", *found.lines, sep="\n  ")
        if given.by is None:
            given.by = landed.git(given.records, "config", "user.name").strip()
        content = sealing.sealed(text, given.by, today())
        if not given.yes and not sys.stdin.isatty():
            print("curate.py: nothing was written, for nobody can be asked here; say --yes to seal the text as it stands", file=sys.stderr)
            return PROBLEMS
        asked = f"Seal it as {given.by}, who compared it with its source to the letter? [y/N] "
        if not given.yes and input(asked).strip().lower() not in ("y", "yes"):
            print("Nothing was written.")
            return PROBLEMS
        sealing.write(text, content)
    except landed.NoHistory:
        print("curate.py: git knows no name to seal with; say who compared the text with its source: --by NAME", file=sys.stderr)
        return MISUSED
    except sealing.NotSealed as error:
        print(f"curate.py: {error}", file=sys.stderr)
        return PROBLEMS
    print(f"{given.year} is sealed.")
    return OK


def _find(given: argparse.Namespace) -> int:
    # Imported here so that `check` stays as quick as it is.
    import json

    from models.labels import Say, load_labels
    from models.search import telling
    from models.search.finding import answer
    from models.search.index import index
    from models.search.query import terms

    # What was typed in no known encoding shall neither end the command nor be taken for a letter.
    typed = given.question.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if not terms(typed):
        print("curate.py: there is no word in this question to look for; write what you want to find", file=sys.stderr)
        return MISUSED
    labels, now = load_labels(), today()
    loaded = load(given.records, now)
    day = _day(given)
    known = index(loaded.register.as_of(day), day, labels)
    found = answer(known, typed)
    kinds = [kind for kind, name in telling.NAMES.items() if not given.kind or name in given.kind]
    if given.json:
        said = json.dumps(telling.for_programs(found, kinds), ensure_ascii=False, indent=2)
    else:
        said = "\n".join(telling.lines(found, Say(labels, given.lang), known.entries, kinds))
    sys.stdout.buffer.write(f"{said}\n".encode())
    sys.stdout.buffer.flush()
    for problem in loaded.problems:
        print(_one_line(problem), file=sys.stderr)
    if loaded.problems:
        counted = _counted(len(loaded.problems), "problem")
        print(
            f"curate.py: {counted} in the records; what is wrong was not searched ({_left_out(loaded)}). Run check to see them.",
            file=sys.stderr,
        )
    return OK if any(found.hits[kind] for kind in kinds) else NOTHING


def _export(given: argparse.Namespace) -> int:
    # Imported here so that `check` stays as quick as it is.
    from curating import exporting

    if given.table and given.format != "csv":
        given.parser.error(f"--table names a table, which only --format csv prints; --format {given.format} has all of them")
    if given.format == "datapackage" and sys.stdout.isatty():
        given.parser.error("a data package is an archive and no text; write it into a file: --format datapackage > register.zip")
    day = _day(given)
    loaded = load(given.records, today())
    sys.stdout.buffer.write(exporting.made(loaded, day, given.format, given.table or TABLES[0]))
    sys.stdout.buffer.flush()
    _say_left_out(loaded, "this export")
    return PROBLEMS if loaded.problems else OK


def _brief(given: argparse.Namespace) -> int:
    # Imported here so that `check` stays as quick as it is.
    from curating import briefs

    if bool(given.subjects) == given.all:
        given.parser.error(
            "name what the briefs are about, as in city:gwangju, or say --all" if not given.all else "name subjects or say --all, not both"
        )
    day, loaded = _day(given), load(given.records, today())
    langs, formats = list(dict.fromkeys(given.lang or ["en"])), list(dict.fromkeys(given.format or ["pdf"]))
    asked = briefs.Asked(given.subjects, given.all, langs, formats, given.out, given.force)
    return _written(loaded, given, "these briefs", lambda: f"{_counted(briefs.write(loaded, day, asked), 'file')} in {given.out}")


def _slides(given: argparse.Namespace) -> int:
    # Imported here so that `check` stays as quick as it is.
    from curating import slides

    day, loaded = _day(given), load(given.records, today())
    asked = slides.Asked(given.set, given.slides, given.lang, given.format, given.out, given.template, given.force)

    def write() -> str:
        written = slides.write(loaded, day, today(), asked)
        return f"{_counted(written.slides, 'slide')} in {written.path}"

    return _written(loaded, given, "these slides", write)


def _written(loaded: Loaded, given: argparse.Namespace, what: str, write: Callable[[], str]) -> int:
    """Write files and say what was written, or why nothing was; records that are left out of them are said too."""
    from curating.refusing import Refused

    try:
        print(write(), file=sys.stderr)
    except Refused as error:
        print(f"curate.py: {error}", file=sys.stderr)
        _say_left_out(loaded, "what can be asked for")
        return MISUSED
    except OSError as error:
        print(
            f"curate.py: {error.filename or given.out}: {error.strerror}; what is named above is written, the rest is not", file=sys.stderr
        )
        return PROBLEMS
    _say_left_out(loaded, what)
    return PROBLEMS if loaded.problems else OK


def _say_left_out(loaded: Loaded, what: str) -> None:
    if loaded.problems:
        said = _counted(len(loaded.problems), "problem")
        print(
            f"curate.py: {said} in the records; what is wrong is left out of {what} ({_left_out(loaded)}). Run check to see them.",
            file=sys.stderr,
        )


if __name__ == "__main__":
    sys.exit(main())
