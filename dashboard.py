"""The application: the frame of pages, the fonts and the plain data beside it, and the headers every answer carries."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from widgets.frame import banner
from widgets.parts.view import ROOT
from widgets.server.data import ROUTES
from widgets.server.headers import SecurityHeaders

app = st.App(
    "pages/frame.py",
    routes=[Mount("/fonts", StaticFiles(directory=ROOT / "static" / "fonts"), name="fonts"), *ROUTES],
    middleware=[Middleware(SecurityHeaders)],
    on_script_error=banner.say_failed,
)
