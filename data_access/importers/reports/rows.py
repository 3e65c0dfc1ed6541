"""The rows of the form: an executor's measures × open control points × the reporting period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from data_access.commands.facts_of import MeasureBase, load_bases
from data_access.folding import sort_key
from data_access.importers.reports.codes import RowKey, code_of
from data_access.importers.reports.known import Assigned, began_after, of_plan
from data_access.models import Plan, ReportingPeriod
from data_access.records.status import CLOSED, Status
from data_access.records.view import Scope
from data_access.rules.assigned import Assigned as Counted
from data_access.rules.measure import assigned_points, assigned_state
from data_access.rules.points import PointState

#: Nothing more is expected of the executor until somebody decides.
SETTLED = CLOSED | {Status.UNDER_REVIEW}


@dataclass(frozen=True)
class FormRow:
    """A row with what the system fills in; `due_on` is the date in force, None without a point."""

    code: str
    number: str
    title: str
    due_on: date | None
    original_due_on: date | None
    point_label: str
    phrase: str
    executor: str
    period: str


@dataclass(frozen=True)
class Form:
    """A form to hand out: of a whole plan, or of one executor."""

    plan: Plan
    executor: str
    executor_short: str
    period: ReportingPeriod | None
    as_of: date
    rows: tuple[FormRow, ...]


def form_of(
    session: Session,
    plan: Plan,
    as_of: date,
    *,
    executor_id: int | None = None,
    period_id: int | None = None,
) -> Form:
    """Return the form of a plan, or of one executor in it, as it stands on the date.

    Without `period_id` the reporting period is the one whose report is due next.
    """
    assigned = [
        one
        for one in of_plan(session, Scope.everything(), plan.id).values()
        if executor_id in (None, one.executor.id)
    ]
    assigned.sort(key=_place)
    period = _period(assigned, as_of, period_id)
    bases = {
        base.keys.measure_id: base
        for base in load_bases(session, sorted({one.measure.id for one in assigned}))
    }
    rows = [
        row
        for one in assigned
        if period_id is None or not began_after(one, period)
        for row in _rows(one, bases[one.measure.id], as_of, _asked(one, period))
    ]
    name, short = "", ""
    if executor_id and assigned:
        name, short = assigned[0].executor.name, assigned[0].executor.short_name
    return Form(plan, name, short, period, as_of, tuple(rows))


def _asked(one: Assigned, period: ReportingPeriod | None) -> ReportingPeriod | None:
    """Return the period for which the executor reports on the measure; None for one before it."""
    return None if began_after(one, period) else period


def _place(one: Assigned) -> tuple[int, tuple[str, str], int]:
    return one.measure.position, sort_key(one.measure.number), one.assignment.position


def _period(assigned: list[Assigned], as_of: date, period_id: int | None) -> ReportingPeriod | None:
    """Return the chosen period, else the begun one due next, else the last begun one."""
    periods = list(assigned[0].periods.values()) if assigned else []
    if period_id is not None:
        return next((one for one in periods if one.id == period_id), None)
    begun = [one for one in periods if one.starts_on <= as_of]
    waiting = [one for one in begun if as_of <= one.due_on]
    if waiting:
        return min(waiting, key=lambda one: (one.due_on, one.id))
    return max(begun, key=lambda one: one.due_on, default=None)


def _rows(
    one: Assigned, base: MeasureBase, as_of: date, period: ReportingPeriod | None
) -> Iterator[FormRow]:
    named = one.assignment
    counted = Counted(
        id=named.id,
        counts=True,
        began_on=named.began_on,
        ended_on=named.ended_on,
        away_from=named.away_from,
        back_on=named.back_on,
    )
    states = assigned_points(base.facts, counted, as_of)
    if not states:
        if assigned_state(base.facts, counted, as_of).status not in SETTLED:
            yield _row(one, None, period)
        return
    for state in _open(states):
        yield _row(one, state, period)


def _open(states: list[PointState]) -> list[PointState]:
    """Return the open points that have begun, else the first of those to come."""
    unsettled = [one for one in states if one.status not in SETTLED]
    begun = [one for one in unsettled if one.status is not Status.NOT_DUE]
    return begun or unsettled[:1]


def _row(one: Assigned, state: PointState | None, period: ReportingPeriod | None) -> FormRow:
    point = one.points[state.point_id] if state else None
    key = RowKey(one.assignment.id, point.id if point else None, period.id if period else None)
    return FormRow(
        code=code_of(key, one.plan.code),
        number=one.measure.number,
        title=one.measure.title,
        due_on=state.due_on if state else None,
        original_due_on=point.due_on if point else None,
        point_label=point.label if point else "",
        phrase=one.measure.deadline_text,
        executor=one.executor.name,
        period=period.label if period else "",
    )
