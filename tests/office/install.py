"""Finds LibreOffice and the PDF tools for the tests of files, or installs them; says plainly when that is not possible.

First what is on the PATH, then the system's packages where this user may install them. Prints the programs that the
tests will use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

OFFICE = ("soffice", "libreoffice")
TOOLS = ("pdftotext", "pdfinfo")
PACKAGES = ("libreoffice-writer", "libreoffice-calc", "libreoffice-impress", "poppler-utils", "fonts-liberation", "fonts-noto-cjk")
HINT = (
    "LibreOffice (soffice) or the PDF tools (pdftotext, pdfinfo) could not be found or installed. "
    "Install LibreOffice Writer, Calc and Impress and poppler-utils, put them on the PATH, and run this again."
)


def find() -> str | None:
    """The LibreOffice that the tests use, if there is one and the PDF tools are there too."""
    if not all(shutil.which(tool) for tool in TOOLS):
        return None
    return next((found for name in OFFICE if (found := shutil.which(name)) and _shows_slides(Path(found))), None)


def _shows_slides(program: Path) -> bool:
    """Whether Impress is there: where LibreOffice comes in packages, it is one of its own."""
    parts = program.resolve().parent.parent / "share" / "registry"
    return not parts.is_dir() or not (parts / "writer.xcd").exists() or (parts / "impress.xcd").exists()


def install() -> None:
    """Install from the system's packages where this user may."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment, timeout=600)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=False, env=environment, timeout=1800
        )


if __name__ == "__main__":
    if find() is None:
        install()
    office = find()
    if office is None:
        sys.exit(HINT)
    print(f"LibreOffice for the tests: {office}")
