"""Plans in view, as they are named on every screen."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.folding import sort_key
from data_access.models import Plan, Territory
from data_access.queries.base import Moment, concerned, plan_conditions
from data_access.records.common import PlanRef, Ref
from data_access.records.view import View


def plans(session: Session, view: View, moment: Moment) -> tuple[PlanRef, ...]:
    """Return the plans in view, in order of territory and term.

    A chosen section or executor leaves the plans in which it stands.
    """
    rows = session.execute(
        select(Plan, Territory)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(*plan_conditions(view), *concerned(view))
    ).all()
    refs = [plan_ref(plan, territory, moment) for plan, territory in rows]
    return tuple(sorted(refs, key=lambda one: (sort_key(one.territory.short_name), one.starts_on)))


def plan_ref(plan: Plan, territory: Territory, moment: Moment) -> PlanRef:
    """Return the record of a plan as it is named on screens."""
    return PlanRef(
        id=plan.id,
        code=plan.code,
        title=plan.title,
        short_title=plan.short_title,
        territory=territory_ref(territory),
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        as_of=moment.of_plan(plan.default_as_of),
        is_demo=plan.is_demo,
        has_reporting_duty=plan.reporting_frequency != "none",
        controller=plan.controller,
        coordinator=plan.coordinator,
        reporting_text=plan.reporting_text,
        act_kind=plan.act_kind,
        act_number=plan.act_number,
        act_date=plan.act_date,
    )


def territory_ref(territory: Territory) -> Ref:
    """Return the reference to a territory."""
    return Ref(territory.id, territory.name, territory.short_name)
