"""The script and the style of a picture on a page; the package is installed for them alone (picture/pyproject.toml)."""
