"""The page Declarations: reading one text, comparing two, in both languages."""

from __future__ import annotations

import html
import re
import shutil
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from models.labels import Say, load_labels
from models.loading import load
from models.records.terms import Ledger
from models.records.texts import Declaration
from models.register.register import Register
from models.register.succession import Outcome, succession
from tests.pages import opening
from tests.pages.opening import title
from tests.samples.registers import seal_anew
from widgets.parts.view import ROOT, today

REGISTER: Register = load(ROOT / "commitments", today()).register
IDS = [declaration.id for declaration in REGISTER.declarations]
drawn = partial(opening.drawn, "declarations")
BOTH = pytest.mark.parametrize("lang", ["en", "ko"])


def words(markup: str) -> str:
    """The text that a reader sees, without what the register laid into it."""
    without = re.sub(r"<a class='tag'.*?</a> |<sup>.*?</sup>", "", markup, flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<span class='break'></span>", "\n", without)))


def ledgers(declaration: Declaration) -> Counter[Ledger | None]:
    return Counter(commitment.ledger for provision in declaration.provisions for commitment in provision.commitments)


@BOTH
@pytest.mark.parametrize("others", [["2024"], ["2020", "2024"]])
def test_a_comparison_on_a_pledge_speaks_of_no_theme(others: list[str], lang: str) -> None:
    page = words(drawn(lang, id="2023", pledge="climate-crisis", **{"with": others}))
    assert ("Of what you chose, 2024 mentions 1 pledge" if lang == "en" else "2024년 선언문이 언급한 의제(선택한 조건) 1건") in page
    assert ("on this subject" if lang == "en" else "이 주제") not in page


@BOTH
def test_a_footnote_without_its_text_says_so_in_the_style_of_the_record(lang: str) -> None:
    assert ("The text of this footnote is not held." if lang == "en" else "각주 내용 미확보. 사본에는") in words(drawn(lang, id="2011"))


@BOTH
@pytest.mark.parametrize("id_", IDS)
def test_a_declaration_is_read_whole_and_to_the_letter(id_: str, lang: str) -> None:
    declaration = REGISTER.declaration_by_id[id_]
    page = words(drawn(lang, id=id_))
    for line in [
        *declaration.epigraphs,
        *(heading.text for heading in declaration.headings),
        *(provision.text for provision in declaration.provisions),
    ]:
        assert line in page


@pytest.mark.parametrize("id_", IDS)
def test_the_first_sentence_counts_each_ledger_by_itself(id_: str) -> None:
    counted = ledgers(REGISTER.declaration_by_id[id_])
    said = title(drawn(id=id_))
    for ledger in Ledger:
        n = counted[ledger]
        assert f"{n} {ledger.value if n != 1 else ledger.value[:-1]}" in said
    assert not re.search(rf"\b{counted.total()}\b (commitments|in all)", said)


@pytest.mark.parametrize("id_", IDS)
def test_every_provision_has_an_anchor_and_every_commitment_an_entry(id_: str) -> None:
    markup = drawn(id=id_)
    for provision in REGISTER.declaration_by_id[id_].provisions:
        assert markup.count(f"id='{provision.id}'") == 1
        assert f"href='#{provision.id}'" in markup
        for commitment in provision.commitments:
            assert markup.count(f"id='{commitment.id}'") == 1
            assert f"href='#{commitment.id}'" in markup


@BOTH
def test_without_a_choice_the_last_declaration_is_read(lang: str) -> None:
    assert IDS[-1] in title(drawn(lang))


@BOTH
@pytest.mark.parametrize("asked", ["1999", "2018", "<b>x</b>", "2024-p5"])
def test_an_unknown_declaration_is_said(asked: str, lang: str) -> None:
    markup = drawn(lang, id=asked)
    assert asked in title(markup)
    assert "<b>x</b>" not in markup


def test_a_declaration_after_the_day_that_is_looked_at_is_not_read() -> None:
    assert "after the day that you look at" in words(drawn(id="2024", on="2023-12-01"))


@BOTH
def test_the_place_in_the_address_comes_first(lang: str) -> None:
    place = next(commitment.id for commitment in REGISTER.commitment_by_id.values() if commitment.declaration == IDS[0])
    markup = drawn(lang, id=IDS[0], at=place)
    assert markup.index("arrived") < markup.index("class='contents'")
    assert re.search(rf"<details class='coded' open>.*?id='here-{place}'", markup, re.DOTALL)
    assert markup.count("class='row here'") == 2


def test_a_place_names_its_declaration() -> None:
    assert IDS[0] in title(drawn(at=f"{IDS[0]}-p1"))


def test_an_unknown_place_is_said() -> None:
    assert "a passage that this declaration does not have: 2024-p99" in words(drawn(id="2024", at="2024-p99"))


def test_filters_mark_only_what_was_asked_for() -> None:
    whole, asks = drawn(id="2011"), drawn(id="2011", ledger="asks")
    assert "said-undertakes" in whole
    assert "said-undertakes" not in asks
    assert "said-urges" in asks or "said-asks" in asks
    n = ledgers(REGISTER.declaration_by_id["2011"])[Ledger.ASKS]
    assert f"{n} of {n}\u00a0ask" in words(asks)


def test_a_footnote_without_text_says_so() -> None:
    assert "The text of this footnote is not held." in words(drawn(id="2011"))


@pytest.mark.parametrize("id_", IDS)
def test_it_is_said_when_and_by_whom_the_text_was_compared_with_its_copy(id_: str) -> None:
    said = words(drawn(id=id_)).replace("\u00a0", " ")
    assert "Compared with the copy28 Nov 2026, by the register's curators; not a sign" in said


def test_a_promise_in_name_only_is_called_so() -> None:
    named = [commitment for commitment in REGISTER.commitment_by_id.values() if commitment.in_name_only]
    for commitment in named:
        assert "promise in name only" in words(drawn(id=commitment.declaration, at=commitment.id))


@BOTH
def test_two_declarations_without_a_subject_offer_themes(lang: str) -> None:
    markup = drawn(lang, id="2023", **{"with": "2024"})
    assert "theme=" in markup
    assert "with=2024" in markup


@BOTH
@pytest.mark.parametrize("theme", [theme.id for theme in REGISTER.themes][:6])
def test_two_declarations_on_a_theme(theme: str, lang: str) -> None:
    for pair in (("2023", "2024"), ("2011", "2020")):
        assert title(drawn(lang, id=pair[0], theme=theme, **{"with": pair[1]}))


def test_not_carried_forward_is_never_said_across_forums_that_are_not_on_record() -> None:
    for pledge in REGISTER.pledges[:12]:
        page = words(drawn(id="2017", pledge=pledge.id, **{"with": "2020"}))
        assert "ot carried forward" not in page
        assert "Nothing here says that a pledge was dropped" in page


@BOTH
def test_a_declaration_is_not_compared_with_itself(lang: str) -> None:
    assert "role='status'" in drawn(lang, id="2024", **{"with": "2024"})


@BOTH
def test_an_unknown_second_declaration_is_said(lang: str) -> None:
    assert "1999" in words(drawn(lang, id="2024", **{"with": "1999"}))


@BOTH
def test_several_declarations_without_a_subject_offer_themes(lang: str) -> None:
    markup = drawn(lang, id="2011", **{"with": ["2024", "2020"]})
    assert "theme=" in markup
    assert "with=2020&amp;with=2024" in markup
    assert words(markup).index("2011") < words(markup).index("2020") < words(markup).index("2024")


@BOTH
def test_several_declarations_stand_in_the_order_of_time_with_the_missing_forums_named(lang: str) -> None:
    markup = drawn(lang, id="2024", pledge="human-rights-education", **{"with": ["2011", "2020"]})
    page = words(markup)
    assert "cols-3" in markup
    for first, last in ((2012, 2016), (2018, 2019), (2021, 2022)):
        assert f"{first}{'–' if lang == 'en' else '~'}{last}" in page
    for place in ("2011-c3a", "2020-c4a", "2024-c3a"):
        assert REGISTER.words_at(place) in page
    assert page.index(REGISTER.words_at("2011-c3a")) < page.index(REGISTER.words_at("2020-c4a")) < page.index(REGISTER.words_at("2024-c3a"))


@BOTH
@pytest.mark.parametrize("theme", ["forum", "networks", "health"])
def test_all_declarations_on_a_theme_quote_to_the_letter(theme: str, lang: str) -> None:
    page = words(drawn(lang, id=IDS[0], theme=theme, **{"with": IDS[1:]}))
    for declaration in REGISTER.declarations:
        for provision in declaration.provisions:
            for commitment in provision.commitments:
                assert theme not in commitment.themes or commitment.quote in page


def test_not_carried_forward_is_said_in_columns_between_neighbours_only() -> None:
    page = words(drawn(id="2017", pledge="report-at-the-next-forum", **{"with": ["2023", "2024"]}))
    assert "not carried forward from 2023" in page
    assert "not carried forward from 2017" not in page
    page = words(drawn(id="2011", pledge="human-rights-education", **{"with": ["2017", "2020", "2023"]}))
    assert "in 2020, not mentioned in 2023" in page
    assert "carried forward from" not in page


@BOTH
def test_what_one_declaration_did_with_the_promises_before_it(lang: str) -> None:
    markup = drawn(lang, follow="2024")
    found = succession(REGISTER, REGISTER.declaration_by_id["2023"], REGISTER.declaration_by_id["2024"])
    outcomes, promises = found.outcomes(Ledger.PROMISES), found.fates_in(Ledger.PROMISES)
    said = title(markup)
    for n in (len(promises), outcomes[Outcome.CARRIED], outcomes[Outcome.TOPIC], outcomes[Outcome.SILENT]):
        assert re.search(rf"\b{n}(?!\d)", said)
    page = words(markup)
    for fate in found.fates:
        assert markup.count(f"id='fate-{fate.commitment.id}'") == 1
        assert fate.commitment.quote in page
        for answer in fate.answers:
            assert answer.pledge.title[lang] in page
            for mention in answer.mentions:
                assert REGISTER.words_at(mention.at) in page
    order = [markup.index(f"id='followed-{ledger.value}'") for ledger in Ledger]
    assert order == sorted(order)
    assert ("last on record in 2011" if lang == "en" else "2011년") in page


def test_a_promise_that_is_left_out_is_called_so() -> None:
    markup = drawn(follow="2024")
    after = markup[markup.index("id='fate-2023-c4b'") :]
    assert after.index("Not carried forward: the 2024 declaration does not mention it") < after.index("</section>")


@BOTH
@pytest.mark.parametrize("asked", ["2011", "2020", "2023", "1999", "<b>x</b>"])
def test_only_neighbours_can_be_followed(asked: str, lang: str) -> None:
    markup = drawn(lang, follow=asked)
    assert asked in title(markup)
    assert "<b>x</b>" not in markup
    assert "id='fate-" not in markup


def test_a_declaration_after_the_day_that_is_looked_at_is_not_followed() -> None:
    assert "id='fate-" not in drawn(follow="2024", on="2023-12-01")


@BOTH
def test_two_neighbours_offer_the_full_view(lang: str) -> None:
    assert "follow=2024" in drawn(lang, id="2023", **{"with": "2024"})
    assert "follow=" not in drawn(lang, id="2020", **{"with": "2023"})


def test_words_of_records_are_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "commitments"
    shutil.copytree(ROOT / "commitments", folder)
    path = folder / "declarations" / "2024.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "Recognize the various efforts", "<img src=x onerror=alert(1)> Recognize the various efforts", 1
        ),
        encoding="utf-8",
    )
    seal_anew(folder, "2024")
    monkeypatch.setenv("REGISTER_RECORDS", str(folder))
    markup = drawn(id="2024")
    assert "<img" not in markup
    assert "&lt;img src=x onerror=alert(1)&gt;" in markup


def withheld(only: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve the records with a mistake in the coding of the one commitment of a provision."""
    folder = tmp_path / "commitments"
    shutil.copytree(ROOT / "commitments", folder)
    provision = REGISTER.provision_by_id[only]
    (commitment,) = provision.commitments
    path = folder / "declarations" / f"{only[:4]}.yaml"
    whole = path.read_text(encoding="utf-8")
    start = whole.index(f"- id: {provision.local}\n")
    path.write_text(whole[:start] + whole[start:].replace(f"force: {commitment.force.value}", "force: vows", 1), encoding="utf-8")
    monkeypatch.setenv("REGISTER_RECORDS", str(folder))


@BOTH
def test_of_a_provision_whose_coding_is_withheld_no_force_is_told(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only = next(p for p in REGISTER.declaration_by_id["2024"].provisions if len(p.commitments) == 1)
    withheld(only.id, tmp_path, monkeypatch)
    markup, say = drawn(lang, id="2024"), Say(load_labels(), lang)
    row = markup[markup.index(f"id='{only.id}'") :].split("</article>")[0]
    assert say("terms.force_withheld") in row
    assert "class='force force-" not in row
    assert "force-withheld" in markup


@BOTH
def test_nor_on_the_pledge_whose_topic_it_touches(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    withheld("2020-p3", tmp_path, monkeypatch)
    markup, say = opening.drawn("pledge", lang, id="gwangju-agendas-2030"), Say(load_labels(), lang)
    mentions = [each.partition("</article>")[0] for each in markup.split("<article ")[1:]]
    (beside,) = [each for each in mentions if each.startswith("class='mention faint'") and "2020-p3" in each]
    assert say("terms.force_withheld") in beside
    assert say("terms.force_records") not in beside


@pytest.mark.parametrize("id_", IDS)
def test_what_one_city_did_never_stands_in_the_place_of_the_whole(id_: str) -> None:
    newest = [notes[-1] for each in REGISTER.commitment_by_id if each[:4] == id_ and (notes := REGISTER.notes_of(each))]
    assert any(note.actor for note in newest)
    assert "class='actor'" not in drawn(id=id_)


# marks, and names that two things have ------------------------------------------------------------------------------


@BOTH
@pytest.mark.parametrize("theme", [theme.id for theme in REGISTER.themes])
@pytest.mark.parametrize("others", [["2024"], ["2020", "2024"]], ids=["two", "three"])
def test_marks_are_explained_where_there_are_any_and_nowhere_else(others: list[str], theme: str, lang: str) -> None:
    page, say = drawn(lang, id="2023", theme=theme, **{"with": others}), Say(load_labels(), lang)
    key = say("declarations.columns_key") if len(others) > 1 else say("declarations.compare_key", earlier="2023", later="2024")
    assert (key in words(page)) == ("<ins>" in page or "<del>" in page)


@BOTH
def test_a_theme_and_a_pledge_of_one_name_are_told_apart_in_every_list(lang: str) -> None:
    name = "Human rights education" if lang == "en" else "인권교육"
    theme, pledge = (f"{name} (theme)", f"{name} (pledge)") if lang == "en" else (f"{name}(주제)", f"{name}(의제)")
    for page, query in (("declarations", {"id": "2024"}), ("find", {}), ("pledges", {}), ("timeline", {})):
        offered = [option for box in opening.opened(page, lang, **query).multiselect for option in box.options]
        assert not [option for option in offered if option == name or re.fullmatch(rf"{name} ?\(\d+\)", option)], page
        assert any(option.startswith(theme) for option in offered), page
        assert any(option.startswith(pledge) for option in offered) or page in ("pledges", "timeline")
    assert opening.title(drawn(lang, id="2023", theme="human-rights-education", **{"with": "2024"})).startswith(theme)
    assert opening.title(drawn(lang, id="2023", pledge="human-rights-education", **{"with": "2024"})).startswith(pledge)
