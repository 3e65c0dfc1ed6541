"""The filter bar's controls: the browser writes them into the address, the rest follows from it."""

from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, State, no_update

from callbacks.frames import make_frame
from callbacks.visitor import visitor
from data_access.db import Database
from data_access.queries.choices_territories import search_territories
from data_access.records.view import View
from layouts import ids
from layouts.controls import choices
from layouts.filters import territory_options

#: Fewer letters are in too many names; more is no name.
SHORTEST, LONGEST = 2, 100

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
    app.clientside_callback(
        ClientsideFunction("karta", "lookUp"),
        Output(ids.TERRITORY_WORDS, "data"),
        Input(ids.FILTER_TERRITORY, "search_value"),
        State(ids.FILTERS, "data"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output(ids.FILTER_TERRITORY, "options"),
        Input(ids.TERRITORY_WORDS, "data"),
        State(ids.LOCATION, "pathname"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def look_up(words: str | None, path: str | None, search: str | None) -> Any:
        return no_update if words is None else offered(db, words, path or "/", search or "")


def offered(db: Database, words: str, path: str, search: str) -> list[dict[str, Any]]:
    """Return the territories that have the words in their names, within the account's rights, with
    the chosen one; those of the page where too little is typed.
    """
    who = visitor()
    frame = make_frame(db, who.account, path, search, who.today)
    typed = words.strip()[:LONGEST]
    if len(typed) < SHORTEST:
        return choices(territory_options(frame.choices.territories))
    found = search_territories(db, View(who.account.scope, who.today), typed)
    chosen = [one for one in frame.choices.territories if one.id == frame.filters.territory]
    known = {one.id for one in found}
    options = choices(territory_options(found), found_by=words)
    return options + choices(territory_options([one for one in chosen if one.id not in known]))
