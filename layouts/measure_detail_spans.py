"""A measure's status over time: one bar over the plan's term, and the same as a table."""

from collections.abc import Sequence
from datetime import date, timedelta

from dash import html
from dash.development.base_component import Component

from data_access.records.measures import ControlPointView, MeasureDetail, SpanView
from layouts import status_view
from layouts.bars import percents
from layouts.components import disclosure, section
from layouts.tables import Column, table
from layouts.texts import _, fmt_date, fmt_days, ngettext

_DAY = timedelta(days=1)
_MIDDLE = 50
_ENDS = "span-bar__ends small muted"


def over_time(detail: MeasureDetail) -> Component | None:
    """Return the bar up to the as-of date; nothing before the plan's, or its own, first day."""
    plan, as_of = detail.row.plan, detail.row.as_of
    start = max(plan.starts_on, detail.began_on or plan.starts_on)
    spans = clipped(detail.spans, start, as_of)
    if not spans:
        return None
    end = max(plan.ends_on, as_of)
    return section(
        _title(len(spans) - 1, is_added=start > plan.starts_on),
        html.Div(
            [
                _now(as_of, start, end),
                _bar(spans, as_of, end),
                _marks(detail.points, start, end),
                html.Div([html.Span(fmt_date(start)), html.Span(fmt_date(end))], className=_ENDS),
            ],
            className="span-bar",
        ),
        disclosure(_("Show as a table"), _table(spans)),
    )


def _title(turns: int, *, is_added: bool) -> str:
    """Return how often the status changed, since the plan began or since an act added it."""
    if is_added and not turns:
        return _("The status has not changed since the measure was added")
    if is_added:
        return ngettext(
            "The status changed %(n)s time since the measure was added",
            "The status changed %(n)s times since the measure was added",
            turns,
        )
    if not turns:
        return _("The status has not changed since the plan began")
    return ngettext(
        "The status changed %(n)s time since the plan began",
        "The status changed %(n)s times since the plan began",
        turns,
    )


def clipped(spans: Sequence[SpanView], start: date, as_of: date) -> list[SpanView]:
    """Return the parts of the spans from the plan's first day to the as-of date, inclusive."""
    cut = [
        SpanView(max(one.valid_from, start), min(one.valid_to, as_of + _DAY), one.status)
        for one in spans
    ]
    return [one for one in cut if one.valid_from < one.valid_to]


def _bar(spans: Sequence[SpanView], as_of: date, end: date) -> Component:
    rest = (end - as_of).days
    sizes = percents([(one.valid_to - one.valid_from).days for one in spans] + [rest])
    parts = [
        html.Span(
            className=f"stack__part {status_view.css(one.status)} w-{size}",
            title=f"{status_view.name(one.status)}: {_term(one)}",
        )
        for one, size in zip(spans, sizes, strict=False)
    ]
    parts.append(html.Span(className=f"span-bar__rest w-{sizes[-1]}"))
    words = "; ".join(f"{status_view.name(one.status)}: {_term(one)}" for one in spans)
    return html.Div(parts, className="stack stack--tall", role="img", **{"aria-label": words})


def _now(as_of: date, start: date, end: date) -> Component:
    """Return the date of the cut above its place on the bar, on the side that has room."""
    place = _place(as_of, start, end)
    side = "left" if place < _MIDDLE else "right"
    text = _("as of %(date)s", date=fmt_date(as_of))
    label = html.Strong(text, className=f"span-bar__now span-bar__now--{side} x-{place}")
    return html.Div(label, className="span-bar__head small")


def _marks(points: Sequence[ControlPointView], start: date, end: date) -> Component:
    """Return a mark under the bar at each control date."""
    marks = [
        html.Span(
            className=f"span-bar__mark x-{_place(one.due_on, start, end)}",
            title=_("Control point: %(date)s", date=fmt_date(one.due_on)),
        )
        for one in points
    ]
    return html.Div(marks, className="span-bar__marks", **{"aria-hidden": "true"})


def _place(day: date, start: date, end: date) -> int:
    """Return where a day lies between two others, in whole percent."""
    share = (day - start).days / max((end - start).days, 1)
    return min(max(round(100 * share), 0), 100)


def _table(spans: Sequence[SpanView]) -> Component:
    cols = [
        Column(_("Term"), "date", small="sub"),
        Column(_("Status"), "status", small="main", is_header=True),
        Column(_("Length"), "number", small="side"),
    ]
    body = [
        [
            html.Span(_term(one), className="nowrap"),
            status_view.badge(one.status),
            fmt_days((one.valid_to - one.valid_from).days),
        ]
        for one in reversed(spans)
    ]
    return table(_("Statuses over time, the newest first"), cols, body, css="t--dense")


def _term(span: SpanView) -> str:
    """Return the first and the last day of a span."""
    return f"{fmt_date(span.valid_from)} – {fmt_date(span.valid_to - _DAY)}"
