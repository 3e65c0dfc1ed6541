"""A file being worked on before it is saved: what was read, decided and matched, what blocks it."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from data_access.records.common import Ref
from data_access.records.difference import Difference
from data_access.records.draft_matches import (
    Candidate,
    ExecutorMatch,
    TargetChoice,
    TerritoryChoice,
)
from data_access.records.reading import Finding, PlanReading
from data_access.records.shown import Shown, shown

#: Findings of these codes are questions about an executor's name.
NAME_FINDINGS = frozenset({"executor_alike", "name_misprint", "abbreviation_undefined"})

#: A measure under the number of a saved one, of another title: taken for the same one, or another.
SAME_NUMBER_FINDINGS = frozenset({"measure_retitled", "measure_replaced"})
#: Findings that follow from the comparison with the plan that is amended.
COMPARED_FINDINGS = SAME_NUMBER_FINDINGS | {
    "date_before_amendment",
    "date_before_amendment_kept",
    "date_stays_owed",
    "term_start_stays",
    "later_act_taken_in",
}


@dataclass(frozen=True)
class DraftFault:
    """Something that stands in the way: of an edit, of a command or of saving.

    `code` is worded by `layouts.draft_texts` with `values`; `field` is the field concerned and
    `key` the measure, section, indicator, executor or finding ("" for the plan). `candidates` are
    those whom an undecided name may mean.
    """

    code: str
    field: str = ""
    key: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    candidates: tuple[Candidate, ...] = ()


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a failure of ours
    """A command on a draft that was refused; nothing was changed. `faults` say why."""

    def __init__(self, *faults: DraftFault) -> None:
        super().__init__(", ".join(one.code for one in faults))
        self.faults = faults


def refused(code: str, field: str = "", key: str = "", **values: object) -> Refused:
    """Return a refusal with one fault."""
    return Refused(DraftFault(code, field, key, {name: str(one) for name, one in values.items()}))


@dataclass(frozen=True)
class Edit:
    """One change of a reading.

    `action` is "set" (with `field`), "add", "remove" or "restore"; `kind` is "plan", "section",
    "measure" or "indicator"; `key` says which one ("" for the plan and for what is added). `value`
    is text, a date in either form, a number, or what `importers.draft.edits` says of the field.
    """

    action: str
    kind: str
    key: str = ""
    field: str = ""
    value: Any = None


@dataclass(frozen=True)
class DraftHead:
    """A draft in a list."""

    id: int
    kind: str
    file_name: str
    sha256: str
    created_at: datetime
    updated_at: datetime
    plan: Ref | None = None


@dataclass(frozen=True)
class Settlement:
    """How a finding stands: `how` is "open", "accepted", "edited" or "dismissed" (kept as read)."""

    how: str = "open"
    at: datetime | None = None
    account_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether nobody has decided yet."""
        return self.how == "open"


@dataclass(frozen=True)
class DraftFinding:
    """A finding with its stable index; those of a comparison have one of their own making.

    `changes` tells that accepting it changes the draft; without it, accepting confirms what was
    made already.
    """

    index: int
    finding: Finding
    settlement: Settlement
    changes: bool

    @property
    def blocks(self) -> bool:
        """Tell whether the plan cannot be saved before somebody decides."""
        return self.settlement.is_open and self.finding.severity == "error"


@dataclass(frozen=True)
class Period:
    """A reporting period that saving will make."""

    label: str
    starts_on: date
    ends_on: date
    due_on: date


@dataclass(frozen=True)
class PlanDraft:
    """All of a plan's draft for one screen; `edited` are the (key, field) pairs set by hand."""

    head: DraftHead
    reading: PlanReading
    findings: tuple[DraftFinding, ...]
    executors: tuple[ExecutorMatch, ...]
    territory: TerritoryChoice
    target: TargetChoice
    periods: tuple[Period, ...]
    difference: Difference | None
    blockers: tuple[DraftFault, ...]
    edited: frozenset[tuple[str, str]] = frozenset()

    @property
    def shown(self) -> Shown:
        """Return the marks of what a page shows of it: saving does that, or refuses."""
        return shown(self.head.updated_at, self.territory, self.target, self.difference)

    @property
    def may_be_saved(self) -> bool:
        """Tell whether nothing blocks saving."""
        return not self.blockers

    def finding(self, index: int) -> DraftFinding | None:
        """Return the finding of an index; None where there is none any more."""
        return next((one for one in self.findings if one.index == index), None)


@dataclass(frozen=True)
class SaveOutcome:
    """What saving did: `fate` is "created", "amended", "unchanged" or "already" (saved before).

    `named` are the measures of an amended plan that were added, removed or restored ("2.3 Title").
    `territory` is the plan's; `made_territory` tells that it was not known before.
    """

    fate: str
    plan_id: int
    plan_code: str
    short_title: str
    batch_id: int | None = None
    counts: Mapping[str, int] = dataclasses.field(default_factory=dict)
    open_findings: int = 0
    named: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    territory: str = ""
    made_territory: bool = False


@dataclass(frozen=True)
class Ended:
    """What became of a draft that is gone; without a batch it was discarded or said nothing new."""

    kind: str
    batch_id: int | None
    plan_id: int | None
    is_discarded: bool = False
