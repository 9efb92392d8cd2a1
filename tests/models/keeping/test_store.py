"""What becomes of unsaved writing when the folder, the disk, the database or the process fails: it is said, and nothing is broken."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event, text

from models.keeping import store as storing
from models.keeping.drafts import LAYOUT, Drafts, drafts, new_id
from models.keeping.files import files
from models.keeping.store import Store, Unkept, configured
from models.writing.drafts import Draft
from tests.database.server import Server, started

WORDS = Draft("2024-c2a", {"reason_en": "Words of a writer."})


def refused() -> Unkept:
    """Why a draft is not kept; both ways to the store must say the same."""
    with pytest.raises(Unkept) as told:
        drafts().keep(new_id(), "kim", WORDS, 0)
    return told.value


def test_nothing_is_opened_or_made_before_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "a" / "state"))
    drafts(), files()
    assert list(tmp_path.iterdir()) == []
    drafts().keep(new_id(), "kim", WORDS, 0)
    assert [path.name for path in (tmp_path / "a" / "state").iterdir()] == ["drafts.sqlite"]
    assert (tmp_path / "a" / "state").stat().st_mode & 0o777 == 0o700, "unsaved writing is its owner's alone"


def test_the_folder_is_beside_the_dashboard_where_nothing_names_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REGISTER_STATE")
    assert storing.folder() == Path(__file__).resolve().parents[3] / "state"
    assert (storing.folder().parent / "dashboard.py").is_file()


def test_sqlite_keeps_its_rollback_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path))
    drafts().keep(new_id(), "kim", WORDS, 0)
    with sqlite3.connect(tmp_path / "drafts.sqlite") as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_newer_layout_is_refused_with_both_versions_and_left_alone(kept_in: str) -> None:
    id_ = new_id()
    drafts().keep(id_, "kim", WORDS, 0)
    running = configured(LAYOUT)
    with running.changing() as connection:
        connection.execute(text("UPDATE register_layout SET version = 2 WHERE part = 'drafts'"))
    assert refused().why == "newer", "a server that was running when another one brought it in"
    with pytest.raises(Unkept) as told:
        Drafts(Store(running.address, LAYOUT)).find(id_, "kim")
    assert (told.value.why, "version 2" in told.value.detail, "version 1" in told.value.detail) == ("newer", True, True)
    files().keep("a", "text/csv", "x.csv", b"1")
    assert files().find("a"), "the other part has a version of its own"


@pytest.mark.parametrize("place", ["taken/state", "taken"])
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (tmp_path / "taken").write_text("a file stands here", encoding="utf-8")
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / place))
    assert refused().why == "closed"
    monkeypatch.setenv("REGISTER_STATE", "/proc/register/state")
    assert refused().why == "closed"
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "another"))
    assert drafts().keep(new_id(), "kim", WORDS, 0) == 1


def test_a_file_that_may_only_be_read_is_said_and_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path))
    id_ = new_id()
    drafts().keep(id_, "kim", WORDS, 0)
    engine = configured(LAYOUT)._opened()
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = ON"))
    assert refused().why == "closed"
    kept = drafts().find(id_, "kim")
    assert kept
    assert kept.draft == WORDS


def test_a_full_disk_is_said_and_what_is_kept_stays(kept_in: str) -> None:
    id_, store = new_id(), configured(LAYOUT)
    drafts().keep(id_, "kim", WORDS, 0)
    if kept_in == "sqlite":
        event.listen(store._opened(), "connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 8"))
    else:
        with store.changing() as connection:
            connection.execute(
                text(
                    "CREATE FUNCTION no_room() RETURNS trigger AS $$ BEGIN IF length(NEW.text) > 9000 THEN "
                    "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
                )
            )
            connection.execute(
                text("CREATE TRIGGER no_room BEFORE INSERT OR UPDATE ON register_drafts FOR EACH ROW EXECUTE FUNCTION no_room()")
            )
    with pytest.raises(Unkept) as told:
        drafts().keep(id_, "kim", Draft("2024-c2a", {"reason_en": "x" * 90_000}), 1)
    assert told.value.why == "full"
    kept = drafts().find(id_, "kim")
    assert kept
    assert (kept.draft, kept.revision) == (WORDS, 1)
    assert drafts().keep(id_, "kim", Draft("2024-c2a", {"reason_en": "Shorter."}), 1) == 2


def test_a_damaged_file_is_said_and_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path))
    (tmp_path / "drafts.sqlite").write_bytes(b"no database at all" * 100)
    assert refused().why == "damaged"
    assert (tmp_path / "drafts.sqlite").read_bytes() == b"no database at all" * 100
    (tmp_path / "drafts.sqlite").unlink()
    assert drafts().keep(new_id(), "kim", WORDS, 0) == 1


def test_a_file_that_is_taken_away_under_a_running_server_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "state"))
    id_ = new_id()
    assert drafts().keep(id_, "kim", WORDS, 0) == 1
    (tmp_path / "state").rename(tmp_path / "before")
    assert drafts().find(id_, "kim") is None
    assert drafts().keep(id_, "kim", WORDS, 1) == 2, "the window that has it open keeps it again"
    (tmp_path / "state" / "drafts.sqlite").unlink()
    (tmp_path / "before" / "drafts.sqlite").rename(tmp_path / "state" / "drafts.sqlite")
    kept = drafts().find(id_, "kim")
    assert kept
    assert kept.revision == 1, "what was put back from a backup is what is read"


@pytest.mark.xdist_group("postgresql")
def test_a_database_that_goes_away_is_said_once_and_taken_up_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with started() as server:
        monkeypatch.setenv("REGISTER_STORE", server.database().replace("tests@", "tests:secret-word@"))
        id_ = new_id()
        drafts().keep(id_, "kim", WORDS, 0)
        server.stop()
        with caplog.at_level(logging.WARNING):
            assert [refused().why for _ in range(3)] == ["silent"] * 3
            assert len(caplog.records) == 1
            server.start()
            assert refused().why == "silent", "it is left alone for a while"
            monkeypatch.setattr(configured(LAYOUT), "_rests_until", 0.0)
            assert drafts().keep(id_, "kim", WORDS, 1) == 2
        assert len(caplog.records) == 2
        assert "kept again" in caplog.text
        assert "secret-word" not in caplog.text
        assert "Words of a writer" not in caplog.text


@pytest.mark.xdist_group("postgresql")
def test_nobody_waits_for_ever_for_a_database(postgresql: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "PATIENCE", 1)
    address = postgresql.database()
    monkeypatch.setenv("REGISTER_STORE", address)
    id_ = new_id()
    drafts().keep(id_, "kim", WORDS, 0)
    with create_engine(address).connect() as other, other.begin():
        other.execute(text("LOCK TABLE register_drafts IN ACCESS EXCLUSIVE MODE"))
        assert refused().why == "silent"


def test_nobody_waits_for_ever_for_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "PATIENCE", 0.2)
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path))
    drafts().keep(new_id(), "kim", WORDS, 0)
    other = sqlite3.connect(tmp_path / "drafts.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert refused().why == "silent"
    other.close()


@pytest.mark.parametrize("setting", ["drafts.db", "sqlite:///x.sqlite", "mysql://root:secret-word@h/d", "postgresql+psycopg2://h/d"])
def test_a_setting_that_names_no_postgresql_is_said_without_its_password(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("REGISTER_STORE", setting)
    told = refused()
    assert told.why == "setting"
    assert "REGISTER_STORE" in told.detail
    assert "secret-word" not in told.detail


def test_an_address_without_its_driver_means_the_one_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    for scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        monkeypatch.setenv("REGISTER_STORE", f"{scheme}://kim:p%40ss@db/register")
        assert configured(LAYOUT).address.render_as_string(hide_password=False) == "postgresql+psycopg://kim:p%40ss@db/register"
