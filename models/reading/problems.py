"""What is wrong with the records, said so that a curator who is no programmer can mend it."""

from __future__ import annotations

from dataclasses import dataclass

Location = tuple[str | int, ...]
"""Where in a file a value stands: the keys and list positions that lead to it."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in one record file, with its place.

    `path` is relative to the folder of records; `line` and `column` count from 1, and 0 means the file as a whole.
    `code` is a stable word for programs and documentation; `sentence` says what is wrong and how to mend it.
    """

    path: str
    line: int
    column: int
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.code}: {self.sentence}"


class UnreadableFile(Exception):
    """A record file that cannot be turned into plain data at all."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("; ".join(str(problem) for problem in problems))
        self.problems = problems
