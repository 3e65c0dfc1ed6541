"""By what territories are compared: rates, the worst first; never counts alone."""

from collections.abc import Callable, Mapping
from typing import Protocol

from data_access.records.common import Ratio


class Ranked(Protocol):
    """What territories are compared by: `Totals`, or a `Standing` where there are very many."""

    @property
    def execution(self) -> Ratio:
        """Return the share done."""
        ...

    @property
    def discipline(self) -> Ratio:
        """Return the share done on time."""
        ...

    @property
    def reports(self) -> Ratio | None:
        """Return the share of reports on time; None where no duty is set."""
        ...

    @property
    def overdue(self) -> int:
        """Return the number overdue."""
        ...

    @property
    def worst_days(self) -> int | None:
        """Return the longest delay; None for none."""
        ...


def overdue_ratio(one: Ranked) -> Ratio:
    """Return the overdue measures of all that are under control."""
    return Ratio(one.overdue, one.execution.whole)


def _worst_low(ratio: Ratio | None) -> float:
    """Return a key that puts a low share first and what has no base last."""
    share = ratio.share if ratio else None
    return 2.0 if share is None else share


#: The orders; each key puts the worst first.
ORDERS: Mapping[str, Callable[[Ranked], float]] = {
    "overdue": lambda one: -(overdue_ratio(one).share or 0),
    "days": lambda one: -(one.worst_days or 0),
    "execution": lambda one: _worst_low(one.execution),
    "discipline": lambda one: _worst_low(one.discipline),
    "reports": lambda one: _worst_low(one.reports),
}
DEFAULT = "overdue"


def rank(order: str, one: Ranked) -> tuple[float, int]:
    """Return the key of an order; ties by the delay. Raises KeyError for an unknown order."""
    return ORDERS[order](one), -(one.worst_days or 0)
