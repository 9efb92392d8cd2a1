"""The same tests over both stores: the file in the folder, and a PostgreSQL."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))])
def kept_in(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Settings for an empty store; gives back which it is."""
    monkeypatch.setenv("REGISTER_STATE", str(tmp_path / "state"))
    if request.param == "postgresql":
        monkeypatch.setenv("REGISTER_STORE", request.getfixturevalue("postgresql").database())
    return str(request.param)
