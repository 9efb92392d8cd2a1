"""Pictures on other sites: who may show them (REGISTER_EMBED), and the HTML with which they do."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from widgets.parts import address
from widgets.parts.view import View

_SITE = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[0-9]{1,5})?")
HIGH = {"recurrence": 980, "standing": 860, "timeline": 1600, "through": 840, "measure": 960}
"""How high the frame of each picture is, in pixels: enough at a desk, and within it can be scrolled."""


def sites() -> tuple[str, ...]:
    """The sites that may show pictures of the register, as `https://www.example.org`; none unless the setting names them."""
    return tuple(os.environ.get("REGISTER_EMBED", "").split())


def refusal() -> str:
    """What is wrong with the setting, in a sentence; empty where nothing is."""
    wrong = [each for each in sites() if not _SITE.fullmatch(each)]
    if not wrong:
        return ""
    return (
        f"REGISTER_EMBED names “{wrong[0]}”, which is no site. Write each as https://www.example.org, in small letters, without a path or a "
        "stroke at its end, and put spaces between them."
    )


def code(view: View, picture: str, title: str, query: Mapping[str, Sequence[str]]) -> str:
    """The HTML that shows a picture within the page of another site; the day is in it where the reader's address has one."""
    kept = {"on": [view.on.isoformat()]} if address.value("on") else {}
    where = address.full(f"embed/{picture}", {**query, "lang": [view.lang], **kept})
    frame = '<iframe src="{}" title="{}" width="100%" height="{}" style="border:0" loading="lazy"></iframe>'
    return str(Markup(frame).format(where, title, HIGH[picture]))
