"""Which assignment, control point and period a row with a code is about.

A row is never taken for another one: what the form filled in has to agree with the code.
Rows without a code are found in `match_words`.
"""

import re
from collections.abc import Mapping

from data_access.folding import fold
from data_access.importers.reports.codes import RowKey, is_ours, parsed
from data_access.importers.reports.known import Assigned
from data_access.importers.sheets.typed import Filled
from data_access.records.forms import Fault

#: What the form filled in, and people may see.
SHOWN = ("number", "title", "executor", "period")
DAY = re.compile(r"\b\d{2}\.\d{2}\.\d{4}\b")


class Mismatch(Exception):  # noqa: N818 - a refusal of a row
    """A row that names nothing we know, or contradicts itself."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def by_code(one: Filled, known: Mapping[int, Assigned]) -> tuple[RowKey, Assigned]:
    """Return what the row's code names; raises Mismatch.

    An unknown code, one of another database and one outside of the rights look alike.
    """
    code = one.cells["code"]
    key = parsed(code)
    found = known.get(key.assignment_id) if key else None
    if key is None or found is None or not is_ours(code, key, found.plan.code):
        raise Mismatch(one.row.fault("unknown_code", "code", code))
    if key.point_id is not None and key.point_id not in found.points:
        raise Mismatch(one.row.fault("point_gone", "code", code))
    if key.period_id is not None and key.period_id not in found.periods:
        raise Mismatch(one.row.fault("period_gone", "code", code))
    _check_shown(one, key, found)
    return key, found


def _check_shown(one: Filled, key: RowKey, found: Assigned) -> None:
    given = {key: plain(one.cells[key]) for key in SHOWN}
    number, title = plain(found.measure.number), plain(found.measure.title)
    # A spreadsheet turns "1.10" into 1.1, and an amended act rewords a title: one of both may.
    shown = [(given["number"], number), (given["title"], title)]
    if any(was for was, _ in shown) and not any(was and was == now for was, now in shown):
        raise Mismatch(one.row.fault("moved", "number", one.cells["number"]))
    if given["executor"] and not is_named(found, one.cells["executor"]):
        raise Mismatch(one.row.fault("moved", "executor", one.cells["executor"]))
    period = found.periods[key.period_id].label if key.period_id else ""
    if given["period"] and given["period"] != plain(period):
        raise Mismatch(one.row.fault("moved", "period", one.cells["period"]))
    days = DAY.findall(one.cells["due"])
    point = found.points[key.point_id] if key.point_id else None
    if point and days and f"{point.due_on:%d.%m.%Y}" not in days:
        raise Mismatch(one.row.fault("moved", "due", one.cells["due"]))


def is_named(found: Assigned, name: str) -> bool:
    """Tell whether a name is one of the executor's."""
    return bool(name.strip()) and plain(name) in {plain(one) for one in found.names}


def plain(text: str) -> str:
    """Return a text as it is compared: case, ё, spaces and points at its ends don't matter."""
    return (fold(text) or "").strip(" .")
