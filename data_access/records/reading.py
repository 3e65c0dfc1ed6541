"""What a plan reader makes of a document, before anything is saved."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Finding:
    """A doubt or a repair: where, what was read, what was made of it.

    `measure` is the measure's number or None; `field` the field concerned, such as "executors";
    `code` an identifier that the interface words with `parameters`; `severity` is "info"
    (repaired), "warning" (to be looked at) or "error" (must be settled before saving). `target` is
    the key of the measure, section or indicator concerned: a number may stand twice or change.
    """

    measure: str | None
    field: str
    code: str
    severity: str
    read: str = ""
    proposal: str = ""
    place: str = ""
    parameters: dict[str, str] = dataclasses.field(default_factory=dict)
    target: str = ""


@dataclass(frozen=True)
class ScheduleReading:
    """A deadline phrase as it was understood; `by_hand` where a person set the dates."""

    kind: str
    due_dates: tuple[date, ...]
    labels: tuple[str, ...] = ()
    starts: tuple[date | None, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True)
class ExecutorReading:
    """An executor of a measure: as written (without its marks), and the resolved full name."""

    name: str
    canonical: str
    by_agreement: bool
    group: bool = False
    defines: str = ""


@dataclass(frozen=True)
class KnownExecutor:
    """An executor of the database with its confirmed aliases, for a reader to compare with."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceRow:
    """A table row as it stands in the document."""

    place: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class SectionReading:
    """A section row; an empty short title is made from the title."""

    number: str
    title: str
    key: str = ""
    short_title: str = ""


@dataclass(frozen=True)
class MeasureReading:
    """A measure row; `extra` keeps columns that the schema does not know.

    `key` identifies it whatever becomes of its number; `rows` are the source's own rows under the
    headers `columns`, before anything was repaired. `due_columns` are start and end of a deadline
    that stands in two columns.
    """

    number: str
    section: str
    title: str
    deadline_text: str
    schedule: ScheduleReading
    executors: tuple[ExecutorReading, ...]
    expected_result: str
    extra: dict[str, str] = dataclasses.field(default_factory=dict)
    source: tuple[str, ...] = ()
    key: str = ""
    short_title: str = ""
    rows: tuple[SourceRow, ...] = ()
    columns: tuple[str, ...] = ()
    due_columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class IndicatorReading:
    """An indicator row with its values by year; `source` is where the values come from."""

    name: str
    unit: str
    direction: str
    targets: dict[int, Decimal]
    actuals: dict[int, Decimal] = dataclasses.field(default_factory=dict)
    source: str = ""
    key: str = ""
    short_name: str = ""
    place: str = ""


@dataclass(frozen=True)
class CitedAct:
    """Another act as a text cites it."""

    number: str
    day: date | None


@dataclass(frozen=True)
class ActReading:
    """What the act's text says of the plan: requisites, term, who controls, who collects reports.

    `reporting` has the keys frequency, due_day, due_dates, phrase, text. `earliest` is the first
    day on which the act can have been signed. `amended` are the acts that it says it changes.
    """

    title: str
    territory: str
    level: str
    kind: str
    number: str | None
    act_date: date | None
    period_start: date | None
    period_end: date | None
    controller: str
    coordinator: str
    reporting: dict[str, Any] = dataclasses.field(default_factory=dict)
    earliest: date | None = None
    amended: tuple[CitedAct, ...] = ()


@dataclass(frozen=True)
class PlanSettings:
    """What no act says and a person chooses; an empty short title is made from the title."""

    short_title: str = ""
    completion_rule: str = "all"
    day_off_rule: str = "none"
    requires_acceptance: bool = False


@dataclass(frozen=True)
class RemovedRow:
    """A row that a person took out, kept so that it can be put back: one of the three.

    `after` is the key of the row before it ("" for the first one), which may be out too; `answered`
    are the indexes of the findings that were settled by taking it out.
    """

    measure: MeasureReading | None = None
    section: SectionReading | None = None
    indicator: IndicatorReading | None = None
    after: str = ""
    answered: tuple[int, ...] = ()


@dataclass(frozen=True)
class PlanReading:
    """A whole document, read; `removed` are the rows that a person took out, in that order."""

    plan: ActReading
    sections: tuple[SectionReading, ...]
    measures: tuple[MeasureReading, ...]
    indicators: tuple[IndicatorReading, ...]
    findings: tuple[Finding, ...]
    settings: PlanSettings = PlanSettings()
    removed: tuple[RemovedRow, ...] = ()
