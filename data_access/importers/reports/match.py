"""Which assignment, control point and period a row is about: by its code, else by what it shows.

A row is never taken for another one: what the form filled in has to agree with the code.
"""

import re
from collections.abc import Mapping

from data_access.folding import fold
from data_access.importers.reports.codes import RowKey, is_ours, parsed
from data_access.importers.reports.known import Assigned
from data_access.importers.sheets.typed import Filled
from data_access.models import ControlPoint
from data_access.records.forms import Fault

#: What the form filled in, and people may see.
SHOWN = ("number", "title", "executor", "period")
_DAY = re.compile(r"\b\d{2}\.\d{2}\.\d{4}\b")


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


def by_words(one: Filled, plan: Mapping[int, Assigned]) -> tuple[RowKey, Assigned]:
    """Return what a row without a code means within one plan; raises Mismatch."""
    number = one.cells["number"].strip(" .")
    measures = [it for it in plan.values() if it.measure.number.strip(" .") == number]
    if not measures:
        raise Mismatch(one.row.fault("unknown_number", "number", number))
    name = one.cells["executor"]
    found = [it for it in measures if _is_named(it, name)]
    if len(found) != 1:
        raise Mismatch(one.row.fault("unknown_executor", "executor", name))
    point = _point_shown(one, found[0])
    period = _period_shown(one, found[0])
    return RowKey(found[0].assignment.id, point, period), found[0]


def _check_shown(one: Filled, key: RowKey, found: Assigned) -> None:
    given = {key: _plain(one.cells[key]) for key in SHOWN}
    number, title = _plain(found.measure.number), _plain(found.measure.title)
    # A spreadsheet turns "1.10" into 1.1, and an amended act rewords a title: one of both may.
    shown = [(given["number"], number), (given["title"], title)]
    if any(was for was, _ in shown) and not any(was and was == now for was, now in shown):
        raise Mismatch(one.row.fault("moved", "number", one.cells["number"]))
    if given["executor"] and not _is_named(found, one.cells["executor"]):
        raise Mismatch(one.row.fault("moved", "executor", one.cells["executor"]))
    period = found.periods[key.period_id].label if key.period_id else ""
    if given["period"] and given["period"] != _plain(period):
        raise Mismatch(one.row.fault("moved", "period", one.cells["period"]))
    days = _DAY.findall(one.cells["due"])
    point = found.points[key.point_id] if key.point_id else None
    if point and days and f"{point.due_on:%d.%m.%Y}" not in days:
        raise Mismatch(one.row.fault("moved", "due", one.cells["due"]))


def _is_named(found: Assigned, name: str) -> bool:
    return bool(name.strip()) and _plain(name) in {_plain(one) for one in found.names}


def _point_shown(one: Filled, found: Assigned) -> int | None:
    """Return the control point whose date the row shows; the only one where it shows none."""
    points = list(found.points.values())
    days = _DAY.findall(one.cells["due"])
    shown = [point for point in points if f"{point.due_on:%d.%m.%Y}" in days]
    chosen = shown if days else points
    if not points:
        return None
    if len(chosen) > 1:
        chosen = _labelled(chosen, one.cells["due"])
    if len(chosen) != 1:
        raise Mismatch(one.row.fault("which_point", "due", one.cells["due"]))
    return chosen[0].id


def _labelled(points: list[ControlPoint], shown: str) -> list[ControlPoint]:
    return [one for one in points if one.label and _plain(one.label) in _plain(shown)]


def _period_shown(one: Filled, found: Assigned) -> int | None:
    label = one.cells["period"]
    if not label:
        return None
    fitting = [it.id for it in found.periods.values() if _plain(it.label) == _plain(label)]
    if len(fitting) != 1:
        raise Mismatch(one.row.fault("unknown_period", "period", label))
    return fitting[0]


def _plain(text: str) -> str:
    return (fold(text) or "").lstrip("'").strip(" .")
