"""What a draft would change in a saved plan, down to single fields."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

#: What a field holds; a schedule kind, a rule and the like are identifiers.
Value = str | int | bool | date | Decimal | None


@dataclass(frozen=True)
class FieldChange:
    """A field with its saved and its new value."""

    field: str
    old: Value
    new: Value


@dataclass(frozen=True)
class FieldKept:
    """A field on which the act is silent, or says what cannot be taken over (`said`).

    `value` is the one that stays.
    """

    field: str
    value: Value
    said: Value = None


@dataclass(frozen=True)
class PointChange:
    """A control point.

    `fate` is "added", "removed", "restored" (removed once), "extended" (another date in force, not
    before the original one), "changed" (its label or start, see `changes`), "past" (a date before
    the amending act counts: nothing is made of it), "owed" (the act leaves it out, but it was due
    before and is not settled: it stays until a decision) or "unchanged". `old` is the date that the
    last act named. One added with an `old` date takes the place of a point that is removed, whose
    `new` is its date. What is removed and `stays` keeps its row with a decision, else it is
    deleted.
    """

    fate: str
    label: str
    old: date | None
    new: date | None
    point_id: int | None = None
    has_reports: bool = False
    stays: bool = False
    starts_on: date | None = None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class NameChange:
    """An executor of a measure: "added", "removed", "restored", "changed" or "unchanged".

    `changes` are those of its mark, place and role.
    """

    fate: str
    name: str
    assignment_id: int | None = None
    has_reports: bool = False
    stays: bool = False
    key: str = ""
    by_agreement: bool = False
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class MeasureChange:
    """A measure: "added", "removed", "restored" (once removed), "changed" or "unchanged".

    `key` is that of the draft ("" for a removed one), `measure_id` the saved one's. A removed one
    that `stays` keeps its row with a decision. `doubt` tells that the saved measure `doubt_id` has
    the same number and a wholly other title (`old_title`), and is taken for the "same" or for an
    "other" one; `is_decided` by a person. One that `is_joined` was said to be the saved one, though
    number and title differ.
    """

    fate: str
    number: str
    title: str
    key: str = ""
    measure_id: int | None = None
    old_number: str = ""
    changes: tuple[FieldChange, ...] = ()
    points: tuple[PointChange, ...] = ()
    executors: tuple[NameChange, ...] = ()
    has_reports: bool = False
    stays: bool = False
    old_title: str = ""
    doubt: str = ""
    doubt_id: int | None = None
    is_decided: bool = False
    is_joined: bool = False


@dataclass(frozen=True)
class SectionChange:
    """A section: "added", "removed", "changed" or "unchanged"."""

    fate: str
    number: str
    title: str
    key: str = ""
    section_id: int | None = None
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class ValueChange:
    """A newer value of an indicator; `old` None where the year had none.

    `was_entered` tells that the old one was entered after the act that was taken in last.
    """

    year: int
    kind: str
    old: Decimal | None
    new: Decimal
    was_entered: bool = False


@dataclass(frozen=True)
class ValueKept:
    """A value that was entered since, while the act repeats what the last act said (`said`)."""

    year: int
    kind: str
    value: Decimal
    said: Decimal


@dataclass(frozen=True)
class IndicatorChange:
    """An indicator: "added", "absent" (the act no longer names it; it stays), "changed", …"""

    fate: str
    name: str
    key: str = ""
    indicator_id: int | None = None
    changes: tuple[FieldChange, ...] = ()
    values: tuple[ValueChange, ...] = ()
    kept: tuple[ValueKept, ...] = ()


@dataclass(frozen=True)
class PeriodChange:
    """A reporting period: "added", "removed", "changed" or "unchanged"; `due_on` is the new one."""

    fate: str
    label: str
    starts_on: date
    ends_on: date
    due_on: date
    period_id: int | None = None


@dataclass(frozen=True)
class Difference:
    """What saving would change, in the draft's order, removed things last.

    `kept` are the plan's fields that stay, mostly since the act is silent on them.
    """

    plan: tuple[FieldChange, ...] = ()
    sections: tuple[SectionChange, ...] = ()
    measures: tuple[MeasureChange, ...] = ()
    indicators: tuple[IndicatorChange, ...] = ()
    periods: tuple[PeriodChange, ...] = ()
    kept: tuple[FieldKept, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether saving would change nothing."""
        fates = {
            *(one.fate for one in self.sections),
            *(one.fate for one in self.measures),
            *(one.fate for one in self.periods),
            *(one.fate for one in self.indicators),
        }
        return not self.plan and fates <= {"unchanged", "absent"}

    def kept_field(self, name: str) -> FieldKept | None:
        """Return a field on which the act is silent; None for one of which it says something."""
        return next((one for one in self.kept if one.field == name), None)

    def count(self, fate: str) -> int:
        """Return how many measures are of a fate."""
        return sum(one.fate == fate for one in self.measures)
