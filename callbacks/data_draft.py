"""What reacts on the page of a plan's upload: one callback for each finding, name and row."""

from collections.abc import Callable
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, no_update, set_props
from dash.exceptions import PreventUpdate

from callbacks import data_edits, data_joining, data_target
from callbacks.data_refresh import Look, forms_in, frame_of, refresh
from callbacks.keepers import keeper
from callbacks.numbers import id_in, number_of
from callbacks.visitor import Visitor
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.draft_matches import NameChoice
from data_access.records.drafts import Edit, PlanDraft, Refused, refused
from layouts import data_ids as ids
from layouts import ids as frame_ids
from layouts.data_draft_findings import entry as finding_entry
from layouts.data_draft_names import NEW
from layouts.data_draft_names import entry as name_entry
from layouts.data_draft_ways import BOTH, contradicting
from layouts.data_fields import refusal
from layouts.texts import _

Change = Callable[[Visitor], None]


def register(app: Dash, db: Database) -> None:
    """Bind findings and names here, rows and the target in their own modules."""
    _bind_findings(app, db)
    _bind_names(app, db)
    data_edits.register(app, db)
    data_target.register(app, db)
    data_joining.register(app, db)


def pressed() -> Any:
    """Return the id of the button that was pressed; nothing to do where none was."""
    if not ctx.triggered_id or not ctx.triggered[0]["value"]:
        raise PreventUpdate
    return ctx.triggered_id


def changed(db: Database, draft_id: int, look: Look, change: Change) -> PlanDraft:
    """Make a change in the visitor's own draft and draw what differs; return the draft after it.

    Raises Refused where the change may not be made.
    """
    who = keeper()
    before = drafts.load(db, who.account, draft_id, who.today)
    change(who)
    after = drafts.load(db, who.account, draft_id, who.today)
    refresh(before, after, frame_of(db, who, draft_id, look.search), *look.forms)
    return after


def _bind_findings(app: Dash, db: Database) -> None:
    one = {"draft": MATCH, "index": MATCH}

    @app.callback(
        Output({"type": ids.FINDING, **one}, "children"),
        Input({"type": ids.SETTLE, **one, "how": ALL}, "n_clicks"),
        State(frame_ids.LOCATION, "search"),
        State(ids.OPEN_FORMS, "id"),
        prevent_initial_call=True,
    )
    def settle(_clicks: list[int | None], search: str | None, forms: list[Any]) -> Any:
        keeper()
        id_ = pressed()
        place = number_of(id_["draft"]), number_of(id_["index"])
        return settled(db, *place, str(id_["how"]), Look(search or "", forms_in(forms)))


def settled(db: Database, draft_id: int, index: int, how: str, look: Look) -> Any:
    """Settle a finding and return what stands in its place."""

    def change(who: Visitor) -> None:
        if how in BOTH:
            _take(db, who, draft_id, index, how)
        else:
            drafts.settle(db, who.account, draft_id, index, how, who.today)

    try:
        after = changed(db, draft_id, look, change)
    except Refused as no:
        return [*_standing(db, draft_id, index), refusal(no)]
    found = after.finding(index)
    return finding_entry(after, found) if found else []


def _standing(db: Database, draft_id: int, index: int) -> list[Any]:
    """Return a finding as it stands; nothing of one, or of a draft, that is not there."""
    who = keeper()
    try:
        draft = drafts.load(db, who.account, draft_id, who.today)
    except Refused:
        return []
    found = draft.finding(index)
    return finding_entry(draft, found) if found else []


def _take(db: Database, who: Visitor, draft_id: int, index: int, which: str) -> None:
    """Set the field of a contradiction to one of the two values that were read."""
    draft = drafts.load(db, who.account, draft_id, who.today)
    asked = draft.finding(index)
    values = contradicting(asked.finding) if asked else {}
    if asked is None or which not in values:
        raise refused("unknown_choice", "how", value=which)
    if not asked.settlement.is_open:
        raise refused("settled_meanwhile", key=str(index))
    change = Edit("set", "plan", "", asked.finding.field, values[which])
    drafts.edit(db, who.account, draft_id, change, since=draft.head.updated_at)


def _bind_names(app: Dash, db: Database) -> None:
    one = {"draft": MATCH, "key": MATCH}

    @app.callback(
        Output({"type": ids.NAME, **one}, "children"),
        Input({"type": ids.DECIDE, **one, "act": ALL}, "n_clicks"),
        State({"type": ids.SAID, **one, "field": ALL}, "value"),
        State(frame_ids.LOCATION, "search"),
        State(ids.OPEN_FORMS, "id"),
        prevent_initial_call=True,
    )
    def decide(
        _clicks: list[int | None], _said: list[str | None], search: str | None, forms: list[Any]
    ) -> Any:
        keeper()
        id_ = pressed()
        said = {one["id"]["field"]: str(one.get("value") or "") for one in ctx.states_list[0]}
        choice = None
        if id_["act"] == "decide":
            choice = choice_of(said.get("choice", ""), said.get("spelling", ""))
        look = Look(search or "", forms_in(forms))
        return named(db, number_of(id_["draft"]), ids.decoded(str(id_["key"])), choice, look)


def choice_of(chosen: str, spelling: str) -> NameChoice:
    """Return what was chosen for a name: "known:7", "same:key" or "new" with its spelling."""
    kind, _colon, rest = str(chosen).partition(":")
    if kind == "known" and (known := id_in(rest)) is not None:
        return NameChoice("known", executor_id=known)
    if kind == "same":
        return NameChoice("same", key=rest)
    if kind == NEW:
        return NameChoice("new", name=" ".join(str(spelling).split()))
    return NameChoice("unknown")


def named(db: Database, draft_id: int, key: str, choice: NameChoice | None, look: Look) -> Any:
    """Decide on a name (None takes it back) and return what stands in its place."""

    def change(who: Visitor) -> None:
        drafts.decide_executor(db, who.account, draft_id, key, choice)

    try:
        after = changed(db, draft_id, look, change)
    except Refused as no:
        if any(one.code == "decided_meanwhile" for one in no.faults):
            who = keeper()
            return [*_name(drafts.load(db, who.account, draft_id, who.today), key), refusal(no)]
        set_props(ids.of_name(ids.UNFIT, draft_id, key), {"children": refusal(no)})
        return no_update
    return _name(after, key)


def _name(draft: PlanDraft, key: str) -> list[Any]:
    """Return a name as it stands."""
    found = next((one for one in draft.executors if one.key == key), None)
    return name_entry(draft, found) if found else [_("This name is no longer in the plan.")]
