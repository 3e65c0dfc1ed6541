"""Groups as pages show them: all of a few plans; of many those with most overdue, or regions."""

from collections.abc import Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    AssignmentSpan,
    Executor,
    Measure,
    Plan,
    Section,
    Territory,
)
from data_access.queries.base import Moment, measure_conditions, plan_conditions
from data_access.queries.grouping import BY_EXECUTOR, BY_SECTION
from data_access.queries.groups import (
    by_executor,
    by_region,
    by_section,
    by_territory,
    in_chunks,
)
from data_access.queries.named import has_begun
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
    assigned = select(Assignment.executor_id).distinct()
    assigned = assigned.join(Measure, Measure.id == Assignment.measure_id)
    assigned = assigned.join(Plan, Plan.id == Measure.plan_id)
    assigned = assigned.where(has_begun(moment, Assignment.measure_id), *measure_conditions(view))
    return session.scalar(select(func.count()).select_from(assigned.subquery())) or 0


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
    ids = select(Assignment.executor_id, Executor.territory_id).distinct()
    ids = ids.join(Executor, Executor.id == Assignment.executor_id)
    ids = ids.join(Measure, Measure.id == Assignment.measure_id)
    ids = ids.join(Plan, Plan.id == Measure.plan_id).where(*measure_conditions(view))
    ordered = ids.order_by(Executor.territory_id, Assignment.executor_id)
    for keys in in_chunks(session.scalars(ordered).all()):
        yield from by_executor(session, view, moment, keys)
