"""Edits of the plan's own fields: title, act, term, reporting rule, rules of execution."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from data_access.importers.draft import values
from data_access.importers.draft.deadlines import term_of
from data_access.importers.plan import reporting
from data_access.records.drafts import DraftFault, Edit, refused
from data_access.records.reading import ActReading, PlanReading

FREQUENCIES = ("none", "once", "monthly", "quarterly", "half_yearly", "yearly")
COMPLETION_RULES = ("all", "lead")
DAY_OFF_RULES = ("none", "next", "preceding")
TEXTS = {
    "title": 1000,
    "act_kind": 300,
    "act_number": 40,
    "controller": 500,
    "coordinator": 500,
}
#: The reading's own names where an edit's field is called otherwise.
OWN = {"act_kind": "kind", "act_number": "number"}
REPORTING = ("reporting_frequency", "reporting_due_day", "reporting_due_dates", "reporting_text")


def apply(reading: PlanReading, edit: Edit) -> PlanReading:
    """Return the reading with one field of the plan set; Refused for a wrong value."""
    if edit.field in TEXTS:
        return _text(reading, edit)
    if edit.field in REPORTING:
        return _reporting(reading, edit)
    special = SPECIAL.get(edit.field)
    if special is None:
        raise refused("unknown_field", edit.field)
    return special(reading, edit.value)


def _text(reading: PlanReading, edit: Edit) -> PlanReading:
    found = values.text(edit.value, edit.field, TEXTS[edit.field], needed=edit.field == "title")
    value: str | None = found
    if edit.field == "act_number":
        value = found or None
    changes: dict[str, Any] = {OWN.get(edit.field, edit.field): value}
    return replace(reading, plan=replace(reading.plan, **changes))


def _act_date(reading: PlanReading, value: Any) -> PlanReading:
    found = values.day(value, "act_date")
    return _read_again(reading, replace(reading.plan, act_date=found, earliest=found))


def _period_start(reading: PlanReading, value: Any) -> PlanReading:
    first = values.day(value, "period_start", needed=True)
    return _read_again(reading, replace(reading.plan, period_start=first))


def _period_end(reading: PlanReading, value: Any) -> PlanReading:
    last = values.day(value, "period_end", needed=True)
    return _read_again(reading, replace(reading.plan, period_end=last))


def with_term(reading: PlanReading, first: date | None, last: date | None) -> PlanReading:
    """Return the reading in another term, with the rule of reporting read anew."""
    return _read_again(reading, replace(reading.plan, period_start=first, period_end=last))


def faults_of_term(reading: PlanReading) -> list[DraftFault]:
    """Return the fault of a term that ends before it begins."""
    first, last = reading.plan.period_start, reading.plan.period_end
    return [DraftFault("term_order", "period_end")] if first and last and first > last else []


def _read_again(reading: PlanReading, plan: ActReading) -> PlanReading:
    """Set the term or the act's day and read the rule of reporting anew.

    Deadlines are read when all edits of a form are made (`rereading`).
    """
    term = term_of(plan)
    if plan.reporting.get("text") and term and "by_hand" not in plan.reporting:
        rule = reporting.read(plan.reporting["text"], term, plan.earliest)
        plan = replace(plan, reporting=rule)
    return replace(reading, plan=plan)


def _reporting(reading: PlanReading, edit: Edit) -> PlanReading:
    rule = {**reading.plan.reporting, "by_hand": True}
    rule.setdefault("frequency", "none")
    match edit.field:
        case "reporting_frequency":
            rule["frequency"] = values.choice(edit.value, edit.field, FREQUENCIES)
            rule["due_dates"] = ()
        case "reporting_due_day":
            rule["due_day"] = values.whole(edit.value, edit.field, 1, 31)
            rule["due_dates"] = ()
        case "reporting_due_dates":
            rule["due_dates"] = values.days(edit.value, edit.field)
        case _:
            rule["text"] = values.text(edit.value, edit.field, 2000)
    return replace(reading, plan=replace(reading.plan, reporting=rule))


def _settings(reading: PlanReading, **changes: Any) -> PlanReading:
    return replace(reading, settings=replace(reading.settings, **changes))


def _short_title(reading: PlanReading, value: Any) -> PlanReading:
    return _settings(reading, short_title=values.text(value, "short_title", 100))


def _completion_rule(reading: PlanReading, value: Any) -> PlanReading:
    found = values.choice(value, "completion_rule", COMPLETION_RULES)
    return _settings(reading, completion_rule=found)


def _day_off_rule(reading: PlanReading, value: Any) -> PlanReading:
    return _settings(reading, day_off_rule=values.choice(value, "day_off_rule", DAY_OFF_RULES))


def _requires_acceptance(reading: PlanReading, value: Any) -> PlanReading:
    return _settings(reading, requires_acceptance=values.flag(value))


SPECIAL: dict[str, Callable[[PlanReading, Any], PlanReading]] = {
    "act_date": _act_date,
    "period_start": _period_start,
    "period_end": _period_end,
    "short_title": _short_title,
    "completion_rule": _completion_rule,
    "day_off_rule": _day_off_rule,
    "requires_acceptance": _requires_acceptance,
}
