"""Pages for what went wrong: a bad filter, nothing there or no rights, no database."""

import re

from dash import html
from dash.development.base_component import Component

from layouts import links
from layouts.components import Content, headline, link, page
from layouts.frame import Frame
from layouts.notices import error_panel
from layouts.texts import _

#: Caught, so that splitting keeps the dates.
ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})", re.ASCII)


def bad_filters(frame: Frame) -> Component:
    """Return the page for an address whose filters cannot be used: each fault, and ways out."""
    faults = html.Ul([html.Li(_unbroken(text)) for text in frame.errors], className="fault__list")
    here = frame.path + links.query(frame.filters)
    ways = [
        link(_("Open this page without the wrong filters"), here),
        link(_("Go to the overview"), links.PATHS["overview"]),
    ]
    return page(
        headline(_("The address asks for something that cannot be shown")),
        error_panel(
            _("Nothing is shown, so that no wrong filter passes for a right one."),
            faults,
            todo=_ways(ways),
        ),
    )


def _unbroken(text: str) -> list[Content]:
    """Return a sentence whose dates ("2025-12-31") stay in one line."""
    return [
        html.Span(part, className="nowrap") if ISO_DATE.fullmatch(part) else part
        for part in ISO_DATE.split(text)
        if part
    ]


def not_found(frame: Frame) -> Component:
    """Return the page for what does not exist or is not the account's to see, not saying which."""
    return page(
        headline(_("There is no such page, or you have no rights to it")),
        error_panel(
            _("Nothing is shown."),
            html.P(_("The address may be mistyped, or the data belong to another territory.")),
            todo=_ways([link(_("Go to the overview"), links.href("overview", frame.filters))]),
            css="fault--calm",
        ),
    )


def unavailable(identifier: str) -> Component:
    """Return the page for a database that does not answer; `identifier` stands in the log."""
    return _no_data(_("The database does not answer."), identifier)


def busy(identifier: str) -> Component:
    """Return the page for a database that answers, but not in time; `identifier` is in the log."""
    return _no_data(_("The database is busy: the answer takes too long."), identifier)


def _no_data(what: str, identifier: str) -> Component:
    return _fault(
        _("The data are not available now"),
        what,
        _("Nothing is lost: this page only reads the data."),
        _("Load the page again in a minute. If it stays, tell the administrator."),
        identifier,
    )


def denied(identifier: str) -> Component:
    """Return the page for what the database account of this installation may not do."""
    return _fault(
        _("Nothing can be written here"),
        _("The database account of this installation may only read."),
        _("Nothing was written."),
        _("The administrator can allow uploads: “karta db roles --uploads”."),
        identifier,
    )


def failed(identifier: str) -> Component:
    """Return the page for a fault of the program; `identifier` stands in the log."""
    return _fault(
        _("The page could not be shown"),
        _("The program met a fault."),
        _("Nothing is lost: this page only reads the data."),
        _("Load the page again. If it stays, tell the administrator."),
        identifier,
    )


def _fault(title: str, what: str, lost: str, todo: str, identifier: str) -> Component:
    """Return a page with what happened, what of the data is lost, and what to do."""
    panel = error_panel(what, html.P(lost), todo=html.P(todo), identifier=identifier)
    return page(headline(title), panel)


def _ways(items: list[Component]) -> Component:
    """Return the ways out as a list."""
    return html.Ul([html.Li(item) for item in items], className="fault__ways")
