"""Measures as a plain table: on paper, on small screens, in the first response, in a section."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.measures import MeasureRow
from data_access.records.view import Filters
from layouts import cells
from layouts import elements as html
from layouts.components import Content
from layouts.tables import Column, Row, table
from layouts.texts import _


def measures_table(
    caption: str, rows: Sequence[MeasureRow], filters: Filters, *, is_mixed: bool = False
) -> Component:
    """Return the measures in the order given; `is_mixed` names each row's plan."""
    body = [Row(_cells(row, filters, is_mixed=is_mixed)) for row in rows]
    return table(caption, _columns(), body, css="t--measures")


def _columns() -> list[Column]:
    return [
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
        Column(_("Executors"), "name", small="sub"),
        Column(_("Deadline in the document"), "text", small="hide"),
        Column(_("Control date"), "date", small="hide"),
        Column(_("Status"), "status", small="sub"),
        Column(_("Delay"), "number", small="side"),
    ]


def _cells(row: MeasureRow, filters: Filters, *, is_mixed: bool) -> list[Content]:
    return [
        cells.measure_code(row),
        html.Div([cells.measure_title(row, filters), _plan(row, is_mixed=is_mixed)]),
        _executors(row, filters),
        html.Span(row.deadline_text, className="clamp", title=row.deadline_text),
        cells.due(row),
        cells.status(row),
        cells.days_late(row),
    ]


def _plan(row: MeasureRow, *, is_mixed: bool) -> Component | None:
    return html.Div(row.plan.short_title, className="muted small") if is_mixed else None


def _executors(row: MeasureRow, filters: Filters) -> Component:
    """Return the first executor with "по согласованию" where it is not subordinate."""
    first = row.executors[0] if row.executors else None
    names = cells.executors(row.executors, filters)
    return html.Div([names, cells.by_agreement(first) if first else None])
