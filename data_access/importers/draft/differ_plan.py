"""What changes in a plan's own fields and its reporting periods."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from data_access.importers.draft.saved import SavedPeriod
from data_access.importers.draft.short import follows
from data_access.plan_rows.texts import PeriodText, PlanText
from data_access.records.difference import (
    FieldChange,
    FieldKept,
    PeriodChange,
)

#: What an act says of itself: an amending act does not become the act that approved the plan. The
#: plan's own act taken in again fills in what is empty, and what was corrected by hand.
REQUISITES = ("act_kind", "act_number", "act_date")
#: Taken over where the act says something, or by hand.
STATED = ("controller", "coordinator")
#: What no act says.
CHOSEN = ("short_title", "completion_rule", "day_off_rule", "requires_acceptance")
REPORTING = ("reporting_frequency", "reporting_due_day", "reporting_text")
TERM = ("starts_on", "ends_on")
ALWAYS = ("title", *TERM)
FIELDS = (*ALWAYS, *REQUISITES, *STATED, *REPORTING, *CHOSEN)
#: Edits call the days of the term otherwise.
EDITED_AS = {"starts_on": "period_start", "ends_on": "period_end"}


class Conditions(Protocol):
    """The terms of a comparison, as far as they are needed here."""

    @property
    def on(self) -> date:
        """Return the day from which the act counts."""

    @property
    def by_hand(self) -> frozenset[str]:
        """Return the fields of the plan that were set by hand."""

    @property
    def adds_from(self) -> date | None:
        """Return the day from which an amending act counts; None for others."""

    @property
    def has_reporting(self) -> bool:
        """Tell whether the act sets a duty to report."""

    @property
    def is_own(self) -> bool:
        """Tell whether the act is the plan's own, taken in again."""

    @property
    def is_term_kept(self) -> bool:
        """Tell whether the act does not name the plan's term."""


def plan_changes(old: PlanText, new: PlanText, terms: Conditions) -> tuple[FieldChange, ...]:
    """Return the changed fields of the plan."""
    return tuple(
        FieldChange(EDITED_AS.get(name, name), getattr(old, name), getattr(new, name))
        for name in FIELDS
        if getattr(old, name) != getattr(new, name) and _is_taken(name, old, new, terms)
    )


def plan_kept(old: PlanText, new: PlanText, terms: Conditions) -> tuple[FieldKept, ...]:
    """Return the fields of the plan that stay: the act is silent on them, or comes too late."""
    silent = tuple(
        FieldKept(EDITED_AS.get(name, name), getattr(old, name))
        for name in FIELDS
        if not _is_said(name, new, terms)
    )
    if not _comes_too_late("starts_on", terms) or old.starts_on == new.starts_on:
        return silent
    return (*silent, FieldKept("period_start", old.starts_on, new.starts_on))


def _comes_too_late(name: str, terms: Conditions) -> bool:
    """Tell whether an amending act speaks of the first day of a plan that has begun.

    That day decides what had started when: another one would change statuses of the past.
    """
    is_by_hand = EDITED_AS.get(name, name) in terms.by_hand
    is_amended = terms.adds_from is not None and not terms.is_term_kept
    return name == "starts_on" and is_amended and not is_by_hand


def _is_taken(name: str, old: PlanText, new: PlanText, terms: Conditions) -> bool:
    if name in REQUISITES:
        return terms.is_own and (name in terms.by_hand or not getattr(old, name))
    if name == "short_title" and name not in terms.by_hand:
        return follows(old.title, old.short_title, new.title)
    return _is_said(name, new, terms) and not _comes_too_late(name, terms)


def _is_said(name: str, new: PlanText, terms: Conditions) -> bool:
    """Tell whether the act, or a person, says something of a field."""
    if name in TERM and terms.is_term_kept:
        return False
    if name in terms.by_hand or name in ALWAYS:
        return True
    if name in REPORTING:
        return terms.has_reporting
    if name in REQUISITES:
        return terms.is_own
    return name in STATED and bool(getattr(new, name))


def period_changes(
    old: Sequence[SavedPeriod], new: Sequence[PeriodText], terms: Conditions
) -> tuple[PeriodChange, ...]:
    """Return the changes of reporting periods; one that is over or reported on is never removed.

    A period that was over when the act came is still owed, though its report is due later.
    """
    saved = {(one.starts_on, one.ends_on): one for one in old}
    changes = [_period(one, saved.pop((one.starts_on, one.ends_on), None)) for one in new]
    gone = [one for one in saved.values() if not one.has_reports and one.ends_on >= terms.on]
    removed = [
        PeriodChange("removed", one.label, one.starts_on, one.ends_on, one.due_on, one.id)
        for one in gone
    ]
    return (*changes, *removed)


def _period(new: PeriodText, old: SavedPeriod | None) -> PeriodChange:
    if old is None:
        return PeriodChange("added", new.label, new.starts_on, new.ends_on, new.due_on)
    fate = "unchanged" if old.due_on == new.due_on else "changed"
    return PeriodChange(fate, new.label, new.starts_on, new.ends_on, new.due_on, old.id)
