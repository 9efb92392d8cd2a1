"""What a page is called, and which record an address names: for the browser's title, previews of links and wrong addresses."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.brief import facts
from models.brief.telling.phrases import name
from models.labels import Say
from models.register.answering import answering
from models.register.register import Register
from widgets.parts.view import ROOT

PAGES = frozenset(path.stem for path in (ROOT / "pages").glob("*.py")) - {"frame"}
"""Every page there is."""
FIRST = "overview"
"""The page at the address of the register itself."""
ICON = f"data:image/png;base64,{b64encode((ROOT / 'static' / 'icon.png').read_bytes()).decode()}"
"""The picture in the tab of a browser, within the page: as a file of its own Streamlit would keep it in one process, and another
that is asked for it would not have it."""
NAMING = {"pledge": ("id",), "commitment": ("id",), "city": ("id",), "declarations": ("at", "id"), "briefing": ("about",)}
"""The pages that show one record, and what in their address names it, the nearest first."""


@dataclass(frozen=True)
class Named:
    """A record that an address names, the page that shows it, and what may be said of it where that page is not seen."""

    page: str
    params: Mapping[str, str]
    title: str
    words: str


def of_page(say: Say, page: str, named: Named | None) -> str:
    """The title of a page in the browser: the record it shows, the page, the register."""
    parts = [say(f"frame.{page}"), say("frame.product_short")]
    return " · ".join([named.title, *parts] if named else parts)


def shown(register: Register, say: Say, page: str, said: Callable[[str], str | None]) -> Named | None:
    """The record that the address of a page names; None where it names none, or one that is not there.

    `said` is what the address says under a name, the first where it says several, as the pages read it.
    """
    given = (said(each) for each in NAMING.get(page, ()))
    return next((found for each in given if each and (found := _SHOWN[page](register, say, each))), None)


def meant(register: Register, say: Say, id_: str) -> list[Named]:
    """The records that somebody may mean who writes `id_` where no page is."""
    plain = id_.strip().lower()
    found = [find(register, say, each) for each in dict.fromkeys((plain, plain.replace("_", "-"))) for find in _SHOWN.values()]
    return [each for each in found if each]


def _pledge(register: Register, say: Say, id_: str) -> Named | None:
    found = register.pledge_by_id.get(id_)
    return Named("pledge", {"id": id_}, found.title[say.lang], found.object[say.lang]) if found else None


def _commitment(register: Register, say: Say, id_: str) -> Named | None:
    found = register.commitment_by_id.get(id_)
    if found is None:
        return None
    return Named("commitment", {"id": id_}, f"{say.place(id_)}: {found.summary[say.lang]}", say("door.quoted", quote=found.quote))


def _declaration(register: Register, say: Say, id_: str) -> Named | None:
    year = re.match(r"[0-9]{4}", id_)
    found = register.declaration_by_id.get(year[0] if year else "")
    if found is None or id_ not in (found.id, *register.provision_by_id, *register.commitment_by_id):
        return None
    at = {} if id_ == found.id else {"at": id_}
    title = found.title[say.lang] if not at else f"{say.place(id_)}: {found.title[say.lang]}"
    words = say("door.adopted", forum=say.ordinal(found.forum), date=say.date(found.adopted))
    return Named("declarations", {"id": found.id, **at}, title, words)


def _body(register: Register, say: Say, id_: str) -> Named | None:
    if id_ not in register.body_by_id:
        return None
    found = next((body for body in answering(register) if body.id == id_), None)
    return Named("city", {"id": id_}, found.name[say.lang], say("door.body", name=found.name[say.lang])) if found else None


def _brief(register: Register, say: Say, about: str) -> Named | None:
    found = facts.about(register, facts.in_link(about))
    if isinstance(found, facts.Refused):
        return None
    called = name(register, found, say)
    return Named("briefing", {"about": found.address}, called, say("door.brief", name=called))


_SHOWN = {"pledge": _pledge, "commitment": _commitment, "declarations": _declaration, "city": _body, "briefing": _brief}
