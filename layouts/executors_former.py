"""What one executor was released of: told on its page, counted nowhere."""

from dash import html
from dash.development.base_component import Component

from data_access.records.executors import ExecutorDetail, FormerAssignment
from data_access.records.view import Filters
from layouts import cells
from layouts.components import Content, section
from layouts.frame import Frame
from layouts.tables import Column, Row, table
from layouts.texts import _, fmt_date, ngettext


def former_section(data: ExecutorDetail, frame: Frame) -> Component | None:
    """Return the measures of which acts released the executor, each since when; None without."""
    if not data.former:
        return None
    title = ngettext(
        "Released from %(n)s measure", "Released from %(n)s measures", len(data.former)
    )
    cols = [
        Column(_("Released on"), "date", small="side"),
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
    ]
    body = [Row(_cells(one, frame.filters)) for one in data.former]
    note = _("From that day on these measures don't count for the executor.")
    return section(title, table(title, cols, body), note=note, id="released")


def _cells(one: FormerAssignment, filters: Filters) -> list[Content]:
    return [
        fmt_date(one.released_on),
        html.Span(one.measure_number, className="code"),
        cells.measure_ref(one.measure, filters),
    ]
