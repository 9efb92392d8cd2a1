"""Files to take along: made when somebody asks, and kept for some minutes besides what Streamlit does.

Streamlit holds such a file in the memory of the process that made it, and forgets it as soon as two other readers have clicked; where
many click, that is before the browser has asked for it. Behind a proxy another replica may be asked. So what is made is put into
the store that all replicas share, from which `widgets/server/taken_along.py` hands it out, before the browser learns its address.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Literal

import streamlit as st
from streamlit.runtime.media_file_storage import MediaFileKind
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from models.keeping.files import files
from models.keeping.store import Unkept

LOG = logging.getLogger("register")


def button(
    label: str,
    make: Callable[[], bytes],
    name: str,
    media_type: str,
    key: str,
    kind: Literal["primary", "secondary", "tertiary"] = "secondary",
) -> None:
    """A button behind which a file of this name is made."""
    st.download_button(label, lambda: kept(make(), name, media_type), name, media_type, key=key, on_click="ignore", type=kind)


def kept(data: bytes, name: str, media_type: str) -> bytes:
    """The file itself, once it is in the store; where it cannot be, Streamlit's memory has to do."""
    try:
        # By the very id that Streamlit will give it: a storage of its own is asked, and thrown away.
        id_ = MemoryMediaFileStorage("").load_and_get_id(data, media_type, MediaFileKind.DOWNLOADABLE, name)
        files().keep(id_, media_type, name, data)
    except Unkept as error:
        LOG.error("A file to take along is not kept", extra={"why": error.why})
    return data
