"""How tests run: with a folder of their own for what is kept, and, for those that ask for one, a PostgreSQL of their own.

Other tests share the processors, so no example of a test by properties is failed for the time it takes.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.database.server import Server, started

settings.register_profile("shared processors", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared processors")


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test keeps anything in the folder of the project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REGISTER_STATE", str(tmp_path_factory.mktemp("state")))
        patch.delenv("REGISTER_STORE", raising=False)
        yield


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL that lives as long as the tests of this process."""
    with started() as server:
        yield server
