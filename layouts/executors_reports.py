"""The history of one executor's reports, the newest first."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.executors import ExecutorDetail
from data_access.records.measures import ReportView
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import cells, status_view
from layouts.components import Content, disclosure, section
from layouts.frame import Frame
from layouts.texts import NBSP, _, fmt_date, fmt_number, ngettext

#: Reports that stand open; the older ones are under a fold.
SHOWN = 8


def history_section(data: ExecutorDetail, frame: Frame, actions: Content) -> Component:
    """Return the reports handed in, the newest first; older ones under a fold."""
    if not data.reports:
        return section(_("Reports"), html.P(_("No report has been handed in."), className="muted"))
    ordered = sorted(data.reports, key=lambda one: (one.submitted_on, one.id), reverse=True)
    older = ordered[SHOWN:]
    fold = _("Show %(n)s earlier", n=fmt_number(len(older)))
    return section(
        ngettext("%(n)s report handed in", "%(n)s reports handed in", len(ordered)),
        _history(ordered[:SHOWN], frame.filters),
        disclosure(fold, _history(older, frame.filters)) if older else None,
        note=_("The newest first. A correction is a newer report, the old one stays."),
        actions=actions,
        id="report-history",
    )


def _history(reports: Sequence[ReportView], filters: Filters) -> Component:
    items = [
        html.Li(
            [
                html.Div(fmt_date(one.submitted_on), className="history__date"),
                html.Div(_report(one, filters), className="history__body"),
            ]
        )
        for one in reports
    ]
    return html.Ol(items, className="history")


def _report(one: ReportView, filters: Filters) -> list[Content]:
    """Return a report: outcome, measure, what it says, what it rests on, why not done."""
    head = [status_view.badge(Status(one.outcome)), _measure(one, filters), _of_what(one)]
    reason = _("Reason: %(text)s", text=one.reason) if one.reason else ""
    if one.proposed_due_on:
        reason += " " + _("Proposes %(date)s.", date=fmt_date(one.proposed_due_on))
    return [
        html.Div(head, className="report__head"),
        html.P(one.narrative) if one.narrative else None,
        html.P(reason.strip(), className="report__reason") if reason else None,
        html.P(_facts(one), className="small muted"),
    ]


def _measure(one: ReportView, filters: Filters) -> Component | None:
    if one.measure is None:
        return None
    number = html.Span(one.measure_number, className="code")
    return html.Span(
        [number, NBSP, cells.measure_ref(one.measure, filters)], className="report__of"
    )


def _of_what(one: ReportView) -> Component:
    """Return the control point and the period that the report is about, each word once."""
    parts = dict.fromkeys(part for part in (one.point_label, one.period_label) if part)
    if not parts and one.point_id is None:
        parts = {_("interim information"): None}
    return html.Span(", ".join(parts), className="muted small")


def _facts(one: ReportView) -> str:
    """Return when it was done, how much, by what document, and by whom it was signed."""
    quantity = f"{fmt_number(one.quantity)} {one.unit}".strip() if one.quantity is not None else ""
    parts = (
        _("done on %(date)s", date=fmt_date(one.completed_on)) if one.completed_on else "",
        quantity,
        one.evidence,
        one.author_post,
        _("entered later than handed in") if one.entered_late else "",
    )
    return " · ".join(part for part in parts if part)
