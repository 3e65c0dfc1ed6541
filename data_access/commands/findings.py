"""Findings of saved plans, decided later."""

from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands import audit
from data_access.commands.drafts.rows import check_role
from data_access.commands.plan_saving.findings import SUPERSEDED
from data_access.db import Database
from data_access.importers.draft import values
from data_access.models import ImportFinding, Plan
from data_access.records.accounts import Account
from data_access.records.drafts import refused

#: A few ways, or words of one's own.
RESOLUTION_LENGTH = 500


def settle_finding(db: Database, account: Account, finding_id: int, resolution: str) -> None:
    """Note how a saved finding was decided, by whom and when; "" opens it again.

    What is decided already has to be opened first: of two who decide at once the first one counts.

    `resolution` is "accepted", "edited", "dismissed" or words. The plan itself is not changed.
    Raises Refused: no right, no such finding in the account's territories, it is decided, or
    the words look like personal data.
    """
    check_role(account)
    text = values.text(resolution, "resolution", RESOLUTION_LENGTH)
    if text == SUPERSEDED:  # only a newer file says so; decisions pass such findings by
        raise refused("unknown_choice", "resolution", value=text)
    with db.write() as session:
        finding = _in_scope(session, account, finding_id)
        if text and finding.resolved_at is not None:
            raise refused("finding_decided", key=str(finding_id))
        if text != finding.resolution:  # words of the reading may stay
            values.check_open(text, "resolution")
        finding.resolution = text
        finding.resolved_at = datetime.now(UTC) if text else None
        finding.resolved_by_id = account.id if text else None
        audit.note(
            session,
            "finding.settle",
            account_id=account.id,
            object_kind="import_finding",
            object_id=finding.id,
            details={"resolution": text},
        )


def _in_scope(session: Session, account: Account, finding_id: int) -> ImportFinding:
    query = (
        select(ImportFinding)
        .join(Plan, Plan.id == ImportFinding.plan_id)
        .where(ImportFinding.id == finding_id)
        .with_for_update(of=ImportFinding)
    )
    ids = account.scope.territory_ids
    found = session.scalar(query if ids is None else query.where(Plan.territory_id.in_(ids)))
    if found is None:
        raise refused("unknown_finding", key=str(finding_id))
    return found
