"""What the rows of totals add up to, for one group."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data_access.records.common import Ratio, Totals
from data_access.records.status import Status


@dataclass
class Sum:
    """What is added up for one group."""

    by_status: Counter[Status] = field(default_factory=Counter)
    due: int = 0
    on_time: int = 0
    soon: int = 0
    worst_days: int | None = None
    has_duty: bool = False
    as_of: set[date] = field(default_factory=set)
    is_demo: bool = False
    owed: int = 0
    handed_in: int = 0
    missing: int = 0
    silent: int = 0

    def totals(self) -> Totals:
        """Return what was added up."""
        return Totals(
            by_status={status: self.by_status[status] for status in Status},
            discipline=Ratio(self.on_time, self.due),
            reports=Ratio(self.handed_in, self.owed) if self.has_duty else None,
            worst_days=self.worst_days,
            missing_reports=self.missing,
            silent_executors=self.silent,
            due_soon=self.soon,
            as_of=min(self.as_of) if len(self.as_of) == 1 else None,
            is_demo=self.is_demo,
        )

    def add_status(self, row: Any) -> None:
        """Add the measures of one status."""
        status = Status(row.status)
        self.by_status[status] += row.number
        self.due += row.due
        self.on_time += row.on_time
        self.soon += row.soon
        self.has_duty = self.has_duty or bool(row.duty)
        self.is_demo = self.is_demo or bool(row.demo)
        as_of = _as_date(row.as_of)
        self.as_of.add(as_of)
        if status is Status.OVERDUE:
            days = (as_of - row.first_due).days
            self.worst_days = max(days, self.worst_days or 0)

    def add_reports(self, row: Any) -> None:
        """Add the obligations to report."""
        self.owed += row.owed
        self.handed_in += row.handed_in
        self.missing += row.missing
        self.silent += row.silent
        if row.first_as_of:  # without obligations the sum over all has no date
            self.as_of |= {_as_date(row.first_as_of), _as_date(row.last_as_of)}
        self.is_demo = self.is_demo or bool(row.demo)


def _as_date(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def nothing() -> Totals:
    """Return the totals of nothing at all."""
    return Sum().totals()
