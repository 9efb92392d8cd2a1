"""The start of the server: what must not be served is refused, the records are read, and the log says what is served."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.concurrency import run_in_threadpool

from models.writing.permission import refusal
from widgets.parts.view import loaded_now
from widgets.pictures import elsewhere
from widgets.server import curating
from widgets.server.running import limits, log_lines


def prepare() -> None:
    """Before anything listens: the log, the open files, the settings and the secrets. Ends the program, with a sentence, where one of them is wrong."""
    log_lines.begin()
    limits.raise_open_files()
    if why := elsewhere.refusal() or refusal(st.secrets.to_dict() if st.secrets.load_if_toml_exists() else {}):
        raise SystemExit(f"The register does not start: {why}")


@asynccontextmanager
async def running(app: st.App) -> AsyncIterator[dict[str, Any] | None]:
    """While the server runs; the records are read before the first reader comes."""
    log_lines.begin()  # the server has set up its own lines meanwhile
    loaded = await run_in_threadpool(loaded_now)
    log_lines.LOG.info("The register is served", extra={"files": loaded.files, "withheld": loaded.left_out})
    curating.invite()
    # What is there now stays: looked through at every full collection, it would hold up whoever clicks at that moment.
    gc.collect()
    gc.freeze()
    yield None
    log_lines.LOG.info("The register is closed")
