"""The filter bar's controls: the browser writes them into the address, the rest follows from it."""

from dash import ClientsideFunction, Dash, Input, Output, State

from data_access.db import Database
from layouts import ids

#: Name in the query string → the control that sets it and the property that changes, in the order
#: in which `assets/filters.js` takes the values.
CONTROLS = {
    "plan": (ids.FILTER_PLAN, "value"),
    "territory": (ids.FILTER_TERRITORY, "value"),
    "section": (ids.FILTER_SECTION, "value"),
    "executor": (ids.FILTER_EXECUTOR, "value"),
    "status": (ids.FILTER_STATUS, "value"),
    "as_of": (ids.FILTER_AS_OF, "date"),
    "since": (ids.FILTER_SINCE, "date"),
    "q": (ids.FILTER_Q, "value"),
}


def register(app: Dash, db: Database) -> None:
    """Bind the controls to the address, without a request of their own."""
    app.clientside_callback(
        ClientsideFunction("karta", "writeFilters"),
        Output(ids.LOCATION, "pathname", allow_duplicate=True),
        Output(ids.LOCATION, "search", allow_duplicate=True),
        *[Input(id, prop) for id, prop in CONTROLS.values()],
        State(ids.FILTERS, "data"),
        prevent_initial_call=True,
    )
