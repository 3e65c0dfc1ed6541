"""What a plan orders, before it is rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class PlanText:
    """The plan's own columns, named as in the table `plan`."""

    title: str
    short_title: str
    act_kind: str
    act_number: str
    act_date: date | None
    starts_on: date
    ends_on: date
    controller: str
    coordinator: str
    reporting_frequency: str
    reporting_due_day: int | None
    reporting_text: str
    completion_rule: str
    day_off_rule: str
    requires_acceptance: bool
    default_as_of: date | None

    @property
    def act(self) -> str:
        """Return the act as it is cited: kind, number, date."""
        number = f" № {self.act_number}" if self.act_number else ""
        day = f" от {self.act_date:%d.%m.%Y}" if self.act_date else ""
        return f"{self.act_kind}{day}{number}".strip()


@dataclass(frozen=True)
class PeriodText:
    """A reporting period."""

    label: str
    starts_on: date
    ends_on: date
    due_on: date


@dataclass(frozen=True)
class ExecutorText:
    """An executor with the other spellings of its name met in the act.

    `id` names one of the database that it is; None makes a new one.
    """

    key: str
    name: str
    short_name: str
    is_group: bool
    aliases: tuple[str, ...]
    id: int | None = None


@dataclass(frozen=True)
class SectionText:
    """A section; `key` is that of the draft, `given` tells that a person chose the short title."""

    number: str
    title: str
    short_title: str
    key: str = ""
    given: bool = False


@dataclass(frozen=True)
class PointText:
    """A control point."""

    starts_on: date | None
    due_on: date
    label: str


@dataclass(frozen=True)
class AssignedText:
    """An executor of a measure."""

    key: str
    by_agreement: bool


@dataclass(frozen=True)
class MeasureText:
    """A measure; the first executor leads. `key` and `given` as in a section."""

    number: str
    section: str
    title: str
    short_title: str
    deadline_text: str
    kind: str
    expected_result: str
    executors: tuple[AssignedText, ...]
    points: tuple[PointText, ...]
    extra: Mapping[str, str] | None = None
    key: str = ""
    given: bool = False


@dataclass(frozen=True)
class IndicatorText:
    """An indicator with its published targets by year and the decimals they show."""

    key: str
    name: str
    short_name: str
    unit: str
    direction: str
    form: str
    row: str
    targets: Mapping[int, Decimal]
    actuals: Mapping[int, Decimal] = field(default_factory=dict)
    source: str = ""
    given: bool = False

    @property
    def decimals(self) -> int:
        """Return the number of decimals that the published values show, four at most."""
        shown = (*self.targets.values(), *self.actuals.values())
        return min(max((-int(one.as_tuple().exponent) for one in shown), default=0), 4)


@dataclass(frozen=True)
class PlanOrder:
    """All that an act orders."""

    plan: PlanText
    periods: tuple[PeriodText, ...]
    sections: tuple[SectionText, ...]
    executors: tuple[ExecutorText, ...]
    measures: tuple[MeasureText, ...]
    indicators: tuple[IndicatorText, ...]
