"""The remarks on a draft as files: made when they are asked for, sent with the page and saved by its script, so that no server keeps them."""

from __future__ import annotations

import base64
from collections.abc import Callable

import streamlit as st
from markupsafe import Markup

from exports.remarks.docx import docx_file
from exports.remarks.table import table_file
from widgets.draft.held import Looked
from widgets.parts import prose

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
COUNTED = "draft:files"


def buttons(looked: Looked) -> None:
    """The draft with the remarks as comments in Word, and the remarks as a table."""
    view, draft = looked.view, looked.draft
    name = f"{view.say('draft.file_name')}-{view.on.isoformat()}-{view.lang}"
    with st.container(key="draft-take", horizontal=True, gap="small", vertical_alignment="center"):
        _button("docx", view.say("draft.take_docx"), lambda: docx_file(draft, view.register, view.say, view.on), f"{name}.docx", DOCX)
        _button("csv", view.say("draft.take_csv"), lambda: table_file(draft, view.register, view.say, view.on), f"{name}.csv", "text/csv")


def _button(kind: str, label: str, make: Callable[[], bytes], name: str, media: str) -> None:
    """A button; in the run that its click causes the file is part of the page, from where the script saves it (static/door/around.js)."""
    if st.button(label, key=f"draft-take-{kind}"):
        st.session_state[COUNTED] = int(st.session_state.get(COUNTED, 0)) + 1
        prose.show(
            Markup("<span class='hand-out' data-n='{}' data-name='{}' data-type='{}' data-file='{}'></span>").format(
                st.session_state[COUNTED], name, media, base64.b64encode(make()).decode("ascii")
            )
        )
