"""What an import leaves behind beside its rows: the batch and the event of the audit trail."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from data_access.commands import audit
from data_access.models import ImportBatch
from data_access.records.forms import DECIDABLE, Fault, Upload

#: Two uploads of one kind wait for each other, so that equal rows are never saved twice.
LOCKS = {"reports": 7_160_001, "indicators": 7_160_002, "plan": 7_160_003}
NAME_LENGTH = 300


def hold(session: Session, kind: str) -> None:
    """Keep other imports of this kind out until the transaction ends.

    SQLite has one writer at a time anyhow.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCKS[kind]})


def recorded(
    session: Session,
    kind: str,
    upload: Upload,
    *,
    plan_ids: Iterable[int],
    fates: Sequence[str],
    allowed: Sequence[Fault],
) -> int:
    """Write the batch and the audit event in the caller's transaction; return the batch's id."""
    plans = sorted(plan_ids)
    summary: dict[str, Any] = {**Counter(fates), "plans": plans}
    for kind_allowed in DECIDABLE:
        if of_kind := [_place(one) for one in allowed if one.asks == kind_allowed]:
            summary[f"{kind_allowed}_allowed"] = of_kind
    if upload.draft_id is not None:
        summary["draft"] = upload.draft_id
    batch = ImportBatch(
        kind=kind,
        file_name=bare_name(upload.file_name),
        sha256=sha256(upload.data).hexdigest(),
        plan_id=plans[0] if len(plans) == 1 else None,
        account_id=upload.account_id,
        summary=summary,
    )
    session.add(batch)
    session.flush()
    audit.note(
        session,
        f"import.{kind}",
        account_id=upload.account_id,
        object_kind="import_batch",
        object_id=batch.id,
        details={"sha256": batch.sha256, **summary},
    )
    return batch.id


def _place(fault: Fault) -> dict[str, str]:
    return {"sheet": fault.sheet, "cell": fault.cell, "kind": fault.code}


def bare_name(file_name: str) -> str:
    """Return the file's bare name as it can be kept and shown."""
    bare = file_name.replace("\\", "/").rpartition("/")[2]
    return "".join(sign if sign.isprintable() else "?" for sign in bare)[-NAME_LENGTH:]
