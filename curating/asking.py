"""What the commands that write files can be asked for; each comes back without the function that does it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any


def brief(commands: Any) -> argparse.ArgumentParser:
    """`curate.py brief`: the files of the page Brief."""
    asked: argparse.ArgumentParser = commands.add_parser(
        "brief",
        help="write briefs into a folder, as the page Brief gives them",
        description="Writes the files that the page Brief gives, one after the other, under the same names. A subject that is not known is "
        "said with those that are. Ends with 0 when all is written, with 1 when records are left out or a file could not be written, "
        "with 2 when nothing was begun.",
    )
    asked.add_argument(
        "subjects",
        nargs="*",
        metavar="SUBJECT",
        help="what a brief is about, as in city:gwangju, theme:poverty or forum:14; one brief on several has a + between them, "
        "as in theme:poverty+theme:health",
    )
    asked.add_argument("--all", action="store_true", help="write a brief about every subject")
    asked.add_argument("--lang", choices=("en", "ko"), action="append", help="the language; may be repeated (default: en)")
    asked.add_argument("--format", choices=("docx", "pdf"), action="append", help="the kind of file; may be repeated (default: pdf)")
    asked.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where the files go; made when it is not there")
    asked.add_argument("--on", action="append", metavar="DATE", help="tell where things stood on this day (default: today)")
    asked.add_argument("--force", action="store_true", help="write files anew that are there already")
    return asked


def slides(commands: Any) -> argparse.ArgumentParser:
    """`curate.py slides`: a deck as one file."""
    asked: argparse.ArgumentParser = commands.add_parser(
        "slides",
        help="write a set of slides into a file",
        description="Writes a ready set of slides into one file (docs/slides.md). A set or a slide that is not known is said with those that "
        "are. Ends with 0 when it is written, with 1 when records are left out or the file could not be written, with 2 when nothing "
        "was begun.",
    )
    asked.add_argument("set", metavar="SET", help="which slides, as in forum, due, theme:poverty or pledge:human-rights-education")
    asked.add_argument(
        "--slides", default="", metavar="NAMES", help="of these alone, in this order, with a comma between them; not-on-record stays last"
    )
    asked.add_argument("--lang", choices=("en", "ko"), default="en", help="the language (default: en)")
    asked.add_argument("--format", choices=("pptx", "pdf", "html"), default="", help="the kind of file (default: by the ending of FILE)")
    asked.add_argument(
        "--out", required=True, metavar="FILE", help="the file; in a folder it is called by its set, its language and its day"
    )
    asked.add_argument("--on", action="append", metavar="DATE", help="show where things stood on this day (default: today)")
    asked.add_argument("--template", type=Path, metavar="FILE", help="a PowerPoint template of one's own, for --format pptx")
    asked.add_argument("--force", action="store_true", help="write the file anew where it is there already")
    return asked
