"""New texts as they are worked on: a small one in our own words, and those on record as if somebody were at them."""

from __future__ import annotations

from models.records.codings import Coding
from models.records.texts import Commitment, Declaration, Provision
from models.register.register import Register
from models.texts.parts import Kind, LeftOut, Part, Reading, Why
from models.texts.source import FileKind, Line, Source, Stretch
from models.writing.permission import Person
from models.writing.works.coding import ChosenCoding, ChosenProvision, ChosenUnit
from models.writing.works.work import Facts, Work, WorkedPart

KIM, LEE = Person("sign-in:kim@example.org", "Kim Minji"), Person("sign-in:lee@example.org", "Lee Jun")
LINES = (
    "Forum page 1",
    "A Charter of Our Own",
    "We, who met by the river:",
    "1. We recall the flood of last year, and the neigh-",
    "bours who opened their doors3.",
    "2. We ask all towns to build a wall.",
    "We promise:",
    "1) We will open an office by May.",
    "3 With thanks to the school.",
)
SOURCE = Source(FileKind.PLAIN, "charter.txt", tuple(Line(line) for line in LINES))


def at(words: str, nth: int = 0) -> Stretch:
    """Where words stand in the small source."""
    start = -1
    for _ in range(nth + 1):
        start = SOURCE.text.index(words, start + 1)
    return Stretch(start, start + len(words))


def reading() -> Reading:
    """The small source as it is read: a title, two headings, three provisions, a footnote, and what was left out."""
    title, one = Part(Kind.TITLE, LINES[1], (at(LINES[1]),)), LINES[2]
    parts = (
        title,
        Part(Kind.HEADING, one, (at(one),)),
        Part(
            Kind.PARAGRAPH,
            "We recall the flood of last year, and the neighbours who opened their doors.",
            (at("We recall the flood of last year, and the neigh"), at("bours who opened their doors"), Stretch(at("3.").start + 1, at("3.").end)),
            "1", "1.", at("1."), 1, "p1",
        ),
        Part(Kind.PARAGRAPH, "We ask all towns to build a wall.", (at("We ask all towns to build a wall."),), "2", "2.", at("2."), 1, "p2"),
        Part(Kind.HEADING, LINES[6], (at(LINES[6]),)),
        Part(Kind.COMMITMENT, "We will open an office by May.", (at("We will open an office by May."),), "1", "1)", at("1)"), 1, "c1"),
        Part(Kind.FOOTNOTE, "With thanks to the school.", (at("With thanks to the school."),), "3", "3", Stretch(at("3 With").start, at("3 With").start + 1), hangs_on=2, after="doors"),
    )  # fmt: skip
    mark = Stretch(at("3.").start, at("3.").start + 1)
    out = (LeftOut(at(LINES[0]), LINES[0], Why.HEADER), LeftOut(at("-\n"), "-\n", Why.HYPHEN), LeftOut(mark, "3", Why.FOOTNOTE_MARK))
    return Reading(SOURCE, parts, out, language="en")


# the texts on record, as if they were new -------------------------------------------------------------------------------


def without(register: Register, year: str) -> Register:
    """The register without a declaration and what was coded of it, so that it can be put on record again."""
    declarations = tuple(each for each in register.declarations if each.id != year)
    codings = tuple(each for each in register.codings if each.declaration != year)
    return Register(
        forums=register.forums,
        forum_sources=register.forum_sources,
        themes=register.themes,
        groups=register.groups,
        bodies=register.bodies,
        publishers=register.publishers,
        declarations=declarations,
        codings=codings,
    )


def work_of(text: Declaration) -> Work:
    """A declaration on record as a text that is parted and whose facts are known."""
    title = WorkedPart(kind=Kind.TITLE, text=text.title[text.language])
    parts = [title, *(WorkedPart(kind=Kind.EPIGRAPH, text=each) for each in text.epigraphs)]
    index = {"title": 0}
    for provision in text.provisions:
        parts += [WorkedPart(kind=Kind.HEADING, text=each.text) for each in text.headings if each.before == provision.local]
        index[provision.local] = len(parts)
        parts.append(WorkedPart(kind=_kind(provision.local), text=provision.text, place=provision.local))
    for note in text.footnotes:
        hung = WorkedPart(kind=Kind.FOOTNOTE, text=note.text or "", number=note.mark, hangs_on=index[note.at], after=note.after)
        if note.note:
            hung.note_en, hung.note_ko = note.note.en, note.note.ko
        parts.append(hung)
    source, facts = text.source, Facts(forum=text.forum, adopted=text.adopted.isoformat(), language=text.language)
    facts.title_en, facts.title_ko = text.title.en, text.title.ko
    facts.publisher, facts.source_title, facts.url = source.publisher or "", source.title, source.url or ""
    facts.published = str(source.published or "")
    if source.note:
        facts.note_en, facts.note_ko = source.note.en, source.note.ko
    lines = tuple(Line(part.text) for part in parts)
    return Work(source=Source(FileKind.PLAIN, "text.txt", lines), parts=parts, facts=facts, parted=True)


def _kind(local: str) -> Kind:
    return Kind(local) if local in ("intro", "close") else Kind.ARTICLE if local[0] == "a" else Kind(local[0])


def coding_of(text: Declaration) -> ChosenCoding:
    """The coding on record as the choice of a first coder, finished."""
    provisions = {each.local: _chosen(each) for each in text.provisions}
    return ChosenCoding(coder=KIM.name, role="first", provisions=provisions, finished=True)


def _chosen(provision: Provision) -> ChosenProvision:
    own = ChosenProvision(force=provision.force, themes=provision.themes, groups=provision.groups, chosen=True)
    if provision.summary:
        own.summary_en, own.summary_ko = provision.summary.en, provision.summary.ko
    own.units = [_unit(each) for each in provision.commitments]
    return own


def _unit(each: Commitment) -> ChosenUnit:
    unit = ChosenUnit(
        quote=each.quote, verb=each.verb, force=each.force, precision=each.precision, by=each.by, to=each.to, partners=each.partners,
        themes=each.themes, groups=each.groups, stages=each.stages, items=[(item.quote, item.ko) for item in each.items],
        items_closed=each.items_closed, due=str(each.due or ""), due_within=str(each.due_within or ""), due_words=each.due_words or "",
        summary_en=each.summary.en, summary_ko=each.summary.ko,
    )  # fmt: skip
    if each.target:
        unit.target_value, unit.target_unit_en = str(each.target.value), each.target.unit.en
        unit.target_unit_ko = each.target.unit.ko
    if each.test:
        unit.test_en, unit.test_ko, unit.first_day = each.test.en, each.test.ko, str(each.test.first_day or "")
        unit.listed = each.test.listed
        if each.test.counted:
            unit.counted_en, unit.counted_ko = each.test.counted.en, each.test.counted.ko
    if each.doubt:
        unit.doubt_en, unit.doubt_ko = each.doubt.en, each.doubt.ko
    return unit


def seen_by(coding: Coding) -> ChosenCoding:
    """What a coder of a text on record saw, finished."""
    provisions = {}
    for each in coding.provisions:
        units = [
            ChosenUnit(quote=unit.quote, force=unit.force, precision=unit.precision, by=unit.by, to=unit.to, why=unit.why or "")
            for unit in each.units
        ]
        provisions[each.id] = ChosenProvision(force=each.force, units=units, why=each.why or "", chosen=True)
    return ChosenCoding(coder=LEE.name, role=coding.coder, provisions=provisions, finished=True)
