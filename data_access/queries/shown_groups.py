"""Groups as pages show them: all of a few plans; of many those with most overdue, or regions."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Select, func, not_, select, union
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    AssignmentSpan,
    Executor,
    Measure,
    Obligation,
    Plan,
    Section,
    Territory,
)
from data_access.queries.base import measure_conditions, plan_conditions
from data_access.queries.grouping import BY_EXECUTOR, BY_SECTION
from data_access.queries.groups import (
    by_executor,
    by_region,
    by_section,
    by_territory,
    in_chunks,
)
from data_access.queries.moments import Moment
from data_access.queries.named import has_begun, is_listed, is_named
from data_access.queries.naming import is_changed
from data_access.queries.totals import is_missing
from data_access.queries.worst import highest_rates, worst_keys
from data_access.records.common import GroupRow
from data_access.records.cut import Cut
from data_access.records.view import View


def sections_worst(session: Session, view: View, moment: Moment) -> Sequence[GroupRow]:
    """Return the sections in the plans' order; of many plans those that lag most."""
    if not view.is_wide:
        return tuple(by_section(session, view, moment))
    keys, late = highest_rates(session, view, moment, BY_SECTION)
    rows = tuple(by_section(session, view, moment, keys))
    return Cut(rows, _sections(session, view, moment), late=late)


def executors_worst(session: Session, view: View, moment: Moment) -> Sequence[GroupRow]:
    """Return the executors in the plans' order; of many plans those with most overdue."""
    if not view.is_wide:
        return tuple(by_executor(session, view, moment))
    keys, late = worst_keys(session, view, moment, BY_EXECUTOR, spans=AssignmentSpan)
    rows = tuple(by_executor(session, view, moment, keys))
    return Cut(rows, _executors(session, view, moment), late=late)


def _sections(session: Session, view: View, moment: Moment) -> int:
    used = select(Measure.section_id).distinct().join(Plan, Plan.id == Measure.plan_id)
    used = used.where(has_begun(moment), *measure_conditions(view))
    return session.scalar(select(func.count()).select_from(used.subquery())) or 0


def _executors(session: Session, view: View, moment: Moment) -> int:
    found = union(_assigned(view, moment), _debtors(view, moment)).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def _assigned(view: View, moment: Moment) -> Select[int]:
    """Return the query for the executors that are named on the date."""
    return (
        select(Assignment.executor_id)
        .distinct()
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(
            has_begun(moment, Assignment.measure_id),
            is_listed(moment),
            *measure_conditions(view, Assignment.executor_id),
        )
    )


def _debtors(view: View, moment: Moment) -> Select[int]:
    """Return the query for those that were released and owe reports from before."""
    return (
        select(Assignment.executor_id)
        .join(Obligation, Obligation.assignment_id == Assignment.id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Plan, Plan.id == Measure.plan_id)
        .where(
            is_changed(),
            not_(is_named(moment)),
            is_missing(moment),
            *measure_conditions(view, Assignment.executor_id),
        )
    )


def territories_in(session: Session, view: View, moment: Moment) -> Sequence[GroupRow]:
    """Return the territories by name; regions with all below them where those are many.

    A chosen territory is looked at by what lies within it.
    """
    is_many = view.is_wide and view.filters.territory is None and _has_regions(session, view)
    return tuple((by_region if is_many else by_territory)(session, view, moment))


def _has_regions(session: Session, view: View) -> bool:
    """Tell whether the plans in view lie in several regions: a single one would say nothing."""
    region = func.coalesce(Territory.parent_id, Territory.id)
    query = select(region).join(Plan, Plan.territory_id == Territory.id)
    return len(session.scalars(query.where(*plan_conditions(view)).distinct().limit(2)).all()) > 1


def all_sections(session: Session, view: View, moment: Moment) -> Iterator[GroupRow]:
    """Yield every section in view in the plans' order, a few hundred in memory at a time."""
    if not view.is_wide:
        yield from by_section(session, view, moment)
        return
    ids = select(Section.id).join(Plan, Plan.id == Section.plan_id).where(*plan_conditions(view))
    ordered = ids.order_by(Plan.territory_id, Plan.id, Section.position)
    for keys in in_chunks(session.scalars(ordered).all()):
        yield from by_section(session, view, moment, keys)


def all_executors(session: Session, view: View, moment: Moment) -> Iterator[GroupRow]:
    """Yield every executor in view: in the plans' order, of many plans by territory."""
    if not view.is_wide:
        yield from by_executor(session, view, moment)
        return
    found = union(_assigned(view, moment), _debtors(view, moment)).subquery()
    ids = select(Executor.id).join(found, found.c.executor_id == Executor.id)
    ordered = ids.order_by(Executor.territory_id, Executor.id)
    for keys in in_chunks(session.scalars(ordered).all()):
        yield from by_executor(session, view, moment, keys)
