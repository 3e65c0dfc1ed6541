"""Names of the fields of a plan that is read, as faults and differences use them."""

from layouts.texts import N_, _

FIELDS = {
    "title": N_("title (field)"),
    "short_title": N_("short title"),
    "act_kind": N_("kind of the act"),
    "act_number": N_("number of the act"),
    "act_date": N_("date of the act"),
    "period_start": N_("first day of the plan"),
    "period_end": N_("last day of the plan"),
    "controller": N_("who controls"),
    "coordinator": N_("who collects reports"),
    "reporting_frequency": N_("how often reports are due"),
    "reporting_due_day": N_("day by which reports are due"),
    "reporting_due_dates": N_("dates by which reports are due"),
    "reporting_text": N_("duty to report in words"),
    "completion_rule": N_("whose reports decide"),
    "day_off_rule": N_("due dates on days off"),
    "requires_acceptance": N_("reports have to be accepted"),
    "number": N_("number (field)"),
    "section": N_("section (field)"),
    "deadline_text": N_("deadline in words"),
    "schedule_kind": N_("kind of deadline"),
    "due_dates": N_("due dates"),
    "starts_on": N_("beginning"),
    "label": N_("label"),
    "executors": N_("executors (field)"),
    "expected_result": N_("expected result (field)"),
    "extra": N_("other columns"),
    "name": N_("name (field)"),
    "short_name": N_("short name"),
    "unit": N_("unit (field)"),
    "direction": N_("direction"),
    "targets": N_("targets (field)"),
    "actuals": N_("actual values (field)"),
    "values": N_("values by year"),
    "year": N_("year (field)"),
    "territory": N_("territory (field)"),
    "level": N_("level"),
    "region": N_("region (field)"),
    "target": N_("new plan or amendment"),
    "basis": N_("basis of the changes"),
    "decided_on": N_("day from which the changes count"),
    "position": N_("place in the order"),
    "role": N_("lead or co-executor"),
    "by_agreement": N_("mark “by agreement”"),
    "group": N_("mark of a group"),
}


def field_text(field: str) -> str:
    """Return the name of a field; an unknown one as it is."""
    return _(FIELDS[field]) if field in FIELDS else field
