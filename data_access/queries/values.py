"""Which of an indicator's values stands for a year on the as-of date: for all who read them."""

from typing import Any

from sqlalchemy import Select, case, func, or_, select

from data_access.models import Indicator, Plan
from data_access.models import IndicatorValue as Stored
from data_access.queries.base import Condition
from data_access.queries.moments import Moment

ENTERED_LAST = (Stored.recorded_at.desc(), Stored.id.desc())


def values(moment: Moment, *conditions: Condition) -> Select[Any]:
    """Return the query for the values under conditions; `turn` is 1 for the one that stands.

    Actuals count from the day they were submitted. Of targets the last one named by the date
    stands, else the first that was named at all.
    """
    is_known = Stored.submitted_on <= moment.as_of
    order = (
        case((is_known, 0), else_=1),
        case((is_known, Stored.submitted_on)).desc(),
        Stored.submitted_on,
        *ENTERED_LAST,
    )
    one_year = (Stored.indicator_id, Stored.year, Stored.kind)
    turn = func.row_number().over(partition_by=one_year, order_by=order).label("turn")
    return (
        select(
            *(Stored.indicator_id.label("id"), Stored.kind, Stored.year),
            *(Stored.value, Stored.source, turn),
        )
        .join(Indicator, Indicator.id == Stored.indicator_id)
        .join(Plan, Plan.id == Indicator.plan_id)
        .where(or_(Stored.kind == "target", is_known), *conditions)
    )
