"""The shape of the project: which room may import which, how large rooms and files are, and what things are called.

What a room holds, what others may import from it and what it may import itself is said in its `__init__`; that is the rule,
and here it is held.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.samples.registers import ROOT
from tests.structure.code import FOLDERS, LIBRARIES, MODULES, defined, imports, libraries, open_modules, parsed, room_of, rules, shown

MOST_MODULES, MOST_LINES = 14, 400
FOR_SCRIPTS = {
    "dashboard": {"widgets/frame", "widgets/parts", "widgets/server", "widgets/server/running", "starlette", "streamlit"},
    "curate": {"curating", "models/labels", "models/loading", "models/reading", "models/records", "models/search", "models/writing"},
    "pages": {
        "streamlit", "widgets", "widgets/declarations", "widgets/draft", "widgets/find",
        "widgets/follow_through", "widgets/frame", "widgets/method", "widgets/new_text", "widgets/parts", "widgets/slides",
    },
}  # fmt: skip
"""What the scripts may import: they are no rooms, for nothing imports them."""
TESTED = sorted(path for path in (ROOT / "tests").rglob("*.py") if "__pycache__" not in path.parts)
OURS = {node.name for path in MODULES for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)}
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}
every_module = pytest.mark.parametrize("path", MODULES, ids=shown)


def allowed() -> dict[str, set[str]]:
    return {**rules(), **FOR_SCRIPTS, "models": set()}


def room(path: Path) -> str:
    return room_of(shown(path).removesuffix(".py"))


@every_module
def test_a_module_imports_only_what_its_room_allows(path: Path) -> None:
    here = room(path)
    taken = {room_of(module) for module, _ in imports(path)} | libraries(path)
    assert taken - {here} <= allowed()[here], f"{shown(path)}: see the __init__ of {here}"


def test_every_room_says_what_lives_in_it_and_allows_only_what_it_needs() -> None:
    needed: dict[str, set[str]] = {name: set() for name in allowed()}
    for path in MODULES:
        here = room(path)
        needed[here] |= {room_of(module) for module, _ in imports(path)} - {here} | libraries(path)
    assert {name: names - needed[name] for name, names in allowed().items() if names - needed[name]} == {}
    assert {shown(path.parent) for path in MODULES if path.parent != ROOT} <= set(allowed())
    known = {*rules(), *LIBRARIES}
    assert {name: names - known for name, names in allowed().items() if names - known} == {}


def test_a_room_opens_to_others_what_they_need_and_no_more() -> None:
    taken: dict[str, set[str]] = {name: set() for name in open_modules()}
    for path in MODULES:
        for module, name in imports(path):
            assert not name.startswith("_"), f"{shown(path)} takes {name}, which is {module}'s own"
            where = room_of(module)
            if where != room(path) and where in taken:
                taken[where].add(module.rpartition("/")[2])
    assert taken == open_modules()
    assert set(taken) == {name for name in rules() if (ROOT / name).is_dir()}


def test_the_rooms_have_an_order() -> None:
    """No room rests on one that rests on it; `TopologicalSorter` names the circle."""
    order = list(TopologicalSorter({name: names - set(LIBRARIES) for name, names in rules().items()}).static_order())
    road = ["models/records", "models/reading", "models/rules", "models/loading", "widgets/parts", "widgets/frame", "widgets"]
    assert [name for name in order if name in road] == road
    assert order.index("models/register") < order.index("models/rules")


def test_no_module_imports_itself_through_others() -> None:
    known = {shown(path).removesuffix(".py") for path in MODULES}
    list(
        TopologicalSorter({shown(path).removesuffix(".py"): {name for name, _ in imports(path)} & known for path in MODULES}).static_order()
    )


@every_module
def test_a_name_is_imported_from_where_it_is_made(path: Path) -> None:
    handed_on = [f"{module}.{name}" for module, name in imports(path) if name and name not in defined(module)]
    assert handed_on == []
    assert not any(isinstance(node, ast.Name) and node.id == "__all__" for node in ast.walk(parsed(path)))


@every_module
def test_no_class_is_parted_by_inheritance(path: Path) -> None:
    """What a file has too much of goes into functions that take the object, not into a class for it to inherit."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ClassDef):
            named = {base.id for base in node.bases if isinstance(base, ast.Name)} | {
                base.attr for base in node.bases if isinstance(base, ast.Attribute)
            }
            inherited = named & OURS
            assert inherited <= {"Record"}, f"{node.name} inherits from {inherited}"


@every_module
def test_a_module_can_be_read_in_one_sitting_and_says_what_it_is_for(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES
    assert ast.get_docstring(parsed(path)), f"{path} has no docstring"


def folders() -> dict[str, list[str]]:
    """The modules of every folder of code and of tests, by their names."""
    found: dict[str, list[str]] = {}
    for path in [*MODULES, *TESTED]:
        if path.parent != ROOT:
            found.setdefault(shown(path.parent), []).extend([path.stem] if path.name != "__init__.py" else [])
    return found


def test_no_folder_is_a_hall_of_doors() -> None:
    """Pages are no room: Streamlit wants one script for each address side by side, and each is a table of contents."""
    assert {folder: len(names) for folder, names in folders().items() if len(names) > MOST_MODULES and folder != "pages"} == {}
    assert all(len((ROOT / "pages" / f"{name}.py").read_text().splitlines()) <= 50 for name in folders()["pages"])


def test_no_first_word_is_shared_by_three_modules_of_a_folder() -> None:
    for folder, names in folders().items():
        first = Counter(name.removeprefix("test_").split("_")[0] for name in names)
        assert {word: times for word, times in first.items() if times > 2} == {}, folder


def test_nothing_is_called_by_a_word_for_anything() -> None:
    for folder, names in folders().items():
        assert not FORBIDDEN & {word for name in [*names, *Path(folder).parts] for word in name.split("_")}, folder


def test_every_page_has_its_module_or_folder_of_widgets() -> None:
    for path in (ROOT / "pages").glob("*.py"):
        if path.stem != "frame":
            found = [(ROOT / "widgets" / f"{path.stem}.py").is_file(), (ROOT / "widgets" / path.stem).is_dir()]
            assert found.count(True) == 1, path.stem
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 60, "a page reads like a table of contents"


def test_a_room_names_only_what_lives_in_it() -> None:
    """What an `__init__` puts in backticks is a module, a folder or a word of the record's own in that room."""
    for path in MODULES:
        if path.name == "__init__.py":
            said = (ast.get_docstring(parsed(path)) or "").partition("Open to others")[0]
            here = {each.stem for each in path.parent.iterdir()} | {each.name for each in path.parent.iterdir()}
            assert set(re.findall(r"`([\w.]+)`", said)) - {"__init__"} <= here, shown(path)


def test_every_room_has_its_tests() -> None:
    """A room's tests stand in the folder of its name below tests/; the widgets of pages are tested with the pages."""
    exempt = {
        "models/assembling",
        "models/labels",
        "models/loading",
        "models/standing_in",
        "models/texts/apart",
        "models/texts/confined",
        "models/withholding",
        *(name for name in rules() if name.startswith("widgets")),
    }
    for name in set(rules()) - exempt:
        assert list((ROOT / "tests" / name).glob("test_*.py")), name
    assert (ROOT / "tests" / "labels" / "test_labels.py").is_file()
    assert (ROOT / "tests" / "models" / "test_loading.py").is_file()
    assert {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()} >= set(FOLDERS)
