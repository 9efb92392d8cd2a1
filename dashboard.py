"""The application: the frame of pages, the fonts and the plain data beside it, the door before it, the headers of every answer."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from widgets.frame import banner
from widgets.parts.view import ROOT
from widgets.server import data, decks, door, embedding, handed_in
from widgets.server.curating import Curating
from widgets.server.guard import Guard
from widgets.server.headers import SecurityHeaders
from widgets.server.messages import Messages
from widgets.server.running import readiness, starting
from widgets.server.taken_along import TakenAlong

starting.prepare()
app = st.App(
    "pages/frame.py",
    lifespan=starting.running,
    routes=[
        Mount("/fonts", StaticFiles(directory=ROOT / "static" / "fonts"), name="fonts"),
        *data.ROUTES,
        *decks.ROUTES,
        *embedding.ROUTES,
        *handed_in.ROUTES,
        *readiness.ROUTES,
        *door.ROUTES,
    ],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(Guard),
        Middleware(Messages),
        Middleware(TakenAlong),
        Middleware(Curating),
        Middleware(door.Door),
    ],
    on_script_error=banner.say_failed,
)
