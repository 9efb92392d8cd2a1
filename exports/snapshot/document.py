"""The whole file of a snapshot: its parts in order, with style, search, typefaces and the data, closed by the seal.

The same records, day and languages give the same bytes: there is no clock in it and no random number.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from markupsafe import Markup

from charts.theme import DARK, FALLBACKS, LIGHT, Theme
from exports import dataset, font_subset
from exports.snapshot import declarations, forums, opening, passages, pictures, pledges, program, seal, sources
from exports.snapshot.passages import heading, joined, paragraph
from exports.snapshot.reading import Reading
from models.labels import Say
from models.records.fields import Bilingual
from models.records.terms import Force
from models.register.register import Register
from models.register.standing import Standing

MEDIA_TYPE: Final = "text/html"
_HERE: Final = Path(__file__).parent
_WEIGHTS: Final = ((400, "Regular"), (600, "SemiBold"), (700, "Bold"))
_FAMILY: Final = "Register"
_KEPT_TOGETHER: Final = "white-space:pre"
"""The one style that pictures put on an element, for words of mixed weights."""
# HTML has no way to write these, not even escaped.
_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_OWN: Final = {False: {"soft": "#f3f5f7", "hit": "#ffe08a"}, True: {"soft": "#1a232d", "hit": "#5c4a00"}}

Made = Callable[[Reading], Iterable[tuple[str, Markup]]]


def _whole(made: Callable[[Reading], Markup]) -> Made:
    """A section that is one part of the file."""
    return lambda reading: [("", made(reading))]


_SECTIONS: Final[tuple[tuple[str, Made], ...]] = (
    ("glance", _whole(lambda reading: pictures.standing(reading) + pictures.recurring(reading))),
    ("declarations", lambda reading: ((each.id, declarations.declaration(reading, each)) for each in reading.register.declarations)),
    ("pledges", lambda reading: ((each.id, pledges.pledge(reading, each)) for each in pledges.ordered(reading))),
    ("measures", lambda reading: ((each.id, sources.measure(reading, each)) for each in reading.register.measures)),
    ("unknown", _whole(opening.unknown)),
    ("forums", _whole(forums.forums)),
    ("judgements", _whole(sources.second_judgements)),
    ("vocabulary", _whole(sources.vocabulary)),
    ("sources", _whole(sources.sources)),
)
"""The sections of the file in their order, each with the parts that it is made of; the labels `snapshot.section_…` are their headings."""


def name(on: dt.date) -> str:
    """What a file is called."""
    return f"human-rights-cities-snapshot-{on.isoformat()}.html"


def snapshot(whole: Register, on: dt.date, labels: MappingProxyType[str, Bilingual], langs: Sequence[str], withheld: int = 0) -> bytes:
    """The register as it stood on `on`, in these languages one after the other; `whole` is all of it, whatever the day."""
    told = dataset.document(whole, on, withheld)
    data = dataset.as_json(whole, on, withheld)
    digest = hashlib.sha256(data).hexdigest()
    register, known = whole.as_of(on), frozenset(each["id"] for each in told["evidence"])
    readings = [Reading(register, whole, on, Say(labels, lang), withheld, known) for lang in langs]
    body = [("bar", _bar(readings))]
    for number, reading in enumerate(readings):
        body += _in_one_language(reading, told["meta"], digest, langs, last=number == len(readings) - 1)
    script = _file("search.js")
    foot = _foot(readings)
    written = [(part, _UNWRITABLE.sub("\ufffd", words)) for part, words in body]
    words = "".join([foot, *(words for _, words in written)])
    style = "".join([_typefaces(words), _colours(), _shown(langs), _file("style.css")])
    head = _UNWRITABLE.sub("\ufffd", _head(readings, style, script))
    facts = {"as_of": on.isoformat(), "languages": list(langs), "data_sha256": digest, "program": program.digest(), **_said(told["meta"])}
    return seal.sealed([("head", head), *written, ("data", seal.embedded(data)), ("foot", f"<script>{script}</script>\n{foot}")], facts)


def _said(meta: Mapping[str, Any]) -> dict[str, Any]:
    return {key: meta[key] for key in ("fingerprint", "counts", "withheld", "withheld_why", "judgements_withheld") if key in meta}


def _in_one_language(reading: Reading, meta: Mapping[str, Any], digest: str, langs: Sequence[str], *, last: bool) -> list[tuple[str, str]]:
    """All sections in one language, each a part of the file by itself; every declaration of its own."""
    say, lang = reading.say, reading.lang
    titles = [(section, say(f"snapshot.section_{section}")) for section, _ in _SECTIONS]
    begun = Markup("<div class='part' id='part-{0}' lang='{0}' data-count='{1}' data-none='{2}'>\n{3}{4}").format(
        lang,
        say("snapshot.hits", at="{at}", n="{n}"),
        say("snapshot.hits_none"),
        opening.opening(reading, meta, digest, langs),
        opening.contents(reading, titles),
    )
    parts = [(f"{lang}/opening", str(begun))]
    for section, made in _SECTIONS:
        title = heading(2, say(f"snapshot.section_{section}"), reading.at(section))
        lede = paragraph(say(f"snapshot.lede_{section}"), "sub")
        parts.append((f"{lang}/{section}", str(title + lede)))
        parts += [(f"{lang}/{section}/{each or 'all'}", str(words)) for each, words in made(reading)]
    parts[-1] = (parts[-1][0], f"{parts[-1][1]}</div>\n" + ("</main>\n" if last else ""))
    return parts


def _head(readings: Sequence[Reading], style: str, script: str) -> str:
    """What stands before the body: a policy that lets nothing in from outside, and nothing run but the search."""
    policy = "; ".join(
        [
            "default-src 'none'",
            f"style-src {_allowed(style)} 'unsafe-hashes' {_allowed(_KEPT_TOGETHER)}",
            f"script-src {_allowed(script)}",
            "font-src data:",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
    first = readings[0]
    return Markup(
        '<html lang="{}">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n{}"
    ).format(first.lang, policy, first.say("snapshot.title", date=first.say.date(first.on)), Markup(style), passages.marks())


def _allowed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _bar(readings: Sequence[Reading]) -> str:
    """Above everything: which language is shown, and the search, which the script brings forth."""
    chosen = joined(
        Markup("<label><input type='radio' name='language' id='show-{0}'{1}><span lang='{0}'>{2}</span></label>\n").format(
            each.lang, Markup(" checked") if each is readings[0] else "", each.say("snapshot.own_name")
        )
        for each in readings
    )
    legend = _in_each(readings, "snapshot.language")
    choice = Markup("<fieldset><legend class='unseen'>{}</legend>{}</fieldset>\n").format(legend, chosen) if len(readings) > 1 else ""
    search = Markup(
        "<form id='search' role='search' hidden><label for='words'>{}</label><input type='search' id='words' autocomplete='off' spellcheck='false' maxlength='200'>"
        "<button type='button' id='earlier'><span aria-hidden='true'>↑</span><span class='unseen'>{}</span></button>"
        "<button type='button' id='later'><span aria-hidden='true'>↓</span><span class='unseen'>{}</span></button>"
        "<output id='found' for='words' aria-live='polite'></output></form>\n"
    ).format(_in_each(readings, "snapshot.search"), _in_each(readings, "snapshot.earlier_hit"), _in_each(readings, "snapshot.next_hit"))
    return str(Markup("<header class='bar'>{}{}</header>\n<main>\n").format(choice, search))


def _in_each(readings: Sequence[Reading], key: str) -> Markup:
    """Words in every language of the file, of which the one that is shown is seen."""
    return joined(Markup("<span class='in-{0}' lang='{0}'>{1}</span>").format(each.lang, each.say(key)) for each in readings)


def _foot(readings: Sequence[Reading]) -> str:
    """What the last line of the file is, which is the seal and follows."""
    return str(Markup("<footer><p id='seal-said' class='small'>{}</p>\n").format(_in_each(readings, "snapshot.seal")))


# style -------------------------------------------------------------------------------------------------------------


def _file(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _typefaces(words: str) -> str:
    """The shipped typeface with the signs of the file, in the weights that are used; what it lacks is left to the reader's own."""
    faces = [
        f"@font-face{{font-family:{_FAMILY};font-weight:{weight};src:url(data:{font_subset.MEDIA_TYPE};base64,"
        f'{base64.b64encode(font_subset.subset(cut, words)).decode()}) format("opentype")}}\n'
        for weight, cut in _WEIGHTS
    ]
    return "".join([*faces, f"body,input,button{{font-family:{_FAMILY},{FALLBACKS}}}\n"])


def _colours() -> str:
    """The colours of the pages by the names that pictures call them by; light on paper, whatever the screen is."""
    light, dark = (f":root{{{_named(theme)}}}" for theme in (LIGHT, DARK))
    return f"{light}\n@media (prefers-color-scheme:dark){{{dark}}}\n@media print{{{light}}}\n"


def _named(theme: Theme) -> str:
    standings = {"done": Standing.DONE, "partly": Standing.PARTLY_DONE, "started": Standing.STARTED, "contrary": Standing.CONTRARY}
    named = {"page": theme.bg, "ink": theme.ink, "ink2": theme.ink2, "ink3": theme.ink3, "edge": theme.edge, "hatch": theme.hatch}
    named |= {"rule": theme.rule, **_OWN[theme.dark]}
    for force in Force:
        named |= {f"f-{force}": theme.force[force].fill, f"t-{force}": theme.force[force].text}
    for short, each in standings.items():
        named |= {f"s-{short}": theme.standing[each].fill, f"st-{short}": theme.standing[each].text}
    return ";".join(f"--{each}:{value}" for each, value in named.items())


def _shown(langs: Sequence[str]) -> str:
    """Of several languages the one that is chosen; a browser too old for that shows them one after the other."""
    return "".join(
        f"body:has(#show-{chosen}:checked) :is(#part-{other},.in-{other}){{display:none}}\n"
        for chosen in langs
        for other in langs
        if other != chosen
    )
