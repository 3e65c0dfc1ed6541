"""What became of a draft that is gone: saved, thrown away, or it said nothing new."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands import audit
from data_access.commands.drafts.creating import KINDS
from data_access.commands.plan_saving.recording import batch_of_draft
from data_access.db import Database
from data_access.models import AuditEvent, ImportDraft
from data_access.records.accounts import Account
from data_access.records.drafts import Ended

#: Kind → how the audit trail calls a draft of it that said nothing new.
UNCHANGED = {kind: f"import.{kind}.unchanged" for kind in KINDS}
#: Kind → how it calls one that was thrown away.
DISCARDED = {kind: f"import.{kind}.discarded" for kind in KINDS}


def ended(db: Database, account: Account, draft_id: int) -> Ended | None:
    """Return what the account's draft became; None for one unknown or another's."""
    with db.read(latest=True) as session:
        batch = batch_of_draft(session, account.id, draft_id)
        if batch is not None:
            return Ended(batch.kind, batch.id, batch.plan_id)
        return _noted(session, account.id, draft_id)


def note_end(
    session: Session, account: Account, draft: ImportDraft, names: Mapping[str, str]
) -> None:
    """Note how a draft ended that leaves no batch: a second click asks for it."""
    audit.note(
        session,
        names[draft.kind],
        account_id=account.id,
        object_kind="plan",
        object_id=draft.plan_id,
        details={"sha256": draft.sha256, "draft": draft.id},
    )


def _noted(session: Session, account_id: int, draft_id: int) -> Ended | None:
    event = session.scalars(
        select(AuditEvent).where(
            AuditEvent.account_id == account_id,
            AuditEvent.action.in_([*UNCHANGED.values(), *DISCARDED.values()]),
            AuditEvent.details["draft"].as_integer() == draft_id,
        )
    ).first()
    if event is None:
        return None
    kind = event.action.split(".")[1]
    return Ended(kind, None, event.object_id, is_discarded=event.action == DISCARDED[kind])
