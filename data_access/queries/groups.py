"""Rows of totals by section, executor and territory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from data_access.folding import sort_key
from data_access.models import (
    Assignment,
    AssignmentSpan,
    Executor,
    Measure,
    MeasureSpan,
    Plan,
    Section,
    Territory,
)
from data_access.queries.base import Moment, measure_conditions
from data_access.queries.plans import plan_ref, territory_ref
from data_access.queries.rows import PLAN_ORDER
from data_access.queries.totals import totals_by
from data_access.records.common import GroupRow
from data_access.records.view import View


def by_section(session: Session, view: View, moment: Moment) -> list[GroupRow]:
    """Return the sections in view in the plans' order, with the totals of their measures."""
    found = totals_by(session, view, moment, Measure.section_id)
    rows = session.execute(
        select(Section, Plan, Territory)
        .join(Plan, Plan.id == Section.plan_id)
        .join(Territory, Territory.id == Plan.territory_id)
        .where(Section.id.in_(found))
        .order_by(Plan.territory_id, Plan.id, Section.position)
    )
    return [
        GroupRow(
            id=section.id,
            number=section.number,
            name=section.title,
            short_name=section.short_title,
            totals=found[section.id],
            plan=plan_ref(plan, territory, moment),
        )
        for section, plan, territory in rows
    ]


@dataclass(frozen=True)
class _Load:
    """How an executor is loaded in the plans in view; `place` is its first place in them."""

    lead: int = 0
    by_agreement: int = 0
    place: int = 0


def by_executor(session: Session, view: View, moment: Moment) -> list[GroupRow]:
    """Return the executors in the plans' order, with the totals of their assignments."""
    found = totals_by(session, view, moment, AssignmentSpan.executor_id, spans=AssignmentSpan)
    loads = _loads(session, view)
    rows = session.execute(
        select(Executor, Territory)
        .join(Territory, Territory.id == Executor.territory_id)
        .where(Executor.id.in_(found))
    ).all()
    ordered = sorted(rows, key=lambda row: loads[row.Executor.id].place)
    return [
        GroupRow(
            id=executor.id,
            number="",
            name=executor.name,
            short_name=executor.short_name,
            totals=found[executor.id],
            lead=loads[executor.id].lead,
            by_agreement=loads[executor.id].by_agreement,
            is_group=executor.is_group,
            parent=territory_ref(territory),
        )
        for executor, territory in ordered
    ]


def _loads(session: Session, view: View) -> Mapping[int, _Load]:
    document_order = (*PLAN_ORDER, Assignment.position, Assignment.id)
    assigned = (
        select(
            Assignment.executor_id,
            case((Assignment.role == "lead", 1), else_=0).label("lead"),
            case((Assignment.by_agreement, 1), else_=0).label("by_agreement"),
            func.row_number().over(order_by=document_order).label("place"),
        )
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(*measure_conditions(view))
        .subquery()
    )
    rows = session.execute(
        select(
            assigned.c.executor_id,
            func.sum(assigned.c.lead),
            func.sum(assigned.c.by_agreement),
            func.min(assigned.c.place),
        ).group_by(assigned.c.executor_id)
    )
    return {executor_id: _Load(*numbers) for executor_id, *numbers in rows}


def by_territory(session: Session, view: View, moment: Moment) -> list[GroupRow]:
    """Return the territories that have plans in view, by name."""
    found = totals_by(session, view, moment, MeasureSpan.territory_id)
    return sorted(_territory_rows(session, found), key=lambda row: sort_key(row.short_name))


def _territory_rows(session: Session, found: Mapping[Any, Any]) -> list[GroupRow]:
    territories = session.scalars(select(Territory).where(Territory.id.in_(found))).all()
    parent_ids = {one.parent_id for one in territories if one.parent_id}
    parents = {
        one.id: territory_ref(one)
        for one in session.scalars(select(Territory).where(Territory.id.in_(parent_ids)))
    }
    return [
        GroupRow(
            id=one.id,
            number="",
            name=one.name,
            short_name=one.short_name,
            totals=found[one.id],
            parent=parents.get(one.parent_id or 0),
        )
        for one in territories
    ]
