"""The coordinator's page: what waits for a decision, what was taken in, what can be handed out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from data_access.records.common import PlanRef, Ref, Totals
from data_access.records.drafts import DraftHead
from data_access.records.measures import MissingReport


@dataclass(frozen=True)
class OpenFinding:
    """A doubtful place of a plan's document that nobody has decided on yet.

    `number` is that of the measure concerned, "" for none. `message` is as it was worded when it
    was found, `code` and `parameters` word it again. `resolution` is how it was settled for the
    time being, "" where it was not.
    """

    id: int
    plan: PlanRef
    document: str
    place: str
    measure_id: int | None
    number: str
    field: str
    code: str
    severity: str
    message: str
    parameters: Mapping[str, str]
    read: str
    proposal: str
    resolution: str


@dataclass(frozen=True)
class DecidedFinding:
    """A doubtful place that somebody decided on; `by` is a post."""

    finding: OpenFinding
    resolved_at: datetime
    by: str


@dataclass(frozen=True)
class Batch:
    """A file that was taken in; the numbers are of rows, of reports and indicators alone.

    An act of a saved plan ("amended") names the measures that were added, removed or restored, the
    document that the changes rest on, and the day from which they count. `allowed` counts the
    places that passed on a person's word, by what they are (`records.forms.DECIDABLE`).
    """

    id: int
    kind: str
    file_name: str
    plan: PlanRef | None
    by: str
    imported_at: datetime
    added: int
    changed: int
    unchanged: int
    allowed: Mapping[str, int]
    fate: str = ""
    named: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    basis: str = ""
    counts_from: date | None = None


@dataclass(frozen=True)
class FormChoice:
    """What can be handed out for a plan: its executors and periods, and whether it has indicators.

    A period is named by its label, with the day its report is due.
    """

    plan: PlanRef
    executors: tuple[Ref, ...]
    periods: tuple[tuple[Ref, date], ...]
    has_indicators: bool


@dataclass(frozen=True)
class DataPage:
    """Everything on the coordinator's page.

    `open_count` counts all that is undecided, of which `open` shows the first. `form` is None
    while several plans are in view.
    """

    plans: Sequence[PlanRef]
    totals: Totals
    missing: Sequence[MissingReport]
    open: tuple[OpenFinding, ...]
    open_count: int
    decided: tuple[DecidedFinding, ...]
    batches: tuple[Batch, ...]
    form: FormChoice | None
    drafts: tuple[DraftHead, ...] = ()
