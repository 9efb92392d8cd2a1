"""Which pledges new words may belong to: by what the pledge is about, and by the words of its mentions on record.

A pledge counts by the likeness of the words to its object, to its title, and to the one of its own mentions that is most alike; the three
are added. What the object says does not count is left out of it. A pledge that no text speaks of but the one held out is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from models.records.places import text_of
from models.records.pledges import Mention, Pledge
from models.records.terms import Force, Scope
from models.register.register import Register
from models.texts.suggesting.clauses import rules
from models.texts.suggesting.nearest import Wordings
from models.texts.suggesting.rarity import Telling, telling
from models.texts.suggestions import Context, InPledge, Reason, Sure

MOST = 5
LEAST, LIKELY, CERTAIN = 0.05, 0.2, 0.3
"""Below the first a pledge is not named; from the second on it is likely; from the third on sure, if no other comes near."""
FEW = 2
"""What is less than likely, and has no more words than these in common with the pledge, only touches its topic."""
NEAR = 0.7
"""Another pledge comes near if it has so much of what the best one has."""
_LEFT_OUT = re.compile(r";[^;]*\bcounts?\b[^;]*$|(?:문구가|문구만|협력이)? ?해당하며,.*$|(?:문구가|문구만|협력이)? ?해당한다\.?$")


@dataclass(frozen=True)
class Followed:
    """A pledge as new words are compared with it."""

    pledge: Pledge
    title: Telling
    object: Telling
    mentions: tuple[tuple[str, Telling], ...]
    """Its own mentions with their places, without those of the text that is held out."""


def object_of(pledge: Pledge, lang: str) -> str:
    """What the pledge is about, without what does not count."""
    return _LEFT_OUT.sub("", pledge.object[lang])


def followed(register: Register, without: str | None, stem: Callable[[str], str], *, korean: bool) -> tuple[Followed, ...]:
    """The pledges that some text speaks of."""
    lang = "ko" if korean else "en"
    found = []
    for pledge in register.pledges:
        own = [each for each in pledge.mentions if not each.background and each.declaration != without]
        if own:
            object_ = telling(f"{pledge.title[lang]}. {object_of(pledge, lang)}", stem)
            mentions = tuple((each.at, telling(_words(register, each, korean=korean), stem)) for each in own)
            found.append(Followed(pledge, telling(pledge.title[lang], stem), object_, mentions))
    return tuple(found)


def _words(register: Register, mention: Mention, *, korean: bool) -> str:
    if not korean:
        return register.words_at(mention.at)
    commitment = register.commitment_by_id.get(mention.at)
    if commitment:
        return commitment.summary.ko
    provision = register.provision_by_id[mention.at]
    summaries = [provision.summary.ko] if provision.summary else []
    return " ".join([*summaries, *(each.summary.ko for each in provision.commitments)])


def pledges(
    text: str, force: Force, words: Telling, candidates: tuple[Followed, ...], wordings: Wordings, context: Context
) -> tuple[InPledge, ...]:
    """The pledges that the words may belong to, best first."""
    rarity = wordings.rarity
    scored = []
    for each in candidates:
        object_, title = rarity.likeness(words, each.object), rarity.likeness(words, each.title)
        near, place = max(((rarity.likeness(words, said), at) for at, said in each.mentions), default=(0.0, ""))
        scored.append((object_ + title + near, object_ + title, near, place, each))
    scored.sort(key=lambda found: (-found[0], found[4].pledge.id))
    best = [found for found in scored[:MOST] if found[0] >= LEAST]
    found_ = []
    for rank, (likeness, by_object, near, place, each) in enumerate(best):
        rival = best[1][0] if rank == 0 and len(best) > 1 else best[0][0] if rank else 0.0
        sure = Sure.GUESS if likeness < LIKELY else Sure.SURE if likeness >= CERTAIN and rival < NEAR * likeness else Sure.LIKELY
        by_words = by_object >= near
        said = each.object if by_words else dict(each.mentions)[place]
        shared = rarity.shared(words, said)
        quoted = ", ".join(f"“{word}”" for word in shared)
        because = Reason("pledge-object", {"words": quoted}) if by_words else Reason("pledge-mention", {"words": quoted, "place": place})
        faint = likeness < LIKELY and len(shared) <= FEW
        background = faint or touches_only(text, rarity.shared(words, each.object) or shared, force) is not None
        earlier = _compared(wordings.register, each, context)
        found_.append(
            InPledge(
                each.pledge.id,
                round(min(likeness / 3, 1.0), 3),
                sure,
                because,
                background,
                None if background or earlier is None else scope(words, dict(each.mentions)[earlier]),
                None if background else earlier,
            )
        )
    return tuple(found_)


def _compared(register: Register, followed_: Followed, context: Context) -> str | None:
    """The strongest mention in the latest earlier text."""
    places = [at for at, _ in followed_.mentions]
    if context.adopted is not None:
        places = [at for at in places if register.declaration_by_id[text_of(at)].adopted < context.adopted]
    latest = max(map(text_of, places), default=None)
    return max((at for at in places if text_of(at) == latest), key=lambda at: register.wording_at(at).rank, default=None)


MUCH = 0.6


def scope(words: Telling, earlier: Telling) -> Scope | None:
    """What the telling words of both say of the scope; None where they say nothing, because they have too little in common."""
    new, old = _single(words), _single(earlier)
    both = len(new & old)
    if not new or not old or not both:
        return None
    of_new, of_old = both / len(new), both / len(old)
    if of_new >= MUCH and of_old >= MUCH:
        return Scope.SAME
    if of_old >= MUCH:
        return Scope.WIDER
    return Scope.NARROWER if of_new >= MUCH else None


def _single(text: Telling) -> set[str]:
    """Its own words one by one, without those around it."""
    return {word for word, count in text.counted.items() if " " not in word and count == 1.0}


@cache
def _any(name: str) -> re.Pattern[str]:
    words = [*rules.lists("en", "background")[name], *rules.lists("ko", "background")[name]]
    return re.compile("|".join(rf"\b{re.escape(each)}" if each.isascii() else re.escape(each) for each in words), re.IGNORECASE)


def touches_only(text: str, shared: Iterable[str], force: Force) -> str | None:
    """The words by which a passage only touches what it shares with a pledge (codebook, 5); None where it speaks of it itself.

    What they share is only reported, or stands in a purpose. The rules see where the shared words stand and no more than that.
    """
    places = [at for each in shared if (at := text.find(each)) >= 0]
    if not places:
        return None
    purpose = _any("purposes").search(text)
    if purpose and min(places) > purpose.start() > 0:
        return purpose.group()
    if force.rank < Force.HOPES.rank and (report := _any("reports").search(text)):
        return report.group()
    return None
