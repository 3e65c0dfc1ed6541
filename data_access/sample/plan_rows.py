"""Inserts what a plan orders: the act's content, without anything that happened to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import Plan, Territory
from data_access.plan_rows.inserting import insert_rows
from data_access.plan_rows.measures import insert_assignments, insert_measures, insert_points
from data_access.plan_rows.plans import insert_executors, insert_periods, insert_sections
from data_access.sample.moments import opening_of
from data_access.sample.plan_records import PlanFile, TerritoryText


@dataclass(frozen=True)
class PlanIds:
    """The ids of a plan's rows by the names that its files use for them.

    Control points go by measure and published due date, assignments by measure and executor.
    """

    plan: int
    territory: int
    measures: Mapping[str, int]
    points: Mapping[tuple[str, date], int]
    assignments: Mapping[tuple[str, str], int]
    periods: Mapping[str, int]
    executors: Mapping[str, int]


def insert_plan(session: Session, file: PlanFile) -> PlanIds:
    """Insert the plan with all that it orders and return the ids."""
    territory = _territory(session, file.territory)
    plan = insert_rows(session, Plan, [_plan(file, territory)])[0]
    sections = insert_sections(session, file.sections, plan)
    executors = insert_executors(session, file.executors, territory, entered_at(file))
    measures = insert_measures(session, file.measures, plan, sections)
    return PlanIds(
        plan=plan,
        territory=territory,
        measures=measures,
        points=insert_points(session, file.measures, measures),
        assignments=insert_assignments(session, file.measures, measures, executors),
        periods=insert_periods(session, file.periods, plan),
        executors=executors,
    )


def entered_at(file: PlanFile) -> datetime:
    """Return the moment at which the sample enters the plan: the act's day, else its start."""
    return opening_of(file.plan.act_date or file.plan.starts_on)


def _territory(session: Session, text: TerritoryText) -> int:
    parent = _region(session, text.region) if text.region else None
    fields = {
        "name": text.name,
        "short_name": text.short_name,
        "level": text.level,
        "parent_id": parent,
        "oktmo": text.oktmo or None,
    }
    return _found_or_new_territory(session, fields)


def _region(session: Session, name: str) -> int:
    return _found_or_new_territory(
        session,
        {"name": name, "short_name": name, "level": "region", "parent_id": None, "oktmo": None},
    )


def _found_or_new_territory(session: Session, fields: dict[str, Any]) -> int:
    found = session.scalar(
        select(Territory.id).where(
            Territory.name == fields["name"], Territory.level == fields["level"]
        )
    )
    return found or insert_rows(session, Territory, [fields])[0]


def _plan(file: PlanFile, territory: int) -> dict[str, Any]:
    plan = file.plan
    return {
        "code": file.code,
        "territory_id": territory,
        **vars(plan),
        "act_number": plan.act_number or None,
        "is_demo": True,
        "created_at": entered_at(file),
    }
