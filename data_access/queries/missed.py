"""Which indicators miss their targets, told by the database where they are very many."""

from typing import Any

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from data_access.models import Indicator, Plan
from data_access.models import IndicatorValue as Stored
from data_access.queries.base import Moment, plan_conditions
from data_access.records.common import Ratio
from data_access.records.view import View

ENTERED_LAST = (Stored.recorded_at.desc(), Stored.id.desc())


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
    target, actual = (_values(view, moment, kind).subquery() for kind in ("target", "actual"))
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


def _values(view: View, moment: Moment, kind: str) -> Select[Any]:
    """Return the values of a kind; `turn` is 1 for the one that stands for its year."""
    is_known = Stored.submitted_on <= moment.as_of
    # Of targets the last one named by the date stands, else the first that was named at all.
    order = (
        case((is_known, 0), else_=1),
        case((is_known, Stored.submitted_on)).desc(),
        Stored.submitted_on,
        *ENTERED_LAST,
    )
    turn = func.row_number().over(partition_by=(Stored.indicator_id, Stored.year), order_by=order)
    query = (
        select(Stored.indicator_id.label("id"), Stored.year, Stored.value, turn.label("turn"))
        .join(Indicator, Indicator.id == Stored.indicator_id)
        .join(Plan, Plan.id == Indicator.plan_id)
        .where(Stored.kind == kind, *plan_conditions(view))
    )
    return query if kind == "target" else query.where(is_known)
