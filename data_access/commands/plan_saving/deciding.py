"""Decisions on findings of a file that says nothing new: they hold for what was saved before."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands.plan_saving.findings import SUPERSEDED
from data_access.commands.plan_saving.known import last_file
from data_access.importers.draft.carrying import brought, identity
from data_access.importers.draft.state import DraftState, decisions_to_json, state_of
from data_access.models import ImportFinding
from data_access.records.drafts import DraftFinding, Settlement


def keep_decisions(
    session: Session, state: DraftState, findings: Iterable[DraftFinding], plan_id: int
) -> int:
    """Note what was decided on findings of the plan; return how many decisions are new.

    They stand with the saved findings, and with the last file for whoever takes it in again.
    """
    decided = {identity(one.finding): one.settlement for one in findings if one.settlement.at}
    if not decided:
        return 0
    _keep_state(session, state, plan_id)
    rows = session.scalars(
        select(ImportFinding).where(
            ImportFinding.plan_id == plan_id, ImportFinding.resolution != SUPERSEDED
        )
    )
    return sum(_settled(row, decided.get(_identity(row))) for row in rows)


def _settled(row: ImportFinding, made: Settlement | None) -> bool:
    """Settle a saved finding as it was decided in the draft, where that is the later word."""
    if made is None or made.at is None or not _is_later(made.at, row.resolved_at):
        return False
    how = "" if made.is_open else made.how
    if row.resolution == how:
        return False
    row.resolution = how
    row.resolved_at = made.at if how else None
    row.resolved_by_id = made.account_id if how else None
    return True


def _is_later(made: datetime, before: datetime | None) -> bool:
    return before is None or made > before


def _identity(row: ImportFinding) -> tuple[Any, ...]:
    """Return what tells a saved finding from others, as with those of a reading."""
    elsewhere = ("act", (row.parameters or {}).get("place", ""))
    measure = None if row.place in elsewhere else row.place
    return measure, row.field, row.code, row.read_text, row.proposal


def _keep_state(session: Session, state: DraftState, plan_id: int) -> None:
    """Let the plan's last file begin from these decisions."""
    batch = last_file(session, plan_id)
    if batch is not None and batch.state is not None:
        kept = brought(state_of(batch.state["reading"], batch.state["edits"]), state)
        batch.state = {**batch.state, "edits": decisions_to_json(kept)}
