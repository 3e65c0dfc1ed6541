"""A saved plan as a draft is compared with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from data_access.plan_rows.texts import PlanText


@dataclass(frozen=True)
class SavedPoint:
    """A control point.

    `in_force` is its due date with all extensions, `named` the one that the last act names: what a
    commission extended or removed since is not undone by the same act. `is_removed` by a decision
    that stands, `is_taken_out` by one that rests on an act taken in. `has_history` tells that a
    report or a decision names it, `decided_on` is the day of the last decision: another one only
    stands from then on. `is_settled` tells that it was done or closed.
    """

    id: int
    starts_on: date | None
    due_on: date
    label: str
    in_force: date
    named: date
    position: int = 1
    is_removed: bool = False
    is_taken_out: bool = False
    has_reports: bool = False
    has_history: bool = False
    decided_on: date | None = None
    is_settled: bool = False


@dataclass(frozen=True)
class SavedAssignment:
    """An executor of a measure, and from when until when acts name it."""

    id: int
    executor_id: int
    name: str
    by_agreement: bool
    role: str
    position: int
    ended_on: date | None = None
    has_reports: bool = False
    led_until: date | None = None
    began_on: date | None = None
    away_from: date | None = None

    @property
    def is_as_approved(self) -> bool:
        """Tell whether no act since the first one has named or released it, or changed its lead."""
        return not (self.began_on or self.ended_on or self.led_until or self.away_from)


@dataclass(frozen=True)
class SavedMeasure:
    """A measure; `is_removed` and `is_taken_out` as with control points."""

    id: int
    number: str
    section: str
    position: int
    title: str
    short_title: str
    deadline_text: str
    kind: str
    expected_result: str
    extra: Mapping[str, Any] | None = None
    points: tuple[SavedPoint, ...] = ()
    assignments: tuple[SavedAssignment, ...] = ()
    is_removed: bool = False
    is_taken_out: bool = False
    has_reports: bool = False
    has_history: bool = False
    decided_on: date | None = None

    @property
    def has_first_executors(self) -> bool:
        """Tell whether all its executors are as the plan's own act named them."""
        return all(one.is_as_approved for one in self.assignments)


@dataclass(frozen=True)
class SavedSection:
    """A section."""

    id: int
    number: str
    title: str
    short_title: str
    position: int = 1


@dataclass(frozen=True)
class SavedIndicator:
    """An indicator with the values in force; `said` are the targets that the last acts named."""

    id: int
    name: str
    short_name: str
    unit: str
    direction: str
    targets: Mapping[int, Decimal] = field(default_factory=dict)
    actuals: Mapping[int, Decimal] = field(default_factory=dict)
    targets_on: Mapping[int, date] = field(default_factory=dict)
    said: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class SavedPeriod:
    """A reporting period."""

    id: int
    label: str
    starts_on: date
    ends_on: date
    due_on: date
    has_reports: bool = False


@dataclass(frozen=True)
class SavedPlan:
    """A whole plan with what hangs on its rows."""

    id: int
    code: str
    territory_id: int
    plan: PlanText
    sections: tuple[SavedSection, ...]
    measures: tuple[SavedMeasure, ...]
    indicators: tuple[SavedIndicator, ...]
    periods: tuple[SavedPeriod, ...]
