"""What of a page is hidden, and what is menu, form, foot, comment or footnote, by what the page says of its own parts.

A part that holds more than half of the words of the page is the page: many pages stand wholly in a form or in a box called “sidebar”.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from models.texts.source import Role

UNSEEN: Final = frozenset({
    "applet", "audio", "base", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe", "link", "math-annotation", "meta", "noembed",
    "noframes", "noscript", "object", "param", "rp", "script", "source", "style", "svg", "template", "title", "track", "video",
})  # fmt: skip
BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
    "main", "menu", "nav", "ol", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot",
    "th", "thead", "tr", "ul",
})  # fmt: skip
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all", re.IGNORECASE)
_HIDDEN_CLASSES: Final = frozenset({"blind", "hidden", "screen-reader-text", "sound_only", "sr-only", "visually-hidden"})
_BY_TAG: Final = {
    "aside": Role.MENU, "button": Role.MENU, "fieldset": Role.FORM, "footer": Role.FOOTER, "form": Role.FORM, "header": Role.HEADER,
    "label": Role.FORM, "menu": Role.MENU, "nav": Role.MENU, "search": Role.FORM, "select": Role.FORM, "textarea": Role.FORM,
}  # fmt: skip
_BY_ROLE: Final = {
    "banner": Role.HEADER, "button": Role.MENU, "complementary": Role.MENU, "contentinfo": Role.FOOTER, "doc-endnote": Role.FOOTNOTE,
    "doc-endnotes": Role.FOOTNOTE, "doc-footnote": Role.FOOTNOTE, "form": Role.FORM, "menu": Role.MENU, "menubar": Role.MENU,
    "navigation": Role.MENU, "search": Role.FORM, "tablist": Role.MENU, "toolbar": Role.MENU,
}  # fmt: skip
_BY_NAME: Final = {
    **dict.fromkeys(("comment-respond", "respond", "commentform", "comment-form", "search-form", "searchform"), Role.FORM),
    **dict.fromkeys(("comments", "comments-area", "comment-area", "comment-list", "commentlist", "comment_list", "disqus_thread", "reply-list", "bo_vc", "cmt_list"), Role.COMMENT),
    **dict.fromkeys(("endnotes", "footnote", "footnotes", "footnote-list", "reflist", "mw-references-wrap", "references"), Role.FOOTNOTE),
    **dict.fromkeys(("breadcrumb", "breadcrumbs", "gnb", "lnb", "menu", "nav", "navbar", "pagination", "post-navigation", "sidebar", "skip-link", "snb", "sns"), Role.MENU),
    **dict.fromkeys(("share", "share-buttons", "sharedaddy", "sns_share", "social", "social-share", "tags-links"), Role.MENU),
}  # fmt: skip
_NOTE_ID: Final = re.compile(r"(_ftn|ftn|edn|_edn|sdfootnote|sdendnote|fn|fn:|fn-|footnote-|cite_note-)\d+")
_NOTE_STYLE: Final = re.compile(r"mso-element\s*:\s*(foot|end)note(?!-)", re.IGNORECASE)
_NOTES_HEADING: Final = re.compile(r"(foot|end)?notes?|references|각주|미주|주석|주", re.IGNORECASE)

Attributes = Mapping[str, str | None]


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether no reader sees it."""
    if tag in UNSEEN or "hidden" in attributes or (tag == "input"):
        return True
    return bool(_HIDDEN.search(attributes.get("style") or "")) or not _HIDDEN_CLASSES.isdisjoint(_names(attributes))


def role(tag: str, attributes: Attributes, within: frozenset[str]) -> Role | None:
    """What the page says that a part is; None where it says nothing. The head or foot of an article is part of the text."""
    said = _BY_ROLE.get((attributes.get("role") or "").strip().lower())
    if said is None and (tag in BLOCKS or tag == "label"):
        if _NOTE_ID.fullmatch((attributes.get("id") or "").lower()) or _NOTE_STYLE.search(attributes.get("style") or ""):
            return Role.FOOTNOTE
        said = next((_BY_NAME[name] for name in _names(attributes) if name in _BY_NAME), None)
    if said is None and not (tag in ("header", "footer") and within & {"article", "main", "blockquote"}):
        said = _BY_TAG.get(tag)
    return said


def tells_of_notes(heading: str) -> bool:
    """Whether a heading says that footnotes follow."""
    return bool(_NOTES_HEADING.fullmatch(heading.strip(" :.[]")))


def _names(attributes: Attributes) -> list[str]:
    """The id and the classes of a part, in small letters."""
    return [*(attributes.get("class") or "").lower().split()[:50], (attributes.get("id") or "").lower()]
