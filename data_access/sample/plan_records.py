"""What a plan's sample file says, as plain records."""

from dataclasses import dataclass

from data_access.plan_rows.texts import (
    AssignedText,
    ExecutorText,
    IndicatorText,
    MeasureText,
    PeriodText,
    PlanText,
    PointText,
    SectionText,
)

__all__ = [
    "AssignedText",
    "ExecutorText",
    "FindingText",
    "IndicatorText",
    "MeasureText",
    "PeriodText",
    "PlanFile",
    "PlanText",
    "PointText",
    "SectionText",
    "TerritoryText",
]


@dataclass(frozen=True)
class TerritoryText:
    """The plan's territory; `region` names its parent, empty for a region."""

    name: str
    short_name: str
    level: str
    oktmo: str
    region: str


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
