"""What the server says of itself: plain lines, or with REGISTER_LOG=json one JSON object a line for a collector.

No line names a reader: no address, no account, no query, no words of a search.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import sys
from typing import Final

LOG = logging.getLogger("register")
_ITS_OWN: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
"""What every record of Python's logging has; the rest was given by whoever wrote the line."""


class AsJson(logging.Formatter):
    """One object a line: when, how grave, who says it, what, and what belongs to it."""

    def format(self, record: logging.LogRecord) -> str:
        said = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in _ITS_OWN},
        }
        if record.exc_info:
            said["error"] = self.formatException(record.exc_info)
        return json.dumps(said, ensure_ascii=False, default=str)


class InWords(logging.Formatter):
    """The sentence, and behind it what belongs to it."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:
        belongs = [f"{name}={value}" for name, value in vars(record).items() if name not in _ITS_OWN]
        return " ".join([super().formatMessage(record), *belongs])


def begin() -> None:
    """Write the register's own lines to standard error, and Streamlit's and the server's in the same form."""
    as_json = os.environ.get("REGISTER_LOG") == "json"
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(AsJson() if as_json else InWords())
    LOG.handlers[:] = [handler]
    LOG.setLevel(logging.INFO)
    LOG.propagate = False
    if as_json:
        for name in list(logging.root.manager.loggerDict):
            if name.partition(".")[0] in ("streamlit", "uvicorn", "websockets", "asyncio"):
                for each in logging.getLogger(name).handlers:
                    each.setFormatter(AsJson())
        if not logging.root.handlers:
            logging.root.addHandler(handler)
