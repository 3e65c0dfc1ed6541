"""The track of one assignment: stretches of status, control points, the line of the cut."""

from datetime import date, timedelta

from dash.development.base_component import Component

from data_access.records.executors import AssignmentRow
from data_access.records.measures import ControlPointView, SpanView
from layouts import elements as html
from layouts import status_view
from layouts.texts import _, fmt_date

_DAY = timedelta(days=1)


class Scale:
    """Days of a plan's term as whole percents of the track."""

    def __init__(self, start: date, end: date) -> None:
        self.start, self.end = start, end
        self._length = max((end - start).days, 1)

    def at(self, day: date) -> int:
        """Return where a day lies, between 0 and 100."""
        return min(max(round(100 * (day - self.start).days / self._length), 0), 100)


def track(row: AssignmentRow, scale: Scale, as_of: date) -> Component:
    """Return the stretches, the control points and the line of the cut, hidden from readers:
    the last column says the same.
    """
    shown = (one for one in row.spans if one.valid_from <= as_of and one.valid_to > scale.start)
    stretches = [_stretch(span, scale, as_of) for span in shown]
    points = [_point(point, scale) for point in row.points]
    cut = html.Span(className=f"track__cut x-{scale.at(as_of)}")
    return html.Div([*stretches, *points, cut], className="track", **{"aria-hidden": "true"})


def _stretch(span: SpanView, scale: Scale, as_of: date) -> Component:
    last = min(span.valid_to, as_of + _DAY)
    left = scale.at(span.valid_from)
    width = max(scale.at(last) - left, 1)
    days = f"{fmt_date(max(span.valid_from, scale.start))} – {fmt_date(last - _DAY)}"
    return html.Span(
        className=f"track__part {status_view.css(span.status)} x-{left} w-{width}",
        title=f"{status_view.name(span.status)}: {days}",
    )


def _point(point: ControlPointView, scale: Scale) -> Component:
    words = f"{fmt_date(point.due_on)}: {status_view.name(point.status)}"
    css = f"track__point {status_view.css(point.status)} x-{scale.at(point.due_on)}"
    return html.Span(className=css, title=f"{point.label} {words}".strip())


def axis(scale: Scale, as_of: date) -> Component:
    """Return the head of the track: years or quarters, and the date of the cut."""
    marks = [
        html.Span(text, className=f"axis__mark x-{scale.at(day)}") for day, text in _ticks(scale)
    ]
    cut = html.Span(fmt_date(as_of), className=f"axis__cut x-{scale.at(as_of)}")
    return html.Div(
        [html.Span(_("Time"), className="visually-hidden"), *marks, cut], className="axis"
    )


def _ticks(scale: Scale) -> list[tuple[date, str]]:
    """Return the first days of the years, or of the quarters where the term is one year."""
    years = range(scale.start.year, scale.end.year + 1)
    if len(years) > 1:
        return [(date(year, 1, 1), str(year)) for year in years]
    year = years[0]
    return [(date(year, month, 1), f"{month:02}.{year}") for month in (1, 4, 7, 10)]
