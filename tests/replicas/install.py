"""Finds nginx for the tests of replicas, or installs them; says plainly when that is not possible.

First what is there, then the system's packages where this user may install them. Prints the
program that the tests will use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = ("nginx-light",)
HINT = "nginx could not be found or installed. Install it (Debian, Ubuntu: apt-get install nginx-light) and run this again."


def nginx() -> str | None:
    """The nginx that the tests use."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def install() -> None:
    """Install from the system's packages where this user may; a web server of the system is not started by it."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, timeout=600)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=False, env=environment, timeout=900)


if __name__ == "__main__":
    if nginx() is None:
        install()
    server = nginx()
    if server is None:
        sys.exit(HINT)
    print(f"nginx for the tests: {server}")
