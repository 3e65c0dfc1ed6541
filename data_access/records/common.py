"""Records that several pages share: ratios, totals, references."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data_access.records.status import FINISHED, Status


@dataclass(frozen=True)
class Ratio:
    """A numerator with its denominator: "17 из 23 (73,9 %)"."""

    part: int
    whole: int

    @property
    def share(self) -> float | None:
        """Return the share between 0 and 1; None where there is no base."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True)
class Ref:
    """Something that can be linked to or chosen in a filter."""

    id: int
    name: str
    short_name: str


@dataclass(frozen=True)
class PlanRef:
    """A plan as it is named on every screen; `as_of` is the date at which it is looked at."""

    id: int
    code: str
    title: str
    short_title: str
    territory: Ref
    starts_on: date
    ends_on: date
    as_of: date
    is_demo: bool
    has_reporting_duty: bool
    controller: str = ""
    coordinator: str = ""
    reporting_text: str = ""
    act_kind: str = ""
    act_number: str | None = None
    act_date: date | None = None


@dataclass(frozen=True)
class Totals:
    """Execution of a set of measures on the as-of date.

    `by_status` holds every status. `discipline` counts control points: done on time of those
    whose term has passed or that were done early, without removed ones. `reports` counts
    reporting obligations: handed in on time of those due; None where no duty is set.
    `worst_days` is the longest delay among overdue measures, None when none is overdue.
    `as_of` is None where the plans summed are looked at on different dates.
    """

    by_status: Mapping[Status, int]
    discipline: Ratio
    reports: Ratio | None
    worst_days: int | None
    missing_reports: int
    silent_executors: int
    due_soon: int
    as_of: date | None = None
    is_demo: bool = False

    @property
    def all(self) -> int:
        """Return the number of measures, removed ones included."""
        return sum(self.by_status.values())

    @property
    def done(self) -> int:
        """Return the number of measures done, in time or late."""
        return sum(self.by_status[status] for status in FINISHED)

    @property
    def execution(self) -> Ratio:
        """Return (done + done late) / (all − removed)."""
        return Ratio(self.done, self.all - self.by_status[Status.REMOVED])

    @property
    def overdue(self) -> int:
        """Return the number of overdue measures."""
        return self.by_status[Status.OVERDUE]

    @property
    def not_done(self) -> int:
        """Return the number of measures that a decision closed as not done."""
        return self.by_status[Status.NOT_DONE]

    @property
    def missed(self) -> int:
        """Return how many measures missed their date: overdue, partial, closed as not done."""
        return self.overdue + self.not_done + self.by_status[Status.PARTIAL]


@dataclass(frozen=True)
class GroupRow:
    """Totals of one section, executor or territory.

    `number` is the section's number, else "". `plan` is set for sections. `measures` counts
    distinct measures; `lead` and `by_agreement` are filled for executors (assignments where it
    leads; assignments marked "по согласованию").
    """

    id: int
    number: str
    name: str
    short_name: str
    totals: Totals
    plan: PlanRef | None = None
    lead: int = 0
    by_agreement: int = 0
    is_group: bool = False
    parent: Ref | None = None


@dataclass(frozen=True)
class Freshness:
    """How fresh the data are: the last thing recorded, and what waits for recomputation."""

    last_report_on: date | None
    last_decision_on: date | None
    waiting: int
