"""How the server is run: what it does before anybody comes (`starting`), how many files it may have open (`limits`), what it says of
itself (`log_lines`), and what a monitor asks (`readiness`).

Open to others: readiness, starting.
May import: models/writing, widgets/parts, widgets/pictures, widgets/server, starlette, streamlit.
"""
