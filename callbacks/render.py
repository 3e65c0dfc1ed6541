"""From an address to a page: the same for the router, the first response and the tests."""

import logging
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from dash.development.base_component import Component

from callbacks.faults import PageNotFoundError
from callbacks.frames import make_frame
from callbacks.registry import MODULES
from data_access.db import Database
from data_access.faults import is_passing
from data_access.records.accounts import Account
from data_access.records.view import View
from layouts import errors, links, pages
from layouts.frame import Frame
from layouts.texts import _

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rendered:
    """A page ready to be shown; `title` is the document's, `frame` what stands around it."""

    title: str
    component: Component
    status_code: int
    frame: Frame


def render_path(db: Database, account: Account, path: str, query: str, today: date) -> Rendered:
    """Return the page at an address as this account may see it.

    Wrong filters give a page that names each of them (400); what does not exist and what lies
    outside the account's territories give the same page (404); a fault of the program gives a
    page with the identifier under which the log has it (500).
    Raises what the database raises when it does not answer, or not in time.
    """
    with db.snapshot():
        frame = make_frame(db, account, path, query, today)
        if frame.errors:
            return _rendered(_("Wrong filter"), errors.bad_filters(frame), 400, frame)
        return _page_or_fault(db, frame)


def _page_or_fault(db: Database, frame: Frame) -> Rendered:
    try:
        return _page(db, frame)
    except PageNotFoundError:
        return _not_found(frame)
    except Exception as error:
        if is_passing(error):
            raise
        return _failed(frame)


def _page(db: Database, frame: Frame) -> Rendered:
    found = pages.find(frame.path)
    if found is None:
        return _not_found(frame)
    page, id_ = found
    if frame.account.role not in page.roles:
        return _not_found(frame)
    if id_ is None:
        component = _render(db, frame, page)
    else:  # filters that narrow a list say nothing about one thing; the frame around it says so
        alone = replace(frame, filters=links.context(frame.filters))
        component = _render(db, alone, page, id=id_)
    if component is None:
        return _not_found(frame)
    return _rendered(_(page.title), component, 200, frame)


def _render(db: Database, frame: Frame, page: pages.Page, **arguments: int) -> Component | None:
    view = View(frame.account.scope, frame.today, frame.filters)
    shown: Component | None = MODULES[page.module].render(db, frame, view, **arguments)
    return shown


def _not_found(frame: Frame) -> Rendered:
    return _rendered(_("Not found"), errors.not_found(frame), 404, frame)


def _failed(frame: Frame) -> Rendered:
    identifier = uuid4().hex[:12]
    log.exception("page %s failed, identifier %s", frame.path, identifier)
    return _rendered(_("The page could not be shown"), errors.failed(identifier), 500, frame)


def _rendered(title: str, component: Component, status_code: int, frame: Frame) -> Rendered:
    return Rendered(f"{title} – {_('Karta')}", component, status_code, frame)
