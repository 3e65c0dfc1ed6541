"""The router: draws the page at the address, at the first load and at each change."""

from typing import Any, TypedDict
from urllib.parse import urlsplit

from dash import Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from flask import has_request_context, request

from callbacks.render import Rendered, render_path
from callbacks.visitor import visitor
from data_access.db import Database
from layouts import ids, shell

#: Holds the address that the entry layout has drawn already.
DRAWN = "drawn-address"


class Address(TypedDict):
    """An address within the product."""

    pathname: str
    search: str


def register(app: Dash, db: Database) -> None:
    """Bind the router to an application and give it the entry layout."""
    app.layout = lambda: entry_layout(db)

    @app.callback(
        Output(ids.NAV, "children"),
        Output(ids.FILTER_BAR, "children"),
        Output(ids.NOTICE, "children"),
        Output(ids.PAGE, "children"),
        Output(ids.ROOT, "className"),
        Output(ids.TITLE, "data"),
        Output(DRAWN, "data"),
        Input(ids.LOCATION, "pathname"),
        Input(ids.LOCATION, "search"),
        State(DRAWN, "data"),
    )
    def route(pathname: str | None, search: str | None, drawn: Address | None) -> Any:
        return draw(db, {"pathname": pathname or "/", "search": search or ""}, drawn)

    app.clientside_callback(
        "function(title) { if (title) { document.title = title; }"
        " return window.dash_clientside.no_update; }",
        Output(ids.TITLE, "id"),
        Input(ids.TITLE, "data"),
    )


def draw(db: Database, address: Address, drawn: Address | None) -> Any:
    """Return the parts of the screen at an address; nothing to do where they are drawn."""
    if address == drawn:
        return (no_update,) * 7
    page = _render(db, address)
    return (
        shell.nav(page.frame),
        shell.topbar(page.frame),
        shell.notice(page.frame),
        page.component,
        shell.root_class(page.frame.path),
        page.title,
        address,
    )


def entry_layout(db: Database) -> Component:
    """Return the whole screen for the address that the browser is at.

    Dash asks for the layout without saying for which address: the browser does, as the
    referrer. Where it keeps that to itself the frame comes empty and the router fills it.
    """
    address = _referring_address()
    if address is None:
        return _entry(_empty_shell(), None, "")
    page = _render(db, address)
    return _entry(shell.shell(page.frame, page.component), address, page.title)


def _render(db: Database, address: Address) -> Rendered:
    who = visitor()
    return render_path(db, who.account, address["pathname"], address["search"], who.today)


def _referring_address() -> Address | None:
    if not has_request_context() or not request.referrer:
        return None
    came_from = urlsplit(request.referrer)
    if came_from.netloc != request.host:
        return None
    return {"pathname": came_from.path, "search": f"?{came_from.query}" if came_from.query else ""}


def _entry(screen: Component, drawn: Address | None, title: str) -> Component:
    return html.Div(
        [
            dcc.Location(id=ids.LOCATION, refresh=False),
            dcc.Store(id=ids.TITLE, data=title),
            dcc.Store(id=DRAWN, data=drawn),
            screen,
        ]
    )


def _empty_shell() -> Component:
    parts = [html.Div(id=one) for one in (ids.NAV, ids.FILTER_BAR, ids.NOTICE)]
    return html.Div([*parts, html.Main(id=ids.PAGE)], id=ids.ROOT)
