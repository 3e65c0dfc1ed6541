"""`POST /data/upload`: a file becomes a draft; what is done with a draft as a whole.

Plain forms that work without scripts; `assets/upload.js` asks for JSON instead and shows progress.
"""

from http import HTTPStatus
from typing import Any

from flask import Flask, abort, jsonify, redirect, request
from werkzeug.datastructures import FileStorage

from callbacks.keepers import keeper
from callbacks.numbers import id_in
from callbacks.visitor import Visitor
from dashboard import messages
from dashboard.security import wants_json
from data_access.commands import drafts
from data_access.db import Database
from data_access.importers.indicators.read import read as read_indicators
from data_access.importers.plan.refusal import ReadingRefused
from data_access.importers.reports.read import read as read_reports
from data_access.importers.sheets.faults import FileRefused
from data_access.records.drafts import Refused
from data_access.records.limits import MOST_BYTES
from data_access.records.view import Filters
from layouts import links
from layouts.data_upload import KINDS, UPLOAD, too_big
from layouts.draft_texts import draft_fault_text
from layouts.fault_texts import fault_text
from layouts.refusal_texts import refusal_text
from layouts.texts import _

LONGEST_NAME = 300
#: Kind → how a filled-in form of it is read.
SHEETS = {"reports": read_reports, "indicators": read_indicators}


def init_app(server: Flask, db: Database) -> None:
    """Add the route of uploads."""

    @server.post(UPLOAD)
    def upload() -> Any:
        keeper()
        kind, file = request.form.get("kind", ""), request.files.get("file")
        if kind not in KINDS:
            abort(HTTPStatus.NOT_FOUND)
        if file is None or not file.filename:
            return refuse(_("No file was chosen."))
        return _taken(db, kind, file)


def refuse(
    said: str,
    code: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY,
    *,
    back: str = links.PATHS["data"],
) -> Any:
    """Return why nothing was taken in: as JSON to a script, as a page to everybody else."""
    if wants_json():
        return jsonify(error="refused", message=said), code
    return messages.refused(said, back), code


def _taken(db: Database, kind: str, file: FileStorage) -> Any:
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        return refuse(too_big(), HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        draft = _made(db, kind, str(file.filename), data)
    except ReadingRefused as refused:
        return refuse(refusal_text(refused.code, refused.parameters))
    except Unreadable as refused:
        return refuse(str(refused))
    except Refused as refused:
        return refuse("; ".join(draft_fault_text(one) for one in refused.faults))
    target = links.href("draft", Filters(), id=draft)
    if wants_json():
        return jsonify(location=target), HTTPStatus.CREATED
    return redirect(target, code=HTTPStatus.SEE_OTHER)


def _made(db: Database, kind: str, name: str, data: bytes) -> int:
    """Keep the file as a draft; what cannot be opened at all is refused and not kept."""
    who, plan = keeper(), number(request.form.get("plan", ""))
    if kind in SHEETS:
        _refuse_unreadable(kind, name, data, who)
    return drafts.create(db, who.account, kind, name[-LONGEST_NAME:], data, plan)


def _refuse_unreadable(kind: str, name: str, data: bytes, who: Visitor) -> None:
    try:
        SHEETS[kind](name, data)
    except FileRefused as refused:
        raise Unreadable(fault_text(refused.fault)) from refused


class Unreadable(Exception):  # noqa: N818 - a refusal of a file
    """A file that cannot be opened; the message is for whoever put it in."""


def number(text: str) -> int | None:
    """Return an id that a form sent, None where it sent none; 404 for what is no id."""
    text = text.strip()
    if not text:
        return None
    found = id_in(text)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return found
