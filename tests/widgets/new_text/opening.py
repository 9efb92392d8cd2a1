"""A new text in the app, without a browser: begun from what is pasted, and opened as a second person does."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models.keeping.works import works
from models.writing.permission import Person
from models.writing.works.work import Work
from tests.pages.opening import checked, opened
from tests.pages.test_follow_through import labelled, parameter
from tests.samples.connections import AT_THE_MACHINE
from tests.samples.registers import folder
from widgets.follow_through import access

KIM = Person("curate:kim minji", "Kim Minji")
TEXT = """A Charter of Our Own

We, the towns by the river, together:

1. Recall the flood of last year. We thank those who opened their doors.

2. Ask all towns to keep the bridges open.

4. Hope for a quiet winter.
"""
run = partial(opened, "new_text")


def writable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small records that may be written to by Kim Minji."""
    root = folder(tmp_path)
    for name, value in {"RECORDS": root, "STATE": tmp_path / "state", "CURATE": 1, "CURATOR": "Kim Minji"}.items():
        monkeypatch.setenv(f"REGISTER_{name}", str(value))
    monkeypatch.setattr(access, "circumstances", lambda: AT_THE_MACHINE)
    return root


def begun(text: str = TEXT, lang: str = "en") -> AppTest:
    """A text that was pasted, at its parts."""
    at = run(lang)
    at.text_area(key="new-text:pasted").input(text)
    return checked(at.button(key="new-text-read").click().run())


def id_of(at: AppTest) -> str:
    return parameter(at, "text")


def kept(id_: str) -> Work:
    """How the server keeps it."""
    found = works().find(id_, KIM)
    assert found is not None
    return found.work


def at_part(at: AppTest, number: int) -> AppTest:
    """The same with one part open."""
    at.query_params["part"] = str(number)
    return checked(at.run())


def click(at: AppTest, key: str) -> AppTest:
    return checked(at.button(key=key).click().run())


def typed(at: AppTest, label: str, said: str) -> AppTest:
    fields = [*at.text_input, *at.text_area]
    return checked(labelled(fields, label).input(said).run())
