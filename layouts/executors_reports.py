"""The history of one executor's reports, the newest first."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.executors import ExecutorDetail
from data_access.records.measures import ReportView
from data_access.records.view import Filters
from layouts import cells
from layouts import elements as html
from layouts.components import Content, disclosure, section
from layouts.frame import Frame
from layouts.report_view import dated_entry, report_content
from layouts.texts import NBSP, _, fmt_number, ngettext

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
    return html.Ol([_entry(one, filters) for one in reports], className="history")


def _entry(one: ReportView, filters: Filters) -> Component:
    entered = one.recorded_at if one.entered_late else None
    return dated_entry(one.submitted_on, report_content(one, _measure(one, filters)), entered)


def _measure(one: ReportView, filters: Filters) -> Component | None:
    if one.measure is None:
        return None
    number = html.Span(one.measure_number, className="code")
    return html.Span(
        [number, NBSP, cells.measure_ref(one.measure, filters)], className="history__of"
    )
