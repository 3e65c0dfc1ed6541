"""`/export/<table>.<format>`: a table as a file, by the page's own query string and rights."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, abort, request

from callbacks.frames import make_frame
from callbacks.visitor import visitor
from dashboard import pages
from data_access import exports
from data_access.db import Database
from data_access.records.view import View
from layouts import errors
from layouts.export_texts import TITLES, export_texts
from layouts.frame import Frame
from layouts.links import EXPORT_FORMATS, EXPORT_TABLES
from layouts.texts import _, fmt_date

MIMETYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
BEGINNING = 65_536


def init_app(server: Flask, db: Database) -> None:
    """Add the route of all exports."""

    @server.get("/export/<table>.<fmt>")
    def export(table: str, fmt: str) -> Any:
        if table not in EXPORT_TABLES or fmt not in EXPORT_FORMATS:
            abort(HTTPStatus.NOT_FOUND)
        who = visitor()
        query = request.query_string.decode("utf-8", "replace")
        frame = make_frame(db, who.account, request.path, query, who.today)
        if frame.errors:
            return _bad_filters(frame)
        return _file(db, frame, table, fmt)


def file_name(table: str, fmt: str, frame: Frame) -> str:
    """Return the file's name in the language of the request, with the date of the cut.

    No date where the plans in view are looked at on different ones.
    """
    days = {plan.as_of for plan in frame.choices.in_view} or {frame.filters.as_of or frame.today}
    return f"{' '.join([_(TITLES[table]), *map(fmt_date, days if len(days) == 1 else ())])}.{fmt}"


def content_disposition(table: str, fmt: str, name: str) -> str:
    """Return the header that saves a file under its name, and under a Latin one in old clients."""
    return f"attachment; filename=\"{table}.{fmt}\"; filename*=UTF-8''{quote(name, safe='')}"


def _file(db: Database, frame: Frame, table: str, fmt: str) -> Response:
    view = View(frame.account.scope, frame.today, frame.filters)
    pieces = exports.write(db, table, fmt, view, export_texts(table))
    response = Response(_begun(pieces), content_type=MIMETYPES[fmt])
    name = file_name(table, fmt, frame)
    response.headers["Content-Disposition"] = content_disposition(table, fmt, name)
    return response


def _begun(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Return the file with its beginning made already: a fault may still answer with its code.

    Small files are whole by then; a big one goes on being made while it is sent.
    """
    start = b""
    for piece in pieces:
        start += piece
        if len(start) >= BEGINNING:
            break
    return _joined(start, pieces)


def _joined(start: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield start
    yield from rest


def _bad_filters(frame: Frame) -> Any:
    if "text/html" in request.accept_mimetypes.values():
        return pages.message(_("Wrong filter"), errors.bad_filters(frame)), HTTPStatus.BAD_REQUEST
    return Response("\n".join(frame.errors), HTTPStatus.BAD_REQUEST, mimetype="text/plain")
