"""Which version of the program makes snapshots: the digest of all that what is on their pages depends on, besides the records."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_FOLDERS: Final = ("charts", "exports", "labels", "models")
_ENDINGS: Final = (".css", ".js", ".py", ".yaml")
_LIBRARIES: Final = ("markupsafe", "pandas", "pillow", "pydantic", "uharfbuzz")
"""Those that measure, cut and write what is on the pages."""


@lru_cache(maxsize=1)
def digest() -> str:
    """The same for the same program on any machine, however its files end their lines."""
    found = hashlib.sha256()
    for folder in _FOLDERS:
        for path in sorted((_ROOT / folder).rglob("*")):
            if path.suffix in _ENDINGS:
                found.update(f"{path.relative_to(_ROOT).as_posix()}\n{path.read_text(encoding='utf-8')}\n".encode())
    found.update("\n".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    return found.hexdigest()
