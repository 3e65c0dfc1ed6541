"""What a filled-in row has to agree with: itself, the calendar, the database's own checks."""

from collections.abc import Iterator
from datetime import date

from data_access.importers.reports.early import is_misprint
from data_access.importers.reports.known import Assigned
from data_access.importers.sheets.history import shown
from data_access.importers.sheets.typed import Filled
from data_access.records.forms import Fault

TEXTS = ("narrative", "unit", "evidence", "reason", "measures_taken", "note", "author_post")


def faults(one: Filled, found: Assigned, today: date) -> Iterator[Fault]:
    """Yield what cannot be saved."""
    yield from _dates(one, found, today)
    values = one.cells
    outcome = values["outcome"]
    if outcome == "done" and values["completed_on"] is None:
        yield one.row.fault("done_without_date", "completed_on")
    if outcome in ("in_progress", "not_done") and values["completed_on"] is not None:
        yield one.row.fault("date_without_done", "completed_on", shown(values["completed_on"]))
    if outcome == "not_done" and not values["reason"]:
        yield one.row.fault("not_done_without_reason", "reason")
    if values["quantity"] is not None and values["quantity"] < 0:
        yield one.row.fault("negative", "quantity", values["quantity"])
    if outcome == "done" and values["proposed_due_on"] is not None:
        yield one.row.fault("new_date_for_done", "proposed_due_on")


def _dates(one: Filled, found: Assigned, today: date) -> Iterator[Fault]:
    completed, submitted = one.cells["completed_on"], one.cells["submitted_on"]
    for key, day in (("completed_on", completed), ("submitted_on", submitted)):
        if day is not None and day > today:
            yield one.row.fault("in_the_future", key, shown(day), today=shown(today))
        elif day is not None and is_misprint(day, found):
            yield one.row.fault("too_early", key, shown(day), start=shown(found.plan.starts_on))
    if completed and submitted and completed > submitted:
        yield one.row.fault("completed_after_submitted", "completed_on", shown(completed))
    proposed = one.cells["proposed_due_on"]
    if proposed is not None and proposed <= (submitted or today):
        yield one.row.fault("new_date_in_the_past", "proposed_due_on", shown(proposed))


def doubts(one: Filled) -> Iterator[Fault]:
    """Yield what is saved and yet told: a report of completion that nothing proves."""
    values = one.cells
    if values["outcome"] == "done" and not values["evidence"]:
        yield one.row.fault("no_evidence", "evidence")
    if values["outcome"] in ("done", "partial") and not values["narrative"]:
        yield one.row.fault("no_narrative", "narrative")
    if values["quantity"] is not None and not values["unit"]:
        yield one.row.fault("no_unit", "unit")
