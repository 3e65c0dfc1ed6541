"""Which indicators miss their targets, told by the database where they are very many."""

from typing import Any

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from data_access.models import Indicator, Plan
from data_access.models import IndicatorValue as Stored
from data_access.queries.base import plan_conditions
from data_access.queries.moments import Moment
from data_access.queries.values import values
from data_access.records.common import Ratio
from data_access.records.view import View


def judged(
    session: Session, view: View, moment: Moment, limit: int
) -> tuple[list[int], Ratio, int]:
    """Return the first indicators with those that miss their target first, how many are met of
    those that can be told, and how many there are.
    """
    verdicts = _verdicts(view, moment).subquery()
    met = func.coalesce(func.sum(verdicts.c.met), 0)
    part, whole = session.execute(select(met, func.count(verdicts.c.met))).one()
    query = (
        select(Indicator.id).join(Plan, Plan.id == Indicator.plan_id).where(*plan_conditions(view))
    )
    number = session.scalar(query.with_only_columns(func.count())) or 0
    is_known = case((verdicts.c.met.is_(None), 1), (verdicts.c.met == 0, 0), else_=2)
    ranked = query.outerjoin(verdicts, verdicts.c.id == Indicator.id)
    keys = session.scalars(ranked.order_by(is_known, Indicator.id).limit(limit))
    return list(keys), Ratio(part, whole), number


def _verdicts(view: View, moment: Moment) -> Select[Any]:
    """Return the query of each indicator with 1 where the last year's target is met, else 0."""
    target, actual = (
        values(moment, Stored.kind == kind, *plan_conditions(view)).subquery()
        for kind in ("target", "actual")
    )
    gap = actual.c.value - target.c.value
    is_met = case((Indicator.direction == "decrease", gap <= 0), else_=gap >= 0)
    last = func.row_number().over(partition_by=Indicator.id, order_by=target.c.year.desc())
    pairs = (
        select(Indicator.id, case((is_met, 1), else_=0).label("met"), last.label("turn"))
        .join(target, and_(target.c.id == Indicator.id, target.c.turn == 1))
        .join(
            actual,
            and_(actual.c.id == Indicator.id, actual.c.year == target.c.year, actual.c.turn == 1),
        )
        .subquery()
    )
    return select(pairs.c.id, pairs.c.met).where(pairs.c.turn == 1)
