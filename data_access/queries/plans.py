"""Plans in view, and what the filter bar offers."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.folding import sort_key
from data_access.models import Assignment, Executor, Measure, Plan, Section, Territory
from data_access.queries.base import Condition, Moment, in_scope, plan_conditions
from data_access.records.common import PlanRef, Ref
from data_access.records.pages import Choices
from data_access.records.view import Filters, View


def plans(session: Session, view: View, moment: Moment) -> tuple[PlanRef, ...]:
    """Return the plans in view, in order of territory and term.

    A chosen section or executor leaves the plans in which it stands.
    """
    rows = session.execute(
        select(Plan, Territory)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(*plan_conditions(view), *_concerned(view))
    ).all()
    refs = [plan_ref(plan, territory, moment) for plan, territory in rows]
    return tuple(sorted(refs, key=lambda one: (sort_key(one.territory.short_name), one.starts_on)))


def _concerned(view: View) -> list[Condition]:
    conditions: list[Condition] = []
    if view.filters.section is not None:
        of_section = select(Section.plan_id).where(Section.id == view.filters.section)
        conditions.append(Plan.id.in_(of_section))
    if view.filters.executor is not None:
        of_executor = (
            select(Measure.plan_id)
            .join(Assignment, Assignment.measure_id == Measure.id)
            .where(Assignment.executor_id == view.filters.executor)
        )
        conditions.append(Plan.id.in_(of_executor))
    return conditions


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


def choices(db: Database, view: View) -> Choices:
    """Return what can be chosen within the account's rights.

    Sections and executors are those of the chosen plan or territory, if any.
    """
    everywhere = View(view.scope, view.today, Filters(as_of=view.filters.as_of))
    within = View(
        view.scope,
        view.today,
        Filters(plan=view.filters.plan, territory=view.filters.territory),
    )
    with db.read() as session:
        return Choices(
            plans=plans(session, everywhere, Moment.of(session, everywhere)),
            in_view=plans(session, view, Moment.of(session, view)),
            territories=_territories(session, everywhere),
            sections=_sections(session, within),
            executors=_executors(session, within),
        )


def _territories(session: Session, view: View) -> tuple[Ref, ...]:
    with_plans = select(Plan.territory_id).where(*plan_conditions(view))
    regions = select(Territory.parent_id).where(
        Territory.id.in_(with_plans), Territory.parent_id.is_not(None)
    )
    rows = session.scalars(
        select(Territory).where(
            in_scope(view, Territory.id),
            Territory.id.in_(with_plans) | Territory.id.in_(regions),
        )
    )
    return _sorted([territory_ref(one) for one in rows])


def _sections(session: Session, view: View) -> tuple[Ref, ...]:
    rows = session.execute(
        select(Section, Plan.short_title)
        .join(Plan, Plan.id == Section.plan_id)
        .where(*plan_conditions(view))
        .order_by(Plan.id, Section.position)
    )
    found = rows.all()
    is_one = len({plan for _section, plan in found}) == 1
    return tuple(
        Ref(section.id, section.title, _label(section, "" if is_one else plan))
        for section, plan in found
    )


def _label(section: Section, plan: str) -> str:
    """Return a section as it stands in a list of choices, with its plan where there are several."""
    label = f"{section.number}. {section.short_title}"
    return f"{label} ({plan})" if plan else label


def _executors(session: Session, view: View) -> tuple[Ref, ...]:
    assigned = (
        select(Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(*plan_conditions(view))
    )
    rows = session.scalars(select(Executor).where(Executor.id.in_(assigned)))
    return _sorted([Ref(one.id, one.name, one.short_name) for one in rows])


def _sorted(refs: list[Ref]) -> tuple[Ref, ...]:
    return tuple(sorted(refs, key=lambda one: sort_key(one.short_name)))
