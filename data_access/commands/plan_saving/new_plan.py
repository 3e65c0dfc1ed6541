"""A new plan with all its rows."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands.plan_saving.amend_indicators import insert_indicators
from data_access.importers.draft.short import code_of
from data_access.models import Plan, Territory
from data_access.plan_rows.inserting import insert_rows
from data_access.plan_rows.measures import insert_assignments, insert_measures, insert_points
from data_access.plan_rows.plans import insert_executors, insert_periods, insert_sections
from data_access.plan_rows.texts import PlanOrder


def insert_plan(
    session: Session, order: PlanOrder, territory_id: int, today: date, now: datetime
) -> tuple[int, dict[str, int]]:
    """Insert the plan; return its id, and those of its measures by their keys."""
    plan = insert_rows(session, Plan, [_plan(session, order, territory_id, now)])[0]
    sections = insert_sections(session, order.sections, plan)
    executors = insert_executors(session, order.executors, territory_id, now)
    measures = insert_measures(session, order.measures, plan, sections)
    insert_points(session, order.measures, measures)
    insert_assignments(session, order.measures, measures, executors)
    insert_periods(session, order.periods, plan)
    # Targets count from the act on; a plan entered before its act's day is none.
    signed = min(order.plan.act_date or order.plan.starts_on, today)
    insert_indicators(session, order.indicators, plan, order.plan.act, signed, now)
    return plan, {one.key: measures[one.number] for one in order.measures}


def _plan(session: Session, order: PlanOrder, territory_id: int, now: datetime) -> dict[str, Any]:
    plan = order.plan
    name = session.scalars(select(Territory.short_name).where(Territory.id == territory_id)).one()
    return {
        "code": code_of(name, plan.starts_on, plan.ends_on, _taken(session)),
        "territory_id": territory_id,
        **vars(plan),
        "act_number": plan.act_number or None,
        "created_at": now,
    }


def _taken(session: Session) -> set[str]:
    return set(session.scalars(select(Plan.code)))
