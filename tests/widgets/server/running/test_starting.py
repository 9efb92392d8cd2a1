"""The start of the server and what it says of itself: what must not be served is refused, and no line names a reader."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples.registers import ROOT

LINES = """
import logging
from widgets.server.running import log_lines
its_own = logging.getLogger("streamlit.a")
its_own.addHandler(logging.StreamHandler())
its_own.propagate = False  # as Streamlit makes them
log_lines.begin()
log_lines.LOG.info("The register is served", extra={"files": 316})
try:
    1 / 0
except ZeroDivisionError as error:
    log_lines.LOG.error("A page could not be drawn\\nhere", exc_info=error)
logging.getLogger("streamlit.a").warning("from %s", "Streamlit")
"""


def ran(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    given = {**os.environ, **environment}
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=given, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("secret", ["", "too short"])
def test_a_server_whose_sign_in_is_open_to_all_does_not_start_and_says_why(tmp_path: Path, secret: str) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(f'[auth]\ncookie_secret = "{secret}"\n', encoding="utf-8")
    command = ["-m", "streamlit", "run", "dashboard.py", "--server.headless", "true", "--server.port", "0"]
    ended = ran(*command, STREAMLIT_SECRETS_FILES=str(secrets))
    assert ended.returncode != 0
    assert "The register does not start: [auth] cookie_secret" in ended.stdout + ended.stderr
    assert "Traceback" not in ended.stdout + ended.stderr


def test_lines_for_a_collector_are_one_object_each() -> None:
    served, failed, other = (json.loads(line) for line in ran("-c", LINES, REGISTER_LOG="json").stderr.splitlines())
    assert (served["says"], served["files"], served["level"], served["from"]) == ("The register is served", 316, "info", "register")
    assert served["time"].endswith("+00:00")
    assert "ZeroDivisionError" in failed["error"]
    assert other["says"] == "from Streamlit"


def test_lines_for_people_are_sentences_with_what_belongs_to_them() -> None:
    assert "INFO The register is served files=316" in ran("-c", LINES, REGISTER_LOG="").stderr
