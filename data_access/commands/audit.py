"""The audit trail: who did what and when."""

from typing import Any

from sqlalchemy.orm import Session

from data_access.models import AuditEvent


def note(
    session: Session,
    action: str,
    *,
    account_id: int | None = None,
    object_kind: str = "",
    object_id: int | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Write one event within the caller's transaction.

    `action` is a dotted verb such as "account.add"; `details` never hold a password, a token or
    what somebody typed into a password field.
    """
    session.add(
        AuditEvent(
            action=action,
            account_id=account_id,
            object_kind=object_kind,
            object_id=object_id,
            details=details,
        )
    )
