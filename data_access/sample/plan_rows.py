"""Inserts what a plan orders: the act's content, without anything that happened to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import (
    Executor,
    ExecutorAlias,
    Plan,
    ReportingPeriod,
    Section,
    Territory,
)
from data_access.sample.inserting import insert_rows
from data_access.sample.measure_rows import (
    insert_assignments,
    insert_measures,
    insert_points,
)
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
    sections = _sections(session, file, plan)
    executors = _executors(session, file, territory)
    measures = insert_measures(session, file, plan, sections)
    return PlanIds(
        plan=plan,
        territory=territory,
        measures=measures,
        points=insert_points(session, file, measures),
        assignments=insert_assignments(session, file, measures, executors),
        periods=_periods(session, file, plan),
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


def _sections(session: Session, file: PlanFile, plan: int) -> dict[str, int]:
    rows = [
        {"plan_id": plan, "position": position, **vars(one)}
        for position, one in enumerate(file.sections, start=1)
    ]
    ids = insert_rows(session, Section, rows)
    return {one.number: id_ for one, id_ in zip(file.sections, ids, strict=True)}


def _executors(session: Session, file: PlanFile, territory: int) -> dict[str, int]:
    rows = [
        {
            "territory_id": territory,
            "name": one.name,
            "short_name": one.short_name,
            "is_group": one.is_group,
        }
        for one in file.executors
    ]
    ids = insert_rows(session, Executor, rows)
    found = {one.key: id_ for one, id_ in zip(file.executors, ids, strict=True)}
    aliases = [
        {"executor_id": found[one.key], "alias": alias, "confirmed_at": entered_at(file)}
        for one in file.executors
        for alias in dict.fromkeys(one.aliases)
        if alias != one.name
    ]
    insert_rows(session, ExecutorAlias, aliases)
    return found


def _periods(session: Session, file: PlanFile, plan: int) -> dict[str, int]:
    rows = [{"plan_id": plan, **vars(one)} for one in file.periods]
    ids = insert_rows(session, ReportingPeriod, rows)
    return {one.label: id_ for one, id_ in zip(file.periods, ids, strict=True)}
