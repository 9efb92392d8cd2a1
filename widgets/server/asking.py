"""Who asks, as far as the server can tell from one request: the language, and the day that is looked at."""

from __future__ import annotations

import datetime as dt
import re

from starlette.requests import Request

from models.labels import LANGUAGES
from models.records.days import Refused, asked
from widgets.parts import address
from widgets.parts.view import today
from widgets.server import settings

LONGEST_HOST = 262
"""No name of a host is longer, with its port; what stands in every link would else make each answer as long as somebody likes."""
_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")


def language(request: Request) -> str:
    """The language in the address, else the one the reader's browser prefers, else English: as the pages choose it."""
    given = request.query_params.get("lang", "")
    if given in LANGUAGES:
        return given
    return "ko" if _preferred(request.headers.get("accept-language", "")).startswith("ko") else "en"


def _preferred(header: str) -> str:
    """The language that is named first among those that are wanted most."""
    wanted = []
    for each in header.lower().split(","):
        name, _, weight = each.partition(";")
        try:
            worth = float(weight.replace(" ", "").removeprefix("q=") or 1)
        except ValueError:
            worth = 0.0
        wanted.append((worth, name.strip()))
    return max(wanted, key=lambda pair: pair[0])[1]


def day(request: Request) -> dt.date | Refused:
    """The day in the address, today where it names none."""
    return asked(request.query_params.getlist("on"), today())


def root(request: Request) -> str:
    """The full address of the register, without a stroke at its end: as REGISTER_ADDRESS says, else as whoever asks came by."""
    if address.known():
        return address.known()
    # What stands in place of a host may be anything; what cannot be one is put into no address.
    given = request.url.netloc
    host = given if len(given) <= LONGEST_HOST and _HOST.fullmatch(given) else "localhost"
    # A server in front speaks TLS for this one, and says so from wherever it stands.
    secure = request.headers.get("x-forwarded-proto", "").partition(",")[0].strip().lower() == "https"
    return f"{'https' if secure else request.url.scheme}://{host}{settings.base_path()}"


def known(request: Request) -> list[str]:
    """The tags of what whoever asks has already; a cache in front may have dropped the sign that a tag is weak."""
    given = [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
    return [each if each.startswith("W/") else f"W/{each}" for each in given]
