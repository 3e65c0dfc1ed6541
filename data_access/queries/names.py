"""What can be meant by name, each with all of its names; nothing is left out by rights."""

from collections import defaultdict

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from data_access.db import Database
from data_access.models import (
    Assignment,
    Executor,
    ExecutorAlias,
    Measure,
    Plan,
    ReportingPeriod,
    Section,
    Territory,
)
from data_access.records.named import Named


def plans(db: Database) -> list[Named]:
    """Return all plans by their codes."""
    with db.read() as session:
        query = select(Plan.id, Plan.code, Plan.title, Plan.short_title).order_by(Plan.code)
        return [
            Named(id_, title, (code, title, short), code)
            for id_, code, title, short in session.execute(query)
        ]


def territories(db: Database) -> list[Named]:
    """Return all territories, a municipality with its region behind the name."""
    above = aliased(Territory)
    query = (
        select(Territory.id, Territory.name, Territory.short_name, above.name)
        .outerjoin(above, above.id == Territory.parent_id)
        .order_by(above.name, Territory.name)
    )
    with db.read() as session:
        return [
            Named(id_, full := f"{name}, {region}" if region else name, (name, short, full))
            for id_, name, short, region in session.execute(query)
        ]


def executors(db: Database, plan_id: int | None = None) -> list[Named]:
    """Return the executors of a plan, or all of them with their territories behind the names."""
    query = (
        select(Executor.id, Executor.name, Executor.short_name, Territory.short_name)
        .outerjoin(Territory, Territory.id == Executor.territory_id)
        .order_by(Executor.name, Executor.id)
    )
    if plan_id is not None:
        query = query.where(Executor.id.in_(_of_plan(plan_id)))
    with db.read() as session:
        aliases = _aliases(session, plan_id)
        return [
            Named(
                id_,
                name if plan_id is not None or not where else f"{name} ({where})",
                (name, short, *aliases[id_]),
            )
            for id_, name, short, where in session.execute(query)
        ]


def periods(db: Database, plan_id: int) -> list[Named]:
    """Return the reporting periods of a plan in their order."""
    query = select(ReportingPeriod.id, ReportingPeriod.label)
    query = query.where(ReportingPeriod.plan_id == plan_id).order_by(ReportingPeriod.starts_on)
    with db.read() as session:
        return [Named(id_, label, (label,)) for id_, label in session.execute(query)]


def sections(db: Database, plan_id: int) -> list[Named]:
    """Return the sections of a plan in their order."""
    query = select(Section.id, Section.number, Section.title, Section.short_title)
    query = query.where(Section.plan_id == plan_id).order_by(Section.position)
    with db.read() as session:
        return [
            Named(id_, f"{number}. {title}", (title, short))
            for id_, number, title, short in session.execute(query)
        ]


def _of_plan(plan_id: int) -> Select[int]:
    return (
        select(Assignment.executor_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .where(Measure.plan_id == plan_id)
    )


def _aliases(session: Session, plan_id: int | None) -> dict[int, list[str]]:
    query = select(ExecutorAlias.executor_id, ExecutorAlias.alias)
    if plan_id is not None:
        query = query.where(ExecutorAlias.executor_id.in_(_of_plan(plan_id)))
    found: dict[int, list[str]] = defaultdict(list)
    for executor_id, alias in session.execute(query):
        found[executor_id].append(alias)
    return found
