"""Pages as the app draws them without a browser: open one at an address, and read what stands on it."""

from __future__ import annotations

import gzip
import html
import re

from streamlit.testing.v1 import AppTest

from widgets.parts.view import ROOT


def opened(page: str, lang: str = "en", /, **query: str | list[str]) -> AppTest:
    """A page at an address; `query` is what the address says besides the language."""
    at = AppTest.from_file(str(ROOT / "pages" / "frame.py"), default_timeout=60)
    for name, value in {"lang": lang, **query}.items():
        at.query_params[name] = value
    return checked(at.switch_page(f"{page}.py").run())


def with_table(page: str, key: str, lang: str = "en", /, **query: str | list[str]) -> str:
    """All HTML that a page draws once the table below its picture `key` is opened."""
    at = AppTest.from_file(str(ROOT / "pages" / "frame.py"), default_timeout=60)
    for name, value in {"lang": lang, **query}.items():
        at.query_params[name] = value
    at.session_state[f"data:{key}"] = True
    return markup(checked(at.switch_page(f"{page}.py").run()))


def checked(at: AppTest) -> AppTest:
    """The same page, once it is sure that nothing went wrong in drawing it."""
    assert not at.exception, [each.message for each in at.exception]
    return at


def markup(at: AppTest) -> str:
    """All HTML that a page draws on a screen, without its styles, and after it its pictures."""
    bodies = [element.proto.body for element in at.get("html")]
    passages = [body for body in bodies if not body.startswith(("<style>", "<p class='only-paper'>"))]
    return "\n".join([*passages, *pictures(at)])


def pictures(at: AppTest) -> list[str]:
    """The pictures of a page, as SVG."""
    return [gzip.decompress(element.proto.bytes).decode() for element in at.get("bidi_component")]


def drawn(page: str, lang: str = "en", /, **query: str | list[str]) -> str:
    """All HTML that the page at an address draws."""
    return markup(opened(page, lang, **query))


def words(shown: AppTest | str) -> str:
    """Everything that is drawn as a passage, in one line and without tags."""
    body = shown if isinstance(shown, str) else markup(shown)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).replace("\u00ad", "").split())


def title(shown: AppTest | str) -> str:
    """The sentence that a page begins with."""
    found = re.search(r"<h1 class='title'>(.*?)</h1>", shown if isinstance(shown, str) else markup(shown))
    assert found
    return html.unescape(found[1]).replace("\u00a0", " ")
