"""Charts with one row per measure: their labels, bars and control points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any

from data_access.records.measures import ControlPointView
from data_access.records.view import Filters
from layouts import links, status_view
from layouts.figures.axes import day_label, day_lines, shown_term, time_axis
from layouts.figures.base import CARD, Figure, axis, label, layout, rows_height
from layouts.texts import fmt_date

_DAY = 86_400_000
_LABEL_LENGTH = 44
_LABEL_WIDTH = 346


@dataclass(frozen=True)
class Bar:
    """A stretch of time in a row; `width` is the share of the row's height."""

    start: date
    end: date
    colour: str
    text: str
    width: float = 0.5


@dataclass(frozen=True)
class ChartRow:
    """One row: its label (plotly's markup), bars and control points. A heading has neither."""

    label: str
    bars: Sequence[Bar] = ()
    points: Sequence[ControlPointView] = field(default_factory=tuple)


def measure_label(number: str, title: str, measure_id: int, filters: Filters) -> str:
    """Return "2.3 Title…" as a link to the measure, cut to the room there is."""
    text = title if len(title) <= _LABEL_LENGTH else title[: _LABEL_LENGTH - 1].rstrip() + "…"
    href = escape(links.href("measure", filters, id=measure_id), quote=True)
    return f'<a href="{href}" target="_self">{escape(number)}\u2002{escape(text)}</a>'


def heading(text: str) -> ChartRow:
    """Return a row that only names those below it."""
    return ChartRow(f"<b>{escape(text[: _LABEL_LENGTH + 4])}</b>")


def rows_figure(rows: Sequence[ChartRow], as_of: date, start: date, end: date) -> Figure:
    """Return the chart of all rows with the as-of line, the first row at the top."""
    count = len(rows)
    return {
        "data": [_bars(rows), _points(rows)],
        "layout": layout(
            margin={"l": _LABEL_WIDTH, "r": 16, "t": 24, "b": 40},
            height=rows_height(count),
            barmode="overlay",
            xaxis=time_axis(start, end),
            yaxis=axis(
                range=[count - 0.5, -0.5],
                showticklabels=False,
            ),
            shapes=day_lines(as_of, start, end),
            annotations=[day_label(as_of, start, end), *_labels(rows)],
        ),
    }


def _labels(rows: Sequence[ChartRow]) -> list[dict[str, Any]]:
    """Return the labels of the rows, set flush left (an axis would set them flush right)."""
    place = {"xref": "paper", "xanchor": "left", "xshift": -_LABEL_WIDTH, "yanchor": "middle"}
    return [label(row.label, 0, y, **place) for y, row in enumerate(rows)]


def _bars(rows: Sequence[ChartRow]) -> dict[str, Any]:
    """Return the bars of all rows as one trace."""
    placed = [(y, bar) for y, row in enumerate(rows) for bar in row.bars]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [y for y, _bar in placed],
        "base": [bar.start.isoformat() for _y, bar in placed],
        "x": [(bar.end - bar.start).days * _DAY for _y, bar in placed],
        "width": [bar.width for _y, bar in placed],
        "marker": {
            "color": [bar.colour for _y, bar in placed],
            "line": {"width": 0},
        },
        "text": [bar.text for _y, bar in placed],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
    }


def _points(rows: Sequence[ChartRow]) -> dict[str, Any]:
    """Return the control points of all rows as one trace; shape and colour tell the status."""
    placed = [(y, point) for y, row in enumerate(rows) for point in row.points]
    looks = [status_view.LOOKS[point.status] for _y, point in placed]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [point.due_on.isoformat() for _y, point in placed],
        "y": [y for y, _point in placed],
        "marker": {
            "symbol": [look.symbol for look in looks],
            "color": [CARD if look.is_open else look.light for look in looks],
            # Without it plotly.js makes marks of several sizes half transparent.
            "opacity": 1,
            "size": [14 if "triangle" in look.symbol else 11 for look in looks],
            "line": {
                "width": 1.5,
                "color": [look.light if look.is_open else CARD for look in looks],
            },
        },
        "text": [point_text(point) for _y, point in placed],
        "hovertemplate": "%{text}<extra></extra>",
        "cliponaxis": False,
    }


def point_text(point: ControlPointView) -> str:
    """Return the words about a control point: date, status, label."""
    parts = (fmt_date(point.due_on), status_view.name(point.status), escape(point.label))
    return "<br>".join(part for part in parts if part)


def term(days: Iterable[tuple[date, date]], as_of: date) -> tuple[date, date]:
    """Return the term that holds all stretches and an as-of date near it; a year's for none."""
    pairs = list(days) or [(as_of.replace(month=1, day=1), as_of.replace(month=12, day=31))]
    start, end = min(first for first, _last in pairs), max(last for _first, last in pairs)
    return shown_term(start, end, as_of)
