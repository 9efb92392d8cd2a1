"""Every page over records with a mistake in them: what is withheld has its own word and sign, and nothing looks unassessed for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from models.register.queues import Queue
from tests.pages.opening import drawn, markup, opened, words
from tests.samples.registers import edited, folder, say
from tests.samples.withheld import copied, deciding, resting_on_the_sources, without_sources

LANGUAGES = ["en", "ko"]
PAGES = [
    ("overview", {}),
    ("find", {"standing": "withheld"}),
    ("commitment", {"id": "2024-c4a"}),
    ("pledges", {}),
    ("pledge", {"id": "next-forum"}),
    ("timeline", {}),
    ("declarations", {"id": "2024"}),
    ("follow_through", {}),
    ("city", {"id": "gwangju"}),
    ("briefing", {"about": "city:gwangju"}),
    ("slides", {}),
    ("draft", {}),
    ("method", {}),
]
SIGN = re.compile(r"<span class='standing standing-withheld'>.*?</span></span>")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return without_sources(tmp_path_factory.mktemp("broken"))


@pytest.fixture
def served(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(broken))


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("page", "query"), PAGES, ids=[page for page, _ in PAGES])
def test_every_page_says_how_many_judgements_are_withheld_and_none_that_all_else_is_complete(
    page: str, query: dict[str, str], lang: str
) -> None:
    at = opened(page, lang, **query)
    text = words(at)
    n, own = len(resting_on_the_sources()), say(lang)("terms.standing_withheld")
    assert say(lang).count("frame.problems_judgements", n) in text
    assert say(lang).count("frame.problems_rest", 1) not in text
    if page != "pledges":
        assert own in text.replace(say(lang).count("frame.problems_judgements", n), "")
    if at.get("plotly_chart"):
        assert say(lang).count("frame.picture_lacks", 1) in text


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_a_commitment_names_the_file_and_the_source_and_tells_no_older_note(lang: str) -> None:
    note, text = deciding()["2024-c4a"], words(opened("commitment", lang, id="2024-c4a"))
    assert f"notes/{note.id}.yaml" in text
    assert any(source in text for source in note.evidence)
    assert say(lang)("notes.withheld") in text
    assert note.reason[lang] not in text
    assert say(lang)("notes.none", date="").split(":")[1] not in text


@pytest.mark.usefixtures("served")
def test_all_that_fits_withheld_is_found() -> None:
    found = markup(opened("find", "en", standing="withheld"))
    for id_ in resting_on_the_sources():
        assert f"id={id_}" in found, id_
    assert len(SIGN.findall(found)) >= len(resting_on_the_sources())


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_follow_through_names_what_stands_in_no_queue_and_what_to_do(lang: str) -> None:
    page = drawn("follow_through", lang, queue="never")
    sentence = say(lang)("follow_through.withheld", counts="\0").split("\0")[-1].strip(" .")
    assert sentence in words(page)
    for id_ in resting_on_the_sources():
        assert f"id={id_}" in page, id_
    waiting: set[str] = set()
    for which in Queue:
        waiting |= {
            *re.findall(r"/commitment\?[^']*id=([\w-]+)", drawn("follow_through", lang, queue=which.value).partition("class='queue'")[2])
        }
    assert waiting
    assert not waiting & resting_on_the_sources()


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_overview_says_of_what_nobody_can_tell_whether_it_changed(lang: str) -> None:
    text = words(opened("overview", lang))
    assert say(lang)("overview.changed_withheld", counts="\0").split("\0")[-1].strip() in text
    before = say(lang)("overview.changed_from", before=say(lang)("terms.standing_withheld"))
    assert before not in text


@pytest.mark.usefixtures("served")
def test_an_earlier_day_has_its_own_withheld_judgements() -> None:
    """Before anybody could judge the promise of 2024, nothing of it was withheld."""
    text = words(opened("commitment", "en", id="2024-c4a", on="2024-10-11"))
    assert "not assessed" in text
    assert say("en")("notes.withheld") not in text


@pytest.mark.usefixtures("served")
def test_a_file_that_holds_many_sources_is_not_called_one_record() -> None:
    assert "1 record or whole file of records is not shown" in words(opened("overview", "en"))
    assert "기록 또는 파일 1건에 오류가 있어 표시하지 않습니다" in words(opened("overview", "ko"))


@pytest.mark.parametrize(("page", "query"), PAGES, ids=[page for page, _ in PAGES])
def test_every_page_serves_while_nobody_can_tell_what_any_source_counts_as(
    page: str, query: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    (root / "reviews/2026-11-28.yaml").write_text("by: [", encoding="utf-8")
    monkeypatch.setenv("REGISTER_RECORDS", str(root))
    text = words(opened(page, "ko", **query))
    judged = {note.commitment for note in deciding().values()}
    assert say("ko").count("frame.problems_judgements", len(judged)) in text


def test_sound_records_have_no_sign_of_it() -> None:
    for page, query in PAGES:
        if page != "method":
            shown = drawn(page, "en", **{name: value for name, value in query.items() if value != "withheld"})
            assert not SIGN.search(shown), page
            assert say("en")("frame.problems_judgements_one", n=1)[:30] not in shown, page


def test_where_nothing_is_judged_by_it_all_else_is_complete(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path, edited("pledges/offices.yaml", "scope: same", "scope: some"))))
    assert say("en").count("frame.problems_rest", 1) in words(opened("overview", "en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_folder_that_is_not_read_it_is_said_what_it_may_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    root = folder(tmp_path)
    (root / "notes" / "2024-c1a").rename(tmp_path / "elsewhere")
    (root / "notes" / "2024-c1a").symlink_to(tmp_path / "elsewhere")
    monkeypatch.setenv("REGISTER_RECORDS", str(root))
    text = words(opened("commitment", lang, id="2024-c1a"))
    assert say(lang)("notes.withheld_anywhere", file="notes/2024-c1a") in text
    assert say(lang)("terms.standing_withheld") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_measure_that_is_withheld_is_said_where_it_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path, {"measures/offices.yaml": "title: ["})))
    text = words(opened("pledge", lang, id="offices"))
    assert say(lang)("progress.heading") in text
    assert say(lang)("progress.all_withheld") in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_city_says_that_an_own_record_may_be_among_what_nobody_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path, {"notes/2024-c1a/2026-02-01.yaml": "status: ["})))
    assert say(lang).count("city.own_unsure", 1) in words(opened("city", lang, id="gwangju"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_city_says_which_of_its_own_records_are_withheld(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    broken = edited("notes/2024-c1a/2026-02-01.yaml", "status: done", "status: dome")
    monkeypatch.setenv("REGISTER_RECORDS", str(folder(tmp_path, broken)))
    page = opened("city", lang, id="gwangju")
    assert say(lang).count("city.withheld", 1) in words(page)
    assert "notes/2024-c1a/2026-02-01.yaml" in words(page)
    head = markup(page).partition("mention-head")[2].partition("</p>")[0]
    assert "standing-withheld" in head
    assert "standing-partly-done" in head, "the whole stands as it did"
