"""The codebook in plain words: what is counted and what each word of the register means.

The counts are of the whole register: how it is made does not change with the day it is looked at.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from markupsafe import Markup

from models.records.terms import Basis, Force, Grade, Ledger, Precision
from models.register.lineage import Change
from models.register.standing import Standing
from widgets.method.passages import Cell, folded, plain, points, table
from widgets.parts import marks, prose
from widgets.parts.view import View

FORCES_OF = {Ledger.PROMISES: (Force.UNDERTAKES,), Ledger.ASKS: (Force.ASKS, Force.URGES), Ledger.HOPES: (Force.HOPES,)}


def counted(view: View) -> dict[str, int]:
    """How many commitments each ledger holds, and how many promises in name only there are; never a sum of them."""
    found = Counter(commitment.ledger for commitment in view.whole.commitment_by_id.values())
    return {**{ledger.value: found[ledger] for ledger in Ledger}, "nominal": found[None]}


def units(view: View) -> None:
    """What is counted, and how a paragraph is split."""
    say, register = view.say, view.whole
    rows: list[tuple[Cell, Cell, Cell]] = [
        (say("method.unit_forum"), say("method.unit_forum_is"), say.at_least(len(register.forums), register.knows_all_forums)),
        (say("method.unit_declaration"), say("method.unit_declaration_is"), len(register.declarations)),
        (say("method.unit_provision"), say("method.unit_provision_is"), len(register.provision_by_id)),
        (say("method.unit_commitment"), say("method.unit_commitment_is"), say("method.unit_commitment_n", **counted(view))),
        (say("method.unit_pledge"), say("method.unit_pledge_is"), len(register.pledges)),
        (say("method.unit_note"), say("method.unit_note_is"), len(register.notes)),
        (say("method.unit_evidence"), say("method.unit_evidence_is"), len(register.evidence)),
    ]
    heads = (say("method.units_head_unit"), say("method.units_head_is"), say("method.units_head_n"))
    rules = [
        say("method.split_verb"),
        say("method.split_stages"),
        say("method.split_items"),
        say("method.split_asking"),
        say("method.split_means"),
        say("method.split_while"),
    ]
    prose.heading(say("method.units"), "units")
    prose.show(table(heads, rows) + plain(say("method.whole")) + folded(say("method.splitting"), points(rules)))


def ledgers(view: View) -> None:
    """The three ledgers, and what stands in none."""
    say, found = view.say, counted(view)
    rows = [
        (
            say(f"terms.ledger_{ledger}"),
            say(f"terms.ledger_meaning_{ledger}"),
            prose.joined([marks.force(say, force) for force in FORCES_OF[ledger]], " "),
            found[ledger.value],
        )
        for ledger in Ledger
    ]
    heads = (say("method.ledgers_head"), say("method.ledgers_head_is"), say("method.ledgers_head_force"), say("method.units_head_n"))
    prose.heading(say("method.ledgers"), "ledgers")
    prose.show(plain(say("method.ledgers_lede")) + table(heads, rows, numbers=(3,)) + plain(say("method.name_only", n=found["nominal"])))


def force(view: View) -> None:
    """The scale of force."""
    say = view.say
    rows = [(marks.force(say, each), say(f"terms.meaning_{each}"), say(f"method.verbs_{each}")) for each in Force]
    heads = (say("method.force_head"), say("method.force_head_meaning"), say("method.force_head_verbs"))
    prose.heading(say("method.force"), "force")
    prose.show(plain(say("method.force_lede")) + table(heads, rows))


def precision(view: View) -> None:
    """The scale of precision."""
    say = view.say
    english = Markup("<span lang='en'>{}</span>")
    rows = [
        (say(f"terms.precision_{each}"), say(f"terms.meaning_{each}"), english.format(say(f"method.example_{each}"))) for each in Precision
    ]
    heads = (say("method.precision_head"), say("method.precision_head_test"), say("method.precision_head_example"))
    prose.heading(say("method.precision"), "precision")
    prose.show(plain(say("method.precision_lede")) + table(heads, rows))


def standing(view: View) -> None:
    """The eight standings, and the rules around them."""
    say = view.say
    rows = [(marks.standing(say, each), say(f"method.rule_{each}"), say(f"method.least_{each}")) for each in Standing]
    heads = (say("method.standing_head"), say("method.standing_head_rule"), say("method.standing_head_least"))
    rules = [
        say("method.standing_whole"),
        say("method.standing_self"),
        say("method.standing_dates"),
        say("method.standing_silence"),
        say("method.standing_range"),
        say("method.standing_computed"),
        say("method.standing_test_alone"),
        say("method.standing_one_body"),
        say("method.standing_offered"),
        say("method.standing_negative"),
        say("method.standing_corrected"),
    ]
    prose.heading(say("method.standing"), "standing")
    prose.show(plain(say("method.standing_lede")) + table(heads, rows) + folded(say("method.standing_more"), points(rules)))


def evidence(view: View) -> None:
    """How near a source stands to the act."""
    say = view.say
    found = Counter(view.whole.grade_of(source) for source in view.whole.evidence)
    rows = [(say(f"terms.grade_{grade}"), say(f"method.grade_{grade}"), found[grade]) for grade in Grade]
    heads = (say("method.evidence_head"), say("method.evidence_head_is"), say("method.evidence_head_n"))
    prose.heading(say("method.evidence"), "evidence")
    bases = Counter(view.whole.basis_of(source) for source in view.whole.evidence)
    kinds = [(say(f"notes.basis_{basis}"), say(f"method.basis_{basis}"), bases[basis]) for basis in Basis]
    whose = table((say("method.basis_head"), say("method.evidence_head_is"), say("method.evidence_head_n")), kinds, numbers=(2,))
    reviewed = [read[1] for source in view.whole.evidence if (read := view.whole.review_of(source)) and read[1].grade is not source.grade]
    prose.show(
        table(heads, rows, numbers=(2,))
        + plain(say("method.evidence_whose"))
        + plain(say.count("method.evidence_reviewed", len(reviewed), total=len(view.whole.evidence)))
        + folded(say("method.evidence_basis"), whose)
        + plain(say("method.evidence_titles"))
    )


def lineage(view: View) -> None:
    """How the label of a link is computed."""
    say = view.say
    rows = [(marks.change(say, each), say(f"method.change_{each}")) for each in Change]
    heads = (say("method.lineage_head"), say("method.lineage_head_rule"))
    prose.heading(say("method.lineage"), "lineage")
    prose.show(plain(say("method.lineage_lede")) + table(heads, rows))


def gaps(view: View) -> None:
    """What may be said of a forum that is not on record."""
    say, register = view.say, view.whole
    texts = register.declarations
    pairs = [
        say("method.gaps_pair", earlier=say.ordinal(earlier.forum), later=say.ordinal(later.forum))
        for earlier, later in pairwise(texts)
        if register.consecutive(earlier.id, later.id)
    ]
    missing = say.at_least(len(register.forums) - len(register.forums_on_record), register.knows_all_forums)
    forums = say.at_least(len(register.forums), register.knows_all_forums)
    words = say.listed(pairs) or say("method.gaps_no_pair")
    prose.heading(say("method.gaps"), "gaps")
    prose.show(plain(say("method.gaps_rule", forums=forums, missing=missing, pairs=words)))


def numbers(view: View) -> None:
    """What a measure is."""
    prose.heading(view.say("method.numbers"), "numbers")
    prose.show(plain(view.say.count("method.numbers_rule", len(view.whole.measures))))


def vocabulary(view: View) -> None:
    """The closed lists of themes, groups and bodies."""
    say, register, lang = view.say, view.whole, view.lang
    themes = table(
        (say("method.themes_head"), say("method.themes_head_is"), say("method.themes_head_sdgs")),
        [(theme.name[lang], theme.definition[lang], ", ".join(map(str, theme.sdgs)) or "–") for theme in register.themes],
    )
    groups = plain(", ".join(group.name[lang] for group in register.groups))
    bodies = table(
        (say("method.bodies_head"), say("method.bodies_head_kind"), say("method.bodies_head_note")),
        [(body.name[lang], say(f"method.kind_{body.kind}"), body.note[lang] if body.note else "") for body in register.bodies],
    )
    prose.heading(say("method.vocabulary"), "vocabulary")
    prose.show(
        plain(say("method.vocabulary_lede"))
        + folded(say("method.themes", n=len(register.themes)), themes)
        + folded(say("method.groups", n=len(register.groups)), groups)
        + folded(say("method.bodies", n=len(register.bodies)), bodies)
    )
