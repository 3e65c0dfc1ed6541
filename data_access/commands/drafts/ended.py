"""What became of a draft that is gone: saved, or it said nothing new."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands.plan_saving.recording import batch_of_draft
from data_access.db import Database
from data_access.models import AuditEvent
from data_access.records.accounts import Account
from data_access.records.drafts import Ended

#: Kind → how the audit trail calls a draft of it that said nothing new.
UNCHANGED = {kind: f"import.{kind}.unchanged" for kind in ("plan", "reports", "indicators")}


def ended(db: Database, account: Account, draft_id: int) -> Ended | None:
    """Return what the account's draft became; None for one thrown away, unknown or another's."""
    with db.read(latest=True) as session:
        batch = batch_of_draft(session, account.id, draft_id)
        if batch is not None:
            return Ended(batch.kind, batch.id, batch.plan_id)
        return _unchanged(session, account.id, draft_id)


def _unchanged(session: Session, account_id: int, draft_id: int) -> Ended | None:
    event = session.scalars(
        select(AuditEvent).where(
            AuditEvent.account_id == account_id,
            AuditEvent.action.in_(UNCHANGED.values()),
            AuditEvent.details["draft"].as_integer() == draft_id,
        )
    ).first()
    if event is None:
        return None
    kind = next(kind for kind, action in UNCHANGED.items() if action == event.action)
    return Ended(kind, None, event.object_id)
