"""What a page looks at: the register, the day, the language and the sentences, the same for all pages of one run."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from stat import S_ISREG
from types import MappingProxyType
from zoneinfo import ZoneInfo

import streamlit as st

from models.labels import LANGUAGES, Say, load_labels
from models.loading import Loaded, load
from models.reading.documents import MAX_BYTES
from models.reading.problems import Problem
from models.records import days
from models.records.days import Refused
from models.records.fields import Bilingual
from models.register.register import Register
from widgets.parts.kept import Kept

ROOT = Path(__file__).resolve().parents[2]
SEOUL = ZoneInfo("Asia/Seoul")


def records_folder() -> Path:
    """Where the records are: `commitments/`, or the folder named by REGISTER_RECORDS (used by the tests)."""
    return Path(os.environ.get("REGISTER_RECORDS", ROOT / "commitments"))


def today() -> dt.date:
    """The day in Gwangju."""
    return dt.datetime.now(SEOUL).date()


class Sweep:
    """One look at the files' sizes and times a second, shared by all sessions, and now and then one into them.

    Looking at sizes and times takes 2 ms for the real records, reading them 5. Most changes leave a mark in the times; some network
    file systems keep none of an edit of the same length whose time was put back, so what is in the files is read too, but seldom.
    """

    OFTEN, SELDOM = 1.0, 30.0
    """Seconds between two looks at the times, and between two looks into the files."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: tuple[float, str, str] = (0.0, "", "")
        self._read: tuple[float, int, str] = (0.0, 0, "")

    def forget(self) -> None:
        """Look again at the next question."""
        with self._lock:
            self._seen = (0.0, "", "")

    def fingerprint(self, folder: Path) -> str:
        with self._lock:
            when, where, last = self._seen
            if where == str(folder) and time.monotonic() - when < self.OFTEN:
                return last
            marks: list[str] = []
            files: list[str] = []
            for here, folders, names in os.walk(folder):
                folders.sort()
                marks.extend(f"{here}/{name}/" for name in folders)
                for name in sorted(names):
                    path = os.path.join(here, name)
                    try:
                        stat = os.stat(path)
                    except OSError as error:  # removed since it was listed, a link to itself, a closed folder: the loader says which
                        marks.append(f"{path}:{error.errno}")
                        continue
                    marks.append(f"{path}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_size}:{stat.st_mode}")
                    if S_ISREG(stat.st_mode):  # a pipe would be read for ever
                        files.append(path)
            looks = hash(tuple(marks))
            seen = str(hash((looks, self._contents(looks, files))))
            self._seen = (time.monotonic(), str(folder), seen)
            return seen

    def _contents(self, looks: int, files: list[str]) -> str:
        """What is in the files, as it was found the last time that they were read: seldom, and whenever they look otherwise."""
        when, before, last = self._read
        if before == looks and time.monotonic() - when < self.SELDOM:
            return last
        digest = hashlib.blake2b()
        for path in files:
            try:
                with open(path, "rb") as stream:
                    digest.update(stream.read(MAX_BYTES))
            except OSError as error:
                digest.update(f"{path}:{error.errno}".encode("utf-8", "surrogateescape"))
        self._read = (time.monotonic(), looks, digest.hexdigest())
        return self._read[2]


_SWEEP = Sweep()


def look_again() -> None:
    """See at once what was just written, without waiting for the next sweep."""
    _SWEEP.forget()


_READ: Kept[Loaded] = Kept(2)
"""The records in one state of theirs, by folder, fingerprint and day: read once for all pages and for what is answered beside them."""
_AS_OF: Kept[Register] = Kept(24)
"""The register as it stood on a day that readers looked at."""


def state_now() -> tuple[str, str, dt.date]:
    """Which records are looked at: their folder, the fingerprint of its files as they are now, and today."""
    folder = records_folder()
    return str(folder), _SWEEP.fingerprint(folder), today()


def loaded_in(folder: str, fingerprint: str, day: dt.date) -> Loaded:
    """The records in a state of theirs, for what is answered beside the pages."""
    return _READ.get((folder, fingerprint, day), lambda: load(Path(folder), day))


def loaded_now() -> Loaded:
    """The records as they are now, for what is answered beside the pages."""
    return loaded_in(*state_now())


@lru_cache
def _labels() -> MappingProxyType[str, Bilingual]:
    return load_labels()


def words() -> Say:
    """The sentences in the language of this run."""
    return words_in(asked_language())


def words_in(lang: str) -> Say:
    """The sentences in a language."""
    return Say(_labels(), lang)


@dataclass(frozen=True)
class View:
    """Everything a page needs to draw itself.

    `register` is the register as it stood on the day `on`; `whole` is all of it, for telling what came later.
    """

    register: Register
    whole: Register
    problems: tuple[Problem, ...]
    withheld: int
    lang: str
    on: dt.date
    today: dt.date
    say: Say
    dark: bool
    fingerprint: str

    @property
    def is_today(self) -> bool:
        return self.on == self.today


_HELD: ContextVar[View | None] = ContextVar("held", default=None)


@contextmanager
def held(view: View) -> Iterator[None]:
    """All that is drawn meanwhile looks at the same records: changed between two of its parts, a page would not agree with its banner."""
    before = _HELD.set(view)
    try:
        yield
    finally:
        _HELD.reset(before)


def current() -> View:
    """The view of this run: language and day from the URL, the register from the records as they are now."""
    if (of_run := _HELD.get()) is not None:
        return of_run
    state = state_now()
    now = state[2]
    with nullcontext() if _READ.has(state) else st.spinner("Reading the records … 기록을 읽는 중입니다 …"):
        loaded_in(*state)
    asked = asked_day(now)
    return view_in(state, asked_language(), now if isinstance(asked, Refused) else asked, st.context.theme.type == "dark")


def view_in(state: tuple[str, str, dt.date], lang: str, on: dt.date, dark: bool = False) -> View:
    """What is looked at in a state of the records, in a language and on a day, also where no page is drawn."""
    loaded, (_, fingerprint, now) = loaded_in(*state), state
    return View(
        register=_AS_OF.get((*state, on), lambda: loaded.register.as_of(on)),
        whole=loaded.register,
        problems=loaded.problems,
        withheld=loaded.left_out,
        lang=lang,
        on=on,
        today=now,
        say=words_in(lang),
        dark=dark,
        fingerprint=fingerprint,
    )


def asked_language() -> str:
    """The language in the URL, else the one the reader's browser prefers, else English."""
    given = st.query_params.get("lang", "")
    if given in LANGUAGES:
        return given
    preferred = (st.context.locale or "").lower()
    return "ko" if preferred.startswith("ko") else "en"


def asked_day(now: dt.date) -> dt.date | Refused:
    """The day in the URL, today where it names none; or why what it names is no day that can be shown."""
    return days.asked(st.query_params.get_all("on"), now)
