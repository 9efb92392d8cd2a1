"""The page into which Streamlit draws, with what only the server can say: its language, what a link to it is called, and
what stands there where nothing is drawn because no script runs or no connection is there.

Streamlit's own index page is taken apart once for each language; what one page is called is put in at every request.
"""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path

import streamlit
from markupsafe import Markup

from models.labels import LANGUAGES, Say
from widgets.parts import prose
from widgets.parts.view import ROOT, words_in

STYLES = ROOT / "widgets" / "styles"
FILES = ROOT / "static" / "door"
LOCALES = {"en": "en_GB", "ko": "ko_KR"}
INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_TITLE, _ROOT, _FRAME = "<title>Streamlit</title>", '<div id="root"></div>', '<html lang="en">'
_SCRIPTLESS = ("<noscript>", "</noscript>")
_MODULE = '<script type="module"'
_PARTS = ("Html", "Selectbox", "ButtonGroup", "Multiselect", "BidiComponent", "DownloadButton")
"""What every page of ours is made of, as Streamlit names it in its files."""


def page(say: Say, title: str, words: str, address: str) -> str:
    """The page for one address: `title` and `words` are what a preview of a link to it says."""
    before, after = _around_title(say.lang)
    other = next(lang for lang in LANGUAGES if lang != say.lang)
    head = Markup(
        "<title>{title}</title>"
        '<meta name="description" content="{words}"><meta property="og:type" content="website">'
        '<meta property="og:site_name" content="{product}"><meta property="og:title" content="{title}">'
        '<meta property="og:description" content="{words}"><meta property="og:url" content="{address}">'
        '<meta property="og:locale" content="{here}"><meta property="og:locale:alternate" content="{there}">'
        '<link rel="alternate" type="application/atom+xml" title="{feed}" href="./data/notes.atom?lang={lang}">'
    ).format(
        title=title,
        words=words,
        product=say("frame.product"),
        address=address,
        here=LOCALES[say.lang],
        there=LOCALES[other],
        feed=say("method.data_feed_name"),
        lang=say.lang,
    )
    return f"{before}{head}{after}"


def prepare() -> None:
    """Take Streamlit's page apart in all languages, when the server starts and not when somebody asks."""
    for lang in LANGUAGES:
        _around_title(lang)


@lru_cache(maxsize=len(LANGUAGES))
def _around_title(lang: str) -> tuple[str, str]:
    """Everything before and after the title, with our parts in it; raises where Streamlit's page is not as it was known."""
    text = INDEX.read_text(encoding="utf-8")
    missing = [part for part in (_TITLE, _ROOT, _FRAME, _MODULE, *_SCRIPTLESS) if text.count(part) != 1]
    if missing:
        raise ValueError(f"Streamlit's index page has changed: {', '.join(missing)} is not in it exactly once")
    script = FILES / "around.js"
    version = hashlib.sha256(script.read_bytes()).hexdigest()[:12]
    extra = Markup('<style>{}</style><script id="door-words" type="application/json">{}</script>').format(_styles(), _own_words())
    extra += _early()
    before_scriptless, _, rest = text.partition(_SCRIPTLESS[0])
    _, _, after_scriptless = rest.partition(_SCRIPTLESS[1])
    text = f"{before_scriptless}<noscript>{_scriptless(lang)}</noscript>{after_scriptless}"
    text = text.replace(_FRAME, f'<html lang="{lang}">').replace(_ROOT, f"{_ROOT}{_unconnected(lang)}")
    # Deferred as Streamlit's own is, and before it: it reads once where it is served.
    ours = Markup('<script src="./door/{}?v={}" defer fetchpriority="high"></script>').format(script.name, version)
    text = text.replace(_MODULE, f"{ours}{_MODULE}").replace("</head>", f"{extra}</head>")
    before, _, after = text.partition(_TITLE)
    return before, after


def _early() -> Markup:
    """What the pages are made of, asked for while Streamlit begins, which else asks for each when the first words have come."""
    index, folder = INDEX.read_text(encoding="utf-8"), INDEX.parent / "static" / "js"
    wanted = [path.name for part in _PARTS for path in folder.glob(f"{part}.*.js")]
    if len(wanted) != len(_PARTS):
        raise ValueError(f"Streamlit's files have changed: of {', '.join(_PARTS)} it has {', '.join(wanted)}")
    for name in wanted:  # grows meanwhile
        wanted += [each for each in _IMPORTED.findall((folder / name).read_text(encoding="utf-8")) if each not in wanted]
    links = [f"./static/js/{name}" for name in wanted if name not in index]
    links += [f"./_stcore/bidi-components/register-picture.picture/{name}.js" for name in ("picture", "gunzip.min")]
    parts = [Markup('<link rel="modulepreload" crossorigin fetchpriority="low" href="{}">').format(link) for link in links]
    style = Markup('<link rel="preload" as="style" fetchpriority="low" href="{}">')
    return prose.joined([*parts, style.format("./_stcore/bidi-components/register-picture.picture/picture.css")])


_IMPORTED = re.compile(r"""from["`']\./([\w.-]+\.js)["`']""")


def _styles() -> Markup:
    # Our own files, in which nothing could end the style.
    return Markup("".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in ("door", "shell")))


def _own_words() -> Markup:
    """Streamlit's own words with the Korean ones, for the script; as JSON in which nothing can end the element."""
    english, korean = words_in("en"), words_in("ko")
    keys = [key.partition(".")[2] for key in english.labels if key.startswith("built_in.")]
    said = [[key, english.labels[f"built_in.{key}"].en, korean.labels[f"built_in.{key}"].ko] for key in keys]
    return Markup(json.dumps(said, ensure_ascii=False).replace("<", "\\u003c"))


def _in_both(lang: str, key: str, ways: tuple[str, ...]) -> Markup:
    """A heading, a sentence and the ways on, first in the reader's language."""
    told = []
    for each in sorted(LANGUAGES, key=lambda name: name != lang):
        say = words_in(each)
        links = [Markup("<a href='{}'>{}</a>").format(_WAYS[way].format(lang=each), say(f"door.{way}")) for way in ways]
        told.append(
            Markup("<div lang='{}'><p class='door-head'>{}</p><p>{}</p><p class='door-ways'>{}</p></div>").format(
                each, say(f"door.{key}_title"), say(f"door.{key}"), prose.joined(links, " ")
            )
        )
    return Markup("<div class='door-in {}'>{}</div>").format(key, prose.joined(told))


_WAYS = {"data_json": "./data/register.json", "data_csv": "./data/commitments.csv?lang={lang}", "again": ""}
"""Where the reader may go without the pages; nowhere else is the page itself."""


def _scriptless(lang: str) -> Markup:
    return Markup("<div class='door door-scriptless'>{}</div>").format(_in_both(lang, "scriptless", ("data_json", "data_csv")))


def _unconnected(lang: str) -> Markup:
    said = prose.joined([_in_both(lang, key, ("data_json", "data_csv", "again")) for key in ("refused", "lost")])
    return Markup("<div id='door' class='door' role='alert'>{}</div>").format(said)
