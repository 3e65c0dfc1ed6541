"""One executor's assignments in time, as plain HTML: the status on every day so far.

Not a chart of the library: it is on screen with the first response, follows the theme, and is
a table already, with the words of each stretch in its last column.
"""

from datetime import date

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef, Ref
from data_access.records.executors import AssignmentRow, ExecutorDetail
from data_access.records.measures import SpanView
from data_access.records.view import Filters
from layouts import status_view
from layouts.cells import measure_ref
from layouts.components import section
from layouts.executors_track import Scale, axis, track
from layouts.figures import shown_term
from layouts.frame import Frame
from layouts.tables import Column, Row, table
from layouts.texts import _, fmt_date

#: Statuses that the last column puts into words.
SHOWN_SPANS = 3


def timeline_section(data: ExecutorDetail, frame: Frame) -> Component | None:
    """Return the timeline of each plan; nothing where nothing is assigned."""
    charts = [_of_plan(plan, data, frame.filters) for plan in data.plans]
    if not data.assignments:
        return None
    return section(
        _("How the work went"),
        _key(),
        *charts,
        note=_("The status by the official record on every day up to the date of the cut."),
        id="timeline",
    )


def _of_plan(plan: PlanRef, data: ExecutorDetail, filters: Filters) -> Component:
    rows = [row for row in data.assignments if row.measure.plan.id == plan.id]
    dues = [point.due_on for row in rows for point in row.points]
    _start, end = shown_term(plan.starts_on, plan.ends_on, plan.as_of)
    scale = Scale(plan.starts_on, max([end, *dues]))
    cols = [
        Column(_("No."), "code"),
        Column(_("Measure"), "name", is_header=True),
        Column(axis(scale, plan.as_of), "bar"),
        Column(_("Statuses in words"), "text"),
    ]
    body = [Row(_cells(row, scale, plan.as_of, filters)) for row in rows]
    return table(
        _("%(plan)s: statuses over time", plan=plan.short_title),
        cols,
        body,
        show_caption=len(data.plans) > 1,
        css="t--timeline",
    )


def _cells(row: AssignmentRow, scale: Scale, as_of: date, filters: Filters) -> list[Component]:
    measure = Ref(row.measure.id, row.measure.title, row.measure.short_title)
    return [
        html.Span(row.measure.number, className="code"),
        measure_ref(measure, filters),
        track(row, scale, as_of),
        html.Span(_since(row), className="small"),
    ]


def _since(row: AssignmentRow) -> str:
    """Return the last statuses in words, the present one first: "Просрочено с 01.07.2021"."""
    begun = [one for one in row.spans if one.valid_to > row.measure.plan.starts_on]
    return "; ".join(_words(span, row) for span in reversed(begun[-SHOWN_SPANS:]))


def _words(span: SpanView, row: AssignmentRow) -> str:
    name = status_view.name(span.status)
    if span.valid_from <= row.measure.plan.starts_on:
        return name
    return _("%(status)s since %(date)s", status=name, date=fmt_date(span.valid_from))


def _key() -> Component:
    """Return what the marks mean."""
    point = _("control point, coloured by the measure's status")
    items = [
        html.Li([html.Span(className="key key--part"), _("status over time")]),
        html.Li([html.Span(className="key key--point"), point]),
        html.Li([html.Span(className="key key--cut"), _("date of the cut")]),
    ]
    return html.Ul(items, className="track-key", **{"aria-hidden": "true"})
