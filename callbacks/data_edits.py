"""Rows of a reading edited in place: the form on demand, faults beside their fields."""

from secrets import token_hex
from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, no_update, set_props
from dash.exceptions import PreventUpdate

from callbacks import data_blocks as blocks
from callbacks.data_changes import Sent, values_in
from callbacks.data_refresh import Look, forms_in, frame_of, refresh
from callbacks.keepers import keeper
from callbacks.numbers import number_of
from data_access.commands import drafts
from data_access.db import Database
from data_access.records.drafts import Edit, PlanDraft, Refused
from layouts import data_ids as ids
from layouts import ids as frame_ids
from layouts.data_fields import refusal, values_of
from layouts.data_told import row_told
from layouts.draft_texts import ELSEWHERE, draft_fault_text, once_more
from layouts.texts import ngettext

Values = dict[str, str]


def register(app: Dash, db: Database) -> None:
    """Bind the buttons of every block: the plan's head, sections, measures, indicators."""
    one = {"draft": MATCH, "kind": MATCH, "key": MATCH}

    @app.callback(
        Output({"type": ids.BLOCK, **one}, "children"),
        Input({"type": ids.ACT, **one, "act": ALL}, "n_clicks"),
        State({"type": ids.VALUE, **one, "field": ALL}, "value"),
        State({"type": ids.OPENED, **one, "field": ALL}, "data"),
        State(frame_ids.LOCATION, "search"),
        State(ids.OPEN_FORMS, "id"),
        prevent_initial_call=True,
    )
    def act(
        _clicks: list[int | None],
        _values: list[str | None],
        opened: list[Any],
        search: str | None,
        forms: list[Any],
    ) -> Any:
        keeper()
        id_ = ctx.triggered_id
        if not id_ or not ctx.triggered[0]["value"]:
            raise PreventUpdate
        given = {one["id"]["field"]: one.get("value") or "" for one in ctx.states_list[0]}
        block = blocks.Block(number_of(id_["draft"]), str(id_["kind"]), str(id_["key"]))
        look = Look(search or "", forms_in(forms))
        return acted(db, block, str(id_["act"]), Sent(given, values_in(opened)), look)


def acted(db: Database, block: blocks.Block, act: str, sent: Sent, look: Look) -> Any:
    """Do what a button of a block says; return what the block shows then."""
    who = keeper()
    try:
        before = drafts.load(db, who.account, block.draft, who.today)
        if act.startswith("edit"):
            return blocks.form_of(before, block)
        if act == "save":
            return _saved(db, before, block, sent, look)
        if act in ("remove", "restore"):
            drafts.edit(db, who.account, block.draft, Edit(act, block.kind, block.key))
            _tell_of_row(before, block, act)
            return _drawn(db, before, block, look)
        return blocks.shown(before, block)
    except Refused as refused:
        if not sent.given and act != "restore":  # no form is open that could say it
            return [*_standing(db, block), refusal(refused)]
        _tell(block, refused, sent.given)
        return no_update


def _standing(db: Database, block: blocks.Block) -> list[Any]:
    """Return what a block shows as it stands; nothing where its upload is gone."""
    who = keeper()
    try:
        return list(blocks.shown(drafts.load(db, who.account, block.draft, who.today), block))
    except Refused:
        return []


def _saved(db: Database, before: PlanDraft, block: blocks.Block, sent: Sent, look: Look) -> Any:
    """Make every change of the form, or none: Refused with all that is wrong in it.

    A field that somebody else changed is told; pressed once more, the form counts as opened now.
    """
    changes, faults = blocks.edits_of(before, block, sent.given, sent.opened)
    if faults:
        now = values_of(blocks.fields_of(before, block))
        seen = {**sent.opened, **{one.field: now[one.field] for one in faults}}
        set_props(ids.opened(block.draft, block.kind, block.key), {"data": seen})
    if changes or faults:
        since = before.head.updated_at
        drafts.edit(db, keeper().account, block.draft, *changes, since=since, known=faults)
    return _drawn(db, before, block, look)


def _drawn(db: Database, before: PlanDraft, block: blocks.Block, look: Look) -> Any:
    who = keeper()
    after = drafts.load(db, who.account, block.draft, who.today)
    frame = frame_of(db, who, block.draft, look.search)
    refresh(before, after, frame, block.id, *look.forms)
    return blocks.shown(after, block)


def _tell_of_row(before: PlanDraft, block: blocks.Block, act: str) -> None:
    """Say that a row was taken out or is back: what stood there before has gone from the page."""
    found = blocks.placed(before, block)
    if found is not None:
        told = row_told(act, block.kind, found.row)
        set_props(ids.whole(ids.TOLD, block.draft), {"children": told})


def _tell(block: blocks.Block, refused: Refused, given: Values) -> None:
    """Say beside each field what is wrong with it; below the form what belongs to none of it.

    Of a field that is right now nothing is said any more.
    """
    said: dict[str, list[str]] = {field: [] for field in given}
    general: list[str] = []
    for one in refused.faults:
        if one.field in said:
            said[one.field].append(draft_fault_text(one, beside=True))
        else:
            general.append(draft_fault_text(one))
    for field, texts in said.items():
        id_ = ids.fault(block.draft, block.kind, block.key, field)
        set_props(id_, {"children": " ".join(texts)})
    told = {"children": " ".join([*_counted(refused, given), *general]), "data-told": token_hex(4)}
    set_props(ids.fault(block.draft, block.kind, block.key, ""), told)


def _counted(refused: Refused, given: Values) -> list[str]:
    """Return how many fields are to be mended: on a small screen not all are in sight.

    What somebody else changed is not wrong: it is asked about.
    """
    here = [one for one in refused.faults if one.field in given]
    wrong = {one.field for one in here if one.code not in ELSEWHERE}
    count = ngettext("%(n)s field is to be mended.", "%(n)s fields are to be mended.", len(wrong))
    asks = any(one.code in ELSEWHERE for one in here)
    return [*([count] if wrong else []), *([once_more()] if asks else [])]
