"""The plainer parts of a measure's page: wording, control points, executors, findings."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.doubts import SourceDoubt
from data_access.records.measures import ControlPointView, ExecutorMark, MeasureDetail
from data_access.records.view import Filters
from layouts import finding_view, links, status_view
from layouts.components import Content, facts, icon, link, section
from layouts.tables import Column, Row, table
from layouts.texts import NONE, _, fmt_date, ngettext
from layouts.wording import act


def document(detail: MeasureDetail) -> Component:
    """Return what the document says: wording, deadline, expected result."""
    row = detail.row
    pairs: list[tuple[str, Content]] = [
        (_("Wording of the document"), row.title),
        (_("Deadline in the document"), row.deadline_text or NONE),
        (_("Expected result"), row.expected_result or _("the document names none")),
        (_("Act"), act(row.plan) or NONE),
    ]
    if detail.began_on:
        day = fmt_date(detail.began_on)
        added = _("added by an act of %(date)s; it counts from that day on", date=day)
        pairs.append((_("In the plan"), added))
    if detail.worded_on:
        day = fmt_date(detail.worded_on)
        words = _("number, title and deadline as after the act that counts from %(date)s", date=day)
        pairs.append((_("Wording of"), words))
    return section(_("What the document says"), facts(pairs), css="m-document")


def points(detail: MeasureDetail) -> Component:
    """Return the control points, the one that decides marked."""
    if not detail.points:
        text = _("No control point could be set: the deadline gives no date.")
        return section(_("No control points"), html.P(text, className="muted"))
    title = ngettext("%(n)s control point", "%(n)s control points", len(detail.points))
    return section(title, _points_table(detail.points, detail.deciding_point), id="points")


def _points_table(rows: Sequence[ControlPointView], deciding: int | None) -> Component:
    cols = [
        Column(_("Control point"), "text", small="main", is_header=True),
        Column(_("Begins"), "date", small="hide"),
        Column(_("Original due date"), "date", small="hide"),
        Column(_("Due date"), "date", small="side"),
        Column(_("Status"), "status", small="sub"),
        Column(_("Completed on"), "date", small="hide"),
    ]
    several = len(rows) > 1
    body = [Row(_point(one, is_deciding=several and one.id == deciding)) for one in rows]
    return table(_("Control points"), cols, body, css="t--dense")


def _point(one: ControlPointView, *, is_deciding: bool) -> list[Content]:
    mark = html.Span(_("decides"), className="flag") if is_deciding else None
    is_moved = one.due_on != one.original_due_on
    due = html.Strong(fmt_date(one.due_on)) if is_moved else fmt_date(one.due_on)
    old = fmt_date(one.original_due_on)
    return [
        html.Span([html.Span(one.label or fmt_date(one.due_on), className="nowrap"), " ", mark]),
        fmt_date(one.starts_on),
        html.Del(old) if is_moved else old,
        due,
        status_view.badge(one.status),
        fmt_date(one.completed_on),
    ]


def executors(marks: Sequence[ExecutorMark], filters: Filters) -> Component:
    """Return the executors with their part in the measure."""
    title = ngettext("%(n)s executor", "%(n)s executors", len(marks))
    items = [html.Li(_executor(one, filters)) for one in marks]
    if not items:
        return section(_("Executors"), html.P(_("The document names none."), className="muted"))
    return section(title, html.Ul(items, className="m-executors"), id="executors")


def _executor(one: ExecutorMark, filters: Filters) -> list[Content]:
    role = _("lead executor") if one.role == "lead" else _("co-executor")
    notes = [role, _("group of organisations") if one.is_group else ""]
    notes.append(_("by agreement") if one.by_agreement else "")
    name = link(one.name, links.href("executor", filters, id=one.id))
    return [name, html.Div(", ".join(note for note in notes if note), className="muted small")]


def findings(doubts: Sequence[SourceDoubt]) -> Component | None:
    """Return what was doubtful in the source; nothing where all was clear."""
    if not doubts:
        return None
    items = [html.Li([icon("exclamation-triangle"), html.Span(_told(one))]) for one in doubts]
    title = ngettext(
        "%(n)s doubt about the document", "%(n)s doubts about the document", len(doubts)
    )
    note = _("Found when the plan was entered, with how it was resolved.")
    return section(title, html.Ul(items, className="m-findings"), note=note, id="findings")


def _told(one: SourceDoubt) -> str:
    said = finding_view.worded(one.code, one.message, one.read, one.proposal, one.parameters)
    return finding_view.told_settled(said, one.resolution, proposed=bool(one.proposal))


def practices(detail: MeasureDetail, filters: Filters) -> Component | None:
    """Return the practices that fit; nothing where none does."""
    if not detail.practices:
        return None
    href = links.href("practices", links.context(filters))
    items = [html.Li(link([icon("lightbulb"), " ", one.name], href)) for one in detail.practices]
    return section(_("Practices that fit"), html.Ul(items, className="plain"), id="practices")
