"""Rows of totals by section, executor and territory.

`keys` names the groups that are wanted, in the order in which they are wanted; without them all
groups in view come in the plans' order.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from sys import maxsize
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from data_access.folding import sort_key
from data_access.models import Assignment, AssignmentSpan, Executor, Measure, Plan, Section
from data_access.models import Territory as TerritoryRow
from data_access.queries.base import Condition, measure_conditions
from data_access.queries.grouping import (
    BY_EXECUTOR,
    BY_REGION,
    BY_SECTION,
    BY_TERRITORY,
    Grouping,
)
from data_access.queries.moments import Moment
from data_access.queries.named import has_begun, is_named, leads
from data_access.queries.picking import PLAN_ORDER
from data_access.queries.plans import plan_ref, territory_ref
from data_access.queries.totals import totals_by
from data_access.queries.wording import early_section_mark, number_then
from data_access.queries.worst import narrowed
from data_access.records.common import GroupRow
from data_access.records.view import View

Keys = Sequence[int] | None
CHUNK = 500


def by_section(session: Session, view: View, moment: Moment, keys: Keys = None) -> list[GroupRow]:
    """Return the sections in view in the plans' order, with the totals of their measures."""
    found = totals_by(session, view, moment, narrowed(BY_SECTION, keys))
    rows = session.execute(
        select(Section, Plan, TerritoryRow, early_section_mark(moment))
        .join(Plan, Plan.id == Section.plan_id)
        .join(TerritoryRow, TerritoryRow.id == Plan.territory_id)
        .where(Section.id.in_(found))
        .order_by(Plan.territory_id, Plan.id, Section.position)
    )
    listed = [
        GroupRow(
            id=section.id,
            number=number_then(section.number, is_early),
            name=section.title,
            short_name=section.short_title,
            totals=found[section.id],
            plan=plan_ref(plan, territory, moment),
        )
        for section, plan, territory, is_early in rows
    ]
    return _in_order(listed, keys)


@dataclass(frozen=True)
class _Load:
    """How an executor is loaded in the plans in view; `place` is its first place in them.

    `lead` counts the measures that it leads on the as-of date.
    """

    lead: int = 0
    by_agreement: int = 0
    place: int = 0


def by_executor(session: Session, view: View, moment: Moment, keys: Keys = None) -> list[GroupRow]:
    """Return the executors in the plans' order, with the totals of their assignments.

    Last come those that were released of all of them and owe reports from before.
    """
    group = narrowed(BY_EXECUTOR, keys)
    found = totals_by(session, view, moment, group, spans=AssignmentSpan)
    loads = _loads(session, view, moment, keys)
    rows = session.execute(
        select(Executor, TerritoryRow)
        .join(TerritoryRow, TerritoryRow.id == Executor.territory_id)
        .where(Executor.id.in_(found))
    ).all()
    ordered = sorted(rows, key=lambda row: (loads[row.Executor.id].place, row.Executor.id))
    listed = [
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
    return _in_order(listed, keys)


def _in_order(rows: list[GroupRow], keys: Keys) -> list[GroupRow]:
    if keys is None:
        return rows
    place = {key: number for number, key in enumerate(keys)}
    return sorted(rows, key=lambda row: place[row.id])


def _loads(session: Session, view: View, moment: Moment, keys: Keys) -> Mapping[int, _Load]:
    document_order = (*PLAN_ORDER, Assignment.position, Assignment.id)
    assigned = (
        select(
            Assignment.executor_id,
            case((leads(moment), 1), else_=0).label("lead"),
            case((Assignment.by_agreement, 1), else_=0).label("by_agreement"),
            func.row_number().over(order_by=document_order).label("place"),
        )
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Section, Section.id == Measure.section_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(
            has_begun(moment, Assignment.measure_id),
            is_named(moment),
            *measure_conditions(view, Assignment.executor_id),
            *_among(keys),
        )
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
    found = {executor_id: _Load(*numbers) for executor_id, *numbers in rows}
    return defaultdict(lambda: _Load(place=maxsize), found)  # debtors that were released


def _among(keys: Keys) -> list[Condition]:
    return [] if keys is None else [Assignment.executor_id.in_(keys)]


def by_territory(session: Session, view: View, moment: Moment) -> list[GroupRow]:
    """Return the territories that have plans in view, by name."""
    return _territories(session, view, moment, BY_TERRITORY)


def by_region(session: Session, view: View, moment: Moment) -> list[GroupRow]:
    """Return the regions in view, each with everything below it, by name."""
    return _territories(session, view, moment, BY_REGION)


def _territories(session: Session, view: View, moment: Moment, group: Grouping) -> list[GroupRow]:
    found = totals_by(session, view, moment, group)
    return sorted(territory_rows(session, found), key=lambda row: sort_key(row.short_name))


def territory_rows(session: Session, found: Mapping[Any, Any]) -> list[GroupRow]:
    """Return a row for each territory whose totals were found, in no order."""
    territories = session.scalars(select(TerritoryRow).where(TerritoryRow.id.in_(found))).all()
    parent_ids = {one.parent_id for one in territories if one.parent_id}
    parents = {
        one.id: territory_ref(one)
        for one in session.scalars(select(TerritoryRow).where(TerritoryRow.id.in_(parent_ids)))
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


def in_chunks(ids: Sequence[int]) -> Iterator[list[int]]:
    """Yield ids a few hundred at a time, for files of everything in view."""
    rest = iter(ids)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
