"""The words of the exports: headers of the columns and names of identifiers."""

from data_access.records.exports import ExportTexts
from data_access.records.status import Status
from layouts import status_view
from layouts.texts import N_, _, get_locale
from layouts.wording import continued

#: JSON key → header of the same column in a spreadsheet.
HEADERS = {
    "territory": N_("Municipality"),
    "plan": N_("Plan"),
    "section": N_("Section"),
    "number": N_("Item no."),
    "title": N_("Measure"),
    "executors": N_("Executors"),
    "deadline_text": N_("Deadline in the document"),
    "due_on": N_("Control date"),
    "original_due_on": N_("Original control date"),
    "status": N_("Status"),
    "days_overdue": N_("Days overdue"),
    "completed_on": N_("Completed on"),
    "last_report_on": N_("Last report"),
    "expected_result": N_("Expected result"),
    "as_of": N_("As of the date"),
    "reason": N_("Reason for non-execution"),
    "proposed_due_on": N_("Proposed new date"),
    "executor": N_("Executor"),
    "lead": N_("Leads in"),
    "by_agreement": N_("By agreement"),
    "measures": N_("Measures in all"),
    "done": N_("Done, number"),
    "done_late": N_("Done late, number"),
    "in_progress": N_("In progress, number"),
    "under_review": N_("Under review, number"),
    "not_due": N_("Not due yet, number"),
    "partial": N_("Done in part, number"),
    "returned": N_("Returned, number"),
    "overdue": N_("Overdue, number"),
    "not_done": N_("Not done, number"),
    "removed": N_("Removed from control, number"),
    "undated": N_("Without a date, number"),
    "worst_days": N_("Longest delay, days"),
    "execution": N_("Execution, %"),
    "discipline_on_time": N_("Done on time, control points"),
    "discipline_due": N_("Due, control points"),
    "discipline": N_("Execution discipline, %"),
    "reports_on_time": N_("Reports handed in on time"),
    "reports_due": N_("Reports due"),
    "missing_reports": N_("Reports missing"),
    "indicator": N_("Indicator"),
    "unit": N_("Unit"),
    "direction": N_("Wanted direction"),
    "year": N_("Year"),
    "target": N_("Target"),
    "actual": N_("Actual"),
    "gap": N_("Distance to the target"),
    "met": N_("Target reached"),
    "source": N_("Source of the value"),
    "period": N_("Reporting period"),
    "control_point": N_("Control point"),
    "outcome": N_("Executor's mark"),
    "submitted_on": N_("Handed in on"),
    "recorded_at": N_("Recorded (UTC)"),
    "narrative": N_("Information on execution"),
    "quantity": N_("Quantity"),
    "evidence": N_("Supporting document"),
    "author_post": N_("Author's post"),
    "role": N_("Role"),
    "by_agreement_mark": N_("By agreement"),
    "measure_status": N_("Status of the measure"),
    "report_due_on": N_("Report due on"),
    "report_days": N_("Days without the report"),
}

#: Table → what the file and its sheet are called.
TITLES = {
    "measures": N_("Measures"),
    "overdue": N_("Overdue"),
    "executors": N_("Executors"),
    "sections": N_("Sections"),
    "territories": N_("Territories"),
    "indicators": N_("Indicators"),
    "reports": N_("Reports"),
    "assignments": N_("Assignments"),
    "missing": N_("Missing reports"),
    "discipline": N_("Execution discipline"),
    "own_discipline": N_("Discipline of executors"),
}

WORDS = {
    "decrease": N_("less is better"),
    "increase": N_("more is better"),
    "met": N_("reached"),
    "missed": N_("not reached"),
    "lead": N_("leading executor"),
    "co": N_("co-executor"),
    "yes": N_("yes"),
}


def export_texts(table: str) -> ExportTexts:
    """Return the words of an export in the current language."""
    return ExportTexts(
        header=lambda key: _(HEADERS[key]),
        word=outcome if table == "reports" else word,
        demo=_("Demonstration data"),
        title=_(TITLES[table]),
        decimal_sign="," if get_locale() == "ru" else ".",
    )


def word(value: str) -> str:
    """Return the name of a status or of another identifier."""
    return _(WORDS[value]) if value in WORDS else status_view.name(Status(value))


def outcome(value: str) -> str:
    """Return the name of an executor's mark: the status's word in small letters."""
    return continued(status_view.name(Status(value)))
