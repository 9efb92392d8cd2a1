"""One picture of the register for the page of another site: /embed/standing and the like, to be shown in a frame there.

Off unless REGISTER_EMBED names who may. A plain page without any script, made of what the pages are made of: the drawings for a desk, a
tablet and a phone, of which the width of the frame shows one, the finding above them, below them the source and the way to the whole
page. Each is made once for the records, the day and the language, by one thread, and named by what is in it (ETag).
"""

from __future__ import annotations

import asyncio
import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from charts import inline
from charts.canvas import Canvas
from charts.room import EDGE
from models.labels import Say
from models.records.days import Refused
from widgets.parts import prose
from widgets.parts.prose import STYLES
from widgets.parts.table import table
from widgets.parts.view import View, state_now, view_in, words_in
from widgets.pictures import apart, elsewhere
from widgets.server import asking
from widgets.server.wrong_address import typefaces

KEPT: Final = 48
"""So many pictures are kept, of some 100 kB each."""
POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' {}"
)
"""Nothing runs in it, it asks for typefaces alone, and no site shows it but those that may."""
_MAKER = ThreadPoolExecutor(1, thread_name_prefix="embed")


@dataclass(frozen=True)
class Page:
    """A picture in its page; with a status of its own where there is no picture."""

    status: int
    made: asking.Made


async def embedded(request: Request) -> Response:
    """The picture that the address names, or a sentence that says why there is none."""
    sites, say = elsewhere.sites(), words_in(asking.language(request))
    if not sites:
        return PlainTextResponse(say("embed.off") + "\n", status_code=404, headers={"cache-control": "no-cache"})
    headers = {**asking.SHARED, "content-security-policy": POLICY.format(" ".join(sites))}
    day = asking.day(request)
    if isinstance(day, Refused):
        return HTMLResponse(_shell(say, say("frame.product"), _sentence(say.refusal(day))), status_code=400, headers=headers)
    asked = tuple((name, tuple(filter(None, request.query_params.getlist(name)))) for name in apart.NAMES)
    fixed, root, picture = "on" in request.query_params, asking.root(request), request.path_params["picture"]
    found = await asyncio.get_running_loop().run_in_executor(_MAKER, lambda: _page(state_now(), picture, asked, say.lang, day, fixed, root))
    if found.status != 200:
        return HTMLResponse(found.made.body, status_code=found.status, headers=headers)
    return asking.answer(request, found.made, "text/html; charset=utf-8", headers)


@lru_cache(maxsize=KEPT)
def _page(state: tuple[str, str, dt.date], picture: str, asked: apart.Asked, lang: str, day: dt.date, fixed: bool, root: str) -> Page:
    view = view_in(state, lang, day)
    found = apart.picture(view, picture, dict(asked))
    if isinstance(found, apart.Nothing):
        # What was asked for may be withheld, which is not the same as not there.
        lacking = view.say.count("frame.left_out", view.withheld) if view.withheld else ""
        status, title = found.status, view.say("frame.product")
        inside = prose.joined([_sentence(words) for words in filter(None, [found.why, lacking])])
    else:
        query = urlencode({**found.query, "lang": lang, **({"on": day.isoformat()} if fixed else {})}, doseq=True)
        status, title, inside = 200, found.told.finding, _inside(view, found, f"{root}/{found.page}?{query}")
    body = _shell(view.say, title, inside).encode("utf-8", "replace")
    return Page(status, asking.made(body))


def _inside(view: View, found: apart.Shown, whole: str) -> Markup:
    say, told = view.say, found.told
    lacking = say.count("frame.picture_lacks", view.withheld) if view.withheld else ""
    drawings = [
        Markup("<div class='picture {}'>{}</div>").format(room, Markup(inline.picture(_still(found.draw(room)), room, lambda place: "")))
        for room in EDGE
    ]
    return Markup(
        "<h1>{finding}</h1><p class='sub'>{subtitle}</p>{drawings}<p class='foot'>{foot}{lacking}</p>"
        "<p><a href='{whole}' target='_blank' rel='noopener'>{open}</a></p>"
        "<details><summary>{data}</summary>{table}</details>"
    ).format(
        finding=told.finding,
        subtitle=told.subtitle,
        drawings=prose.joined(drawings),
        foot=told.foot,
        lacking=Markup("<br><b>{}</b>").format(lacking) if lacking else "",
        whole=whole,
        open=say("embed.whole", product=say("frame.product")),
        data=say("frame.data_as_table"),
        table=table(found.columns, found.rows(), caption=told.finding),
    )


def _still(canvas: Canvas) -> Canvas:
    """A drawing that answers to nothing: what a script would tell of a mark stands in the table."""
    still = copy(canvas)
    still.targets, still.hatches = [], [replace(hatch, hover="") for hatch in canvas.hatches]
    return still


def _sentence(words: str) -> Markup:
    return Markup("<p class='lede'>{}</p>").format(words)


def _shell(say: Say, title: str, inside: Markup) -> str:
    """The page around it; the style sheets are our own files, in which nothing could end the style."""
    styles = Markup("".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in ("style", "embed")))
    return str(
        Markup(
            "<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width, initial-scale=1'>"
            "<meta name='robots' content='noindex'><title>{title} · {product}</title><style>{faces}{styles}</style></head>"
            "<body class='embedded'><main>{inside}</main></body></html>"
        ).format(
            lang=say.lang,
            title=title,
            product=say("frame.product_short"),
            faces=typefaces("../", (400, 500, 600, 700)),
            styles=styles,
            inside=inside,
        )
    )


ROUTES: list[BaseRoute] = [Route("/embed/{picture}", embedded)]
