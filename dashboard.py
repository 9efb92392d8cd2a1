"""The application: the frame of pages, the fonts and the plain data beside it, the door before it, the headers of every answer."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from widgets.frame import banner
from widgets.parts.view import ROOT
from widgets.server import data, door, limits
from widgets.server.headers import SecurityHeaders

limits.raise_open_files()
app = st.App(
    "pages/frame.py",
    routes=[Mount("/fonts", StaticFiles(directory=ROOT / "static" / "fonts"), name="fonts"), *data.ROUTES, *door.ROUTES],
    middleware=[Middleware(SecurityHeaders), Middleware(door.Door)],
    on_script_error=banner.say_failed,
)
