"""What whoever runs the server can set besides Streamlit's own options (deploy/README.md lists all)."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import streamlit

from widgets.parts import address


def public_host() -> str:
    """Host and port of the address under which readers know the register; '' where it is not set."""
    return urlsplit(address.known()).netloc.lower()


def metrics_are_open() -> bool:
    """Whether REGISTER_METRICS=1 lets Streamlit's figures about itself be read."""
    return os.environ.get("REGISTER_METRICS") == "1"


def curates() -> bool:
    """Whether the server was started by `make curate`."""
    return os.environ.get("REGISTER_CURATE") == "1"


def base_path() -> str:
    """The path below which the register is served, as in `/promises`; '' where it has a host of its own."""
    base = str(streamlit.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""
