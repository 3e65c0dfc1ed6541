"""What a reading holds at the place of a finding: what stays if it is confirmed as it is."""

from data_access.records.drafts import PlanDraft
from data_access.records.reading import Finding, MeasureReading, PlanReading, ScheduleReading
from layouts.difference_words import field_value
from layouts.texts import NONE, _, fmt_date

#: Control dates and executors named one by one.
NAMED = 4


#: Field of a finding about the plan → the plan's field that stays where the act is silent.
KEPT = {
    "controller": "controller",
    "coordinator": "coordinator",
    "reporting": "reporting_frequency",
    "period": "period_start",
    "term": "period_start",
}


def stays_in(draft: PlanDraft, found: Finding) -> str:
    """Return what stays of the plan where an amending act is silent; "" where it says something."""
    field = KEPT.get(found.field, "") if not found.target else ""
    kept = draft.difference.kept_field(field) if draft.difference else None
    return field_value(kept.value, field) if kept else ""


def stands_now(reading: PlanReading, found: Finding) -> str:
    """Return the value that a finding is about, a dash where it is empty; "" for no single one."""
    if not found.target:
        return _of_plan(reading, found.field)
    measure = next((one for one in reading.measures if one.key == found.target), None)
    return _of_measure(measure, found.field) if measure else ""


def _of_plan(reading: PlanReading, field: str) -> str:
    plan = reading.plan
    values = {
        "act_date": fmt_date(plan.act_date),
        "act_number": plan.number or NONE,
        "title": plan.title or NONE,
        "controller": plan.controller or NONE,
        "coordinator": plan.coordinator or NONE,
    }
    if field in ("period", "term") and plan.period_start and plan.period_end:
        return f"{fmt_date(plan.period_start)} – {fmt_date(plan.period_end)}"
    return values.get(field, "")


def _of_measure(one: MeasureReading, field: str) -> str:
    if field == "deadline_text":
        days = _listed(_points(one.schedule), ", ")
        return f"{one.deadline_text or NONE} → {days or _('no date')}"
    if field == "executors":
        return _listed([each.name for each in one.executors], "; ") or NONE
    values = {"number": one.number, "title": one.title, "expected_result": one.expected_result}
    return values.get(field, "")


def _points(schedule: ScheduleReading) -> list[str]:
    labels = schedule.labels or ("",) * len(schedule.due_dates)
    pairs = zip(schedule.due_dates, labels, strict=False)
    return [f"{fmt_date(day)} {label}".strip() for day, label in pairs]


def _listed(texts: list[str], between: str) -> str:
    return between.join(texts[:NAMED]) + (" …" if len(texts) > NAMED else "")
