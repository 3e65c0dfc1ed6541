"""Which assignment, control point and period a row without a code is about, by what it shows.

Nothing is guessed. A number is a weak name: spreadsheets turn 1.10 into 1.1 and write it 1,1, so
it stands for every measure that may be meant; the title and the executor say which.
"""

import re
from collections.abc import Mapping

from data_access.importers.reports.codes import RowKey
from data_access.importers.reports.known import Assigned
from data_access.importers.reports.match import DAY, Mismatch, is_named, plain
from data_access.importers.sheets.typed import Filled
from data_access.models import ControlPoint
from data_access.records.forms import Fault

_TAKEN_FOR_A_NUMBER = re.compile(r"\d+[.,]\d+")


def by_words(one: Filled, plan: Mapping[int, Assigned]) -> tuple[RowKey, Assigned]:
    """Return what a row without a code means within one plan; raises Mismatch."""
    name = one.cells["executor"]
    found = [it for it in _measures_meant(one, plan) if is_named(it, name)]
    if not found:
        raise Mismatch(one.row.fault("unknown_executor", "executor", name))
    if len(found) > 1:
        raise Mismatch(_which(one, found))
    point = _point_shown(one, found[0])
    period = _period_shown(one, found[0])
    return RowKey(found[0].assignment.id, point, period), found[0]


def _which(one: Filled, found: list[Assigned]) -> Fault:
    """Return that the row may be of several measures, or of several executors of one."""
    numbers = sorted({it.measure.number for it in found})
    if len(numbers) == 1:
        return one.row.fault("unknown_executor", "executor", one.cells["executor"])
    return one.row.fault("which_number", "number", one.cells["number"], meant=", ".join(numbers))


def _measures_meant(one: Filled, plan: Mapping[int, Assigned]) -> list[Assigned]:
    """Return the assignments of the measures that number and title fit; raises Mismatch."""
    number = _as_a_number(one.cells["number"])
    found = [it for it in plan.values() if _as_a_number(it.measure.number) == number]
    if not found:
        raise Mismatch(one.row.fault("unknown_number", "number", one.cells["number"]))
    title = plain(one.cells["title"])
    titled = [it for it in found if title in ("", plain(it.measure.title))]
    if not titled:
        raise Mismatch(one.row.fault("other_title", "title", one.cells["title"]))
    return titled


def _as_a_number(text: str) -> str:
    """Return an item number as a spreadsheet leaves it that takes it for a decimal one."""
    bare = plain(text)
    if not _TAKEN_FOR_A_NUMBER.fullmatch(bare):
        return bare
    return bare.replace(",", ".").rstrip("0").rstrip(".")


def _point_shown(one: Filled, found: Assigned) -> int | None:
    """Return the control point whose date the row shows; the only one where it shows none."""
    points = list(found.points.values())
    days = DAY.findall(one.cells["due"])
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
    return [one for one in points if one.label and plain(one.label) in plain(shown)]


def _period_shown(one: Filled, found: Assigned) -> int | None:
    label = one.cells["period"]
    if not label:
        return None
    fitting = [it.id for it in found.periods.values() if plain(it.label) == plain(label)]
    if len(fitting) != 1:
        raise Mismatch(one.row.fault("unknown_period", "period", label))
    return fitting[0]
