"""Dates of a report that lie before what they belong to has begun.

Impossible is a report for a period that had not begun when it was handed in. Odd, and yet it
happens, is work done before the plan or before the time of its control point: done ahead of time,
or a wrong year. Such dates wait for a person's word, for they would count as done on time.
"""

from collections.abc import Iterator
from datetime import date

from data_access.importers.reports.codes import RowKey
from data_access.importers.reports.known import Assigned
from data_access.importers.sheets.history import shown
from data_access.importers.sheets.typed import Filled
from data_access.records.forms import Fault

#: Work may begin before the act is signed, but a year before the plan is a misprint.
MOST_DAYS = 366


def is_misprint(day: date, found: Assigned) -> bool:
    """Tell whether a day lies so long before the plan that it cannot be meant."""
    return (found.plan.starts_on - day).days > MOST_DAYS


def before_period(one: Filled, key: RowKey, found: Assigned, today: date) -> Iterator[Fault]:
    """Yield that the report was handed in before the period began that it is for."""
    if key.period_id is None:
        return
    period, day = found.periods[key.period_id], one.cells["submitted_on"] or today
    if day < period.starts_on and not is_misprint(day, found):
        start = shown(period.starts_on)
        yield one.row.fault(
            "before_period", "submitted_on", shown(day), period=period.label, start=start
        )


def to_confirm(one: Filled, key: RowKey, found: Assigned, today: date) -> Iterator[Fault]:
    """Yield the dates that are possible and odd; of one cell the earliest limit alone."""
    completed, submitted = one.cells["completed_on"], one.cells["submitted_on"] or today
    start = found.plan.starts_on
    if key.period_id is None and _is_early(submitted, start, found):
        yield _early(one, "early_report", "submitted_on", submitted, start)
    if completed is None:
        return
    begun = found.points[key.point_id].starts_on if key.point_id else None
    if _is_early(completed, start, found):
        yield _early(one, "early_plan", "completed_on", completed, start)
    elif begun is not None and _is_early(completed, begun, found):
        yield _early(one, "early_point", "completed_on", completed, begun)


def _is_early(day: date, start: date, found: Assigned) -> bool:
    return day < start and not is_misprint(day, found)


def _early(one: Filled, code: str, key: str, day: date, start: date) -> Fault:
    return one.row.fault(code, key, shown(day), start=shown(start))
