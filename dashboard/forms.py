"""`/forms/<kind>.<format>`: a form to fill in, for whoever may see its plan."""

from datetime import date
from http import HTTPStatus
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, abort, request

from callbacks.numbers import id_in
from callbacks.visitor import visitor
from dashboard import pages
from dashboard.exports import MIMETYPES, content_disposition
from data_access.db import Database
from data_access.importers.reports import handing_out
from data_access.importers.reports.handing_out import FormOrder, HandedOut
from data_access.records.accounts import KEEPERS
from layouts.components import headline, page
from layouts.form_texts import file_name, indicator_texts, report_texts
from layouts.links import PATHS
from layouts.notices import empty
from layouts.texts import _

KINDS = ("reports", "indicators")
FORMATS = ("xlsx", "csv")


def init_app(server: Flask, db: Database) -> None:
    """Add the route of all forms."""

    @server.get("/forms/<kind>.<fmt>")
    def form(kind: str, fmt: str) -> Any:
        if kind not in KINDS or fmt not in FORMATS:
            abort(HTTPStatus.NOT_FOUND)
        plan_id = _number("plan")
        name = handing_out.plan_seen(db, plan_id, visitor().account.scope) if plan_id else None
        if name is None:
            abort(HTTPStatus.NOT_FOUND)
        found = _form(db, kind, fmt, name.id)
        return _file(found, kind, fmt, name.short_title) if found else _nothing(kind)


def _form(db: Database, kind: str, fmt: str, plan_id: int) -> HandedOut | None:
    who = visitor()
    scope = who.account.scope
    if kind == "indicators":
        return handing_out.indicator_form(db, plan_id, scope, indicator_texts(), fmt)
    order = FormOrder(
        plan_id,
        scope,
        who.today,
        executor_id=_number("executor"),
        period_id=_number("period"),
        as_of=_day("as_of"),
        file_format=fmt,
    )
    return handing_out.report_form(db, order, report_texts())


def _number(name: str) -> int | None:
    """Return an id of the address, None where it is left empty; 404 for what is none."""
    text = request.args.get(name, "").strip()
    if not text:
        return None
    found = id_in(text)
    if found is None:
        abort(HTTPStatus.NOT_FOUND)
    return found


def _day(name: str) -> date | None:
    """Return a date of the address, None where it is left empty; 404 for what is none."""
    text = request.args.get(name, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        abort(HTTPStatus.NOT_FOUND)


def _file(form: HandedOut, kind: str, fmt: str, plan: str) -> Response:
    response = Response(form.data, content_type=MIMETYPES[fmt])
    name = file_name(kind, fmt, form.executor, form.period, plan)
    response.headers["Content-Disposition"] = content_disposition(f"form-{kind}", fmt, name)
    return response


def _nothing(kind: str) -> Any:
    """Return why there is no form: everything is done, or nothing is there to fill in."""
    if kind == "reports":
        said = _("There is nothing to report on: no measure of this choice is open.")
        hint = _("All is done, closed, or not yet begun. Choose another executor or period.")
    else:
        said = _("The plan has no indicators.")
        hint = _("They come in with the act that sets them.")
    title = _("There is no form to hand out")
    shown = page(headline(title), empty(said, hint), _back())
    return pages.message(title, shown), HTTPStatus.CONFLICT


def _back() -> Component:
    if visitor().account.role in KEEPERS:
        return html.P(html.A(_("Back to the data"), href=PATHS["data"]))
    return html.P(html.A(_("Go to the overview"), href=PATHS["overview"]))
