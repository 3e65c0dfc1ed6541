"""Where a plan goes, chosen in place: its territory, a new plan or the one that it amends."""

from secrets import token_hex
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, no_update, set_props
from dash.exceptions import PreventUpdate

from callbacks.data_changes import Sent, changed, values_in
from callbacks.data_refresh import Look, forms_in, frame_of, refresh
from callbacks.keepers import keeper
from callbacks.numbers import id_in, number_of
from callbacks.visitor import Visitor
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.draft_matches import NewTerritory
from data_access.records.drafts import PlanDraft, Refused, refused
from layouts import data_ids as ids
from layouts import ids as frame_ids
from layouts.data_draft_target import basis_fields, target
from layouts.data_draft_territory import NEW
from layouts.data_fields import refusal, values_of
from layouts.draft_texts import ELSEWHERE, draft_fault_text, once_more

Values = dict[str, str]
#: What replaces a choice: only the one that the page showed.
CHOICES = ("plan", "territory", "territory-new")
#: A fault of a territory or a plan is told beside the choice of it.
BESIDE = {"target": "plan", "plan": "plan", "territory": "territory", "level": "level"}


def register(app: Dash, db: Database) -> None:
    """Bind the buttons of territory and target."""

    @app.callback(
        Output({"type": ids.TARGET, "draft": MATCH}, "children"),
        Input({"type": ids.AIM, "draft": MATCH, "act": ALL}, "n_clicks"),
        Input({"type": ids.AIM_PICK, "draft": MATCH, "field": ALL}, "value"),
        State({"type": ids.AIM_AT, "draft": MATCH, "field": ALL}, "value"),
        State({"type": ids.AIM_OPENED, "draft": MATCH, "field": ALL}, "data"),
        State({"type": ids.AIM_SHOWN, "draft": MATCH}, "data"),
        State(frame_ids.LOCATION, "search"),
        State(ids.OPEN_FORMS, "id"),
        prevent_initial_call=True,
    )
    def aim(
        _clicks: list[int | None],
        _picked: list[str | None],
        _values: list[str | None],
        opened: list[Any],
        shown: str | None,
        search: str | None,
        forms: list[Any],
    ) -> Any:
        keeper()
        id_ = ctx.triggered_id
        if not id_ or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        fields = [*ctx.inputs_list[1], *ctx.states_list[0]]
        given = {one["id"]["field"]: str(one.get("value") or "") for one in fields}
        act = str(id_.get("act") or id_.get("field"))
        sent = Sent(given, values_in(opened), str(shown or ""))
        look = Look(search or "", forms_in(forms))
        return aimed(db, number_of(id_["draft"]), act, sent, look)


def aimed(db: Database, draft_id: int, act: str, sent: Sent, look: Look) -> Any:
    """Do what a button or a choice says; return what the part of the page shows then."""
    who = keeper()
    try:
        before = drafts.load(db, who.account, draft_id, who.today)
        if act in ("territory-again", "territory-stay"):
            return target(before, asking="territory" if act == "territory-again" else "")
        is_stale = act in CHOICES and sent.shown != before.shown.target
        if _stands(before, act, sent.given):
            # Dash calls once more for a choice that was just drawn; another tab may have made it.
            return target(before) if is_stale else no_update
        if is_stale:
            return [*target(before), refusal(refused("target_changed"))]
        _choose(db, who, before, act, sent)
    except Refused as no:
        _tell(draft_id, act, sent.given, no)
        return no_update
    after = drafts.load(db, who.account, draft_id, who.today)
    whole = ids.whole(ids.TARGET, draft_id)
    frame = frame_of(db, who, draft_id, look.search)
    refresh(before, after, frame, ids.whole(ids.DIFFERENCE, draft_id), whole, *look.forms)
    return target(after)


def _tell(draft_id: int, act: str, given: Values, no: Refused) -> None:
    """Say beside each field what is wrong with it; of one that is right now nothing any more."""
    said: dict[str, list[str]] = {field: [] for field in given}
    for one in no.faults:
        field = "name" if act == "territory-new" and one.field == "territory" else one.field
        said.setdefault(BESIDE.get(field, field), []).append(draft_fault_text(one, beside=True))
        if one.code in ELSEWHERE:
            said[one.field].append(once_more())
    for field, texts in said.items():
        told = {"children": " ".join(texts), "data-told": token_hex(4)}
        set_props(ids.aim(draft_id, field, ids.UNFIT), told)


def _stands(draft: PlanDraft, act: str, given: Values) -> bool:
    """Tell whether a choice says what is chosen already."""
    if act == "territory":
        now = draft.territory.territory
        return bool(now and str(now.id) == given.get("territory"))
    if act == "plan":
        plan = draft.target.plan
        now_chosen = {"new": NEW, "amends": str(plan.id) if plan else ""}.get(draft.target.how)
        return now_chosen == given.get("plan")
    return False


def _choose(db: Database, who: Visitor, before: PlanDraft, act: str, sent: Sent) -> None:
    """Choose a plan or a territory, confirm the plan, or say what its changes rest on."""
    draft_id, given = before.head.id, sent.given
    if act == "target-confirm":
        plan = _number(given.get("plan", ""), "target", "unknown_plan")
        drafts.confirm_target(db, who.account, draft_id, plan or 0)
    elif act.startswith("territory"):
        drafts.choose_territory(db, who.account, draft_id, _territory(act, given))
    else:
        # What was said of one plan's changes does not hold for those of another one.
        said = _basis(before, sent) if act == "basis" else {}
        drafts.choose_target(
            db,
            who.account,
            draft_id,
            _number(given.get("plan", ""), "target", "unknown_plan"),
            today=who.today,
            basis=said.get("basis", ""),
            decided_on=said.get("decided_on", ""),
            since=before.head.updated_at,
        )


def _basis(before: PlanDraft, sent: Sent) -> Values:
    """Return basis and day with what the form changes of them.

    Refused where somebody else changed the same since; pressed once more, that is known.
    """
    plan = before.target.plan
    if plan is None or sent.given.get("plan") != str(plan.id):
        raise refused("target_chosen_elsewhere", "plan")
    fields = basis_fields(before.target)
    names, faults = changed(fields, sent.given, sent.opened)
    now = values_of(fields)
    if faults:
        seen = {**sent.opened, **{one.field: now[one.field] for one in faults}}
        set_props(ids.aim(before.head.id, "", ids.AIM_OPENED), {"data": seen})
        raise Refused(*faults)
    return {**now, **{one: sent.given[one] for one in names}}


def _territory(act: str, given: Values) -> int | NewTerritory | None:
    if act == "territory-new":
        return NewTerritory(given.get("name", ""), given.get("level", ""), given.get("region", ""))
    return _number(given.get("territory", ""), "territory", "unknown_territory")


def _number(text: str, field: str, code: str) -> int | None:
    """Return a chosen id; None for a new one. Refused for what is no id."""
    if text == NEW:
        return None
    found = id_in(text)
    if found is None:
        raise refused(code, field)
    return found
