"""`/export/<table>.<format>`: a table as a file, by the page's own query string and rights."""

from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, abort, request

from callbacks.render import make_frame
from callbacks.visitor import visitor
from dashboard import pages
from data_access import exports
from data_access.db import Database
from data_access.records.view import View
from layouts import errors
from layouts.export_texts import export_texts
from layouts.frame import Frame
from layouts.links import EXPORT_FORMATS, EXPORT_TABLES
from layouts.texts import N_, _, fmt_date

MIMETYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
FILE_NAMES = {
    "measures": N_("Measures"),
    "overdue": N_("Overdue"),
    "executors": N_("Executors"),
    "sections": N_("Sections"),
    "territories": N_("Territories"),
    "indicators": N_("Indicators"),
    "reports": N_("Reports"),
}


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
    """Return the file's name in the language of the request, with the date of the cut."""
    day = frame.filters.as_of or frame.today
    return f"{_(FILE_NAMES[table])} {fmt_date(day)}.{fmt}"


def content_disposition(table: str, fmt: str, name: str) -> str:
    """Return the header that saves a file under its name, and under a Latin one in old clients."""
    return f"attachment; filename=\"{table}.{fmt}\"; filename*=UTF-8''{quote(name, safe='')}"


def _file(db: Database, frame: Frame, table: str, fmt: str) -> Response:
    view = View(frame.account.scope, frame.today, frame.filters)
    response = Response(
        exports.write(db, table, fmt, view, export_texts(table)), content_type=MIMETYPES[fmt]
    )
    name = file_name(table, fmt, frame)
    response.headers["Content-Disposition"] = content_disposition(table, fmt, name)
    return response


def _bad_filters(frame: Frame) -> Any:
    if request.accept_mimetypes.accept_html:
        return pages.message(_("Wrong filter"), errors.bad_filters(frame)), HTTPStatus.BAD_REQUEST
    return Response("\n".join(frame.errors), HTTPStatus.BAD_REQUEST, mimetype="text/plain")
