"""The register as a grid: its columns; all rows at once, or part by part where they are many."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.measures import MeasureRow
from data_access.records.view import Filters
from layouts.grid_rows import grid_row
from layouts.grids import Definition, column, endless_grid, grid
from layouts.texts import _

ID = "measures-grid"


def endless_measures(filters: Filters) -> Component:
    """Return the grid of a long register: its rows come as it is scrolled."""
    place, *others = _columns()
    columns = [{**place, "sortingOrder": ["asc", None]}, *others]
    lines = 3 + bool(filters.q.strip())
    return endless_grid(ID, columns, label=_("Register of measures"), lines=lines)


def measures_grid(rows: Sequence[MeasureRow], filters: Filters, *, is_mixed: bool) -> Component:
    """Return the grid; `is_mixed` names each row's plan, where there are several."""
    data = [grid_row(place, row, filters, is_mixed=is_mixed) for place, row in enumerate(rows)]
    lines = 2 + is_mixed + any(row["match"] for row in data)
    return grid(ID, _columns(), data, label=_("Register of measures"), lines=lines)


def _columns() -> list[Definition]:
    """Return the columns; those that show more than their value name a renderer."""
    late_first = {"sortingOrder": ["desc", "asc", None]}
    return [
        column("place", _("No."), show="KartaNumber", width=60, minWidth=54),
        column("title", _("Measure"), show="KartaTitle", flex=2.8, minWidth=156),
        column("lead", _("Executors"), show="KartaExecutors", flex=1.8, minWidth=112),
        column("deadline", _("Deadline in the document"), show="KartaText", flex=1, minWidth=84),
        column("due", _("Control date"), show="KartaDue", width=100, minWidth=90),
        column("status", _("Status"), show="KartaStatus", flex=1.6, minWidth=178),
        column("days", _("Delay"), show="KartaDelay", width=84, minWidth=80, **late_first),
    ]
