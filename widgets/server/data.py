"""The register as plain data beside the pages: /data/register.json and /data/commitments.csv, as of any day."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from exports import commitments, dataset
from models.labels import Say, load_labels
from models.loading import Loaded, load
from models.records.days import Refused, asked
from models.records.fields import Bilingual
from widgets.parts.view import Sweep, records_folder, today

_SWEEP = Sweep()


@lru_cache(maxsize=2)
def _loaded(folder: str, fingerprint: str, day: dt.date) -> Loaded:
    return load(Path(folder), day)


@lru_cache(maxsize=1)
def _labels() -> MappingProxyType[str, Bilingual]:
    return load_labels()


def _language(request: Request) -> str:
    return "ko" if request.query_params.get("lang") == "ko" else "en"


def _answer(request: Request, kind: str) -> Response:
    say, day = Say(_labels(), _language(request)), asked(request.query_params.getlist("on"), today())
    if isinstance(day, Refused):
        return PlainTextResponse(say.refusal(day) + "\n", status_code=400, headers={"cache-control": "no-cache"})
    folder = records_folder()
    loaded = _loaded(str(folder), _SWEEP.fingerprint(folder), today())
    if kind == "json":
        body, media, name = dataset.as_json(loaded.register, day, loaded.left_out), "application/json", f"register-{day}.json"
    else:
        body, media, name = (
            commitments.for_people(loaded.register, say, day, loaded.left_out),
            "text/csv; charset=utf-8",
            f"commitments-{day}.csv",
        )
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache"}
    return Response(body, media_type=media, headers=headers)


def register_json(request: Request) -> Response:
    """The whole register as one document, statuses as of the day (docs/export.md)."""
    return _answer(request, "json")


def commitments_table(request: Request) -> Response:
    """The commitments as one table, safe to open in a spreadsheet."""
    return _answer(request, "csv")


ROUTES: list[BaseRoute] = [Route("/data/register.json", register_json), Route("/data/commitments.csv", commitments_table)]
