"""Finds a PostgreSQL server for the tests of what is kept in one, or installs it; says plainly when that is not possible.

First the folder that REGISTER_POSTGRESQL names, then where the system's packages put it, then what is on the PATH, then the
packages themselves where this user may install them. Prints the folder of the programs that the tests will use.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("initdb", "postgres")
HINT = (
    "PostgreSQL (initdb, postgres) could not be found or installed. Install the server from the system's packages "
    "(postgresql), or name the folder of its programs in REGISTER_POSTGRESQL, and run this again."
)


def find() -> Path | None:
    """The folder of the programs that the tests use, if there is one."""
    named = os.environ.get("REGISTER_POSTGRESQL")
    if named:
        return Path(named) if _complete(Path(named)) else None
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int("0" + re.sub(r"\D", "", path.parent.name)))
    on_path = shutil.which("initdb")
    places = [*reversed(packaged), *([Path(on_path).resolve().parent] if on_path else [])]
    return next((place for place in places if _complete(place)), None)


def _complete(folder: Path) -> bool:
    return all(os.access(folder / program, os.X_OK) for program in PROGRAMS)


def install() -> None:
    """Install from the system's packages where this user may."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, timeout=600)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"], check=False, env=environment, timeout=900
        )


if __name__ == "__main__":
    if find() is None:
        install()
    programs = find()
    if programs is None:
        sys.exit(HINT)
    print(f"PostgreSQL for the tests: {programs}")
