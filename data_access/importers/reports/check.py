"""Every row of an upload checked against the database: faults, or what is to be saved."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from data_access.importers.personal.kinds import kinds_in, kinds_in_post
from data_access.importers.reports import early, known, match, match_words, sense
from data_access.importers.reports.codes import RowKey, parsed
from data_access.importers.reports.form import CONTENT, FILLED
from data_access.importers.reports.known import Assigned
from data_access.importers.reports.released import Released
from data_access.importers.sheets.history import older, shown
from data_access.importers.sheets.intake import Entry, Examined
from data_access.importers.sheets.typed import Filled, ReadFile
from data_access.models import Report
from data_access.records.forms import Fault, PreviewRow, Upload


def examine(session: Session, file: ReadFile, upload: Upload) -> Examined:
    """Check all rows; nothing is written."""
    found = Examined(faults=list(file.faults))
    lookup = _Lookup(session, file, upload)
    seen: dict[RowKey, int] = {}
    for one in file.rows:
        _check_personal(one, upload, found)
        try:
            key, assigned = lookup.find(one)
        except match.Mismatch as mismatch:
            found.faults.append(mismatch.fault)
            continue
        if key in seen:
            found.faults.append(one.row.fault("row_twice", "code", first=seen[key]))
            continue
        seen[key] = one.row.number
        fate = _check_row(one, key, assigned, upload, found)
        if fate != "unchanged":
            found.warnings += lookup.released.doubts(one, key, assigned, upload.today)
    for one in file.broken:
        _check_personal(one, upload, found)
        found.faults += one.besides(_others(one, lookup, upload))
    return found


def _others(one: Filled, lookup: "_Lookup", upload: Upload) -> Iterator[Fault]:
    """Yield what is wrong with a row besides the cells that could not be read."""
    try:
        _key, assigned = lookup.find(one)
    except match.Mismatch as mismatch:
        yield mismatch.fault
        return
    yield from sense.faults(one, assigned, upload.today)


def _check_row(
    one: Filled, key: RowKey, assigned: Assigned, upload: Upload, found: Examined
) -> str:
    """Note what is wrong with a row and what is to be saved; return its fate."""
    found.faults += sense.faults(one, assigned, upload.today)
    found.warnings += sense.doubts(one)
    entry = _entry(one, key, assigned, upload.today, found)
    found.entries.append(entry)
    fate = entry.preview.fate
    if fate == "unchanged":  # recorded already, on somebody's word perhaps
        return fate
    found.faults += early.before_period(one, key, assigned, upload.today)
    for fault in early.to_confirm(one, key, assigned, upload.today):
        found.judge(fault, upload)
    return fate


class _Lookup:
    """Finds what rows are about; everything is loaded once for the whole file."""

    def __init__(self, session: Session, file: ReadFile, upload: Upload) -> None:
        everything = (*file.rows, *file.broken)
        keys = [parsed(one.cells["code"]) for one in everything]
        ids = [key.assignment_id for key in keys if key]
        self._known = known.by_ids(session, upload.scope, ids)
        self._plan: dict[int, Assigned] = {}
        self._has_plan = upload.plan_id is not None
        if upload.plan_id is not None and len(ids) < len(everything):
            self._plan = known.of_plan(session, upload.scope, upload.plan_id)
        self.released = Released(session, [*self._known.values(), *self._plan.values()])

    def find(self, one: Filled) -> tuple[RowKey, Assigned]:
        if one.cells["code"]:
            return match.by_code(one, self._known)
        if not self._has_plan:
            raise match.Mismatch(one.row.fault("no_code", "code"))
        return match_words.by_words(one, self._plan)


def _check_personal(one: Filled, upload: Upload, found: Examined) -> None:
    for key in sense.TEXTS:
        look = kinds_in_post if key == "author_post" else kinds_in
        for kind in look(one.cells[key]):
            found.judge(one.row.fault(f"personal_{kind}", key), upload)


def _entry(one: Filled, key: RowKey, assigned: Assigned, today: date, found: Examined) -> Entry:
    before = [it for it in assigned.reports if _key_of(it) == key]
    fate = _fate(one.cells, before)
    outdated: list[Fault] = []
    if fate == "changed":
        day, newest = one.cells["submitted_on"] or today, before[-1].submitted_on
        outdated += older(one.row, "older", "submitted_on", day, newest)
    found.warnings += outdated
    if fate == "unchanged":
        found.warnings += _said_once(one, before)
    row = {
        **{column.key: one.cells[column.key] for column in FILLED},
        "submitted_on": one.cells["submitted_on"] or today,
        "assignment_id": key.assignment_id,
        "control_point_id": key.point_id,
        "reporting_period_id": key.period_id,
    }
    preview = PreviewRow(
        sheet=one.row.sheet,
        row=one.row.number,
        number=assigned.measure.number,
        title=assigned.measure.short_title,
        executor=assigned.executor.short_name,
        said=row["outcome"],
        on=row["completed_on"],
        fate=fate,
        is_older=bool(outdated),
    )
    return Entry(row, assigned.plan.id, preview)


def _key_of(report: Report) -> RowKey:
    return RowKey(report.assignment_id, report.control_point_id, report.reporting_period_id)


def _fate(values: Mapping[str, Any], before: list[Report]) -> str:
    """Return "added", "changed" or "unchanged"; `before` are the reports of this row, in order.

    The newest report counts. An older one that the file repeats was corrected since: to take the
    old file again changes nothing either.
    """
    if not before:
        return "added"
    newest = before[-1]
    for report in _said_before(values, before):
        if report is newest or report.submitted_on < newest.submitted_on:
            return "unchanged"
    return "changed"


def _said_once(one: Filled, before: list[Report]) -> Iterator[Fault]:
    """Yield that a row without a date repeats a report that was corrected since.

    It may be an old file, or hold again: with a date of its own it becomes a newer report.
    """
    newest = before[-1]
    said = list(_said_before(one.cells, before))
    if one.cells["submitted_on"] is None and newest not in said:
        days = {"said": shown(said[-1].submitted_on), "newest": shown(newest.submitted_on)}
        yield one.row.fault("said_before", "submitted_on", **days)


def _said_before(values: Mapping[str, Any], before: list[Report]) -> Iterator[Report]:
    """Yield the reports that say the same; without a date of its own a row fits any date."""
    for report in before:
        same_day = values["submitted_on"] in (None, report.submitted_on)
        if same_day and all(getattr(report, key) == values[key] for key in CONTENT):
            yield report
