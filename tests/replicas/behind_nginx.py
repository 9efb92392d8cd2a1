"""nginx over running servers, with the very files of `deploy/nginx`; only names, ports and paths are this machine's."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from benchmarks.reading import untrusting
from tests.browser.conftest import free_port
from tests.replicas.install import HINT, nginx
from tests.samples.registers import ROOT

SITE = ROOT / "deploy" / "nginx"
AROUND = """{user}
worker_processes 1;
daemon off;
pid {here}/nginx.pid;
error_log {here}/error.log warn;
events {{ worker_connections 2048; }}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {here}/body; proxy_temp_path {here}/proxy; fastcgi_temp_path {here}/fastcgi;
    uwsgi_temp_path {here}/uwsgi; scgi_temp_path {here}/scgi;
    include {here}/register.conf;
}}
"""


def certificate(here: Path) -> None:
    """A certificate for this machine that nobody has signed, in `fullchain.pem` and `privkey.pem`."""
    key = ec.generate_private_key(ec.SECP256R1())
    name, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]), dt.datetime.now(dt.UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - dt.timedelta(days=2)).not_valid_after(now + dt.timedelta(days=30))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
    (here / "fullchain.pem").write_bytes(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (here / "privkey.pem").write_bytes(private)


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    """The text with each first replaced by each second; raises where the files of `deploy/` no longer say it."""
    for old, new in pairs:
        if old not in text:
            raise ValueError(f"{old!r} is no longer in the site of deploy/nginx")
        text = text.replace(old, new)
    return text


@contextmanager
def proxied(here: Path, servers: Sequence[int], base: str = "", port: int = 0) -> Iterator[str]:
    """The address of nginx over servers at these ports of this machine, below a path where `base` names one."""
    program = nginx()
    assert program, HINT
    here.mkdir(parents=True, exist_ok=True)
    certificate(here)
    secure, plain = port or free_port(), free_port()
    lines = "\n".join(f"    server 127.0.0.1:{each} max_fails=1 fail_timeout=5s;" for each in servers)
    site = replaced(
        (SITE / "register.conf").read_text(encoding="utf-8"),
        ("    server 127.0.0.1:8501 max_fails=1 fail_timeout=5s;\n    server 127.0.0.1:8502 max_fails=1 fail_timeout=5s;", lines),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{secure} ssl http2;"),
        ("register.example.org", "localhost"),
        ("/etc/ssl/register", str(here)),
        ("/var/cache/nginx/register", str(here / "cache")),
        ("/var/log/nginx/register.log", str(here / "access.log")),
        ("snippets/register-locations.conf", str(SITE / "register-locations.conf")),
        *([("location / {", f"location {base}/ {{")] if base else []),
    )
    (here / "register.conf").write_text(site, encoding="utf-8")
    around = AROUND.format(here=here, user="user root;" if os.geteuid() == 0 else "")
    (here / "nginx.conf").write_text(around, encoding="utf-8")
    with (here / "out.txt").open("wb") as out:
        process = subprocess.Popen(
            [program, "-e", str(here / "error.log"), "-p", str(here), "-c", str(here / "nginx.conf")], stdout=out, stderr=out
        )
    address = f"https://localhost:{secure}{base}"
    try:
        for _ in range(100):
            try:
                urlopen(f"{address}/_stcore/health", timeout=5, context=untrusting())
                break
            except OSError:
                assert process.poll() is None, (here / "error.log").read_text()
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)
