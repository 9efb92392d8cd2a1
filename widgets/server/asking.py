"""One request: who asks, as far as the server can tell (the language, the day that is looked at), and what everybody is answered who asks
for the same."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from models.labels import LANGUAGES
from models.records.days import Refused, asked
from widgets.parts import address
from widgets.parts.view import today
from widgets.server import settings

LONGEST_HOST = 262
"""No name of a host is longer, with its port; what stands in every link would else make each answer as long as somebody likes."""
SHARED: Final = {"cache-control": "no-cache", "vary": "Accept-Language, Accept-Encoding"}
"""What is said of every such answer: it may be kept, and has to be asked after."""
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


@dataclass(frozen=True)
class Made:
    """What is answered to everybody who asks for the same."""

    body: bytes
    packed: bytes
    """The body as gzip; empty where it is packed by itself."""
    tag: str
    """Names the body, the same on every server that has the same records."""


def made(body: bytes, *, pack: bool = True) -> Made:
    """A body, packed once and named by what is in it."""
    return Made(body, gzip.compress(body, 6, mtime=0) if pack else b"", f'W/"{hashlib.sha256(body).hexdigest()[:32]}"')


def answer(request: Request, what: Made, media: str, headers: Mapping[str, str], disposition: str = "") -> Response:
    """What was made, packed for whoever can unpack it; that it is the same still, for whoever has it."""
    said = {**SHARED, **headers, "etag": what.tag}
    if what.tag in known(request):
        return Response(status_code=304, headers=said)
    said |= {"content-disposition": disposition} if disposition else {}
    if what.packed and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(what.packed, media_type=media, headers={**said, "content-encoding": "gzip"})
    return Response(what.body, media_type=media, headers=said)
