"""The table of overdue measures: how long, what, who, until when, why."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.measures import MeasureRow
from layouts import cells
from layouts import elements as html
from layouts.components import Content
from layouts.frame import Frame
from layouts.tables import Column, Row, table
from layouts.texts import _, fmt_date


def measures_table(
    caption: str, rows: Sequence[MeasureRow], frame: Frame, plans: Sequence[PlanRef]
) -> Component:
    """Return the rows as they come (worst first); with several plans each names its own."""
    body = [Row(_cells(row, frame, is_mixed=len(plans) > 1)) for row in rows]
    return table(caption, _columns(), body, css="t--fixed t--overdue")


def _columns() -> list[Column]:
    return [
        Column(_("Delay"), "number", small="side"),
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
        Column(_("Lead executor"), "name", small="sub"),
        Column(_("Deadline in the document"), "text", small="hide"),
        Column(_("Control date"), "date", small="hide", hint=_("The control date in force")),
        Column(_("Reason and proposed new date"), "text", small="hide"),
    ]


def _cells(row: MeasureRow, frame: Frame, *, is_mixed: bool) -> list[Content]:
    title: list[Component] = [cells.measure_title(row, frame.filters)]
    if is_mixed:
        title.append(html.Span(row.plan.short_title, className="muted small cell-note"))
    return [
        cells.days_late(row),
        cells.measure_code(row),
        html.Div(title),
        _lead(row, frame),
        html.Span(row.deadline_text, className="phrase") if row.deadline_text else None,
        cells.due(row),
        _why(row),
    ]


def _lead(row: MeasureRow, frame: Frame) -> Component:
    """Return the lead executor, how many share the work, and "по согласованию"."""
    lead = row.lead
    others = [one for one in row.executors if one is not lead]
    ordered = [lead, *others] if lead else others
    names = cells.executors(ordered, frame.filters)
    return html.Div([names, cells.by_agreement(lead) if lead else None], className="who")


def _why(row: MeasureRow) -> Component:
    """Return the reason that the executor gave and the date that it proposes."""
    reason = row.reason or _("no reason given")
    parts = [html.Span(reason, className="clamp" if row.reason else "muted", title=row.reason)]
    if row.proposed_due_on:
        text = _("proposes %(date)s", date=fmt_date(row.proposed_due_on))
        parts.append(html.Span(text, className="small nowrap cell-note"))
    return html.Div(parts)
