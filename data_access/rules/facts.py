"""What the status rules are given: plain facts about one measure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Point:
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

    def __hash__(self) -> int:
        """Hash the id alone: what is known of a point is looked up very often."""
        return self.id


#: From a day on (None: from the beginning) up to, not including, another one (None: for good).
Stretch = tuple[date | None, date | None]
ALWAYS: tuple[Stretch, ...] = ((None, None),)


@dataclass(frozen=True)
class Assigned:
    """An executor's assignment; `counts` under the plan's completion rule.

    An amended act may have named the executor from `began_on` on (None: from the beginning), or
    released it: from `ended_on` on it is not named any more. One that was named again had been
    released from `away_from` up to `back_on`. It counts within the stretches of `counts_in`: where
    the lead alone counts and leads changed, each counts while it led.
    """

    id: int
    counts: bool
    began_on: date | None = None
    ended_on: date | None = None
    counts_in: tuple[Stretch, ...] = ALWAYS
    away_from: date | None = None
    back_on: date | None = None

    def __hash__(self) -> int:
        """Hash the id alone, as with points."""
        return self.id

    @property
    def counts_always(self) -> bool:
        """Tell whether it counts as long as it is named."""
        return self.counts and self.counts_in == ALWAYS

    def counting(self) -> Iterator["Assigned"]:
        """Yield it as if it were named only while it counts, once for each stretch."""
        for first, last in self.counts_in if self.counts else ():
            for one in self.pieces:
                began = max((day for day in (one.began_on, first) if day), default=None)
                ended = min((day for day in (one.ended_on, last) if day), default=None)
                if began is None or ended is None or began < ended:
                    yield replace(one, began_on=began, ended_on=ended)

    @property
    def pieces(self) -> tuple["Assigned", ...]:
        """Return it once for each stretch in which it is named, as if it were named only then."""
        if self.away_from is None or self.back_on is None or self.back_on <= self.away_from:
            return (self,)
        alone = replace(self, away_from=None, back_on=None)
        return replace(alone, ended_on=self.away_from), replace(alone, began_on=self.back_on)

    def during(self, on: date) -> "Assigned":
        """Return it as if it were named only in the last stretch that has begun by the date."""
        *first, last = self.pieces
        return last if not first or (last.began_on and last.began_on <= on) else first[0]

    def is_named(self, on: date) -> bool:
        """Tell whether the act names the executor on the date."""
        return (self.began_on is None or self.began_on <= on) and not self.has_ended(on)

    def has_ended(self, on: date) -> bool:
        """Tell whether the executor was released by the date."""
        return self.ended_on is not None and self.ended_on <= on

    @cached_property
    def turns(self) -> tuple[date, ...]:
        """Return the dates on which it begins or ends, where an amended act says so."""
        return tuple(
            day for one in self.pieces for day in (one.began_on, one.ended_on) if day is not None
        )


@dataclass(frozen=True)
class Reported:
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


@dataclass(frozen=True)
class Decided:
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


@dataclass(frozen=True)
class Period:
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
    def counting(self) -> tuple[Assigned, ...]:
        """Return the assignments that decide the measure's status, each while it counts."""
        return tuple(one for each in self.assignments for one in each.counting())
