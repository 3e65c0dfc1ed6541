"""Reports and decisions before they are rows, and how they become rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from data_access.models import Decision, Report
from data_access.plan_rows.inserting import insert_rows


@dataclass(frozen=True)
class Verdict:
    """A decision; without a control point and a measure it is about the report it comes with."""

    kind: str
    decided_on: date
    recorded_at: datetime
    basis: str
    reason: str = ""
    new_due_on: date | None = None
    control_point_id: int | None = None
    measure_id: int | None = None


@dataclass(frozen=True)
class Draft:
    """A report with the columns of the table `report`, and the decisions made about it."""

    assignment_id: int
    outcome: str
    submitted_on: date
    recorded_at: datetime
    narrative: str
    author_post: str
    control_point_id: int | None = None
    reporting_period_id: int | None = None
    completed_on: date | None = None
    quantity: int | None = None
    unit: str = ""
    evidence: str = ""
    reason: str = ""
    measures_taken: str = ""
    proposed_due_on: date | None = None
    verdicts: tuple[Verdict, ...] = field(default=())


def insert_drafts(session: Session, drafts: Sequence[Draft]) -> tuple[int, int]:
    """Insert the reports with the decisions about them; return how many there are of each.

    The order of the rows is that of entry, as a real record would have grown.
    """
    ordered = sorted(drafts, key=lambda one: (one.recorded_at, one.assignment_id))
    ids = insert_rows(session, Report, [_report(one) for one in ordered])
    pairs = zip(ordered, ids, strict=True)
    decisions = [_decision(one, report) for draft, report in pairs for one in draft.verdicts]
    insert_rows(session, Decision, decisions)
    return len(ids), len(decisions)


def insert_verdicts(session: Session, verdicts: Sequence[Verdict]) -> int:
    """Insert decisions about control points and measures; return how many there are."""
    rows = [_decision(one, None) for one in sorted(verdicts, key=lambda one: one.recorded_at)]
    return len(insert_rows(session, Decision, rows))


def _report(draft: Draft) -> dict[str, Any]:
    row = {name: value for name, value in vars(draft).items() if name != "verdicts"}
    return {**row, "is_demo": True}


def _decision(verdict: Verdict, report_id: int | None) -> dict[str, Any]:
    return {**vars(verdict), "report_id": report_id}
