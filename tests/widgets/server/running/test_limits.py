"""The server takes as many open files as the system allows, and says for how many tabs that is enough."""

from __future__ import annotations

import resource
import subprocess
import sys

from tests.samples.registers import ROOT

PROGRAM = """
import logging, resource, sys
logging.basicConfig(level=logging.INFO)
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[1]), int(sys.argv[2])))
from widgets.server.running.limits import raise_open_files
print(raise_open_files(), *resource.getrlimit(resource.RLIMIT_NOFILE))
"""


def started(soft: int, hard: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(soft), str(hard)], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60
    )


def test_the_server_takes_what_the_system_allows_and_says_so() -> None:
    hard = min(resource.getrlimit(resource.RLIMIT_NOFILE)[1], 4096)
    done = started(hard // 4, hard)
    assert done.stdout.split() == [str(hard)] * 3
    assert f"enough for about {(hard - 60) // 4} tabs at once" in done.stderr


def test_a_limit_that_is_reached_stays_and_is_said() -> None:
    done = started(260, 260)
    assert done.stdout.split() == ["260"] * 3
    assert "enough for about 50 tabs at once" in done.stderr


def test_a_starting_dashboard_asks_for_it() -> None:
    program = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (200, 900)); import dashboard; print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True, timeout=60)
    assert done.stdout.split() == ["900"]
