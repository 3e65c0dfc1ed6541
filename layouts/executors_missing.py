"""One executor's reports by period, and those that did not come."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.executors import ExecutorDetail, Period, ReportCell
from data_access.records.measures import MissingReport
from data_access.records.view import Filters
from layouts import cells, wording
from layouts.components import Content, section
from layouts.executors_matrix import cell_view, cell_words
from layouts.frame import Frame
from layouts.reporting import no_debt, released_words
from layouts.tables import Column, Row, table
from layouts.texts import _, fmt_date, fmt_days, ngettext


def missing_section(data: ExecutorDetail, frame: Frame) -> Component:
    """Return the reports of each period, and those that did not come."""
    if not any(cell.owed for cell in data.cells):
        text = _("No reports are asked of this executor.")
        return section(_("Reports by period"), html.P(text, className="muted"))
    strip = _periods(data)
    if not data.missing:
        done = no_debt(data.totals.reports)
        return section(_("Reports by period"), strip, done, id="missing-list")
    title = ngettext("%(n)s report is missing", "%(n)s reports are missing", len(data.missing))
    listed = _missing_table(data.missing, frame.filters)
    return section(wording.sentence(title), strip, listed, id="missing-list")


def _periods(data: ExecutorDetail) -> Component:
    """Return the executor's line of the matrix: a cell for each period."""
    known = {cell.period_id: cell for cell in data.cells}
    items = [_period(one, known[one.id]) for one in data.periods if one.id in known]
    return html.Ul(items, className="periods", **{"aria-label": _("Reports by period")})


def _period(period: Period, cell: ReportCell) -> Component:
    words = html.Span(cell_words(cell), className="periods__word", **{"aria-hidden": "true"})
    return html.Li([html.Span(period.label, className="periods__name"), cell_view(cell), words])


def _missing_table(missing: Sequence[MissingReport], filters: Filters) -> Component:
    cols = [
        Column(_("Silence"), "number", small="side"),
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
        Column(_("Reporting period"), "text", small="sub"),
        Column(_("Report was due"), "date", small="hide"),
    ]
    ordered = sorted(missing, key=lambda one: one.due_on)
    body = [Row(_missing_cells(one, filters)) for one in ordered]
    return table(_("Missing reports, the oldest first"), cols, body, css="t--missing")


def _missing_cells(one: MissingReport, filters: Filters) -> list[Content]:
    return [
        html.Span(fmt_days(one.days), className="late"),
        html.Span(one.measure_number, className="code"),
        cells.placed(cells.measure_ref(one.measure, filters), released_words(one)),
        one.period_label,
        fmt_date(one.due_on),
    ]
