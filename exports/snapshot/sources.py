"""What the judgements rest on and what they were held against: every source, the measures, second judgements and the vocabulary."""

from __future__ import annotations

from markupsafe import Markup

from charts.progress.words import figure
from exports.snapshot import pictures
from exports.snapshot.passages import NOTHING, Words, facts, heading, joined, paragraph, points, source, standing, table
from exports.snapshot.reading import Reading
from models.records.evidence import Evidence
from models.records.measures import Measure, Point, Series
from models.records.places import text_of
from models.register.frames.progress import said
from models.register.second_judgements import TwiceJudged, twice_judged
from models.register.standing import Standing


def sources(reading: Reading) -> Markup:
    """Every source that was known on the day, or that a note up to it names."""
    return joined(_source(reading, each) for each in reading.register.evidence if each.id in reading.sources)


def _source(reading: Reading, told: Evidence) -> Markup:
    say, register, lang = reading.say, reading.register, reading.lang
    basis = register.basis_of(told)
    grade = say(f"terms.grade_{register.grade_of(told)}") + (f" ({say(f'notes.basis_{basis}')})" if basis else "")
    dates = [say("notes.happened", date=say.partial(str(told.happened)))] if told.happened else []
    dates.append(say("notes.published", date=say.partial(str(told.published))) if told.published else say("notes.undated"))
    dates.append(say("snapshot.seen", date=say.date(told.seen)))
    more = [say("notes.conflict", conflict=told.conflict[lang])] if told.conflict else []
    more += [say("notes.rebuilt")] if told.rebuilt else []
    more += say.reviewed(told.grade, reading.register.review_of(told))
    titled = source(say, told.title, told.publisher, told.url)
    line = " · ".join([register.publisher(told.publisher, lang), grade, say(f"notes.confidence_{told.confidence}"), *dates])
    return Markup("<article class='source' id='{}'>{}{}{}</article>\n").format(
        reading.at("source", told.id),
        paragraph(told.says[lang]),
        paragraph(Markup("{} <small>{}</small> <code>{}</code>").format(titled, line, told.id)),
        joined(paragraph(words, "small") for words in more),
    )


def measure(reading: Reading, told: Measure) -> Markup:
    """A measure with every count known on the day, its target, and what was looked for and not found."""
    say, register, lang, on = reading.say, reading.register, reading.lang, reading.on
    rows = [_count(reading, series, point) for series in told.series for point in series.points if point.on.last <= on]
    withheld = sum(count.known_by(on) for count in register.withheld_of_measure(told.id))
    parts = [heading(3, told.title[lang], reading.at("measure", told.id)), paragraph(said(register, told.definition, lang))]
    target = told.target
    if target and (not target.provision or text_of(target.provision) in register.declaration_by_id):
        goal = say("progress.goal", value=figure(target.value), unit=told.unit[lang])
        parts.append(paragraph(say("progress.target", target=goal, by=say.partial(str(target.by)))))
    parts.append(pictures.of_measure(reading, told))
    if rows:
        heads = [say(f"progress.{name}") for name in ("kind", "date", "value", "of", "sources", "note")]
        parts.append(table(heads, rows))
    else:
        parts.append(
            paragraph(say("progress.none_but_withheld" if withheld else "progress.none", title=told.title[lang], date=say.date(on)))
        )
    parts.append(paragraph(say.count("progress.withheld", withheld) if withheld and rows else "", "small"))
    if told.not_found:
        parts.append(paragraph(say("snapshot.not_found", words=said(register, told.not_found, lang)), "small"))
    return Markup("<section>{}</section>\n").format(joined(parts))


def _count(reading: Reading, series: Series, point: Point) -> list[Words]:
    say, register, lang = reading.say, reading.register, reading.lang
    unit = series.unit[lang] if series.unit else ""
    key = "progress.more" if point.at_least else "progress.about" if point.approx else "progress.exact"
    cited = [register.evidence_by_id[id_] for id_ in point.evidence if id_ in register.evidence_by_id]
    return [
        series.kind[lang],
        say.partial(str(point.on)),
        say(key, value=figure(point.value), unit=unit).strip(),
        figure(point.of) if point.of is not None else "",
        joined([Markup("<a href='#{}'>{}</a>").format(reading.at("source", each.id), each.title) for each in cited], "; "),
        said(register, point.note, lang) if point.note else "",
    ]


def second_judgements(reading: Reading) -> Markup:
    """Commitments that were judged a second time by somebody who did not know the first judgement."""
    say, pairs = reading.say, twice_judged(reading.register)
    if not pairs:
        return paragraph(say("judgements.none"))
    heads = [say("pledge.commitment"), say("snapshot.first_judgement"), say("snapshot.second_judgement"), say("snapshot.second_why")]
    return table(heads, (_pair(reading, pair) for pair in pairs))


def _pair(reading: Reading, pair: TwiceJudged) -> list[Words]:
    second, say = pair.second, reading.say
    body = reading.register.body_by_id.get(second.actor or "")
    place = Markup("{} {}").format(reading.place(second.commitment), body.name[reading.lang] if body else second.actor or "")
    first = Standing.WITHHELD if pair.withheld else Standing(pair.first.value) if pair.first else Standing.NOT_ASSESSED
    return [
        place,
        standing(say, first),
        standing(say, Standing(second.status.value)),
        Markup("<span lang='en'>{}</span>").format(second.why),
    ]


def vocabulary(reading: Reading) -> Markup:
    """The themes with their definitions, the groups of people and the bodies that records name."""
    say, register, lang = reading.say, reading.register, reading.lang
    themes = facts((theme.name[lang], theme.definition[lang]) for theme in register.themes)
    bodies = points(
        Markup("{} <small>{}</small>").format(body.name[lang], body.note[lang]) if body.note else body.name[lang]
        for body in register.bodies
    )
    parts = [
        (say("declarations.field_themes"), themes),
        (say("declarations.field_groups"), points(group.name[lang] for group in register.groups)),
        (say("snapshot.bodies"), bodies),
    ]
    return joined(heading(3, name) + inside for name, inside in parts if inside is not NOTHING)
