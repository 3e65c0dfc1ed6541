"""Control points over the term: those whose time has come, and those done."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from data_access.records.pages import CurvePoint
from data_access.records.status import Status
from layouts import status_view
from layouts.figures.axes import day_label, day_lines, time_axis
from layouts.figures.base import MUTED, Figure, axis, label, layout
from layouts.texts import _, fmt_date, fmt_number

#: The curve stays readable on a phone: quarters for a year already.
_MONTHS_SHOWN = 7
#: The row of the two numbers above the chart: its height, a letter's width, the gap between them.
_ROW = 16
_LETTER = 7
_GAP = 18
#: The scale goes a little beyond what is past.
_ROOM = 1.12
_DONE_FILL = "rgba(27,127,107,0.14)"


def curve(points: Sequence[CurvePoint], as_of: date, *, start: date, end: date) -> Figure:
    """Return due as a step line and done as a filled area up to the as-of line.

    What falls due after the as-of date is dotted. `start` and `end` are the term shown. The scale
    is that of what is past, for most is due on the last day: where the dots leave the chart,
    their number stands.
    """
    past = [point for point in points if point.on <= as_of]
    ahead = past[-1:] + [point for point in points if point.on > as_of]
    last = max((max(point.due, point.done or 0) for point in points), default=0)
    top = max((max(point.due, point.done or 0) for point in past), default=0) or last
    data = [_due(past), _due(ahead, dash="dot"), _done(past)]
    return {
        "data": data,
        "layout": layout(
            margin={"l": 34, "r": 34, "t": 40, "b": 40},
            hovermode="x unified",
            xaxis=time_axis(start, end, months=_MONTHS_SHOWN),
            yaxis=axis(range=[0, top * _ROOM or 1], tickvals=[0, top], ticktext=["0", str(top)]),
            shapes=day_lines(as_of, start, end),
            annotations=[day_label(as_of, start, end), *_labels(past), *_beyond(last, top)],
        ),
    }


def _due(points: Sequence[CurvePoint], *, dash: str = "solid") -> dict[str, Any]:
    """Return the step line of what is due."""
    texts = [_("due: %(n)s", n=fmt_number(point.due)) for point in points]
    return {
        **_trace(points, texts),
        "y": [point.due for point in points],
        "line": {"color": MUTED, "width": 2, "shape": "hv", "dash": dash},
    }


def _done(points: Sequence[CurvePoint]) -> dict[str, Any]:
    """Return the filled area of what is done."""
    known = [point for point in points if point.done is not None]
    texts = [_("done: %(n)s", n=fmt_number(point.done or 0)) for point in known]
    return {
        **_trace(known, texts),
        "y": [point.done for point in known],
        "line": {"color": status_view.colour(Status.DONE), "width": 2.5, "shape": "hv"},
        "fill": "tozeroy",
        "fillcolor": _DONE_FILL,
    }


def _trace(points: Sequence[CurvePoint], texts: list[str]) -> dict[str, Any]:
    """Return what both lines share; dates are written out by us in the hover text."""
    days = [fmt_date(point.on) for point in points]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [point.on.isoformat() for point in points],
        "text": [f"{day}: {text}" for day, text in zip(days, texts, strict=True)],
        "hovertemplate": "%{text}<extra></extra>",
    }


def _labels(past: Sequence[CurvePoint]) -> list[dict[str, Any]]:
    """Return both numbers on the as-of date in a row above the chart: there no line ever runs."""
    if not past:
        return []
    due = "— " + _("due: %(n)s", n=fmt_number(past[-1].due))
    done = "■ " + _("done: %(n)s", n=fmt_number(past[-1].done or 0))
    row = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    beside = _LETTER * len(due) + _GAP
    return [
        label(due, **row, yshift=_ROW, font=_font(MUTED)),
        label(done, **row, yshift=_ROW, xshift=beside, font=_font(status_view.colour(Status.DONE))),
    ]


def _beyond(last: int, top: int) -> list[dict[str, Any]]:
    """Return "↑ 28" at the right edge where what falls due in the end lies above the chart."""
    if last <= top * _ROOM:
        return []
    place = {"x": 1, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "top"}
    return [label(f"↑ {last}", **place, font=_font(MUTED))]


def _font(colour: str) -> dict[str, Any]:
    return {"size": 13, "color": colour}
