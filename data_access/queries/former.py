"""What an executor was released of by the as-of date: it counts nowhere, and its page tells it."""

from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from data_access.models import Assignment, Measure, Plan, Section, Territory
from data_access.queries.base import measure_conditions
from data_access.queries.bundles import MEASURE, PLAN, TERRITORY
from data_access.queries.moments import Moment
from data_access.queries.named import has_begun
from data_access.queries.naming import released_on
from data_access.queries.picking import PLAN_ORDER
from data_access.queries.plans import plan_ref
from data_access.queries.wording import early_mark, number_then
from data_access.records.common import Ref
from data_access.records.executors import FormerAssignment
from data_access.records.view import View


def former_assignments(
    session: Session, view: View, moment: Moment
) -> tuple[FormerAssignment, ...]:
    """Return what the executor of the view is released of on the date, in the plans' order."""
    rows = session.execute(_released(view, moment))
    return tuple(
        FormerAssignment(
            Ref(row.Measure.id, row.Measure.title, row.Measure.short_title),
            number_then(row.Measure.number, row.is_marked_early),
            plan_ref(row.Plan, row.Territory, moment),
            row.released_on,
        )
        for row in rows
    )


def _released(view: View, moment: Moment) -> Select[Any]:
    released = released_on(moment.as_of)
    return (
        select(
            *(released.label("released_on"), MEASURE, PLAN, TERRITORY),
            early_mark(moment),
        )
        .select_from(Assignment)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(
            released.is_not(None),
            has_begun(moment),
            *measure_conditions(view, Assignment.executor_id),
        )
        .order_by(*PLAN_ORDER)
    )
