"""The register as plain data beside the pages: /data/register.json and /data/commitments.csv, as of any day."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from exports import commitments, dataset
from models.records.days import Refused
from widgets.parts.view import loaded_now, words_in
from widgets.server import asking


def _answer(request: Request, kind: str) -> Response:
    say, day = words_in(asking.language(request)), asking.day(request)
    if isinstance(day, Refused):
        return PlainTextResponse(say.refusal(day) + "\n", status_code=400, headers={"cache-control": "no-cache"})
    loaded = loaded_now()
    if kind == "json":
        body, media, name = dataset.as_json(loaded.register, day, loaded.left_out), "application/json", f"register-{day}.json"
    else:
        body, media, name = (
            commitments.for_people(loaded.register, say, day, loaded.left_out),
            "text/csv; charset=utf-8",
            f"commitments-{day}.csv",
        )
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache", "vary": "Accept-Language"}
    return Response(body, media_type=media, headers=headers)


def register_json(request: Request) -> Response:
    """The whole register as one document, statuses as of the day (docs/export.md)."""
    return _answer(request, "json")


def commitments_table(request: Request) -> Response:
    """The commitments as one table, safe to open in a spreadsheet."""
    return _answer(request, "csv")


ROUTES: list[BaseRoute] = [Route("/data/register.json", register_json), Route("/data/commitments.csv", commitments_table)]
