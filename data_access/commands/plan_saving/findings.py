"""The findings of a saved reading as rows, each with how it stands."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from data_access.models import ImportBatch, ImportFinding
from data_access.plan_rows.inserting import insert_rows
from data_access.records.drafts import DraftFinding
from data_access.records.reading import Finding

Word = Callable[[Finding], str]
MESSAGE_LENGTH = 2000
#: How findings of an earlier file of the same plan are closed: the new one names what still holds.
SUPERSEDED = "superseded"


def insert_findings(
    session: Session,
    findings: Sequence[DraftFinding],
    measures: Mapping[str, int],
    word: Word,
    **keys: Any,
) -> None:
    """Insert all findings; `keys` are batch, plan and document."""
    rows = [{**keys, **_row(one, measures, word)} for one in findings]
    insert_rows(session, ImportFinding, rows)


def _row(one: DraftFinding, measures: Mapping[str, int], word: Word) -> dict[str, Any]:
    finding, settled = one.finding, one.settlement
    return {
        "place": finding.measure or finding.place or "act",
        "field": finding.field,
        "code": finding.code,
        "severity": finding.severity,
        "message": (word(finding).strip() or finding.code)[:MESSAGE_LENGTH],
        "read_text": finding.read,
        "proposal": finding.proposal,
        "resolution": "" if settled.is_open else settled.how,
        "resolved_at": None if settled.is_open else settled.at,
        "resolved_by_id": None if settled.is_open else settled.account_id,
        "measure_id": measures.get(finding.target),
        "parameters": {**finding.parameters, "place": finding.place},
    }


def supersede(session: Session, plan_id: int, account_id: int | None, now: datetime) -> None:
    """Close the open findings of the plan's earlier files."""
    earlier = select(ImportBatch.id).where(
        ImportBatch.kind == "plan", ImportBatch.plan_id == plan_id
    )
    session.execute(
        update(ImportFinding)
        .where(
            ImportFinding.plan_id == plan_id,
            ImportFinding.batch_id.in_(earlier),
            ImportFinding.resolved_at.is_(None),
        )
        .values(resolution=SUPERSEDED, resolved_at=now, resolved_by_id=account_id)
    )
