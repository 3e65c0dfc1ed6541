"""On the page of an amending act: a new measure is said to be one that goes, or no longer."""

from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, set_props
from dash.exceptions import PreventUpdate

from callbacks.data_refresh import Look, forms_in, frame_of, refresh
from callbacks.keepers import keeper
from callbacks.numbers import id_in, number_of
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.drafts import Refused, refused
from layouts import data_ids as ids
from layouts import ids as frame_ids
from layouts.data_fields import refusal
from layouts.data_shown import compared
from layouts.data_told import join_told


def register(app: Dash, db: Database) -> None:
    """Bind the choices of the difference, which count at once, and the buttons that undo them."""
    of_draft = {"draft": MATCH, "key": ALL}

    @app.callback(
        Output({"type": ids.DIFFERENCE, "draft": MATCH}, "children"),
        Input({"type": ids.JOIN, **of_draft}, "value"),
        Input({"type": ids.PART, **of_draft}, "n_clicks"),
        State(frame_ids.LOCATION, "search"),
        State(ids.OPEN_FORMS, "id"),
        prevent_initial_call=True,
    )
    def join(
        _chosen: list[str | None],
        _clicks: list[int | None],
        search: str | None,
        forms: list[Any],
    ) -> Any:
        keeper()
        id_ = ctx.triggered_id
        if not id_ or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        chosen = None if id_["type"] == ids.PART else str(ctx.triggered[0]["value"])
        look = Look(search or "", forms_in(forms))
        return joined(db, number_of(id_["draft"]), str(id_["key"]), chosen, look)


def joined(db: Database, draft_id: int, key: str, chosen: str | None, look: Look) -> Any:
    """Join a measure with the chosen one (None takes it back); return the difference then."""
    who = keeper()
    try:
        before = drafts.load(db, who.account, draft_id, who.today)
    except Refused as no:
        return refusal(no)
    try:
        drafts.join(db, who.account, draft_id, key, _measure(chosen), who.today)
    except Refused as no:
        return [*compared(before), refusal(no)]
    after = drafts.load(db, who.account, draft_id, who.today)
    frame = frame_of(db, who, draft_id, look.search)
    refresh(before, after, frame, ids.whole(ids.DIFFERENCE, draft_id), *look.forms)
    told = join_told(after.difference, key)
    set_props(ids.whole(ids.TOLD, draft_id), {"children": told})
    return compared(after)


def _measure(chosen: str | None) -> int | None:
    if chosen is None:
        return None
    found = id_in(chosen)
    if found is None:
        raise refused("not_joinable", "measure")
    return found
