"""What is not known: forums without a text, what nobody assessed, what was looked for and not found."""

from __future__ import annotations

from models.brief.telling.phrases import Telling
from models.brief.telling.tree import Entry, Section
from models.labels import Say
from models.records.terms import Ledger
from models.register.answering import Capacity
from models.register.passages import unthreaded
from models.register.standing import Standing


def section(telling: Telling) -> Section:
    """What the register does not know about the subject."""
    say, brief = telling.say, telling.brief
    lines = []
    if brief.withheld:
        lines.append(Entry(lead=telling.lead("frame.left_out_name"), text=say.count("frame.left_out", brief.withheld)))
    missing = brief.not_on_record
    if missing:
        which = say.listed(_spans(say, [forum.number for forum in missing]))
        words = say(
            "briefing.not_on_record", missing=telling.at_least(len(missing)), forums=telling.at_least(len(brief.forums)), which=which
        )
        lines.append(Entry(lead=telling.lead("briefing.not_on_record_lead"), text=words))
    once = telling.register.coded_once
    named = [text for text in once if any(item.commitment.declaration == text for item in brief.items)]
    if named:
        lines.append(Entry(lead=telling.lead("frame.coded_once_name"), text=say.coded_once(named)))
    if silent := unthreaded(telling.register):
        lines.append(Entry(lead=telling.lead("frame.unthreaded_name"), text=say.unthreaded(silent)))
    judged = any(tally.assessable for tally in brief.tallies)
    if judged:
        withheld = telling.per_ledger(Standing.WITHHELD)
        lines += [Entry(lead=telling.lead("terms.standing_withheld"), text=say("briefing.withheld", counts=withheld))] if withheld else []
        open_ = telling.per_ledger(Standing.NOT_ASSESSED)
        none = say("briefing.none_but_withheld") if withheld else ""
        words = say("briefing.not_assessed", counts=open_) if open_ else none or say("briefing.all_assessed")
        lines.append(Entry(lead=telling.lead("terms.standing_not-assessed"), text=words))
        unfound = telling.per_ledger(Standing.NO_EVIDENCE)
        searched = any(tally.by[Standing.NOT_ASSESSED] + tally.by[Standing.WITHHELD] < tally.assessable for tally in brief.tallies)
        words = say("briefing.no_evidence", counts=unfound) if unfound else none or say("briefing.no_evidence_none")
        lines += [Entry(lead=telling.lead("terms.standing_no-evidence"), text=words)] if searched else []
    vague = telling.per_ledger(Standing.NOT_ASSESSABLE, whole=True)
    if vague:
        lines.append(Entry(lead=telling.lead("terms.standing_not-assessable"), text=say("briefing.not_assessable", counts=vague)))
    alone = [say.place(item.commitment.id) for item in brief.items if item.self_reported]
    if alone:
        lines.append(Entry(lead=telling.lead("terms.grade_self-reported"), text=say("briefing.self_reported", places=say.listed(alone))))
    if brief.about.body and not brief.empty:
        without = len(brief.promised) - len(brief.own(Ledger.PROMISES)) - sum(item.own_withheld for item in brief.promised)
        if without:
            lines.append(
                Entry(
                    lead=telling.lead("briefing.own_lead"),
                    text=say("briefing.own_missing", name=telling.body, without=without, n=len(brief.promised)),
                )
            )
        if any(item.capacity is Capacity.PARTICIPANT and not item.hosted for item in brief.promised):
            lines.append(Entry(lead=telling.lead("briefing.attendance_lead"), text=say("briefing.attendance")))
    return Section("unknown", say("briefing.not_known"), entries=tuple(lines))


def _spans(say: Say, numbers: list[int]) -> list[str]:
    """The numbers of forums, neighbours drawn together: 2nd–6th, 8th."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [say.stretch(*say.ordinals(run[0], run[-1])) for run in runs]
