"""In which language a text is: by its script, and among those in Latin letters by their smallest words."""

from __future__ import annotations

import re
from collections import Counter

LOOKED_AT = 40_000
"""So many characters decide."""

_SCRIPTS = (
    ("ko", "가", "힣"), ("ko", "ㄱ", "ㆎ"), ("ja", "ぁ", "ヿ"), ("zh", "一", "鿿"), ("zh", "㐀", "䶿"), ("ar", "\u0600", "\u06ff"), ("he", "\u0590", "\u05ff"),
    ("ru", "Ѐ", "ӿ"), ("el", "Ͱ", "Ͽ"), ("th", "\u0e00", "\u0e7f"), ("hi", "\u0900", "\u097f"), ("bn", "\u0980", "\u09ff"), ("ta", "\u0b80", "\u0bff"),
    ("ne", "\u0900", "\u097f"), ("my", "\u1000", "\u109f"), ("km", "\u1780", "\u17ff"), ("lo", "\u0e80", "\u0eff"), ("ka", "\u10a0", "\u10ff"), ("hy", "\u0530", "\u058f"),
)  # fmt: skip
_ALPHABETS = {
    language: re.compile("[" + "".join(f"{a}-{b}" for its, a, b in _SCRIPTS if its == language) + "]") for language, *_ in _SCRIPTS
}
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỹ]")
_WORD = re.compile(r"[^\W\d_]+")

_SMALL = {
    "en": "the of and to in that for with is are we our by this be as on which will their all from its have has it or at shall",
    "fr": "le la les des du de et en que qui pour dans est sont une un nous aux par sur avec leur ce cette au notre ou nos sa ses ne",
    "es": "el la los las de del y en que por para con es son una un nos su sus se al como más esta este o nuestro nuestra entre lo",
    "pt": "o a os as de do da dos das e em que por para com é são uma um nos seu sua se ao como mais esta este ou nosso nossa na no",
    "de": "der die das und in den von zu mit für ist sind wir des dem ein eine auf im nicht als auch sich werden unsere oder durch bei",
    "it": "il lo la i gli le di del della dei e in che per con è sono una un ci suo sua si al come più questa questo o nostro nostra nel",
    "nl": "de het een van en in dat voor met is zijn wij we onze op te die als ook niet aan door bij of worden deze naar om",
    "id": "yang dan di dengan untuk dari pada dalam adalah ini itu kami akan oleh atau hak kota tidak sebagai para kepada",
    "vi": "và của các cho là trong những được với một có chúng tôi này đó về người không tại từ quyền",
    "tl": "ang ng mga sa na at ay para kami ating aming ito mula upang may hindi",
    "tr": "ve bir bu için ile olarak da de en çok olan gibi kadar hak biz şehir",
    "pl": "i w na z do że się jest są oraz dla przez nie to jako nas od po prawa",
    "sv": "och att det som en på är av för med till den vi de inte har om ett",
    "sw": "na ya wa kwa ni katika za la haki sisi kama hii miji watu",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _SMALL.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF.setdefault(_word, []).append(_language)

UNKNOWN = "und"
"""The code of a language that cannot be told."""


def language_of(text: str) -> str | None:
    """`en`, `ko` or the code of another language, `und` where it is plainly another; None where there is too little to tell."""
    looked = text[:LOOKED_AT]
    counted = Counter({language: len(letters.findall(looked)) for language, letters in _ALPHABETS.items()})
    latin = len(_LATIN.findall(looked))
    # A syllable of Hangul or a sign of Chinese says as much as two or three letters.
    weighed = {language: times * (2.5 if language in ("ko", "zh", "ja") else 1) for language, times in counted.items()}
    if counted["ja"] * 5 > counted["zh"] and counted["ja"]:
        weighed["ja"] += weighed["zh"]
    script = max(weighed, key=lambda language: weighed[language])
    if weighed[script] > latin and weighed[script] >= 5:
        return script
    return _latin(looked) if latin >= 12 else None


def small_words(text: str) -> Counter[str]:
    """How many of the words are small ones of each language that is written in Latin letters."""
    return Counter(language for word in _WORD.findall(text) for language in _LANGUAGES_OF.get(word.lower(), ()))


def _latin(text: str) -> str | None:
    words = _WORD.findall(text)
    hits = small_words(text)
    if hits:
        best = max(hits, key=lambda language: (hits[language], language == "en"))
        if hits[best] * 12 >= len(words):
            return best
    return UNKNOWN if len(words) >= 40 else ("en" if text.isascii() else None)
