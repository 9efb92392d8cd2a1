"""What every slide of a deck needs: the register as of the day, its language, its colours, and where everything can be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from urllib.parse import urlencode

from charts import hall
from charts.canvas import Canvas
from charts.theme import LIGHT, Theme
from models.labels import Say
from models.register.passages import unthreaded
from models.register.register import Register


@dataclass(frozen=True)
class Showing:
    """`register` is the register as it stood on the day `on`, `whole` all of it; `base` the full address of the register."""

    register: Register = field(repr=False)
    whole: Register = field(repr=False)
    say: Say = field(repr=False)
    on: dt.date
    today: dt.date
    base: str = ""
    left_out: int = 0
    """How many records are withheld because something is wrong with them."""
    theme: Theme = field(default=LIGHT, repr=False)

    @property
    def lang(self) -> str:
        return self.say.lang

    @property
    def lacking(self) -> str:
        """That records are withheld from what is shown; empty where none are."""
        return self.say.count("frame.picture_lacks", self.left_out) if self.left_out else ""

    @property
    def coded_once(self) -> str:
        """Which declarations nobody has coded a second time; empty where all were coded twice."""
        once = self.register.coded_once
        texts = self.say.listed([self.say.text(each) for each in once])
        return f"{texts}: {self.say('frame.coded_once_name')}" if once else ""

    @property
    def unthreaded(self) -> str:
        """Which declarations nobody has compared with the pledges yet; empty where all were."""
        texts = self.say.listed([self.say.text(each) for each in unthreaded(self.register)])
        return f"{texts}: {self.say('frame.unthreaded_name')}" if unthreaded(self.register) else ""

    def narrowed(self, finding: str, name: str) -> str:
        """A finding that says first what it is narrowed to, if it is."""
        return self.say("chart.filtered", filter=name, finding=finding) if name else finding

    def whole_foot(self, source: str) -> str:
        """What a slide rests on, which texts were coded once or not yet compared with the pledges, and that records are withheld from it."""
        return " · ".join(filter(None, [source, self.coded_once, self.unthreaded, self.lacking]))

    def address(self, page: str, **params: str | tuple[str, ...]) -> str:
        """The full address of a page with the day fixed; without `base` its path alone."""
        query = urlencode({**params, "lang": self.lang, "on": self.on.isoformat()}, doseq=True)
        path = "" if page == "overview" else page
        return f"{self.base}/{path}?{query}" if self.base else f"{path or './'}?{query}"


@dataclass(frozen=True)
class Frame:
    """What a slide says around its plot; `id` names the slide in its set, `alt` says the plot in words."""

    showing: Showing = field(repr=False)
    id: str
    finding: str
    subtitle: str
    source: str
    alt: str
    address: str
    notes: tuple[str, ...] = ()

    @property
    def lang(self) -> str:
        return self.showing.lang

    @property
    def foot(self) -> str:
        return self.showing.whole_foot(self.source)

    @property
    def product(self) -> str:
        return self.showing.say("frame.product_short")

    @property
    def continued(self) -> str:
        return hall.tell(self.showing.say)

    def canvas(self, n: int = 1, of: int = 1) -> Canvas:
        """An empty slide, the `n`th `of` several."""
        return hall.canvas(self, self.showing.theme, self.address, n, of)
