"""What is done with an upload as a whole: saved, thrown away, given a plan. Plain forms."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Flask, abort, redirect, request

from callbacks.keepers import keeper
from callbacks.numbers import id_in
from dashboard.uploads import number, refuse
from data_access.commands import drafts
from data_access.commands.drafts import sheets
from data_access.db import Database
from data_access.records.drafts import Refused
from data_access.records.forms import DECIDABLE, ImportOutcome
from data_access.records.shown import Shown
from data_access.records.view import Filters
from layouts import data_shown, links
from layouts.data_log import IDLE
from layouts.draft_texts import draft_fault_text
from layouts.fault_texts import fault_text
from layouts.import_texts import finding_text

#: The draft is not there, or belongs to somebody else: the answer is the same.
UNKNOWN = frozenset({"unknown_draft", "forbidden"})


def init_app(server: Flask, db: Database) -> None:
    """Add the routes of the forms on an upload's page."""

    @server.post("/data/<int:draft_id>/save")
    def save(draft_id: int) -> Any:
        return _answer(db, draft_id, _saved)

    @server.post("/data/<int:draft_id>/plan")
    def plan(draft_id: int) -> Any:
        return _answer(db, draft_id, _with_plan)

    @server.post("/data/<int:draft_id>/discard")
    def discard(draft_id: int) -> Any:
        return _answer(db, draft_id, _discarded)

    @server.post(IDLE)
    def idle() -> Any:
        who = keeper()
        sheets.discard_idle(db, who.account, who.today)
        return _to("data")


def _small(draft_id: int) -> int:
    """Return an id that a database can have; 404 for another."""
    if id_in(draft_id) is None:
        keeper()
        abort(HTTPStatus.NOT_FOUND)
    return draft_id


def _answer(db: Database, draft_id: int, act: Callable[[Database, int], Any]) -> Any:
    """Do what a form asks for; say why where it is refused.

    Of a draft that was saved or deleted meanwhile its page says so; 404 where there is none.
    """
    who = keeper()
    try:
        return act(db, _small(draft_id))
    except Refused as refused:
        if any(one.code in UNKNOWN for one in refused.faults):
            if drafts.ended(db, who.account, draft_id):
                return _to("draft", draft_id)
            abort(HTTPStatus.NOT_FOUND)
        said = "; ".join(draft_fault_text(one) for one in refused.faults)
        back = request.path.rpartition("/")[0]
        return refuse(said, HTTPStatus.CONFLICT, back=back)


def _saved(db: Database, draft_id: int) -> Any:
    """Save a draft; the second press of the button leads to what the first one made."""
    try:
        return _saved_now(db, draft_id)
    except Refused:
        done = drafts.ended(db, keeper().account, draft_id)
        if done is None or done.batch_id is None:
            raise
        return _to("batch", done.batch_id)


def _saved_now(db: Database, draft_id: int) -> Any:
    who = keeper()
    kind, _plan = sheets.kind_of(db, who.account, draft_id)
    if kind == "plan":
        outcome = drafts.save(db, who.account, draft_id, who.today, finding_text, _marks())
        return _result(draft_id, outcome.batch_id)
    allows = frozenset(one for one in DECIDABLE if request.form.get(f"allow_{one}") == "1")
    mark = request.form.get(data_shown.SHEET, "")
    taken = sheets.take_in(db, who.account, draft_id, who.today, allows=allows, mark=mark)
    if taken.is_refused:
        return _told(db, draft_id, taken)
    return _result(draft_id, taken.batch_id)


def _marks() -> Shown:
    """Return what the page showed whose button was pressed."""
    names = data_shown.CHANGED, data_shown.TARGET, data_shown.DIFFERENCE
    return Shown(*(request.form.get(one, "") for one in names))


def _told(db: Database, draft_id: int, taken: ImportOutcome) -> Any:
    """Say why a form was refused: its own page does, but for what only the saving came upon."""
    who = keeper()
    there = sheets.preview(db, who.account, draft_id, who.today).faults
    more = [fault_text(one) for one in taken.faults if one not in there]
    if not more:
        return _to("draft", draft_id)
    back = links.PATHS["draft"].format(id=draft_id)
    return refuse("; ".join(more), HTTPStatus.CONFLICT, back=back)


def _result(draft_id: int, batch_id: int | None) -> Any:
    """Return the way to what was made; the upload's own page says where nothing was new."""
    return _to("batch", batch_id) if batch_id else _to("draft", draft_id)


def _with_plan(db: Database, draft_id: int) -> Any:
    sheets.choose_plan(db, keeper().account, draft_id, number(request.form.get("plan", "")))
    return _to("draft", draft_id)


def _discarded(db: Database, draft_id: int) -> Any:
    drafts.discard(db, keeper().account, draft_id)
    return _to("data")


def _to(name: str, id_: int | None = None) -> Any:
    """Return the way to a page, so that loading it again sends nothing twice."""
    return redirect(links.href(name, Filters(), id=id_), code=HTTPStatus.SEE_OTHER)
