"""Deadlines of a draft: phrases read, dates set by hand."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from data_access.importers.draft import values
from data_access.importers.draft.points import LABEL_LENGTH, typed
from data_access.importers.plan import due_columns
from data_access.importers.plan.deadline_doubts import Doubt
from data_access.records.drafts import refused
from data_access.records.reading import (
    ActReading,
    Finding,
    MeasureReading,
    PlanReading,
    ScheduleReading,
)

MOST_POINTS = 400
LONGEST_PHRASE = 1000


def with_phrase(
    reading: PlanReading, measure: MeasureReading, phrase: str
) -> tuple[MeasureReading, list[Finding]]:
    """Return the measure with another phrase, read, and the questions about it.

    Dates that a person set stay; whoever wants the phrase read takes them out.
    """
    if measure.schedule.by_hand and measure.schedule.due_dates:
        return replace(measure, deadline_text=phrase), []
    term = term_of(reading.plan)
    if term is None:
        return replace(measure, deadline_text=phrase), []
    if not phrase:
        return replace(measure, deadline_text="", schedule=ScheduleReading("unknown", ())), []
    found, doubts = due_columns.read(phrase, measure.due_columns, term, reading.plan.earliest)
    changed = replace(measure, deadline_text=phrase, schedule=found.schedule)
    return changed, [about(measure, one) for one in doubts]


def about(measure: MeasureReading, doubt: Doubt) -> Finding:
    """Return a doubt about a phrase as a finding about its measure."""
    place = measure.source[0] if measure.source else ""
    return Finding(
        measure.number,
        "deadline_text",
        doubt.code,
        doubt.severity,
        doubt.read,
        doubt.proposal,
        place,
        doubt.parameters,
        measure.key,
    )


def with_dates(measure: MeasureReading, value: Any) -> MeasureReading:
    """Return the measure with due dates set by hand.

    `value` is a text as it is typed (see `points`), or a list of fields `due_on`, `label`,
    `starts_on`. A date that stands already keeps its start where a text is typed.
    """
    if isinstance(value, str | None):
        given = typed(value or "")
        points = [{**one, "starts_on": _kept(measure, one["due_on"])[1]} for one in given]
    else:
        points = values.each(values.rows(value, "due_dates", MOST_POINTS), _point)
    if len(points) > MOST_POINTS:
        raise refused("too_many", "due_dates", limit=MOST_POINTS)
    return replace(measure, schedule=_schedule(measure.schedule.kind, points))


def with_days(measure: MeasureReading, days: str) -> MeasureReading:
    """Return the measure with due dates given in a text between commas.

    A date that stands already keeps its label and its start.
    """
    points = []
    for one in values.days(days, "due_dates"):
        label, start = _kept(measure, one)
        points.append({"due_on": one, "label": label, "starts_on": start})
    return replace(measure, schedule=_schedule(measure.schedule.kind, points))


def _kept(measure: MeasureReading, due: date) -> tuple[str, date | None]:
    """Return label and start of a date that stands already."""
    schedule = measure.schedule
    if due not in schedule.due_dates:
        return "", None
    at = schedule.due_dates.index(due)
    return (
        schedule.labels[at] if schedule.labels else "",
        schedule.starts[at] if schedule.starts else None,
    )


def _point(given: Mapping[str, Any]) -> dict[str, Any]:
    due = values.day(given.get("due_on"), "due_dates", needed=True)
    start = values.day(given.get("starts_on"), "due_dates")
    if start and due and start > due:
        raise refused("start_after_due", "due_dates")
    label = values.text(given.get("label"), "due_dates", LABEL_LENGTH)
    return {"due_on": due, "label": label, "starts_on": start}


def _schedule(kind: str, points: list[dict[str, Any]]) -> ScheduleReading:
    unique = {(one["due_on"], one["label"]): one for one in points}
    ordered = sorted(unique.values(), key=lambda one: (one["due_on"], one["label"]))
    labels = tuple(one["label"] for one in ordered)
    known = kind if kind not in ("unknown", "event") or not ordered else "by_date"
    return ScheduleReading(
        kind="multiple" if len(ordered) > 1 and known == "by_date" else known,
        due_dates=tuple(one["due_on"] for one in ordered),
        labels=labels if any(labels) else (),
        starts=tuple(one["starts_on"] for one in ordered),
        by_hand=True,
    )


def term_of(plan: ActReading) -> tuple[date, date] | None:
    """Return the plan's term; None where a day is missing, or only one of two was moved so far."""
    first, last = plan.period_start, plan.period_end
    return (first, last) if first and last and first <= last else None
