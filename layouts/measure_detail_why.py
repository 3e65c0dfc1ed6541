"""Why a measure's status is what it is: phrase → control point → reports → rule."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.measures import ControlPointView, MeasureDetail, ReportView
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import cells, status_view
from layouts import measure_detail_words as words
from layouts.components import Content, icon, section
from layouts.texts import _, fmt_date, fmt_number, ngettext


def why(detail: MeasureDetail, filters: Filters) -> Component:
    """Return the four steps from the document's phrase to the status, in reading order."""
    steps = [_phrase(detail), _point(detail), _reports(detail, filters), _rule(detail)]
    return section(
        _("Why this status"),
        html.Ol(steps, className="why"),
        note=_("From the document's phrase to the status, step by step."),
        id="why",
    )


def _step(title: str, *parts: Content) -> Component:
    return html.Li([html.H3(title, className="why__title"), *parts], className="why__step")


def _phrase(detail: MeasureDetail) -> Component:
    phrase = detail.row.deadline_text
    shown = html.Q(phrase) if phrase else _("the document names no deadline")
    return _step(
        _("Phrase of the document"),
        html.P(shown, className="why__main"),
        html.P(words.reading(detail), className="why__note"),
    )


def _point(detail: MeasureDetail) -> Component:
    point = words.deciding_point(detail)
    if point is None:
        main = html.P(_("none could be set"), className="why__main")
        return _step(_("Control point"), main)
    return _step(
        _("Control point"),
        html.P([_("by %(date)s", date=fmt_date(point.due_on)), _was(point)], className="why__main"),
        html.P(_of_several(detail, point), className="why__note"),
    )


def _was(point: ControlPointView) -> Component | None:
    """Return the original date, where a decision or a day off moved it."""
    if point.due_on == point.original_due_on:
        return None
    old = html.Del(fmt_date(point.original_due_on), title=_("Original due date"))
    return html.Span([" ", old], className="muted")


def _of_several(detail: MeasureDetail, point: ControlPointView) -> str:
    """Return the point's label and beginning, and why it decides where there are several."""
    if len(detail.points) < 2:
        begins = _("begins on %(date)s", date=fmt_date(point.starts_on))
        return ", ".join(part for part in (point.label, begins) if part)
    of = _("One of %(n)s: the worst that has begun decides.", n=fmt_number(len(detail.points)))
    return f"{point.label}. {of}" if point.label else of


def _reports(detail: MeasureDetail, filters: Filters) -> Component:
    found = [one for one in detail.reports if one.id in detail.deciding_reports]
    note = words.completion(detail)
    return _step(
        _("Reports"),
        _report_list(found, filters) if found else _no_report(detail),
        html.P(note, className="why__note") if note else None,
    )


def _report_list(reports: Sequence[ReportView], filters: Filters) -> Component:
    items = [
        html.Li(
            [
                status_view.badge(Status(one.outcome), fmt_date(one.submitted_on)),
                html.Div(cells.executor(one.executor, filters), className="small"),
            ]
        )
        for one in reports
    ]
    return html.Ul(items, className="why__reports")


def _no_report(detail: MeasureDetail) -> Component:
    """Return that none concerns the control point, and when the last one of any kind came."""
    last = detail.row.last_report_on
    none = _("none on this control point")
    if detail.deciding_point is None and detail.reports:
        none = ngettext("%(n)s report", "%(n)s reports", len(detail.reports))
    about = _("The last report on the measure came on %(date)s.", date=fmt_date(last))
    return html.Div(
        [
            html.P(none, className="why__main"),
            html.P(about if last else _("No report has come at all."), className="why__note"),
        ]
    )


def _rule(detail: MeasureDetail) -> Component:
    return _step(
        _("Rule"),
        html.P(status_view.badge(detail.row.status), className="why__main"),
        html.P([icon("arrow-return-right"), " ", words.rule(detail)], className="why__note"),
    )
