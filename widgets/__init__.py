"""The shared parts of the pages: the only code beside the pages that draws with Streamlit."""
