"""The Method page in both languages: what it counts, what it says is missing, and what it gives to take along."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from exports.commitments import for_people
from models.labels import Say, load_labels
from models.loading import load
from models.records.terms import Basis, Force, Grade, Ledger, Precision
from models.register.agreement import agreement
from models.register.lineage import Change
from models.register.register import Register
from models.register.second_judgements import agreement_of, twice_judged
from models.register.standing import Standing
from models.texts.accuracy import AIMS, FIRST_TRIAL, Measured, measured
from tests.exports.snapshot.reading import made
from tests.pages import opening
from tests.pages.opening import checked, words
from tests.samples.registers import edited, folder
from widgets.method.agreement import coefficient, percent
from widgets.parts import download
from widgets.parts.edition import edition
from widgets.parts.view import ROOT, loaded_now, today
from widgets.server import data

REGISTER: Register = load(ROOT / "commitments", today()).register
drawn = partial(opening.drawn, "method")
BOTH = pytest.mark.parametrize("lang", ["en", "ko"])


def section(markup: str, id_: str) -> str:
    """What stands between the heading `id_` and the next one."""
    found = re.search(rf"<h2 class='heading' id='{id_}'>(.*?)(?=<h2|\Z)", markup, re.DOTALL)
    assert found, id_
    return found[1]


@BOTH
def test_every_term_of_the_codebook_is_explained(lang: str) -> None:
    markup, say = drawn(lang), Say(load_labels(), lang)
    kinds = {
        "ledgers": [f"terms.ledger_{each}" for each in Ledger],
        "force": [f"terms.force_{each}" for each in Force],
        "precision": [f"terms.precision_{each}" for each in Precision],
        "standing": [f"terms.standing_{each}" for each in Standing],
        "evidence": [*(f"terms.grade_{each}" for each in Grade), *(f"notes.basis_{each}" for each in Basis)],
        "lineage": [f"terms.change_{each}" for each in Change],
    }
    for id_, keys in kinds.items():
        rows = re.findall(r"<th scope='row'>(.*?)</th>", section(markup, id_), re.DOTALL)
        assert len(rows) == len(keys)
        for key, row in zip(keys, rows, strict=True):
            assert say(key) in words(row)


@BOTH
def test_the_contents_lead_to_every_section(lang: str) -> None:
    markup = drawn(lang)
    assert re.findall(r"href='#([^']+)'", markup) == re.findall(r"<h2 class='heading' id='([^']+)'", markup)


@BOTH
def test_all_forums_are_in_the_picture_and_hatched_where_not_on_record(lang: str) -> None:
    shown = section(drawn(lang), "coverage")
    cells = re.findall(r"<li class='of-([^']+)'>.*?<span class='cell( hatched)?'>", shown, re.DOTALL)
    assert len(cells) == len(REGISTER.forums) == 16
    assert all(bool(hatched) is (state not in ("on-record", "announced")) for state, hatched in cells)
    assert shown.count("declarations?") == 16 + len(REGISTER.declarations)
    assert [state for state, _ in cells].count("on-record") == len(REGISTER.declarations)
    assert shown.count("<details") == 16
    for forum in REGISTER.forums:
        assert forum.theme[lang] in words(shown)
        assert all(" ".join(note[lang].split()) in words(shown) for note in forum.notes)


@BOTH
def test_agreement_is_shown_with_its_n(lang: str) -> None:
    shown, found = section(drawn(lang), "agreement"), agreement(REGISTER)
    rows = re.findall(r"<tr><th scope='row'>.*?</tr>", shown, re.DOTALL)
    assert len(rows) == 5
    assert str(found.boundaries.union) in words(rows[0])
    assert str(found.force_of_provisions.n) in words(rows[2])
    assert coefficient(found.precision_of_units.ac2) in words(rows[4])
    differences = [each for settled in REGISTER.settlements for each in settled.differences]
    assert shown.count("<li><a class='in'") == len(differences) > 0


@cache
def fitting() -> Measured:
    return measured(REGISTER)


@BOTH
def test_how_well_suggestions_fit_is_shown_with_n_aim_and_what_differs(lang: str) -> None:
    shown, found, say = section(drawn(lang), "suggestions"), fitting(), Say(load_labels(), lang)
    rows = [words(row) for row in re.findall(r"<tr><th scope='row'>.*?</tr>", shown, re.DOTALL)]
    cut, others = found.whole.boundaries, found.others
    assert str(cut.union) in rows[0]
    assert percent(cut.identical, cut.union) in rows[0]
    assert f"{AIMS.precision:.2f}" in rows[4]
    assert coefficient(found.whole.precision_of_units.ac2) in rows[4]
    assert percent(sum(each.found for each in found.pledges), sum(each.mentions for each in found.pledges)) in rows[5]
    assert [row.split()[0] for row in rows[6:11]] == list(REGISTER.declaration_by_id)
    assert coefficient(FIRST_TRIAL.precision_ac2) in rows[12]
    assert coefficient(others.precision.ac2) in rows[14]
    assert shown.count("<li><a class='in'") == len(found.whole.differing)
    assert words(shown).count(say("method.suggestions_coded")) >= len(others.differing)
    assert say("method.suggestions_knew") in words(shown)


@BOTH
def test_how_well_suggestions_fit_what_was_coded_blind_is_shown_by_language(lang: str) -> None:
    shown, say = section(drawn(lang), "suggestions"), Say(load_labels(), lang)
    found = fitting().unseen
    rows = [words(row) for row in re.findall(r"<tr><th scope='row'>.*?</tr>", shown, re.DOTALL)][15:23]
    for fit, (cut, provisions, force, precision) in zip(found, (rows[:4], rows[4:]), strict=True):
        assert percent(fit.first.boundaries.identical, fit.first.boundaries.union) in cut
        assert coefficient(fit.first.force_of_provisions.ac2) in provisions
        assert coefficient(fit.first.force_of_units.ac2) in force
        assert coefficient(fit.first.precision_of_units.ac2) in precision
    assert (say("method.suggestions_unseen_now") in words(shown)) is any(fit.changed for fit in found)
    for each in (each for fit in found for each in fit.now.differing):
        assert words(each.text) in words(shown)


def test_figures_are_never_rounded_up_to_perfect() -> None:
    assert (percent(1999, 2000), percent(2, 2), percent(60, 79), percent(0, 3)) == ("99.9", "100", "75.9", "0")
    assert (coefficient(0.99999), coefficient(1.0), coefficient(-0.25), coefficient(None)) == ("0.999", "1", "−0.250", "")


@BOTH
def test_every_doubt_is_listed_and_leads_to_its_words(lang: str) -> None:
    shown = section(drawn(lang), "doubts")
    doubtful = [commitment for commitment in REGISTER.commitment_by_id.values() if commitment.doubt]
    assert shown.count("<li>") == len(doubtful)
    for commitment in doubtful:
        assert f"id={commitment.declaration}&amp;at={commitment.id}'" in shown
        assert commitment.doubt
        assert " ".join(commitment.doubt[lang].split()) in words(shown)


@BOTH
def test_what_has_not_been_found_follows_the_day(lang: str) -> None:
    def first_row(markup: str) -> list[str]:
        return re.findall(r"<td[^>]*>(.*?)</td>", section(markup, "unfound"), re.DOTALL)[:4]

    promises = REGISTER.commitments_in(Ledger.PROMISES)
    then = dt.date(2012, 1, 1)
    early = [commitment for commitment in promises if commitment.declaration == "2011"]
    now, past = first_row(drawn(lang)), first_row(drawn(lang, on=then.isoformat()))
    assert (now[0], past[0]) == (str(len(promises)), str(len(early)))
    unassessed = sum(REGISTER.standing_of(commitment, then) is Standing.NOT_ASSESSED for commitment in early)
    judged = sum(commitment.assessable for commitment in early)
    assert sorted(map(int, re.findall(r"\d+", past[2]))) == sorted([unassessed, judged])


def test_before_the_first_declaration_there_is_no_table() -> None:
    def page() -> None:
        from widgets.method import holdings
        from widgets.parts.view import current

        holdings.unfound(current())

    at = AppTest.from_function(page, default_timeout=60)
    at.query_params["on"], at.query_params["lang"] = "2011-05-02", "en"
    shown = opening.markup(checked(at.run()))
    assert "<table" not in shown
    assert "2 May 2011" in shown


def test_the_rest_of_the_page_does_not_change_with_the_day() -> None:
    now, then = drawn("en"), drawn("en", on="2018-01-01")
    for id_ in ("units", "ledgers", "gaps", "coverage", "agreement"):
        assert re.sub(r"&amp;on=[-\d]+|\?on=[-\d]+", "", section(then, id_)) == section(now, id_)
    assert "1 Jan 2018" in words(then)


def test_a_missing_coding_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path)))
    assert "no agreement can be computed" in words(section(drawn("en"), "agreement"))


@BOTH
def test_markup_in_records_is_shown_as_text(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nasty = "<img src=x onerror=alert(1)>"
    changes = edited("forums.yaml", "theme: {en: One, ko: 하나}", f"theme: {{en: '{nasty}', ko: '{nasty}'}}")
    changes |= edited("vocabulary.yaml", "{en: Women, ko: 여성}", f"{{en: '{nasty}', ko: '{nasty}'}}")
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path, changes)))
    markup = drawn(lang)
    assert "<img" not in markup
    assert markup.count(html.escape(nasty)) >= 2


@BOTH
def test_a_pledge_is_a_thread_of_wordings_whatever_their_force(lang: str) -> None:
    units = words(section(drawn(lang), "units"))
    assert ("promises, asks, hopes and statements" if lang == "en" else "문구(약속·요청·기대·표명)") in units


@BOTH
def test_the_citation_names_day_and_edition_in_both_languages(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = folder(tmp_path)
    monkeypatch.setenv("REGISTER_RECORDS", str(here))
    shown = words(section(drawn(lang, on="2024-10-11"), "cite"))
    which = edition(str(here), load(here, today()).register)
    assert re.fullmatch(r"[0-9a-f]{12}", which)
    assert shown.count(f"fingerprint {which}") == shown.count(f"자료 식별값 {which}") == 1
    assert "edition" not in shown
    assert "자료 버전" not in shown
    assert "11 Oct 2024" in shown
    assert "2024. 10. 11." in shown


@BOTH
def test_the_table_has_a_row_for_each_commitment_and_no_empty_status(lang: str) -> None:
    say, day = Say(load_labels(), lang), today()
    rows = list(csv.DictReader(io.StringIO(for_people(REGISTER, say, day).decode("utf-8-sig"))))
    assert [row[say("method.csv_id")] for row in rows] == list(REGISTER.commitment_by_id)
    for row in rows:
        commitment = REGISTER.commitment_by_id[row[say("method.csv_id")]]
        status = row[say("method.csv_standing", date=say.date(day))]
        assert status == say(f"terms.standing_{REGISTER.standing_of(commitment, day)}")
        assert row[say("method.csv_quote")] == commitment.quote
    early = for_people(REGISTER, say, dt.date(2017, 12, 31)).decode("utf-8-sig")
    assert {row[say("method.csv_id")][:4] for row in csv.DictReader(io.StringIO(early))} == {"2011", "2017"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    def spoiled(register: Register) -> Register:
        declaration = register.declarations[0]
        provisions = [
            provision.model_copy(
                update={"commitments": [each.model_copy(update={"quote": f"{start}1+1"}) for each in provision.commitments]}
            )
            for provision in declaration.provisions
        ]
        return replace(register, declarations=(declaration.model_copy(update={"provisions": provisions}),))

    table = for_people(spoiled(REGISTER), Say(load_labels(), "en"), today()).decode("utf-8-sig")
    quotes = [row["Quote"] for row in csv.DictReader(io.StringIO(table, newline=""))]
    assert quotes
    assert set(quotes) == {f"'{start}1+1"}


def test_the_codebook_of_the_project_is_there() -> None:
    text = (ROOT / "docs" / "CODEBOOK.md").read_text(encoding="utf-8")
    for word in [*Force, *Precision, *Grade]:
        assert f"`{word}`" in text


# two judgements -----------------------------------------------------------------------------------------------------


@BOTH
def test_how_alike_two_people_judge_is_shown_raw_and_weighted(lang: str) -> None:
    shown, pairs = section(drawn(lang), "judgements"), twice_judged(REGISTER)
    rows = re.findall(r"<tr>(.*?)</tr>", shown.partition("<details")[0], re.DOTALL)
    for whole, (n, same, share) in ((True, (60, 54, "90")), (False, (26, 19, "73"))):
        found = agreement_of(pairs, whole=whole)
        row = next(words(each) for each in rows if f"{n} " in words(each))
        assert (found.n, found.same) == (n, same)
        assert f"{same}" in row
        assert share in row
        assert row.endswith(f"{coefficient(found.ac1)} {coefficient(found.ac2)}")
    assert "28 Nov 2026" in words(shown) if lang == "en" else "2026. 11. 28." in words(shown)
    assert ("nobody from outside has judged yet" if lang == "en" else "외부인의 판단은 아직 없습니다") in words(shown)


@BOTH
def test_every_difference_is_listed_with_both_judgements_and_its_reason(lang: str) -> None:
    shown, rulings, say = section(drawn(lang), "judgements"), REGISTER.rulings, Say(load_labels(), lang)
    assert rulings
    entries = re.findall(r"<li>(.*?)</li>", shown.partition("<details")[2], re.DOTALL)
    assert len(entries) == len(rulings.differences) == 13
    for entry, ruling in zip(entries, rulings.differences, strict=True):
        assert f"id={ruling.commitment}" in entry
        assert ruling.because[lang] in words(entry)
        values = [words(each) for each in re.findall(r"<dd>(.*?)</dd>", entry)]
        for value, status in zip(values, (ruling.first, ruling.second, ruling.settled), strict=True):
            assert say(f"terms.standing_{status or 'not-assessed'}") in value
        name = REGISTER.body_by_id[ruling.actor].name[lang] if ruling.actor else None
        assert name is None or f"({name})" in words(entry)


def test_the_day_looked_at_does_not_change_the_two_judgements() -> None:
    assert words(section(drawn("en", on="2020-01-01"), "judgements")) == words(section(drawn("en"), "judgements"))


@BOTH
def test_records_without_second_judgements_say_so(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path)))
    said = "No commitment has been judged a second time" if lang == "en" else "두 번 판단한 항목이 없어"
    assert said in words(section(drawn(lang), "judgements"))


@BOTH
def test_everything_to_take_away_is_linked_in_a_sentence(lang: str) -> None:
    listed = section(drawn(lang, on="2024-10-11"), "downloads")
    links = [html.unescape(link) for link in re.findall(r"<li><a class='in' href='([^']*)'", listed)]
    assert sorted(links) == sorted(f"./data/{file.name}?lang={lang}&on=2024-10-11" for file in data.FILES)
    for sentence in re.findall(r"</a>(.*?)</li>", listed):
        assert len(words(sentence).split()) > 3


def test_the_sealed_snapshot_is_offered_beside_the_data_and_is_that_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    offered: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(download, "button", lambda label, make, name, media_type, key: offered.update({name: make}))
    opening.opened("method", "ko", on="2017-12-31")
    now = loaded_now()
    assert offered["human-rights-cities-snapshot-2017-12-31.html"]() == made(now.register, dt.date(2017, 12, 31), withheld=now.left_out)
