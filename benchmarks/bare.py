"""What the register's pages are measured against: an otherwise empty Streamlit page, and the recurrence chart in plain Dash."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.browser.conftest import ROOT, answering, free_port

EMPTY = """import streamlit as st
choice = st.segmented_control("Order by", ["often", "long", "lately"], default="often", required=True, key="choice")
st.html(f"<h2 class='finding'>{choice}</h2>")
"""
AS_OURS = {
    "STREAMLIT_RUNNER_POST_SCRIPT_GC": "false",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}
"""The empty page is served with the settings of .streamlit/config.toml that cost or spare time."""

DASH = """
import datetime as dt, sys
from pathlib import Path
from dash import Dash, Input, Output, dcc, html
from benchmarks.plotted import figure
from charts.recurrence import matrix, told
from charts.theme import LIGHT
from models.labels import Say, load_labels
from models.loading import load
from models.register.frames import recurrence as tables

day, say = dt.date.fromisoformat(sys.argv[3]), Say(load_labels(), "en")
register = load(Path(sys.argv[1]), day).register
ORDERS = ("often", "long", "lately")

def chart(order):
    said = told.tell(tables.pledges(register, day, "en", order), tables.mentions(register, day, "en"),
        tables.forums(register, day), day, say, 17)
    return said.finding, figure(matrix.draw(said, LIGHT, "page"))

drawn = {order: chart(order) for order in ORDERS}  # made once, as nothing in it depends on the reader
app = Dash(__name__)
app.layout = html.Div([
    dcc.RadioItems([{"label": order, "value": order} for order in ORDERS], "often", id="order"),
    html.H2(id="finding", className="finding"), dcc.Graph(id="chart")])

@app.callback(Output("finding", "children"), Output("chart", "figure"), Input("order", "value"))
def changed(order):
    return drawn[order]

app.run(port=int(sys.argv[2]), debug=False)
"""
"""The same chart in plain Dash; only requirements-bench.txt has it."""


def dash(records: Path, folder: Path, day: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start the page in Dash over these records; waits until it answers."""
    (folder / "dash_page.py").write_text(DASH, encoding="utf-8")
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, str(folder / "dash_page.py"), str(records), str(port), day],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=(folder / "dash.txt").open("wb"),
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    address = f"http://127.0.0.1:{port}"
    answering(process, address, "the page in Dash", folder / "dash.txt")
    return process, address
