"""The coordinator's page, one upload, one file taken in."""

from dataclasses import replace

from dash import Dash
from dash.development.base_component import Component

from callbacks import data_decisions, data_draft
from data_access.commands import drafts
from data_access.commands.drafts import sheets
from data_access.db import Database
from data_access.queries import data as query
from data_access.queries.batches import one_batch
from data_access.records.drafts import Refused
from data_access.records.view import View
from layouts import data as layout
from layouts import pages
from layouts.data_batch import batch_page
from layouts.data_draft import draft_page
from layouts.data_ended import deleted_page, nothing_new_page
from layouts.data_sheet import sheet_page
from layouts.frame import Frame


def render(db: Database, frame: Frame, view: View, id: int | None = None) -> Component | None:
    """Return the page of all, of one upload, or of one file taken in; None for none to be seen."""
    if id is None:
        found = query.load(db, view, frame.account.id)
        own = drafts.list_of(db, frame.account)
        return layout.page(replace(found, drafts=own), frame)
    place = pages.find(frame.path)
    if place and place[0].name == "batch":
        return _batch(db, frame, view, id)
    try:
        return _draft(db, frame, id)
    except Refused:
        return _ended(db, frame, view, id)


def _batch(
    db: Database, frame: Frame, view: View, id: int, *, before: bool = False
) -> Component | None:
    batch = one_batch(db, view, frame.account.id, id)
    return batch_page(batch, frame, before=before) if batch else None


def _ended(db: Database, frame: Frame, view: View, draft_id: int) -> Component | None:
    """Return what an upload became that is gone: another tab, or the way back, leads here."""
    done = drafts.ended(db, frame.account, draft_id)
    if done is None:
        return None
    if done.batch_id is not None:
        return _batch(db, frame, view, done.batch_id, before=True)
    plan = next((one for one in frame.choices.plans if one.id == done.plan_id), None)
    if done.is_discarded:
        return deleted_page(plan, frame)
    return nothing_new_page(done.kind, plan, frame)


def _draft(db: Database, frame: Frame, draft_id: int) -> Component:
    """Return the preview of one's own upload; Refused where there is none."""
    kind, plan_id = sheets.kind_of(db, frame.account, draft_id)
    if kind == "plan":
        return draft_page(drafts.load(db, frame.account, draft_id, frame.today), frame)
    outcome = sheets.preview(db, frame.account, draft_id, frame.today)
    plan = next((one for one in frame.choices.plans if one.id == plan_id), None)
    return sheet_page(draft_id, outcome, plan, frame)


def register(app: Dash, db: Database) -> None:
    """Bind what reacts on these pages."""
    data_decisions.register(app, db)
    data_draft.register(app, db)
