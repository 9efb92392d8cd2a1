"""How browsers reach the server, as `make curate` looks at it."""

from __future__ import annotations

from models.writing.permission import Circumstances

AT_THE_MACHINE = Circumstances("127.0.0.1", "127.0.0.1", "127.0.0.1:8501", "http://127.0.0.1:8501", forwarded=False, has_key=True)
"""Somebody who sits at it and opened the address that the terminal shows."""
