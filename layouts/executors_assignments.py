"""One executor's assignments: its own status beside the measure's, term, delay, last report."""

from collections.abc import Sequence
from dataclasses import replace

from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.executors import AssignmentRow, ExecutorDetail
from data_access.records.measures import MeasureRow
from data_access.records.status import FINISHED, WORST_FIRST, Status
from layouts import cells, status_view
from layouts import elements as html
from layouts.components import Content, section
from layouts.frame import Frame
from layouts.notices import empty
from layouts.tables import Column, Row, table
from layouts.texts import _, fmt_date, ngettext

#: What is settled or has no date comes after what can still go wrong.
_ORDER = {
    status: place for place, status in enumerate([*WORST_FIRST, Status.UNDATED, Status.REMOVED])
}
_BAD = frozenset({Status.OVERDUE, Status.NOT_DONE})


def assignments_section(data: ExecutorDetail, frame: Frame, actions: Content) -> Component:
    """Return the assignments of all plans, a table for each plan, worst and nearest first."""
    if not data.assignments:
        return section(_("Assignments"), empty(_("Nothing is assigned.")))
    tables = [_of_plan(plan, data, frame) for plan in data.plans]
    return section(
        _title(data),
        *tables,
        note=_("Worst first, then the nearest control date. “Own” is this executor's part."),
        actions=actions,
        id="assignments",
    )


def own(row: AssignmentRow) -> MeasureRow:
    """Return the measure with the executor's own status, dates, delay and reports in it."""
    return replace(
        row.measure,
        status=row.status,
        due_on=row.due_on,
        original_due_on=row.original_due_on,
        completed_on=row.completed_on,
        days_overdue=row.days_overdue,
        last_report_on=row.last_report_on,
        reason=row.reason,
    )


def worst_first(rows: Sequence[AssignmentRow]) -> list[AssignmentRow]:
    """Return the rows by their own status, worst first; alike ones by the control date."""
    return sorted(rows, key=_place)


def _place(row: AssignmentRow) -> tuple[int, int]:
    day = row.due_on.toordinal() if row.due_on else 0
    return _ORDER[row.status], -day if row.status in FINISHED else day


def _title(data: ExecutorDetail) -> str:
    """Return how many assignments, in how many plans."""
    text = ngettext("%(n)s assignment", "%(n)s assignments", len(data.assignments))
    if len(data.plans) < 2:
        return text
    return text + " " + ngettext("in %(n)s plan", "in %(n)s plans", len(data.plans))


def _of_plan(plan: PlanRef, data: ExecutorDetail, frame: Frame) -> Component:
    rows = worst_first([row for row in data.assignments if row.measure.plan.id == plan.id])
    return table(
        plan.short_title,
        _columns(),
        [Row(_cells(row, frame), "is-bad" if row.status in _BAD else "") for row in rows],
        show_caption=len(data.plans) > 1,
        css="t--assignments",
    )


def _columns() -> list[Column]:
    return [
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
        Column(_("Role"), "text", small="sub"),
        Column(_("Own status"), "status", small="sub", hint=_("How this executor's part stands")),
        Column(_("Measure's status"), "status", small="hide"),
        Column(_("Control date"), "date", small="hide"),
        Column(_("Delay"), "number", small="side"),
        Column(_("Last report"), "text", small="hide"),
    ]


def _cells(row: AssignmentRow, frame: Frame) -> list[Content]:
    mine = own(row)
    return [
        cells.measure_code(mine),
        cells.measure_title(mine, frame.filters),
        _role(row),
        status_view.badge(row.status),
        _measure_status(row),
        _term(mine),
        cells.days_late(mine),
        _last_report(mine),
    ]


def _role(row: AssignmentRow) -> Component:
    """Return the role: lead or co-executor, and "по согласованию"."""
    text = _("lead executor") if row.role == "lead" else _("co-executor")
    note = html.Span(_("by agreement"), className="tag cell-note") if row.by_agreement else None
    return html.Span([text, note], className="role role--lead" if row.role == "lead" else "role")


def _measure_status(row: AssignmentRow) -> Component:
    """Return the measure's status with its progress; muted where it equals the executor's."""
    same = row.measure.status is row.status
    return html.Div(cells.status(row.measure), className="is-same" if same else "is-other")


def _term(row: MeasureRow) -> Component:
    """Return the control date, the old one where extended, and the document's own phrase."""
    phrase = html.Span(row.deadline_text, className="phrase", title=_("Deadline in the document"))
    return html.Div([cells.due(row), phrase if row.deadline_text else None])


def _last_report(row: MeasureRow) -> Component:
    """Return the date of the last report with the reason that it gives."""
    if row.last_report_on is None:
        return html.Span(_("no report yet"), className="muted")
    parts: list[Component] = [html.Span(fmt_date(row.last_report_on), className="nowrap")]
    if row.reason:
        reason = html.Span(row.reason, className="clamp", title=row.reason)
        parts.append(html.Div(reason, className="small"))
    return html.Div(parts)
