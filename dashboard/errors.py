"""What is answered when something goes wrong: a designed page, or JSON for scripts."""

import logging
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from dash import html
from dash.development.base_component import Component
from flask import Flask, jsonify, make_response, redirect, request
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from dashboard import pages
from dashboard.security import wants_json
from dashboard.upload_limits import drain
from dashboard.uploads import refuse
from data_access.faults import is_denied, is_passing, is_too_long, reason
from layouts import errors, links
from layouts.components import headline, page
from layouts.data_upload import UPLOAD, too_big
from layouts.notices import error_panel
from layouts.texts import _

RETRY_AFTER_SECONDS = "10"

log = logging.getLogger(__name__)


def init_app(server: Flask) -> None:
    """Answer every fault."""
    server.register_error_handler(CSRFError, _forged)
    server.register_error_handler(RequestEntityTooLarge, _too_large)
    server.register_error_handler(HTTPException, _http)
    server.register_error_handler(Exception, _unexpected)


def _forged(_error: CSRFError) -> Any:
    """Answer 400; who signs in again, in a tab from before the session, is taken into it."""
    if request.path == links.PATHS["login"] and current_user.is_authenticated:
        return redirect(links.PATHS["overview"], code=HTTPStatus.SEE_OTHER)
    title = _("The page has been open for too long")
    text = _("Nothing was sent. Go back, load the page again and repeat.")
    return _answer(HTTPStatus.BAD_REQUEST, "csrf", title, _plain(title, text))


def _too_large(_error: RequestEntityTooLarge) -> Any:
    drain()
    said = too_big() if request.path == UPLOAD else _("More was sent than is taken here.")
    return refuse(said, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _http(error: HTTPException) -> Any:
    if error.response is not None:  # a redirect of the router, or an answer made elsewhere
        return error.response
    code = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    title = _("There is nothing at this address")
    if code not in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED):
        title = _("The request could not be answered")
    text = _("The address may be mistyped, or the page is no longer there.")
    return _answer(code, code.phrase.lower().replace(" ", "_"), title, _plain(title, text))


def _unexpected(error: Exception) -> Any:
    identifier = uuid4().hex[:12]
    if is_passing(error):
        return _not_now(error, identifier)
    if is_denied(error):
        return _denied(error, identifier)
    log.error("fault at %s, identifier %s", request.path, identifier, exc_info=error)
    title = _("The page could not be shown")
    return _answer(
        HTTPStatus.INTERNAL_SERVER_ERROR, "fault", title, errors.failed(identifier), identifier
    )


def _denied(error: Exception, identifier: str) -> Any:
    """Answer 403: the database account has no right to write this."""
    log.error("denied at %s, identifier %s: %s", request.path, identifier, reason(error))
    title, shown = _("Nothing can be written here"), errors.denied(identifier)
    return _answer(HTTPStatus.FORBIDDEN, "database_denied", title, shown, identifier)


def _not_now(error: Exception, identifier: str) -> Any:
    """Answer 503: the database does not answer, or not in time; both pass by themselves."""
    name, shown = "database_unavailable", errors.unavailable
    if is_too_long(error):
        name, shown = "database_busy", errors.busy
    log.error("%s at %s, identifier %s: %s", name, request.path, identifier, reason(error))
    title = _("The data are not available now")
    response = make_response(
        _answer(HTTPStatus.SERVICE_UNAVAILABLE, name, title, shown(identifier), identifier)
    )
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def _answer(
    code: HTTPStatus, name: str, title: str, component: Component, identifier: str = ""
) -> Any:
    if wants_json():
        return jsonify(error=name, message=title, identifier=identifier), code
    return pages.message(title, component), code


def _plain(title: str, text: str) -> Component:
    back = html.P(html.A(_("Go to the overview"), href=links.PATHS["overview"]))
    return page(headline(title), error_panel(title, html.P(text), todo=back, css="fault--calm"))
