"""Indicators: targets against actuals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from data_access.records.common import PlanRef


@dataclass(frozen=True)
class IndicatorValue:
    """A value of one year with where it comes from."""

    year: int
    value: Decimal
    source: str


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator with targets and actuals by year.

    `direction` is "decrease" or "increase". `gap` is actual − target of `gap_year`, the latest
    year up to the as-of date that has both; `met` tells whether the target is reached (by
    direction); both None where no year has both. `decimals` is the number of decimals published.
    """

    id: int
    plan: PlanRef
    name: str
    short_name: str
    unit: str
    direction: str
    form: str
    targets: Mapping[int, IndicatorValue]
    actuals: Mapping[int, IndicatorValue]
    gap: Decimal | None
    gap_year: int | None
    met: bool | None
    decimals: int

    @property
    def is_preliminary(self) -> bool:
        """Tell whether the compared year is not over, so that its actual may still change."""
        return self.gap_year is not None and self.plan.as_of.year <= self.gap_year


@dataclass(frozen=True)
class IndicatorsPage:
    """Targets against actuals."""

    plans: Sequence[PlanRef]
    rows: Sequence[IndicatorRow]


def is_met(direction: str, gap: Decimal | None) -> bool | None:
    """Tell whether a target is reached: at or beyond it in the wanted direction.

    `direction` is "decrease" or "increase", `gap` actual − target; None where it is unknown.
    """
    if gap is None:
        return None
    return gap <= 0 if direction == "decrease" else gap >= 0
