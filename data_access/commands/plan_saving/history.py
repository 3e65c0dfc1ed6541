"""What hangs on the rows of a plan: reports and decisions, and what they come to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from data_access.models import (
    Assignment,
    ControlPoint,
    Decision,
    ImportBatch,
    Measure,
    PointSpan,
    Report,
)
from data_access.records.status import CLOSED
from data_access.rules.courses import END
from data_access.rules.points import CLOSING


@dataclass(frozen=True)
class History:
    """The reports (by what they name) and the decisions of a plan, the latest last.

    `of_acts` are the decisions that rest on acts taken in, as their batches list them, and
    `settled_points` the control points that are done or closed by all that is known.
    """

    decisions: tuple[Decision, ...]
    reported_assignments: frozenset[int]
    reported_points: frozenset[int]
    reported_periods: frozenset[int]
    reported_measures: frozenset[int]
    decided_measures: frozenset[int]
    of_acts: frozenset[int]
    settled_points: frozenset[int]

    @property
    def decided_points(self) -> frozenset[int]:
        """Return the control points that a decision names."""
        return frozenset(one.control_point_id for one in self.decisions if one.control_point_id)

    def touches(self, measure_id: int) -> bool:
        """Tell whether a report or a decision hangs on the measure or on a row of it."""
        return measure_id in self.reported_measures | self.decided_measures

    def is_measure_removed(self, measure_id: int) -> bool:
        """Tell whether the whole measure is removed from control."""
        last = _last_closing(one for one in self.decisions if one.measure_id == measure_id)
        return last is not None and last.kind == "remove"

    def is_measure_taken_out(self, measure_id: int) -> bool:
        """Tell whether an act took the measure out, and it still is."""
        last = _last_closing(one for one in self.decisions if one.measure_id == measure_id)
        return last is not None and last.kind == "remove" and last.id in self.of_acts

    def is_point_removed(self, point: ControlPoint) -> bool:
        """Tell whether the point alone is removed; a reopened measure takes its points with it."""
        last = self._closing_of(point)
        return last is not None and last.kind == "remove"

    def is_point_taken_out(self, point: ControlPoint) -> bool:
        """Tell whether an act took the point out, and it still is."""
        last = self._closing_of(point)
        return last is not None and last.kind == "remove" and last.id in self.of_acts

    def _closing_of(self, point: ControlPoint) -> Decision | None:
        return _last_closing(
            one
            for one in self.decisions
            if one.control_point_id == point.id
            or (one.measure_id == point.measure_id and one.kind == "reopen")
        )

    def named(self, point: ControlPoint) -> date:
        """Return the due date that the last act names."""
        moved = [
            one.new_due_on
            for one in self.decisions
            if one.new_due_on and one.control_point_id == point.id and one.id in self.of_acts
        ]
        return moved[-1] if moved else point.due_on

    def due_in_force(self, point: ControlPoint, of_measure: Sequence[ControlPoint]) -> date:
        """Return the due date after all extensions.

        Those of the measure move what was then the last one of its points, given in their order.
        """
        moved = [
            one.new_due_on
            for one in self.decisions
            if one.new_due_on
            and (
                one.control_point_id == point.id
                or (
                    one.measure_id == point.measure_id
                    and _is_last(point, of_measure, one.decided_on)
                )
            )
        ]
        return moved[-1] if moved else point.due_on

    def last_decided(self, *, measure_id: int, point_id: int | None = None) -> date | None:
        """Return the day of the last decision on the measure, or also on the point."""
        days = [
            one.decided_on
            for one in self.decisions
            if one.measure_id == measure_id or (point_id and one.control_point_id == point_id)
        ]
        return max(days, default=None)


def _is_last(point: ControlPoint, of_measure: Sequence[ControlPoint], on: date) -> bool:
    standing = [one.id for one in of_measure if one.began_on is None or one.began_on <= on]
    return standing[-1:] == [point.id]


def _last_closing(decisions: Iterable[Decision]) -> Decision | None:
    found = [one for one in decisions if one.kind in CLOSING]
    return found[-1] if found else None


def load_history(session: Session, plan_id: int) -> History:
    """Return the history of a plan."""
    rows = session.execute(
        select(
            Assignment.measure_id,
            Report.assignment_id,
            Report.control_point_id,
            Report.reporting_period_id,
        )
        .join(Assignment, Assignment.id == Report.assignment_id)
        .join(Measure, Measure.id == Assignment.measure_id)
        .where(Measure.plan_id == plan_id)
        .distinct()
    ).all()
    decided = _decisions(session, plan_id)
    return History(
        decisions=tuple(one for one, _ in decided),
        reported_assignments=frozenset(row.assignment_id for row in rows),
        reported_points=frozenset(row.control_point_id for row in rows if row.control_point_id),
        reported_periods=frozenset(
            row.reporting_period_id for row in rows if row.reporting_period_id
        ),
        reported_measures=frozenset(row.measure_id for row in rows),
        decided_measures=frozenset(measure for _, measure in decided),
        of_acts=_of_acts(session, plan_id),
        settled_points=_settled_points(session, plan_id),
    )


def _settled_points(session: Session, plan_id: int) -> frozenset[int]:
    query = select(PointSpan.control_point_id).where(
        PointSpan.plan_id == plan_id,
        PointSpan.valid_to == END,
        PointSpan.status.in_([one.value for one in CLOSED]),
    )
    return frozenset(session.scalars(query))


def _of_acts(session: Session, plan_id: int) -> frozenset[int]:
    summaries = session.scalars(
        select(ImportBatch.summary).where(
            ImportBatch.plan_id == plan_id, ImportBatch.kind == "plan"
        )
    )
    return frozenset(id_ for one in summaries if one for id_ in one.get("decisions", ()))


def _decisions(session: Session, plan_id: int) -> list[tuple[Decision, int]]:
    """Return the decisions on measures and control points, with their measures, in order."""
    measures = select(Measure.id).where(Measure.plan_id == plan_id)
    of_these = ControlPoint.measure_id.in_(measures)
    query = select(ControlPoint.id, ControlPoint.measure_id).where(of_these)
    points = {row.id: row.measure_id for row in session.execute(query)}
    concerned = or_(
        Decision.measure_id.in_(measures),
        Decision.control_point_id.in_(select(ControlPoint.id).where(of_these)),
    )
    order = (Decision.decided_on, Decision.recorded_at, Decision.id)
    rows = session.scalars(select(Decision).where(concerned).order_by(*order))
    return [(one, one.measure_id or points[one.control_point_id or 0]) for one in rows]
