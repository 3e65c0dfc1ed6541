"""Doubtful places of plans' documents: those that wait for a decision, and those decided on."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Account, ImportFinding, Measure, Plan, Territory
from data_access.queries.base import plan_conditions
from data_access.queries.moments import Moment, begin
from data_access.queries.plans import plan_ref
from data_access.records.data import DecidedFinding, OpenFinding
from data_access.records.view import View

MOST_OPEN, MOST_DECIDED = 100, 20
#: What is only told for information waits for nobody.
WAITING = and_(ImportFinding.resolved_at.is_(None), ImportFinding.severity != "info")
WORST_FIRST = case({"error": 0, "warning": 1}, value=ImportFinding.severity, else_=2)


def open_findings(session: Session, view: View, moment: Moment) -> tuple[OpenFinding, ...]:
    """Return what nobody has decided on in the plans in view, what must be settled first."""
    query = _query(view, WAITING).order_by(
        Plan.territory_id, Plan.id, WORST_FIRST, ImportFinding.id
    )
    query = query.limit(MOST_OPEN)
    return tuple(_finding(row, moment) for row in session.execute(query))


def count_open(session: Session, view: View) -> int:
    """Return how many doubtful places wait for a decision in the plans in view."""
    query = (
        select(func.count())
        .select_from(ImportFinding)
        .join(Plan, Plan.id == ImportFinding.plan_id)
        .where(*plan_conditions(view), WAITING)
    )
    return session.scalar(query) or 0


def decided_findings(session: Session, view: View, moment: Moment) -> tuple[DecidedFinding, ...]:
    """Return the last decisions that persons made, the newest first."""
    query = (
        _query(view, ImportFinding.resolved_at.is_not(None))
        .join(Account, Account.id == ImportFinding.resolved_by_id)
        .add_columns(_post().label("by"))
        .order_by(ImportFinding.resolved_at.desc(), ImportFinding.id.desc())
        .limit(MOST_DECIDED)
    )
    return tuple(
        DecidedFinding(_finding(row, moment), row.ImportFinding.resolved_at, row.by)
        for row in session.execute(query)
    )


def waiting(db: Database, view: View, finding_id: int) -> OpenFinding | None:
    """Return an undecided finding; None where it is decided, unknown or out of the rights."""
    conditions = ImportFinding.id == finding_id, WAITING
    with db.read(latest=True) as session:
        row = session.execute(_query(view, *conditions)).one_or_none()
        return _finding(row, begin(session, view)[1]) if row else None


def _post() -> ColumnElement[str]:
    return func.coalesce(func.nullif(Account.title, ""), Account.username)


def _query(view: View, *conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(ImportFinding, Plan, Territory, Measure.number.label("number"))
        .outerjoin(Measure, Measure.id == ImportFinding.measure_id)
        .join(Plan, Plan.id == ImportFinding.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(*plan_conditions(view), *conditions)
    )


def _finding(row: Any, moment: Moment) -> OpenFinding:
    found: ImportFinding = row.ImportFinding
    return OpenFinding(
        id=found.id,
        plan=plan_ref(row.Plan, row.Territory, moment),
        document=found.document,
        place=found.place,
        measure_id=found.measure_id,
        number=row.number or "",
        field=found.field,
        code=found.code,
        severity=found.severity,
        message=found.message,
        parameters=found.parameters or {},
        read=found.read_text,
        proposal=found.proposal,
        resolution=found.resolution,
    )
