"""What can be wrong with the lists that everything rests on: the forums, the vocabulary, one file of each kind."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.samples.registers import RECORDS


def unreadable(*names: str) -> Callable[[Path], None]:
    def broken(root: Path) -> None:
        for name in names:
            for path in sorted(root.glob(name))[:1]:
                path.write_text("\t: no YAML\n" + path.read_text(encoding="utf-8"), encoding="utf-8")

    return broken


def wrong(name: str, entry: str) -> Callable[[Path], None]:
    """One entry of a list with a field that it does not have."""

    def broken(root: Path) -> None:
        path = root / name
        before = path.read_text(encoding="utf-8")
        after = re.sub(rf"^( *)- {re.escape(entry)}\n", r"\g<0>\1  no-field: x\n", before, count=1, flags=re.MULTILINE)
        assert after != before
        path.write_text(after, encoding="utf-8")

    return broken


ONE_OF_EACH = (
    "declarations/2023.yaml", "pledges/*.yaml", "notes/*/*.yaml", "evidence/forums.yaml", "measures/*.yaml", "codings/first/*.yaml",
    "codings/settlements/*.yaml", "judgements/second/*.yaml", "judgements/rulings.yaml", "reviews/*.yaml",
)  # fmt: skip
BREAKAGES: dict[str, Callable[[Path], None]] = {
    "no vocabulary": unreadable("vocabulary.yaml"),
    "no forums": unreadable("forums.yaml"),
    "a city": wrong("vocabulary.yaml", "id: gwangju"),
    "a forum with a text": wrong("forums.yaml", "number: 14"),
    "all kinds": unreadable("vocabulary.yaml", "forums.yaml", *ONE_OF_EACH),
}


def broken_copy(root: Path, name: str) -> Path:
    """The real records below `root`, broken in one of these ways."""
    folder = Path(shutil.copytree(RECORDS, root / "commitments"))
    BREAKAGES[name](folder)
    return folder
