"""The plan's calendar: each measure's term, its control points, the as-of line."""

from collections.abc import Sequence
from datetime import date

from data_access.records.pages import TimelineRow
from data_access.records.view import Filters
from layouts import status_view
from layouts.figures.base import HAIRLINE, Figure
from layouts.figures.rows import Bar, ChartRow, heading, measure_label, rows_figure, term
from layouts.texts import fmt_date


def gantt(rows: Sequence[TimelineRow], as_of: date, filters: Filters) -> Figure:
    """Return the calendar in the rows' order, with a heading where the section changes.

    As high as its rows: show it with `graph(…, size="rows")`.
    """
    start, end = term(((row.starts_on, row.ends_on) for row in rows), as_of)
    return rows_figure(_rows(rows, as_of, filters), as_of, start, end)


def _rows(rows: Sequence[TimelineRow], as_of: date, filters: Filters) -> list[ChartRow]:
    """Return the rows of the chart, headings included."""
    found: list[ChartRow] = []
    section = None
    for row in rows:
        if row.measure.section.id != section:
            section = row.measure.section.id
            found.append(heading(f"{row.measure.section_number}. {row.measure.section.short_name}"))
        found.append(_row(row, as_of, filters))
    return found


def _row(row: TimelineRow, as_of: date, filters: Filters) -> ChartRow:
    """Return a measure's row: a thin bar over its term, its control points on it.

    The status colours the bar up to the as-of date; what lies ahead is a bare line.
    """
    measure = row.measure
    text = f"{fmt_date(row.starts_on)} – {fmt_date(row.ends_on)}"
    hover = f"{text}<br>{status_view.name(measure.status)}"
    today = min(max(as_of, row.starts_on), row.ends_on)
    past = Bar(row.starts_on, today, status_view.colour(measure.status), hover, width=0.22)
    ahead = Bar(today, row.ends_on, HAIRLINE, hover, width=0.22)
    name = measure_label(measure.number, measure.short_title, measure.id, filters)
    return ChartRow(name, (past, ahead), row.points)
