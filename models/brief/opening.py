"""How a brief begins: the sentence that answers its reader's question, and how much the texts hold on it."""

from __future__ import annotations

from models.brief.facts import Kind
from models.brief.phrases import Pieces
from models.records.terms import Ledger
from models.register.standing import Standing


class Opening(Pieces):
    """The title and the lede of a brief."""

    def _title(self) -> str:
        say, brief, promises = self.say, self.brief, self.brief.tally(Ledger.PROMISES)
        # A city shares its promises with others, so their standing is never told as if it were the city's alone.
        shared = say("briefing.shared_perhaps" if brief.perhaps else "briefing.shared", name=self.name)
        shared = shared if brief.subject.kind is Kind.CITY else self.name
        if brief.without_text:
            return say("briefing.title_no_text", name=self.name)
        if brief.empty and brief.begins:
            return say("briefing.title_begins", name=self.name, date=say.date(brief.begins))
        if brief.empty:
            return say("briefing.title_empty", name=self.name)
        if not promises.n:
            return say("briefing.title_no_promise", name=self.name, counts=self._counts())
        if not promises.assessable:
            return say.count("briefing.title_unjudged", promises.n, name=shared)
        if promises.by[Standing.NOT_ASSESSED] == promises.assessable:
            return say.count("briefing.title_not_assessed", promises.assessable, name=shared)
        n, begun, done = promises.assessable, promises.begun, promises.by[Standing.DONE]
        if done == n:
            return say.count("briefing.title_done", n, name=shared)
        if not begun:
            return say.count("briefing.title_none_begun", n, name=shared)
        if not done:
            return say.count("briefing.title_none_done", n, name=shared, begun=begun)
        return say("briefing.title_promises", n=n, name=shared, begun=begun, done=done)

    def _lede(self) -> str:
        say, brief = self.say, self.brief
        if brief.without_text:
            return say("briefing.lede_no_text")
        if brief.empty and brief.begins:
            return say("briefing.lede_begins", date=say.date(brief.begins))
        return " ".join([self._found(), *([say.count("briefing.lede_name_only", nominal)] if (nominal := len(brief.in_name_only)) else [])])

    def _found(self) -> str:
        """What the texts hold on the subject, each ledger for itself."""
        say, brief, texts = self.say, self.brief, len(self.register.declarations)
        if brief.empty:
            return say("briefing.lede_empty", texts=texts, forums=len(brief.forums))
        if brief.subject.kind is Kind.CITY:
            key = "briefing.lede_perhaps" if brief.perhaps else "briefing.lede_city"
            return say(key, name=self.name, counts=self._counts(), texts=len(brief.declarations), all=texts)
        if brief.subject.kind is Kind.FORUM:
            adopted = next(each.adopted for each in self.register.declarations if each.forum == int(brief.subject.id))
            return say("briefing.lede_forum", counts=self._counts(), date=say.date(adopted))
        return say("briefing.lede", counts=self._counts(), texts=len(brief.declarations), all=texts)
