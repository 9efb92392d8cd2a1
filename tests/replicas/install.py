"""Finds nginx and libfaketime for the tests of replicas, or installs them; says plainly when that is not possible.

First what is there, then the system's packages where this user may install them. Prints what the tests will use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = ("nginx-light", "libfaketime")
HINT = (
    "nginx or libfaketime could not be found or installed. Install both, put nginx on the PATH, and run this again "
    "(Debian, Ubuntu: apt-get install nginx-light libfaketime)."
)


def nginx() -> str | None:
    """The nginx that the tests use."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def clock() -> str | None:
    """The library that moves the clock of a program."""
    places = [*Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), *Path("/usr/lib").glob("faketime/libfaketimeMT.so.1")]
    return str(places[0]) if places else None


def install() -> None:
    """Install from the system's packages where this user may; a web server of the system is not started by it."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, timeout=600)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=False, env=environment, timeout=900)


if __name__ == "__main__":
    if not (nginx() and clock()):
        install()
    if not (nginx() and clock()):
        sys.exit(HINT)
    print(f"For the tests of replicas: {nginx()}, {clock()}")
