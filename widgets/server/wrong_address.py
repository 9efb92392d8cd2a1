"""The page for an address at which nothing is: what somebody may have meant, and the ways on, without a script."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from models.labels import LANGUAGES, Say
from models.register.register import Register
from widgets.frame import titles
from widgets.parts import prose
from widgets.parts.view import loaded_now, words_in
from widgets.server.asking import language
from widgets.server.shell import STYLES

LONGEST = 80
"""So many signs of a wrong address are repeated."""
WORDS = 40
"""So many signs of it are offered as a question to the search."""
FACES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
LISTS = {"pledge": "pledges", "commitment": "find"}
"""The page that lists what another shows one of."""


def answer(request: Request, up: str) -> HTMLResponse:
    """The page, in the reader's language; `up` is the way from the address to the register, as `../`."""
    say = words_in(language(request))
    path, register = request.url.path, loaded_now().register
    shown = path if len(path) <= LONGEST else path[: LONGEST - 1] + "…"
    lede = Markup(say("door.wrong_lede", path="{}")).format(Markup("<code>{}</code>").format(shown))
    return said(up, say, say("door.wrong_title"), lede, _meant(path, up, say, register), further(path, up, say, len(register.pledges)))


def said(up: str, say: Say, title: str, lede: str, meant: Markup, ways: Markup, status: int = 404) -> HTMLResponse:
    """A page that says that what was asked for is not to be had, what may have been `meant`, and the `ways` on."""
    style = Markup("".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in ("door", "wrong")))
    page = Markup(
        "<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width, initial-scale=1'>"
        "<meta name='robots' content='noindex'><title>{title} · {product}</title><link rel='icon' href='{up}door/icon.png'>"
        "<style>{fonts}{style}</style></head><body class='door'>{body}</body></html>"
    ).format(
        lang=say.lang,
        title=title,
        product=say("frame.product_short"),
        up=up,
        fonts=typefaces(up, (400, 700)),
        style=style,
        body=_body(up, say, title, lede, meant, ways),
    )
    return HTMLResponse(str(page), status_code=status, headers={"cache-control": "no-cache", "vary": "Accept-Language"})


def _body(up: str, say: Say, title: str, lede: str, meant: Markup, ways: Markup) -> Markup:
    other = next(lang for lang in LANGUAGES if lang != say.lang)
    home = link(up, say("frame.product"), "", {"lang": say.lang})
    language_link = Markup("<a href='?lang={0}' lang='{0}' hreflang='{0}'>{1}</a>").format(other, say("door.other_language"))
    return Markup(
        "<header><p class='product'>{home}</p><p>{language}</p></header><main><h1>{title}</h1><p class='lede'>{lede}</p>{meant}"
        "<h2>{ways_title}</h2><ul>{ways}</ul></main>"
    ).format(home=home, language=language_link, title=title, lede=lede, meant=meant, ways_title=say("door.wrong_ways"), ways=ways)


def _meant(path: str, up: str, say: Say, register: Register) -> Markup:
    """The records that a part of the address is called after; the page where there is none."""
    parts = [part for part in path.split("/") if part]
    found = [named for part in reversed(parts[-2:]) for named in titles.meant(register, say, part)]
    lines = [
        Markup("{} <span class='kind'>{}</span>").format(
            link(up, named.title, named.page, {**named.params, "lang": say.lang}), say(f"frame.{named.page}")
        )
        for named in found
    ]
    plain = {page.replace("_", ""): LISTS.get(page, page) for page in titles.PAGES}
    called = [re.sub(r"[^a-z]", "", part.lower().removesuffix(".html")) for part in parts[:2]]
    pages = dict.fromkeys(plain[each] for each in called if each in plain and not found)
    lines += [link(up, say(f"frame.{page}"), "" if page == titles.FIRST else page, {"lang": say.lang}) for page in pages]
    if not lines:
        return Markup("")
    return Markup("<h2>{}</h2><ul>{}</ul>").format(say("door.wrong_meant"), listed(lines))


def further(path: str, up: str, say: Say, pledges: int) -> Markup:
    """The ways on: to the search with the last words of the address, if it has any, and to the pages that have all."""
    words = " ".join(re.findall(r"\w+", path.rstrip("/").rpartition("/")[2].replace("_", " ")))[:WORDS]
    lines = []
    if re.search(r"[^\W\d]", words):
        lines.append(link(up, say("door.wrong_search", words=words), "find", {"q": words, "lang": say.lang}))
    lines += [
        link(up, say("door.wrong_overview"), "", {"lang": say.lang}),
        link(up, say("door.wrong_find"), "find", {"lang": say.lang}),
        link(up, say("door.wrong_pledges", n=pledges), "pledges", {"lang": say.lang}),
        link(up, say("door.wrong_declarations"), "declarations", {"lang": say.lang}),
        link(up, say("door.wrong_data"), "data/register.json", {}),
    ]
    return listed(lines)


def listed(lines: list[Markup]) -> Markup:
    """Lines of a list."""
    return prose.joined([Markup("<li>{}</li>").format(line) for line in lines])


def link(up: str, words: str, where: str, params: dict[str, str]) -> Markup:
    """A link to somewhere below the register."""
    return Markup("<a href='{}'>{}</a>").format(f"{up}{where}{'?' if params else ''}{urlencode(params)}", words)


def typefaces(up: str, weights: Sequence[int]) -> Markup:
    """Our own typeface in some weights, fetched from here."""
    face = "@font-face{{font-family:Pretendard;font-weight:{};font-display:swap;src:url({}fonts/Pretendard-{}.woff2)}}"
    return Markup("".join(face.format(weight, up, FACES[weight]) for weight in weights))
