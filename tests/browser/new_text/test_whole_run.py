"""A text of twenty provisions from a PDF to files that are sound, by two people in two browsers who do not see each other's choice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from models.keeping.codings import codings
from models.records.terms import Force, Precision
from models.writing.permission import Person
from models.writing.works.coding import ChosenProvision, ChosenUnit
from tests.browser.conftest import ROOT, UNWATCHED, invitation, serve, stop
from tests.browser.waiting import settled, watched
from tests.samples.pdfs import set_by_typst
from tests.samples.registers import folder

pytestmark = pytest.mark.xdist_group("new-text")
NOBODY = {"REGISTER_CURATOR": "", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": ""}
"""The machine knows no name, so that everybody says theirs."""
STATED = [
    "We recognize that the rivers of our towns were clean in living memory.",
    "We acknowledge how many people lost their homes last winter.",
    "We welcome the volunteers who kept the shelters open.",
    "We affirm that water is a condition of every other right.",
    "We believe in towns where nobody is left outside.",
    "We emphasize that children speak for themselves.",
    "We regret that rents grow faster than wages.",
    "We support the report on housing that was presented today.",
    "We are concerned about schools without a library.",
    "We reject every form of hatred in the streets.",
    "We express solidarity with those who cross the sea.",
    "We underscore the value of an honest budget.",
]
PROMISED = [
    "We will open an office for tenants in each town.",
    "We will publish our budget in plain words.",
    "We will join the alliance of river towns.",
    "We will found a school for gardeners.",
    "We will appoint somebody who listens to children.",
    "We will adopt an ordinance on clean water.",
    "We will hold a day of open bridges.",
    "We will build one library at every market.",
]
LOOSE = "\\"
"""In front of a number, so that typst takes it for words."""


@dataclass
class Reader:
    """Somebody with a browser and a name of their own."""

    page: Page
    address: str
    name: str

    def opens(self, path: str) -> None:
        self.page.goto(self.address + path)
        settled(self.page)
        asked = self.page.get_by_label("Your name")
        if asked.count():
            asked.fill(self.name)
            self.clicks("Go on")

    def clicks(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()
        settled(self.page)

    def types(self, label: str, words: str) -> None:
        field = self.page.get_by_label(label, exact=True).first
        field.fill(words)
        field.press("Tab")
        settled(self.page)

    def takes(self, label: str, words: str) -> None:
        field = self.page.get_by_role("combobox", name=label).first
        field.click()
        field.fill(words)
        self.page.get_by_role("option").first.wait_for()
        field.press("Enter")
        settled(self.page)
        self.leaves()

    def leaves(self) -> None:
        """Leave the field, so that keys are keys again."""
        self.page.keyboard.press("Escape")
        self.page.locator("h1").first.click()

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            settled(self.page)


@pytest.fixture
def readers(browser: Browser, tmp_path: Path) -> Iterator[tuple[Reader, Reader, Path]]:
    records, log = folder(tmp_path), tmp_path / "log.txt"
    process, address = serve(records, log, REGISTER_CURATE="1", **NOBODY, **UNWATCHED)
    contexts = [watched(browser.new_context(locale="en-GB", viewport={"width": 1280, "height": 720})) for _ in range(2)]
    try:
        found = []
        for context, name in zip(contexts, ("Kim Minji", "Lee Jun"), strict=True):
            page = context.new_page()
            page.goto(invitation(log))
            settled(page)
            found.append(Reader(page, address, name))
        yield found[0], found[1], records
    finally:
        for context in contexts:
            context.close()
        stop(process)


def pdf(path: Path) -> Path:
    """The text as an office would print it."""
    stated = "\n\n".join(f"{n}{LOOSE}. {words}" for n, words in enumerate(STATED, 1))
    promised = "\n\n".join(f"{n}{LOOSE}. {words}" for n, words in enumerate(PROMISED, 1))
    path.write_bytes(
        set_by_typst(
            f"= Declaration of the Bridges\n\nWe, the participants, met by the river and declare:\n\n{stated}\n\n== What we promise\n\n{promised}"
        )
    )
    return path


def statement() -> ChosenProvision:
    return ChosenProvision(
        force=Force.STATES, themes=["institutions"], summary_en="Rivers were clean.", summary_ko="강이 맑았다.", chosen=True
    )


def promise(words: str, precision: Precision) -> ChosenProvision:
    unit = ChosenUnit(quote=words, verb=" ".join(words.split()[1:3]), force=Force.UNDERTAKES, precision=precision, by=["participants"])
    unit.themes, unit.summary_en, unit.summary_ko = ["institutions"], "It is made.", "만들기로 한다."
    unit.test_en, unit.test_ko, unit.first_day = "Done when it is there.", "있으면 이행 완료로 본다.", "any"
    unit.counted_en, unit.counted_ko, unit.listed = "Towns.", "도시를 센다.", False
    return ChosenProvision(units=[unit], chosen=True)


def rest_is_coded(id_: str, who: Person, precision: Precision) -> None:
    """What is left of a coding, put into the store as if its coder had gone on so."""
    kept = codings().mine(id_, who)
    assert kept is not None
    coding = kept.coding
    for number, _ in enumerate(STATED, 1):
        coding.provisions.setdefault(f"p{number}", statement())
    for number, words in enumerate(PROMISED, 1):
        if f"c{number}" not in coding.provisions:
            coding.provisions[f"c{number}"] = promise(words, precision if number == 2 else Precision.CHECKABLE)
    codings().keep(id_, who, coding, kept.revision)


def test_a_text_goes_from_a_pdf_to_sound_files(
    readers: tuple[Reader, Reader, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kim, lee, records = readers
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "state"))
    people = {reader.name: Person(f"curate:{reader.name.casefold()}", reader.name) for reader in (kim, lee)}

    # read and parted
    kim.opens("/new_text?lang=en")
    kim.page.locator("input[type=file]").first.set_input_files(pdf(tmp_path / "bridges.pdf"))
    kim.page.locator("form.hand-in button").click()
    kim.page.get_by_role("button", name="The parts are right").wait_for(timeout=30_000)
    kim.clicks("The parts are right")
    found = re.search(r"text=([\w-]+)", kim.page.url)
    assert found
    step = f"/new_text?lang=en&text={found[1]}&step="

    # what is known of it
    kim.opens(f"{step}facts")
    kim.takes("Edition of the forum that adopted it", "3rd")
    kim.types("Its title, in English", "Declaration of the Bridges")
    kim.types("Its title, in Korean", "다리 선언")
    kim.types("Day of its adoption, as 2027-05-17", "2025-05-17")
    kim.types("What the copy is called", "bridges.pdf")

    # the first coder, by the keyboard
    kim.opens(f"{step}coding")
    kim.clicks("Code it as the first")
    kim.presses("2")
    assert kim.page.locator(".suggestion").count() == 0, "the suggestion is folded until the coder has chosen"
    kim.types("Summary, in English", "Rivers were clean.")
    kim.types("Summary, in Korean", "강이 맑았다.")
    kim.takes("Themes", "Institutions")
    kim.presses("Control+Enter", "2", "Control+Enter")
    rest_is_coded(found[1], people[kim.name], Precision.CHECKABLE)
    kim.opens(f"{step}coding&at=p2")
    kim.types("Summary, in English", "Rivers were clean.")
    kim.types("Summary, in Korean", "강이 맑았다.")
    kim.takes("Themes", "Institutions")
    kim.clicks("Finish for good")

    # the second coder, who sees nothing of it
    lee.opens(f"{step}coding")
    lee.clicks("Code it as the second")
    assert "Rivers were clean" not in lee.page.content()
    lee.opens(f"{step}coding&at=c1")
    lee.page.locator("h1").first.click()
    lee.presses("6", "9")
    lee.takes("Who is bound", "Participants")
    lee.presses("Control+Enter")
    rest_is_coded(found[1], people[lee.name], Precision.DIRECTION)
    lee.opens(f"{step}coding")
    lee.clicks("Finish for good")

    # the difference, and the files
    kim.opens(f"{step}settling")
    kim.page.get_by_text("the first coding", exact=True).click()
    settled(kim.page)
    kim.types("Because, in English", "It can be counted.")
    kim.types("Because, in Korean", "셀 수 있다.")
    kim.opens(f"{step}saving")
    kim.page.get_by_text("I have compared the text").click()
    settled(kim.page)
    kim.page.get_by_role("button", name="Put it on record").dblclick()
    kim.page.get_by_text("git add commitments/codings/first/2025.yaml").wait_for()
    assert {path.relative_to(records).parent.as_posix() for path in records.rglob("2025.yaml")} == {
        "codings/first", "codings/second", "codings/settlements", "declarations"
    }  # fmt: skip
    assert "suggestion: after" in (records / "codings/first/2025.yaml").read_text(encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "curate.py", "check"],
        cwd=ROOT,
        env={**os.environ, "REGISTER_RECORDS": str(records)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout
