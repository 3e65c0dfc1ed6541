"""What a plan's sample file says, as plain records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class TerritoryText:
    """The plan's territory; `region` names its parent, empty for a region."""

    name: str
    short_name: str
    level: str
    oktmo: str
    region: str


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
    default_as_of: date

    @property
    def act(self) -> str:
        """Return the act as it is cited: kind, number, date."""
        number = f" № {self.act_number}" if self.act_number else ""
        day = f" от {self.act_date:%d.%m.%Y}" if self.act_date else ""
        return f"{self.act_kind}{day}{number}"


@dataclass(frozen=True)
class PeriodText:
    """A reporting period."""

    label: str
    starts_on: date
    ends_on: date
    due_on: date


@dataclass(frozen=True)
class ExecutorText:
    """An executor with the other spellings of its name met in the act."""

    key: str
    name: str
    short_name: str
    is_group: bool
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class SectionText:
    """A section."""

    number: str
    title: str
    short_title: str


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
    """A measure; the first executor leads."""

    number: str
    section: str
    title: str
    short_title: str
    deadline_text: str
    kind: str
    expected_result: str
    executors: tuple[AssignedText, ...]
    points: tuple[PointText, ...]


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

    @property
    def decimals(self) -> int:
        """Return the number of decimals that the published targets show."""
        return max(-int(value.as_tuple().exponent) for value in self.targets.values())


@dataclass(frozen=True)
class FindingText:
    """A doubtful place of the source document and how the sample resolved it."""

    place: str
    field: str
    severity: str
    message: str
    resolution: str


@dataclass(frozen=True)
class PlanFile:
    """A whole sample plan."""

    code: str
    territory: TerritoryText
    plan: PlanText
    periods: tuple[PeriodText, ...]
    executors: tuple[ExecutorText, ...]
    sections: tuple[SectionText, ...]
    measures: tuple[MeasureText, ...]
    indicators: tuple[IndicatorText, ...]
    findings: tuple[FindingText, ...]

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return f"{self.code}.toml"
