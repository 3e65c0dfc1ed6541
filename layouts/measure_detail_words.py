"""How one measure is put in words: the reading of its deadline, the rule behind its status."""

from data_access.records.measures import ControlPointView, MeasureDetail
from layouts.texts import N_, NONE, _, fmt_date, fmt_days

#: `schedule_kind` → how the deadline phrase was read.
READINGS = {
    "period": N_("Read as a term: due on its last day."),
    "by_date": N_("Read as a date: that day is still in time."),
    "month": N_("Read as a month: due on its last day."),
    "quarter": N_("Read as a quarter: due on its last day."),
    "yearly_quarter": N_("Read as a quarter of every year: a control point in each year."),
    "ongoing": N_("Read as work all the time: due at the end of the plan, reports until then."),
    "event": N_("Read as counted from an event: no date until a person sets one."),
    "multiple": N_("Read as several dates: a control point for each."),
    "unknown": N_("Could not be read as a date: a person has to set one."),
}

#: The same where the phrase gave several control points.
REPEATED = {
    "month": N_("Read as every month: due on the last day of each."),
    "quarter": N_("Read as every quarter: due on the last day of each."),
}

#: Each rule of `data_access.rules.explain.RULES` in a sentence.
RULES = {
    "undated.no_point": N_(
        "No date could be drawn from the document, so nothing can be late until a person sets one."
    ),
    "removed.decided": N_(
        "A decision took the measure off control: it no longer counts among what is to be done."
    ),
    "not_done.decided": N_("A decision closed the work as not done."),
    "not_due.before_start": N_("The work begins on %(start)s; before that nothing is expected."),
    "in_progress.started": N_(
        "The work has begun, its due date %(due)s has not passed, and no report on it came yet."
    ),
    "in_progress.reported": N_(
        "The reports do not say that all is done, and the due date %(due)s has not passed."
    ),
    "in_progress.between_points": N_(
        "What was due so far is done; the next control point is due on %(due)s."
    ),
    "under_review.pending": N_("It is reported as done and waits for acceptance."),
    "returned.returned": N_(
        "The report was returned for more work; the due date %(due)s has not passed."
    ),
    "partial.reported": N_(
        "The due date %(due)s passed %(days)s ago, and only a part is reported as done."
    ),
    "overdue.no_report": N_(
        "The due date %(due)s passed %(days)s ago, and a report that it is done is missing."
    ),
    "overdue.unfinished": N_(
        "The due date %(due)s passed %(days)s ago, and the reports do not say that all is done."
    ),
    "overdue.returned": N_(
        "The report was returned for more work, and the due date %(due)s passed %(days)s ago."
    ),
    "done.in_time": N_("It is reported as done, on the due date or before it."),
    "done.accepted": N_("The report that it was done in time has been accepted."),
    "done_late.late": N_("It is done, but on %(completed)s, after the due date %(due)s."),
}

COMPLETION = {
    "all": N_("Done when each executor has done its part."),
    "lead": N_("The report of the lead executor counts."),
}


def reading(detail: MeasureDetail) -> str:
    """Return how the deadline phrase was read."""
    kind = detail.schedule_kind
    if len(detail.points) > 1 and kind in REPEATED:
        return _(REPEATED[kind])
    return _(READINGS.get(kind, READINGS["unknown"]))


def rule(detail: MeasureDetail) -> str:
    """Return the sentence of the rule that gave the status; "" for a rule without one."""
    point = deciding_point(detail)
    days = detail.row.days_overdue
    return _(
        RULES.get(detail.rule, ""),
        due=fmt_date(point.due_on if point else detail.row.due_on),
        start=fmt_date(point.starts_on if point else None),
        completed=fmt_date(detail.row.completed_on),
        days=fmt_days(days) if days is not None else NONE,
    )


def completion(detail: MeasureDetail) -> str:
    """Return whose reports count, and whether they have to be accepted."""
    counted = _(COMPLETION[detail.completion_rule]) if len(detail.row.executors) > 1 else ""
    accepted = _("The report has to be accepted.") if detail.requires_acceptance else ""
    return " ".join(part for part in (counted, accepted) if part)


def deciding_point(detail: MeasureDetail) -> ControlPointView | None:
    """Return the control point that decides the status."""
    return next((one for one in detail.points if one.id == detail.deciding_point), None)
