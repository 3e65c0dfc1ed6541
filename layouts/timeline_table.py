"""The table beside the calendar: terms, control points and the next date, measure by measure."""

from collections.abc import Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from data_access.records.measures import ControlPointView
from data_access.records.pages import TimelineRow
from data_access.records.status import CLOSED
from data_access.records.view import Filters
from layouts import cells, status_view
from layouts.components import Content
from layouts.tables import Column, Row, table
from layouts.texts import NONE, _, fmt_date, ngettext

#: Monthly control points of four years would bury the table; the measure's page has all.
POINTS_SHOWN = 6


def calendar_table(rows: Sequence[TimelineRow], caption: str, filters: Filters) -> Component:
    """Return the calendar's rows in the plan's order, each section under its own line."""
    return table(caption, _columns(), [_row(row, filters) for row in rows], css="tl-table")


def next_point(row: TimelineRow, as_of: date) -> ControlPointView | None:
    """Return the first control point that is still open on or after the date; None for none."""
    ahead = [one for one in row.points if one.due_on >= as_of and one.status not in CLOSED]
    return min(ahead, key=lambda one: one.due_on, default=None)


def _columns() -> list[Column]:
    return [
        Column(_("No."), kind="code", small="lead"),
        Column(_("Measure"), kind="title", small="main", is_header=True),
        Column(_("Deadline in the document"), small="hide"),
        Column(_("Begins"), kind="date", small="hide"),
        Column(_("Ends"), kind="date", small="hide"),
        Column(_("Control points")),
        Column(_("Next"), kind="date", small="hide"),
        Column(_("Status"), kind="status", small="side"),
    ]


def _row(row: TimelineRow, filters: Filters) -> Row:
    measure = row.measure
    ahead = next_point(row, measure.as_of)
    return Row(
        [
            cells.measure_code(measure),
            cells.measure_title(measure, filters),
            measure.deadline_text,
            fmt_date(row.starts_on if row.points else None),
            fmt_date(row.ends_on if row.points else None),
            _points(row.points),
            fmt_date(ahead.due_on if ahead else None),
            cells.status(measure),
        ]
    )


def _points(points: Sequence[ControlPointView]) -> Content:
    """Return the dates of the control points with their icons, the status on hover."""
    if not points:
        return NONE
    shown = [_point(one) for one in points[:POINTS_SHOWN]]
    rest = len(points) - POINTS_SHOWN
    if rest > 0:
        shown.append(html.Span(ngettext("and %(n)s more", "and %(n)s more", rest)))
    return html.Span(shown, className="tl-points")


def _point(one: ControlPointView) -> Component:
    """Return one date; an extended one says so on hover."""
    words = [one.label, status_view.name(one.status)]
    if one.due_on != one.original_due_on:
        words.append(_("extended from %(date)s", date=fmt_date(one.original_due_on)))
    return html.Span(
        [status_view.mark(one.status), fmt_date(one.due_on)],
        className="nowrap",
        title=", ".join(word for word in words if word),
    )
