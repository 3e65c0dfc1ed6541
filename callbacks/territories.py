"""The pages of territories, and the buttons that choose the order of the comparison."""

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, no_update
from dash.development.base_component import Component

from callbacks.frames import make_frame
from callbacks.visitor import visitor
from data_access.db import Database
from data_access.queries import territories as query
from data_access.records.nation import NationPage
from data_access.records.view import View
from layouts import ids, links
from layouts import territories as layout
from layouts.frame import Frame
from layouts.territories_detail import detail
from layouts.territories_list import NAME
from layouts.territories_table import ORDERS, SORT_TYPE


def render(db: Database, frame: Frame, view: View, id: int | None = None) -> Component | None:
    """Return the comparison, or the page of one territory; None where it is not to be seen."""
    if id is None:
        return layout.page(query.load(db, view, frame.listing), frame)
    found = query.detail(db, view, id, frame.listing)
    return detail(found, frame) if found else None


def register(app: Dash, db: Database) -> None:
    """Bind the sort buttons and the search by name to an application."""
    app.clientside_callback(
        ClientsideFunction("karta", "findName"),
        Output(ids.LOCATION, "search", allow_duplicate=True),
        Input(NAME, "value"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(layout.TABLE, "children"),
        Input({"type": SORT_TYPE, "by": ALL}, "n_clicks"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def sort(clicks: list[int | None], search: str | None) -> Any:
        chosen = ctx.triggered_id
        order = chosen.get("by") if chosen else None
        if not any(clicks) or order not in ORDERS:
            return no_update
        return sorted_by(db, order, search or "")


def sorted_by(db: Database, order: str, search: str) -> Any:
    """Return the comparison anew in an order, by the account's rights and the page's filters."""
    who = visitor()
    frame = make_frame(db, who.account, links.PATHS["territories"], search, who.today)
    if frame.errors:
        return no_update
    view = View(who.account.scope, who.today, frame.filters)
    found = query.load(db, view)
    return no_update if isinstance(found, NationPage) else layout.comparison(found, frame, order)
