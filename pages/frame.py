"""The frame around every page: navigation, language, the day the register is looked at, and what is not shown."""

import sys
from pathlib import Path

# Streamlit puts the folder of this script on the path; the project's own packages lie one above it.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

import streamlit as st  # noqa: E402

from widgets.follow_through import access  # noqa: E402
from widgets.frame import banner, masthead, paper, titles, ways  # noqa: E402
from widgets.parts import prose, view  # noqa: E402

looked_at = view.current()
say = looked_at.say
page = st.navigation(ways.pages(looked_at), position="hidden")
st.set_page_config(layout="wide", page_icon=titles.ICON, initial_sidebar_state="collapsed")
prose.style()
masthead.show(looked_at, page, may_write=access.current().permission is not None)
paper.show(looked_at)
banner.show(looked_at)
if looked_at.register.declarations:
    with view.held(looked_at):
        page.run()
elif looked_at.whole.declarations:
    prose.title(
        say("frame.early_title", date=say.date(looked_at.on)),
        say("frame.early_hint", date=say.date(looked_at.whole.declarations[0].adopted)),
    )
else:
    prose.title(say("frame.empty_title"), say("frame.empty_hint"))
banner.unfinished(looked_at)
prose.note(say("frame.foot"))
