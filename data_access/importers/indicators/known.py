"""The indicators that an upload may concern, with their values up to now."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from data_access.models import Indicator, IndicatorValue, Plan
from data_access.records.view import Scope

_CODE = re.compile(r"I1-(\d{1,9})-(\d{4})-([0-9a-f]{10})")
BATCH = 500


@dataclass(frozen=True)
class Known:
    """An indicator with its plan; `values` by year and kind, the one in force last."""

    indicator: Indicator
    plan: Plan
    values: dict[tuple[int, str], list[IndicatorValue]] = field(default_factory=dict)

    def standing(self, year: int, kind: str) -> IndicatorValue | None:
        """Return the value in force."""
        found = self.values.get((year, kind))
        return found[-1] if found else None


def code_of(indicator_id: int, year: int, plan_code: str) -> str:
    """Return the code of a row: what it is about, with a check that it is of this database."""
    ids = f"{indicator_id}-{year}"
    check = hashlib.sha256(f"karta indicator {plan_code} {ids}".encode()).hexdigest()[:10]
    return f"I1-{ids}-{check}"


def parsed(code: str) -> tuple[int, int] | None:
    """Return the indicator's id and the year that a code names, None for a text that is none."""
    found = _CODE.fullmatch(code.strip())
    return (int(found[1]), int(found[2])) if found else None


def by_ids(session: Session, scope: Scope, ids: Iterable[int]) -> dict[int, Known]:
    """Return the indicators with these ids that lie in the scope."""
    wanted = sorted(set(ids))
    found: dict[int, Known] = {}
    for start in range(0, len(wanted), BATCH):
        found |= _load(session, scope, Indicator.id.in_(wanted[start : start + BATCH]))
    return found


def of_plan(session: Session, scope: Scope, plan_id: int) -> dict[int, Known]:
    """Return the indicators of a plan in their order, none outside of the scope."""
    return _load(session, scope, Indicator.plan_id == plan_id)


def _load(session: Session, scope: Scope, condition: ColumnElement[bool]) -> dict[int, Known]:
    query = select(Indicator, Plan).join(Plan, Plan.id == Indicator.plan_id).where(condition)
    if scope.territory_ids is not None:
        query = query.where(Plan.territory_id.in_(sorted(scope.territory_ids)))
    rows = session.execute(query.order_by(Indicator.plan_id, Indicator.position)).all()
    found = {row.Indicator.id: Known(row.Indicator, row.Plan) for row in rows}
    values = session.scalars(
        select(IndicatorValue)
        .where(IndicatorValue.indicator_id.in_(list(found)))
        .order_by(IndicatorValue.submitted_on, IndicatorValue.recorded_at, IndicatorValue.id)
    )
    for value in values:
        of_kind = found[value.indicator_id].values
        of_kind.setdefault((value.year, value.kind), []).append(value)
    return found
