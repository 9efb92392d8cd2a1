"""How the timeline is told: from its tables and the labels of one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any, Final

from charts import hall
from charts.filtered import Filter
from charts.timeline.told import LAYERS, YEARS, Dated, Forum, Mention, Moved, Pledge, Sources, Told, Way, Words
from charts.timeline.words import changed, dated, finding, foot, subtitle
from models.labels import Say
from models.records.terms import Force, Ledger
from models.register.frames.timeline import Timeline
from models.register.standing import Standing

_MOST_TOLD: Final = 6
"""So many changes of one day are told one by one in a tip."""


def tell(
    data: Timeline,
    say: Say,
    layers: Collection[str] = LAYERS[:4],
    years: tuple[int, int] = YEARS,
    filters: Sequence[Filter] = (),
    today: dt.date | None = None,
) -> Told:
    """The timeline from the first to the last of `years`; `filters` say by what it is narrowed, if by anything."""
    shown = tuple(layer for layer in LAYERS if layer in layers)
    title, below = finding(data, shown, filters, say), subtitle(data, shown, years, say)
    themed = any(each.name == "theme" for each in filters)
    window = (dt.date(years[0], 1, 1), dt.date(years[1], 12, 31))
    due = _due(data, window, say) if "due" in shown else ()
    pledges = _pledges(data, window, say) if "pledges" in shown else ()
    moves = _moves(data, window, say) if "changes" in shown else ()
    ledgers = [Ledger(row["ledger"]) for row in data.moves.to_dict("records")]
    totals = {ledger: ledgers.count(ledger) for ledger in Ledger if ledger in ledgers}
    before, _, after = say("timeline.lane_changes_of", counts="\0").partition("\0")
    return Told(
        lang=say.lang,
        on=data.on,
        years=years,
        layers=shown,
        narrowed=themed,
        finding=title,
        subtitle=below,
        foot=foot(data, shown, say),
        product=say("frame.product_short"),
        alt=say("timeline.alt", years=say.stretch(*years), finding=title, subtitle=below),
        continued=hall.tell(say),
        forums=_forums(data, say),
        due=due,
        pledges=pledges,
        moves=moves,
        sources=_sources(data, years, say),
        withheld=bool(data.withheld),
        judged=bool(len(data.changes)),
        words=_words(data, years, themed, today, say),
        key=_key(data, shown, say),
        due_headings=_due_headings(data, due, say),
        pledge_headings=_pledge_headings(data, len(pledges), say),
        changes_heading=say("timeline.lane_changes", counts=changed(data.moves, say)) if totals else say("timeline.layer_changes"),
        all_changes=totals,
        change_counts={
            ledger: tuple(say(f"timeline.changes_of_{ledger}", n=n, shown=shown_) for shown_ in range(n + 1))
            for ledger, n in totals.items()
        },
        some_changes=(before, after),
    )


def _words(data: Timeline, years: tuple[int, int], themed: bool, today: dt.date | None, say: Say) -> Words:
    day = "timeline.today_line" if today == data.on else "timeline.as_of_line"
    counted = sum(years[0] <= year <= years[1] for year in data.sources["year"])
    return Words(
        day=say(day, date=say.date(data.on)),
        forum=say("timeline.lane_forum"),
        changes=say("timeline.layer_changes"),
        evidence=say("timeline.lane_cited" if themed else "timeline.lane_evidence", n=counted),
        nothing=say("timeline.no_rows"),
        no_changes=say("timeline.no_changes_withheld" if data.withheld else "timeline.no_changes"),
        key_force=say("timeline.key_force"),
        forces={force: say(f"terms.force_{force}") for force in Force},
    )


def _forums(data: Timeline, say: Say) -> tuple[Forum, ...]:
    found = []
    for row in data.forums.to_dict("records"):
        dates = say.span(row["start"], row["end"])
        name = say("timeline.hover_forum", forum=say.ordinal(row["number"]), dates=dates, theme=row["theme"])
        state = say(f"timeline.key_{row['state'].replace('-', '_')}")
        found.append(
            Forum(
                id=f"forum:{row['declaration'] or row['number']}",
                number=row["number"],
                year=row["year"],
                start=row["start"],
                adopted=row["adopted"],
                state=row["state"],
                name=name,
                tip=f"{name}\n{state}",
            )
        )
    return tuple(found)


def _due(data: Timeline, window: tuple[dt.date, dt.date], say: Say) -> tuple[Dated, ...]:
    """What reaches into the years: commitments with a due day, after them the targets that none of them names."""
    found = [
        _commitment(row, say)
        for row in data.due.to_dict("records")
        if row["adopted"] <= window[1] and max(row["due"], row["adopted"]) >= window[0]
    ]
    named = set(data.due["commitment"])
    for row in data.targets.to_dict("records"):
        if row["by"] is not None and row["commitment"] not in named and window[0] <= row["by"] <= window[1]:
            flag = say("timeline.flag_day", date=say.date(row["by"]))
            flag = say("timeline.flag_target", flag=flag, value=f"{row['value']:,.0f}", unit=row["unit"])
            name = say("timeline.target_row", words=row["words"])
            found.append(Dated(row["commitment"] or row["measure"], name, "", row["by"], row["by"], flag, f"{name}\n{flag}"))
    return tuple(found)


def _commitment(row: dict[Any, Any], say: Say) -> Dated:
    standing, place = say(f"terms.standing_{row['standing']}"), say.place(row["commitment"])
    flag = say(f"timeline.flag_{row['timing']}", date=say.day_due(row["due"], row["within"]), standing=standing)
    if row["target"]:
        flag = say("timeline.flag_target", flag=flag, value=f"{row['target']:,}", unit=row["unit"])
    lines = [say("timeline.hover_due", place=place, summary=row["summary"]), flag]
    if row["since"]:
        lines.append(say("timeline.changes_of", date=say.date(row["since"]), standing=standing))
    return Dated(
        id=row["commitment"],
        name=row["words"],
        place=place,
        adopted=row["adopted"],
        due=row["due"],
        flag=flag,
        tip="\n".join(lines),
        force=Force(row["force"]),
        standing=Standing(row["standing"]),
        since=row["since"] or None,
        open=bool(row["within"]),
    )


def _pledges(data: Timeline, window: tuple[dt.date, dt.date], say: Say) -> tuple[Pledge, ...]:
    marks, stretches = data.marks.to_dict("records"), data.stretches.to_dict("records")
    adopted = {row["declaration"]: row["adopted"] for row in data.forums.to_dict("records") if row["adopted"] is not None}
    found = []
    for id_ in dict.fromkeys(mark["pledge"] for mark in marks):
        own = [mark for mark in marks if mark["pledge"] == id_]
        said = {mark["declaration"] for mark in own}
        pledge = Pledge(
            id=id_,
            title=own[0]["title"],
            mentions=tuple(_mention(mark, say) for mark in own),
            ways=tuple(Way(each["start"], each["end"], each["unbroken"]) for each in stretches if each["pledge"] == id_),
            silent=tuple(day for declaration, day in adopted.items() if declaration not in said),
        )
        if pledge.first <= window[1] and pledge.last >= window[0]:
            found.append(pledge)
    return tuple(found)


def _mention(mark: dict[Any, Any], say: Say) -> Mention:
    place = say.place(mark["place"])
    if mark["background"]:
        tip = say("timeline.hover_background", title=mark["title"], place=place)
        return Mention(mark["place"], mark["day"], None, "", tip)
    word = say(f"terms.force_{mark['force']}")
    tip = say("timeline.hover_mention", title=mark["title"], force=word, place=place)
    return Mention(mark["place"], mark["day"], Force(mark["force"]), word, tip)


def _moves(data: Timeline, window: tuple[dt.date, dt.date], say: Say) -> tuple[Moved, ...]:
    groups: dict[tuple[Any, Any], list[dict[Any, Any]]] = {}
    for row in data.moves.to_dict("records"):
        if window[0] <= row["as_of"] <= window[1]:
            groups.setdefault((row["as_of"], row["after"]), []).append(row)
    return tuple(_moved(rows, say) for rows in groups.values())


def _moved(rows: list[dict[Any, Any]], say: Say) -> Moved:
    first, lines = rows[0], []
    for row in rows[:_MOST_TOLD]:
        before, after = say(f"terms.standing_{row['before']}"), say(f"terms.standing_{row['after']}")
        lines.append(
            say("timeline.hover_change", date=say.date(row["as_of"]), place=say.place(row["commitment"]), before=before, after=after)
        )
    lines += [first["summary"]] if len(rows) == 1 else []
    lines += [say("timeline.hover_more", n=len(rows) - _MOST_TOLD)] if len(rows) > _MOST_TOLD else []
    return Moved(
        id=str(first["commitment"]) if len(rows) == 1 else f"changes:{first['as_of'].isoformat()}:{first['after']}",
        day=first["as_of"],
        standing=Standing(first["after"]),
        ledgers=tuple(Ledger(row["ledger"]) for row in rows),
        name=lines[0]
        if len(rows) == 1
        else say("timeline.changes_of", standing=say(f"terms.standing_{first['after']}"), date=say.date(first["as_of"])),
        tip="\n".join(lines),
    )


def _sources(data: Timeline, years: tuple[int, int], say: Say) -> tuple[Sources, ...]:
    counted = list(data.sources["year"])
    return tuple(
        Sources(year, counted.count(year), say("timeline.hover_sources", year=year, n=counted.count(year)))
        for year in range(years[0], years[1] + 1)
        if year in counted
    )


def _key(data: Timeline, layers: Sequence[str], say: Say) -> tuple[tuple[str, str], ...]:
    """Each sign that is in the plot, beside the forces."""
    found: list[tuple[str, str]] = []
    if "forums" in layers:
        states = set(data.forums["state"])
        found += [
            (state, say(f"timeline.key_{state.replace('-', '_')}"))
            for state in ("on-record", "not-on-record", "announced")
            if state in states
        ]
    if "pledges" in layers and len(data.marks):
        found.append(("silent", say("timeline.key_not_mentioned")))
        found += [("background", say("timeline.key_background"))] if any(data.marks["background"]) else []
        found += [("across", say("timeline.key_across"))] if not all(data.stretches["unbroken"]) else []
    if "due" in layers and any(day > data.on for day in data.due["due"]):
        found.append(("ahead", say("timeline.key_ahead")))
    standings = set(data.moves["after"]) if "changes" in layers else set()
    standings |= set(data.due["standing"]) if "due" in layers else set()
    return (*found, *((standing.value, say(f"terms.standing_{standing}")) for standing in Standing if standing in standings))


def _due_headings(data: Timeline, due: Sequence[Dated], say: Say) -> tuple[str, ...]:
    ledgers = dict(zip(data.due["commitment"], data.due["ledger"], strict=True))
    rows = [{"ledger": ledgers.get(row.id, "")} if not row.is_target else {} for row in due]
    found = []
    for left_out in range(max(len(rows), 1)):
        counts = dated(rows[left_out:], data.due, say)
        found.append(say("timeline.lane_due_n", counts=counts) if counts else say("timeline.lane_due"))
    return tuple(found)


def _pledge_headings(data: Timeline, reaching: int, say: Say) -> tuple[str, ...]:
    total = data.marks["pledge"].nunique()
    return tuple(
        say("timeline.lane_pledges")
        if shown == total
        else say("timeline.lane_pledges_of" if shown < reaching else "timeline.lane_pledges_in", shown=shown, total=total)
        for shown in range(reaching + 1)
    )
