"""The same file once more: it begins from the state in which it was saved."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from data_access.commands.plan_saving.known import (
    executors,
    last_file,
    term_of_plan,
    territory_of_plan,
)
from data_access.importers.draft.carrying import carried
from data_access.importers.draft.state import DraftState, Stamp, state_of
from data_access.importers.draft.term_kept import with_kept_term
from data_access.models import ImportBatch, ImportDraft, Plan
from data_access.records.view import Scope


def saved_state(session: Session, scope: Scope, sha256: str) -> dict[str, Any] | None:
    """Return the last state in which a file was saved within the scope, without its target."""
    query = (
        select(ImportBatch)
        .join(Plan, Plan.id == ImportBatch.plan_id)
        .where(
            ImportBatch.kind == "plan",
            ImportBatch.sha256 == sha256,
            ImportBatch.state.is_not(None),
        )
        .order_by(ImportBatch.imported_at.desc(), ImportBatch.id.desc())
        .options(undefer(ImportBatch.state))
        .limit(1)
    )
    if scope.territory_ids is not None:
        query = query.where(Plan.territory_id.in_(scope.territory_ids))
    batch = session.scalar(query)
    if batch is None or batch.state is None:
        return None
    plan = session.get_one(Plan, batch.plan_id)
    edits = {**batch.state["edits"], "target": None, "new_territory": None}
    return {**batch.state, "edits": {**edits, "territory_id": plan.territory_id}}


def amending(session: Session, state: DraftState, plan_id: int, stamp: Stamp) -> DraftState:
    """Return the state as one that amends a plan.

    Findings are settled as they were in the plan's last file; a term that the act does not name is
    that of the plan.
    """
    state = decided_before(session, state, plan_id)
    return with_kept_term(state, *term_of_plan(session, plan_id), stamp)


def decided_before(session: Session, state: DraftState, plan_id: int) -> DraftState:
    """Return the state with the findings settled as they were in the plan's last file."""
    batch = last_file(session, plan_id)
    if batch is None or batch.state is None:
        return state
    earlier = state_of(batch.state["reading"], batch.state["edits"])
    saved = executors(session, territory_of_plan(session, plan_id))
    return carried(state, earlier, saved)


def put_again(session: Session, scope: Scope, row: ImportDraft) -> None:
    """Let a fresh draft begin from the saved state of its file, if there is one."""
    state = saved_state(session, scope, row.sha256)
    if state is not None:
        row.reading, row.edits = state["reading"], state["edits"]
