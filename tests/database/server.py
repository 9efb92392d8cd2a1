"""A PostgreSQL server that is thrown away after the tests, reached by a socket in a folder of its own."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwnam
from typing import Any

import psycopg

from tests.database.install import HINT, find

QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "shared_buffers=16MB")
"""What would keep its data through a loss of power is off: it is thrown away anyway."""


@dataclass
class Server:
    """A running server; `at` is the folder of its socket and its data."""

    programs: Path
    at: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, or start it again after `stop`, with what is in it."""
        settings = [word for setting in (*QUICK, f"unix_socket_directories={self.at}") for word in ("-c", setting)]
        command = [str(self.programs / "postgres"), "-D", str(self.at / "data"), *settings]
        with (self.at / "log.txt").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, **self._somebody())
        for _ in range(200):
            try:
                psycopg.connect(self._dsn("postgres")).close()
                return
            except psycopg.OperationalError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        raise AssertionError(f"PostgreSQL did not start:\n{(self.at / 'log.txt').read_text(errors='replace')}")

    def stop(self) -> None:
        if self.process:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=30)
            self.process = None

    def database(self) -> str:
        """A new empty database, as the address that REGISTER_STORE takes."""
        name = f"register_{uuid.uuid4().hex[:12]}"
        with psycopg.connect(self._dsn("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://tests@/{name}?host={self.at}"

    def prepare(self) -> None:
        """Make the folder of its data."""
        if os.geteuid() == 0:
            shutil.chown(self.at, self._somebody()["user"])
        command = [
            str(self.programs / "initdb"),
            "-D",
            str(self.at / "data"),
            "-U",
            "tests",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "-N",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False, **self._somebody())
        assert done.returncode == 0, done.stdout + done.stderr

    def _dsn(self, database: str) -> str:
        return f"host={self.at} user=tests dbname={database}"

    def _somebody(self) -> dict[str, Any]:
        """PostgreSQL refuses to run as root, so root runs it as somebody else."""
        if os.geteuid() != 0:
            return {"cwd": self.at}
        known = next(name for name in ("postgres", "nobody") if _is_known(name))
        return {"user": known, "group": getpwnam(known).pw_gid, "extra_groups": [], "cwd": self.at}


def _is_known(name: str) -> bool:
    try:
        return getpwnam(name) is not None
    except KeyError:
        return False


@contextmanager
def started() -> Iterator[Server]:
    """A server of its own; the path of a socket may have only some hundred letters, so it stands in the folder for temporary files."""
    programs = find()
    assert programs, HINT
    at = Path(tempfile.mkdtemp(prefix="register-pg-"))
    server = Server(programs, at)
    try:
        server.prepare()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(at, ignore_errors=True)
