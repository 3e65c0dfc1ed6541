"""Who sent no report, grouped and in one order wherever it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from data_access.records.common import PlanRef, Ref
from data_access.records.measures import MissingReport


@dataclass(frozen=True)
class Silent:
    """An executor with the reports that it owes in one plan."""

    executor: Ref
    plan: PlanRef
    reports: tuple[MissingReport, ...]

    @property
    def days(self) -> int:
        """Return how long the oldest of them has been missing."""
        return max(one.days for one in self.reports)


def by_executor(missing: Iterable[MissingReport]) -> list[Silent]:
    """Return the missing reports by executor and plan: the longest silence first, of equal ones
    the executor with more of them.
    """
    ordered = sorted(missing, key=lambda one: (one.plan.id, one.executor.id, one.due_on))
    groups = [
        Silent(one[0].executor, one[0].plan, one)
        for one in (
            tuple(rows)
            for _key, rows in groupby(ordered, lambda one: (one.plan.id, one.executor.id))
        )
    ]
    return sorted(groups, key=lambda one: (-one.days, -len(one.reports)))
