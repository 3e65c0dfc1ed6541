"""The rows of drafts: found for their account, read and written back."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.importers.draft.json_form import to_json
from data_access.importers.draft.state import DraftState, Stamp, decisions_to_json, state_of
from data_access.models import ImportDraft, Plan
from data_access.records.accounts import KEEPERS, Account
from data_access.records.common import Ref
from data_access.records.drafts import DraftHead, refused


def check_role(account: Account) -> None:
    """Refuse an account that only looks."""
    if account.role not in KEEPERS:
        raise refused("forbidden")


def stamp_of(account: Account) -> Stamp:
    """Return who does something now."""
    return Stamp(datetime.now(UTC), account.id)


def own(
    session: Session, account: Account, draft_id: int, *, kind: str = "", lock: bool = False
) -> ImportDraft:
    """Return the account's draft; another account's is as unknown as one that is not there.

    With `lock`, others who change it wait until the transaction ends.
    """
    check_role(account)
    query = select(ImportDraft).where(
        ImportDraft.id == draft_id, ImportDraft.account_id == account.id
    )
    row = session.scalar(query.with_for_update() if lock else query)
    if row is None or (kind and row.kind != kind):
        raise refused("unknown_draft", key=str(draft_id))
    return row


def state_in(row: ImportDraft) -> DraftState:
    """Return the state of a plan's draft."""
    return state_of(row.reading or {}, row.edits)


def put(row: ImportDraft, state: DraftState) -> None:
    """Write a state back."""
    row.reading = to_json(state.reading)
    row.edits = decisions_to_json(state)
    row.plan_id = state.target.plan_id if state.target else None
    row.updated_at = datetime.now(UTC)


def head_of(row: ImportDraft, plan: Plan | None = None) -> DraftHead:
    """Return a draft's line in a list."""
    return DraftHead(
        id=row.id,
        kind=row.kind,
        file_name=row.file_name,
        sha256=row.sha256,
        created_at=row.created_at,
        updated_at=row.updated_at,
        plan=Ref(plan.id, plan.title, plan.short_title) if plan else None,
    )
