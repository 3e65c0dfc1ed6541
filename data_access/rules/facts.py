"""What the status rules are given: plain facts about one measure."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from data_access.rules.assigned import Assigned


class Point(NamedTuple):
    """A control point; `due_on` is already shifted by the plan's rule for days off.

    An amended act may have added it on `began_on` (None: it was there from the beginning).
    """

    id: int
    starts_on: date
    due_on: date
    began_on: date | None = None

    def stands(self, on: date) -> bool:
        """Tell whether the act names the date on a day."""
        return self.began_on is None or self.began_on <= on


class Reported(NamedTuple):
    """A report; `point_id` None is interim information."""

    id: int
    assignment_id: int
    point_id: int | None
    period_id: int | None
    outcome: str
    completed_on: date | None
    submitted_on: date
    recorded_at: datetime

    @property
    def order(self) -> tuple[date, datetime, int]:
        """Return the place in the official record: a later row corrects an earlier one."""
        return self.submitted_on, self.recorded_at, self.id


class Decided(NamedTuple):
    """A decision; it concerns a report, one control point, or (both None) the whole measure.

    A decision on a report carries the control point of that report too. `new_due_on` is already
    shifted by the plan's rule for days off.
    """

    id: int
    kind: str
    report_id: int | None
    point_id: int | None
    decided_on: date
    recorded_at: datetime
    new_due_on: date | None = None

    @property
    def order(self) -> tuple[date, datetime, int]:
        """Return the place in the official record: a later decision overrides an earlier one."""
        return self.decided_on, self.recorded_at, self.id

    def concerns(self, point: Point) -> bool:
        """Tell whether the decision is about `point` or the whole measure."""
        return self.point_id in (None, point.id)


class Period(NamedTuple):
    """A reporting period; `due_on` is already shifted by the plan's rule for days off."""

    id: int
    starts_on: date
    ends_on: date
    due_on: date


@dataclass(frozen=True)
class MeasureFacts:
    """Everything that the status of one measure depends on; points in order of their dates.

    An amended act may have added the measure on `began_on` (None: it stood in the plan from the
    beginning): before that day it has no status at all.
    """

    requires_acceptance: bool
    points: tuple[Point, ...]
    assignments: tuple[Assigned, ...]
    reports: tuple[Reported, ...] = ()
    decisions: tuple[Decided, ...] = ()
    periods: tuple[Period, ...] = ()
    began_on: date | None = None

    def standing(self, on: date) -> tuple[Point, ...]:
        """Return the control points that the act names on the date: mostly all of them."""
        if not self._has_added:
            return self.points
        return tuple(one for one in self.points if one.stands(on))

    @cached_property
    def _has_added(self) -> bool:
        return any(one.began_on for one in self.points)

    @cached_property
    def known(self) -> dict[Any, Any]:
        """Return what has been worked out from these facts so far; kept as long as they are."""
        return {}

    @cached_property
    def reports_on(self) -> dict[tuple[int, int | None], list[Reported]]:
        """Return the reports by assignment and control point, the newest first."""
        found: dict[tuple[int, int | None], list[Reported]] = {}
        for one in sorted(self.reports, key=lambda each: each.order, reverse=True):
            found.setdefault((one.assignment_id, one.point_id), []).append(one)
        return found

    @cached_property
    def _made(self) -> dict[tuple[str, ...], list[Decided]]:
        return {}

    def made(self, kinds: tuple[str, ...]) -> list[Decided]:
        """Return the decisions of these kinds, the newest first."""
        made = self._made.get(kinds)
        if made is None:
            found = [one for one in self.decisions if one.kind in kinds]
            made = self._made[kinds] = sorted(found, key=lambda one: one.order, reverse=True)
        return made

    @cached_property
    def executor_turns(self) -> frozenset[date]:
        """Return the dates on which an act named or released executors, or the lead changed."""
        return frozenset(day for one in (*self.assignments, *self.counting) for day in one.turns)

    @cached_property
    def counting(self) -> tuple[Assigned, ...]:
        """Return the assignments that decide the measure's status, each while it counts."""
        return tuple(one for each in self.assignments for one in each.counting())
