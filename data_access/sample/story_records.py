"""What a story file says: how a sample plan's life went, as plain records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Phrase:
    """A sentence of a report. `{q}` in it stands for a quantity between `low` and `high`."""

    text: str
    unit: str
    low: int
    high: int


@dataclass(frozen=True)
class ExecutorVoice:
    """How an executor reports: its author's post, and what it says where a measure is shared."""

    post: str
    done: tuple[Phrase, ...]
    works: tuple[Phrase, ...]


@dataclass(frozen=True)
class FateReport:
    """A report that the story tells; what it leaves out is filled in from the seed.

    `executors` empty means all that count. `point` is the published due date of the control
    point; `is_interim` says that the report names none. `accepted_on` and `returned_on` make a
    decision about the report; `is_pending` keeps it under review.
    """

    outcome: str
    executors: tuple[str, ...]
    point: date | None
    is_interim: bool
    completed_on: date | None
    submitted_on: date | None
    entered_on: date | None
    accepted_on: date | None
    returned_on: date | None
    is_pending: bool
    text: str
    evidence: str
    reason: str
    measures_taken: str
    remark: str
    proposed_due_on: date | None


@dataclass(frozen=True)
class FateDecision:
    """A decision about a control point (by its published due date) or the whole measure."""

    kind: str
    point: date | None
    decided_on: date
    entered_on: date | None
    basis: str
    reason: str
    new_due_on: date | None


@dataclass(frozen=True)
class MeasureStory:
    """What is told about one measure, and the words that its reports are made of."""

    evidence: str
    done: tuple[Phrase, ...]
    works: tuple[Phrase, ...]
    reports: tuple[FateReport, ...]
    decisions: tuple[FateDecision, ...]


@dataclass(frozen=True)
class Silence:
    """A reporting period for which an executor sends nothing, or nothing until `until`.

    `measures` empty means all measures.
    """

    executor: str
    period: str
    until: date | None
    measures: tuple[str, ...]


@dataclass(frozen=True)
class Wave:
    """A stretch of days in which part of the leads and co-executors send interim information."""

    label: str
    starts_on: date
    ends_on: date
    lead_share: float
    co_share: float
    quiet: tuple[str, ...]


@dataclass(frozen=True)
class ActualText:
    """An actual value of an indicator, marked as a demonstration in its source."""

    indicator: str
    year: int
    value: Decimal
    submitted_on: date
    source: str


@dataclass(frozen=True)
class StoryFile:
    """A plan's whole story.

    `late_share` of the reports due for a period come late. Where reports are reviewed,
    `acceptance` is the basis of an acceptance, `done_before` is reported when a period's report
    is due after the final one, `correcting` while a returned one is put right.
    """

    plan: str
    seed: int
    late_share: float
    acceptance: str
    done_before: tuple[str, ...]
    correcting: tuple[str, ...]
    executors: Mapping[str, ExecutorVoice]
    measures: Mapping[str, MeasureStory]
    silences: tuple[Silence, ...]
    waves: tuple[Wave, ...]
    actuals: tuple[ActualText, ...]

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return f"story-{self.plan}.toml"
