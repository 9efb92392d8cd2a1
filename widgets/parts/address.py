"""The address of what is on the screen: filters, language and day live in the URL, in ids that are no language's.

Widgets take their value from the URL whenever it differs from what they saw last; the URL is written only when a
reader changes a widget, so that Back goes back.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal
from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup

from exports import addresses
from models.records.days import Refused
from widgets.parts import prose
from widgets.parts.view import asked_day, today

MINE = "mine"
"""The slides that a reader chose on any page, by name (widgets/frame/mine.py)."""
CARRIED = ("lang", "on", MINE)
"""What every link inside the register takes along."""
LONG = 1_000
"""Passages with links that say more than so many signs are kept for nobody: memory stays flat, whatever is asked for."""


def known() -> str:
    """The address under which readers know the register, without a stroke at its end; '' where it is not set."""
    return addresses.known()


def root() -> str:
    """The full address of the register, without a stroke at its end: as the setting says, else as the reader came by; '' without both."""
    seen = urlsplit(st.context.url or "")
    return known() or (f"{seen.scheme}://{seen.netloc}{seen.path.rpartition('/')[0]}" if seen.netloc else "")


def full(page: str, query: Mapping[str, str | Sequence[str]]) -> str:
    """A page with exactly this query, as it is cited, printed and sent."""
    return f"{root()}/{page}?{urlencode(query, doseq=True)}"


def values(name: str) -> list[str]:
    """Everything that the address says under a name."""
    return [value for value in st.query_params.get_all(name) if value]


def value(name: str) -> str | None:
    """The first that the address says under a name; None where it says nothing."""
    found = values(name)
    return found[0] if found else None


def write(name: str, chosen: Sequence[str]) -> None:
    """Put what was chosen into the address; a name without a choice is taken out."""
    if chosen:
        st.query_params[name] = list(chosen) if len(chosen) > 1 else chosen[0]
    elif name in st.query_params:
        del st.query_params[name]


def kept_along() -> tuple[tuple[str, str], ...]:
    """What a link takes along, for naming passages that have links in them."""
    return tuple((name, str(value)) for name, value in carried().items())


def carried(**params: str | Sequence[str] | None) -> dict[str, str | list[str]]:
    """The parameters of a link inside the register."""
    kept: dict[str, str | list[str]] = {name: st.query_params[name] for name in CARRIED if name in st.query_params}
    if isinstance(asked_day(today()), Refused):
        del kept["on"]  # it is said on this page and not on every one after it
    for name, given in params.items():
        if given:
            kept[name] = given if isinstance(given, str) else list(given)
    return kept


def asked() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """All that the address says, for naming passages that have links to `here` in them."""
    return tuple(sorted((name, tuple(st.query_params.get_all(name))) for name in st.query_params))


def is_long() -> bool:
    """Whether the address says more than readers' usually do, as with many slides of one's own; every link on the page says it again."""
    return sum(len(name) + sum(map(len, said)) for name, said in asked()) > LONG


def here(**changed: str) -> str:
    """The address of this page as it is, but for what is changed; what is changed to nothing is taken out."""
    params = {name: list(said) for name, said in asked()} | {name: [given] if given else [] for name, given in changed.items()}
    if isinstance(asked_day(today()), Refused):
        params.pop("on", None)  # it is said on this page and not on every one after it
    return f"?{urlencode(params, doseq=True)}"


def link(page: str, label: str, /, **params: str | Sequence[str] | None) -> None:
    """A link to another page that keeps language and day, on a line of its own."""
    prose.show(Markup("<a class='pagelink' href='{}'>{}</a>").format(href(page, **params), label))


def href(page: str, /, **params: str | Sequence[str] | None) -> str:
    """The same as an address, for links inside a passage of HTML; relative, so that it works below any base path."""
    query = urlencode(carried(**params), doseq=True)
    path = "./" if page == "overview" else f"./{page}"
    return f"{path}?{query}" if query else path


def escaped_label(words: str) -> str:
    r"""Labels of widgets are Markdown; every mark that could mean something gets a backslash."""
    return "".join(f"\\{letter}" if letter in r"\`*_{}[]()<>#+-.!|:$~^=&" else letter for letter in words)


def worded(key: str, words: Iterable[str]) -> str:
    """The key of a drop-down that shows these words.

    A drop-down answers with the words that it showed when it was made, not with a place among its options. In other words
    (another language, another count behind a name) it has to be another one, or it would answer in the old ones.
    """
    shown = "\n".join(words)
    return f"{key}:{zlib.crc32(shown.encode()):08x}"


def seeded(key: str, name: str, options: Sequence[str], multi: bool, default: str | None, said: Sequence[str] | None = None) -> None:
    """Give the widget `key` the value that the URL names, if the URL is not what it saw last; `said` is in place of that value."""
    given = [given for given in (values(name) if said is None else said) if given in options]
    if key not in st.session_state or st.session_state.get(f"{key}:seen") != given:
        st.session_state[key] = given if multi else (given[0] if given else default)
        st.session_state[f"{key}:seen"] = given


def pick(
    label: str,
    name: str,
    options: Sequence[str],
    words: Callable[[str], str],
    *,
    multi: bool = True,
    default: str | None = None,
    style: str = "list",
    placeholder: str = "",
    width: int | Literal["stretch"] = "stretch",
    label_shown: bool = True,
    given: Sequence[str] | None = None,
    into: Callable[[list[str]], Sequence[str]] | None = None,
) -> list[str]:
    """A filter that lives in the URL as `name`; returns the chosen ids.

    `style` is `list` (a drop-down) or `row` (all options visible side by side). Without `multi` there is always a
    choice, `default` when the URL names none; the default is not written to the URL. `given` is what the URL names, where
    whoever asks has read it by a rule of its own, and `into` makes of a choice what the URL shall say.
    """
    shown = lambda option: escaped_label(words(option)) if style == "row" else words(option)  # noqa: E731
    key = f"pick:{name}" if style == "row" else worded(f"pick:{name}", map(shown, options))
    seeded(key, name, options, multi, default, given)

    def changed() -> None:
        now = st.session_state[key]
        chosen = [each for each in (list(now or []) if multi else [now]) if each in options and (multi or each != default)]
        write(name, into(chosen) if into else chosen)
        st.session_state[f"{key}:seen"] = chosen

    visibility: Literal["visible", "collapsed"] = "visible" if label_shown else "collapsed"
    if style == "row":
        if multi:
            st.pills(
                label,
                options,
                selection_mode="multi",
                format_func=shown,
                key=key,
                on_change=changed,
                label_visibility=visibility,
                wrap=True,
            )
        else:
            st.segmented_control(
                label, options, required=True, format_func=shown, key=key, on_change=changed, label_visibility=visibility, wrap=True
            )
    elif multi:
        st.multiselect(
            label,
            options,
            format_func=shown,
            key=key,
            on_change=changed,
            placeholder=placeholder,
            width=width,
            label_visibility=visibility,
            select_all=False,
        )
    else:
        st.selectbox(
            label,
            options,
            format_func=shown,
            key=key,
            on_change=changed,
            placeholder=placeholder or label,
            width=width,
            label_visibility=visibility,
        )
    now = st.session_state[key]
    return list(now or []) if multi else [now]


def unknown(known: Mapping[str, Sequence[str]]) -> list[str]:
    """What the URL asks of the named filters that they do not have."""
    return [f"{name}={given}" for name, options in known.items() for given in values(name) if given not in options]
