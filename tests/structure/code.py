"""The project's own code as the tests of its structure read it: its modules, its rooms, and who imports whom."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.samples.registers import ROOT

FOLDERS = ("models", "charts", "decks", "exports", "curating", "widgets", "pages")
MODULES = sorted([*(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")), ROOT / "dashboard.py", ROOT / "curate.py"])
LIBRARIES = (
    *("docx", "numpy", "pandas", "plotly", "pptx", "sqlalchemy", "starlette", "streamlit", "typst", "uharfbuzz", "xlsxwriter", "yaml"),
)
"""Libraries that a room has to name if it imports them; pydantic and the small ones are everybody's."""
_RULE = re.compile(r"^May import(?:, (?P<module>\w+))?: (?P<names>[^.]+)\.$", re.MULTILINE)

_OPEN = re.compile(r"^Open to others: (?P<names>[^.]+)\.$", re.MULTILINE)


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def rules() -> dict[str, set[str]]:
    """What each room may import, as its `__init__` says; a module that is a room of its own is named there too."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        if path.name == "__init__.py":
            said = (ast.get_docstring(parsed(path)) or "").replace(",\n", ", ")
            for rule in _RULE.finditer(said):
                room = shown(path.parent) + (f"/{rule['module']}" if rule["module"] else "")
                found[room] = set() if rule["names"] == "nothing" else set(rule["names"].split(", "))
    return found


@cache
def open_modules() -> dict[str, set[str]]:
    """Which modules of each room others may import, as its `__init__` says."""
    found: dict[str, set[str]] = {}
    for path in MODULES:
        if path.name == "__init__.py":
            said = (ast.get_docstring(parsed(path)) or "").replace(",\n", ", ")
            if rule := _OPEN.search(said):
                names = {each.stem for each in path.parent.glob("*.py")} - {"__init__"}
                found[shown(path.parent)] = names if rule["names"] == "everything" else set(rule["names"].split(", "))
    return found


def room_of(module: str) -> str:
    """The room that a module, as `models/reading/schema`, stands in; it may be one itself."""
    return module if module in rules() else module.rpartition("/")[0] or module


@cache
def defined(module: str) -> set[str]:
    """The names that a module, as `models/reading/schema`, makes itself."""
    names: set[str] = set()
    for node in ast.walk(parsed(ROOT / f"{module}.py")):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names |= {each.id for target in targets for each in ast.walk(target) if isinstance(each, ast.Name)}
    return names


@cache
def imports(path: Path) -> tuple[tuple[str, str], ...]:
    """What a file imports of ours, as a module and the name that is taken from it; no name where the module itself is."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in FOLDERS:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}".replace(".", "/")
                if (ROOT / f"{whole}.py").is_file():
                    yield whole, ""
                else:
                    yield node.module.replace(".", "/"), alias.name
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] in FOLDERS:
                    yield alias.name.replace(".", "/"), ""


@cache
def libraries(path: Path) -> set[str]:
    """The libraries of `LIBRARIES` that a file imports."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found & set(LIBRARIES)
