"""A saved plan loaded for comparison, in a few queries whatever its size."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.commands.plan_saving.history import History, load_history
from data_access.commands.plan_saving.known import indicators_said
from data_access.importers.draft.differ_indicators import targets_said
from data_access.importers.draft.saved import (
    SavedAssignment,
    SavedIndicator,
    SavedMeasure,
    SavedPeriod,
    SavedPlan,
    SavedPoint,
    SavedSection,
)
from data_access.models import (
    Assignment,
    ControlPoint,
    Executor,
    Indicator,
    IndicatorValue,
    Measure,
    Plan,
    ReportingPeriod,
    Section,
)
from data_access.plan_rows.texts import PlanText


def load_saved(session: Session, plan_id: int) -> SavedPlan:
    """Return the plan with all that an act may change."""
    plan = session.scalars(
        select(Plan).where(Plan.id == plan_id).execution_options(populate_existing=True)
    ).one()
    sections = session.scalars(
        select(Section).where(Section.plan_id == plan_id).order_by(Section.position, Section.id)
    ).all()
    numbers = {one.id: one.number for one in sections}
    history = load_history(session, plan_id)
    return SavedPlan(
        id=plan.id,
        code=plan.code,
        territory_id=plan.territory_id,
        plan=_plan(plan),
        sections=tuple(
            SavedSection(one.id, one.number, one.title, one.short_title, one.position)
            for one in sections
        ),
        measures=tuple(_measures(session, plan_id, numbers, history)),
        indicators=tuple(_indicators(session, plan_id)),
        periods=tuple(_periods(session, plan_id, history)),
    )


def _plan(plan: Plan) -> PlanText:
    names = PlanText.__dataclass_fields__
    values = {name: getattr(plan, name) for name in names}
    return PlanText(**{**values, "act_number": plan.act_number or ""})


def _measures(
    session: Session, plan_id: int, sections: dict[int, str], history: History
) -> Iterable[SavedMeasure]:
    points = _points(session, plan_id, history)
    assignments = _assignments(session, plan_id, history)
    query = select(Measure).where(Measure.plan_id == plan_id)
    for one in session.scalars(query.order_by(Measure.position, Measure.id)):
        yield SavedMeasure(
            id=one.id,
            number=one.number,
            section=sections[one.section_id],
            position=one.position,
            title=one.title,
            short_title=one.short_title,
            deadline_text=one.deadline_text,
            kind=one.schedule_kind,
            expected_result=one.expected_result,
            extra=one.extra,
            points=tuple(points[one.id]),
            assignments=tuple(assignments[one.id]),
            is_removed=history.is_measure_removed(one.id),
            is_taken_out=history.is_measure_taken_out(one.id),
            has_reports=one.id in history.reported_measures,
            has_history=history.touches(one.id),
            decided_on=history.last_decided(measure_id=one.id),
        )


def _points(session: Session, plan_id: int, history: History) -> dict[int, list[SavedPoint]]:
    found: dict[int, list[SavedPoint]] = defaultdict(list)
    rows = session.scalars(
        select(ControlPoint)
        .join(Measure, Measure.id == ControlPoint.measure_id)
        .where(Measure.plan_id == plan_id)
        .order_by(ControlPoint.measure_id, ControlPoint.due_on, ControlPoint.id)
    ).all()
    of_measure: dict[int, list[ControlPoint]] = defaultdict(list)
    for one in rows:
        of_measure[one.measure_id].append(one)
    for one in rows:
        found[one.measure_id].append(
            SavedPoint(
                id=one.id,
                starts_on=one.starts_on,
                due_on=one.due_on,
                label=one.label,
                in_force=history.due_in_force(one, of_measure[one.measure_id]),
                named=history.named(one),
                position=one.position,
                is_removed=history.is_point_removed(one),
                is_taken_out=history.is_point_taken_out(one),
                has_reports=one.id in history.reported_points,
                has_history=one.id in history.reported_points or one.id in history.decided_points,
                decided_on=history.last_decided(point_id=one.id, measure_id=one.measure_id),
                is_settled=one.id in history.settled_points,
            )
        )
    return found


def _assignments(
    session: Session, plan_id: int, history: History
) -> dict[int, list[SavedAssignment]]:
    found: dict[int, list[SavedAssignment]] = defaultdict(list)
    rows = session.execute(
        select(Assignment, Executor.name)
        .join(Measure, Measure.id == Assignment.measure_id)
        .join(Executor, Executor.id == Assignment.executor_id)
        .where(Measure.plan_id == plan_id)
        .order_by(Assignment.measure_id, Assignment.position)
    )
    for one, name in rows:
        found[one.measure_id].append(
            SavedAssignment(
                id=one.id,
                executor_id=one.executor_id,
                name=name,
                by_agreement=one.by_agreement,
                role=one.role,
                position=one.position,
                ended_on=one.ended_on,
                has_reports=one.id in history.reported_assignments,
                led_until=one.led_until,
                began_on=one.began_on,
                away_from=one.away_from,
            )
        )
    return found


def _indicators(session: Session, plan_id: int) -> Iterable[SavedIndicator]:
    rows = session.scalars(
        select(Indicator).where(Indicator.plan_id == plan_id).order_by(Indicator.position)
    ).all()
    values: dict[int, list[IndicatorValue]] = defaultdict(list)
    query = select(IndicatorValue).where(IndicatorValue.indicator_id.in_([one.id for one in rows]))
    newest = (IndicatorValue.submitted_on, IndicatorValue.recorded_at, IndicatorValue.id)
    for value in session.scalars(query.order_by(*newest)):
        values[value.indicator_id].append(value)
    said = indicators_said(session, plan_id) if rows else []
    for one in rows:
        of_this = values[one.id]
        yield SavedIndicator(
            id=one.id,
            name=one.name,
            short_name=one.short_name,
            unit=one.unit,
            direction=one.direction,
            targets={it.year: it.value for it in of_this if it.kind == "target"},
            actuals={it.year: it.value for it in of_this if it.kind == "actual"},
            targets_on={it.year: it.submitted_on for it in of_this if it.kind == "target"},
            said=targets_said(one.name, said),
        )


def _periods(session: Session, plan_id: int, history: History) -> Iterable[SavedPeriod]:
    rows = session.scalars(
        select(ReportingPeriod)
        .where(ReportingPeriod.plan_id == plan_id)
        .order_by(ReportingPeriod.starts_on, ReportingPeriod.id)
    )
    for one in rows:
        yield SavedPeriod(
            one.id,
            one.label,
            one.starts_on,
            one.ends_on,
            one.due_on,
            one.id in history.reported_periods,
        )
