"""Decisions on doubtful places of saved plans: a callback of its own for each."""

from typing import Any

from dash import MATCH, Dash, Input, Output, State, ctx, no_update, set_props
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from callbacks.frames import make_frame
from callbacks.keepers import keeper
from callbacks.numbers import number_of
from callbacks.visitor import Visitor
from data_access.commands.findings import settle_finding
from data_access.db import Database
from data_access.queries import data as query
from data_access.queries.findings import waiting
from data_access.records.drafts import Refused
from data_access.records.view import View
from layouts import data as layout
from layouts import data_findings as findings
from layouts import ids, links
from layouts.draft_texts import draft_fault_text
from layouts.finding_view import own_words
from layouts.texts import _

#: The reading was right; other resolutions are words.
ACCEPTED = "accepted"


def register(app: Dash, db: Database) -> None:
    """Bind the buttons of every finding; the rest of the page stays as it is."""

    @app.callback(
        Output({"type": findings.FINDING, "id": MATCH}, "children"),
        Input({"type": findings.ACCEPT, "id": MATCH}, "n_clicks"),
        Input({"type": findings.SETTLE, "id": MATCH}, "n_clicks"),
        State({"type": findings.NOTE, "id": MATCH}, "value"),
        State(ids.LOCATION, "search"),
        prevent_initial_call=True,
    )
    def decide(_a: int | None, _s: int | None, note: str | None, search: str | None) -> Any:
        who, pressed = keeper(), ctx.triggered_id
        if not pressed or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        words = own_words((note or "").strip())
        if pressed["type"] == findings.ACCEPT:
            words = ""
        elif not words:
            fault = _("Say in a few words how it was settled.")
            set_props({"type": findings.FAULT, "id": pressed["id"]}, {"children": fault})
            return no_update
        finding_id = number_of(pressed["id"])
        try:
            children, head, title = decided(db, who, search or "", finding_id, words)
        except Refused as refused:
            fault = draft_fault_text(refused.faults[0])
            set_props({"type": findings.FAULT, "id": pressed["id"]}, {"children": fault})
            return no_update
        set_props(layout.HEADLINE, {"children": head})
        set_props(findings.TITLE, {"children": title})
        return children


def decided(
    db: Database, who: Visitor, search: str, finding_id: int, words: str
) -> tuple[list[Component], Component, str]:
    """Record a decision; return what stands in place of the finding, the new headline and title.

    Raises Refused for words that are too long.
    """
    done = _settled(db, who, finding_id, words)
    frame = make_frame(db, who.account, links.PATHS["data"], search, who.today)
    page = query.load(db, View(who.account.scope, who.today, frame.filters), who.account.id)
    found = next((one for one in page.decided if one.finding.id == finding_id), None)
    shown = findings.settled_finding(found) if done and found else findings.gone_finding()
    return shown, layout.head(page), findings.title(page.open_count)


def _settled(db: Database, who: Visitor, finding_id: int, words: str) -> bool:
    """Settle a finding that waits; False where none does. Words of a provisional way stay."""
    found = waiting(db, View(who.account.scope, who.today), finding_id)
    if found is None:
        return False
    try:
        settle_finding(db, who.account, finding_id, words or found.resolution or ACCEPTED)
    except Refused as refused:
        if any(one.code != "finding_decided" for one in refused.faults):
            raise
        return False  # somebody else was first
    return True
