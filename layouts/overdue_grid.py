"""What is overdue as a grid, where it is too much for a table: its rows come as it is scrolled."""

from dash.development.base_component import Component

from data_access.records.view import Filters
from layouts.grids import column, endless_grid
from layouts.texts import _

ID = "overdue-grid"


def endless_overdue(filters: Filters) -> Component:
    """Return the grid, the longest delay first."""
    late_first = {"sortingOrder": ["desc", "asc"], "sort": "desc"}
    columns = [
        column("days", _("Delay"), show="KartaDelay", width=116, minWidth=100, **late_first),
        column("place", _("No."), show="KartaNumber", width=60, minWidth=54, sortable=False),
        column("title", _("Measure"), show="KartaTitle", flex=2.4, minWidth=170),
        column("lead", _("Executors"), show="KartaExecutors", flex=1.6, minWidth=116),
        column("deadline", _("Deadline in the document"), show="KartaText", flex=1, minWidth=90),
        column("due", _("Control date"), show="KartaDue", width=100, minWidth=90),
        column(
            "reason",
            _("Reason and proposed new date"),
            show="KartaReason",
            flex=1.6,
            minWidth=110,
            sortable=False,
        ),
    ]
    lines = 3 + bool(filters.q.strip())
    return endless_grid(ID, columns, label=_("Overdue measures, worst first"), lines=lines, head=56)
