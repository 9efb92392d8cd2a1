"""What `make soak` does for an hour, for some seconds: two replicas are read while everything happens beneath that may."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.samples.registers import ROOT

SLOWEST = "12"
"""Seconds that a click may take here, where other tests have the processors meanwhile; the hour allows two."""


@pytest.mark.xdist_group("replicas")
def test_readers_of_two_replicas_meet_no_error_whatever_happens_beneath_them() -> None:
    command = [sys.executable, "-m", "benchmarks", "soak", "--minutes", "0.35", "--tabs", "5", "--slowest", SLOWEST, "--seen-within", "6"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    counted = {what: int(times) for what, times in re.findall(r"^([a-z ]+): (\d+)$", done.stdout, re.MULTILINE)}
    for what in ("notes saved", "full disks refused", "records broken and mended", "servers killed", "days gone by"):
        assert counted.get(what, 0) >= 1, f"{what}: never\n{said}"
    assert counted["errors"] == 0
    clicks = re.search(r"^all clicks.* (\d+)$", done.stdout, re.MULTILINE)
    assert clicks
    assert int(clicks[1]) >= 20, said
