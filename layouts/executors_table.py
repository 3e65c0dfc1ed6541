"""The table of executors: what is assigned, how it stands, discipline, reports."""

from collections.abc import Iterable, Sequence

from dash.development.base_component import Component

from data_access.records.common import GroupRow, PlanRef, Ratio
from data_access.records.view import Filters
from layouts import discipline, links
from layouts import elements as html
from layouts.bars import ratio_bar
from layouts.components import Content, icon, link
from layouts.frame import Frame
from layouts.tables import Column, Row, table
from layouts.texts import NONE, _, fmt_days, fmt_number, fmt_ratio


def executors_table(
    caption: str,
    rows: Sequence[GroupRow],
    frame: Frame,
    plans: Sequence[PlanRef],
    *,
    with_sums: bool = False,
) -> Component:
    """Return the executors as they come; `with_sums` adds sums, "по согласованию" apart.

    With several plans in view each executor names its territory.
    """
    body = [Row(_cells(row, frame.filters, is_mixed=len(plans) > 1)) for row in rows]
    foot = sum_rows(rows) if with_sums else ()
    return table(caption, _columns(), body, foot=foot, css="t--executors")


def _columns() -> list[Column]:
    return [
        Column(_("Executor"), "name", small="main", is_header=True),
        Column(_("Assigned"), "number", small="sub", label=_("Assigned")),
        Column(_("Leads"), "number", small="hide", hint=_("Where it is the lead executor")),
        Column(_("Done"), "number", small="sub", label=_("Done")),
        Column(_("Overdue"), "number", small="side", label=_("Overdue")),
        Column(_("No reports"), "number", label=_("No reports"), hint=_("Reports missing")),
        Column(
            _("Discipline by assignments"),
            "bar",
            label=_("Discipline"),
            hint=_("Assignments: a control point of three executors counts with each of them"),
        ),
        Column(_("Reports on time"), "text", small="hide"),
    ]


def _cells(row: GroupRow, filters: Filters, *, is_mixed: bool) -> list[Content]:
    totals = row.totals
    return [
        _name(row, filters, is_mixed=is_mixed),
        fmt_number(totals.all),
        fmt_number(row.lead),
        fmt_number(totals.done),
        _overdue(row, filters),
        _missing(totals.missing_reports, totals.reports),
        _own_discipline(row, filters),
        _reports(totals.reports),
    ]


def _own_discipline(row: GroupRow, filters: Filters) -> Component:
    """Return the bar as a link to the points that it counts, on the executor's page."""
    bar = _discipline(row.totals.discipline)
    if not row.totals.discipline.whole:
        return bar
    return link(bar, discipline.href(filters, executor=row.id), css="bar-link")


def _name(row: GroupRow, filters: Filters, *, is_mixed: bool) -> Component:
    """Return the name as a link, with its marks: territory, a group, how many by agreement."""
    href = links.href("executor", filters, id=row.id)
    parts: list[Component] = [link(row.short_name, href, css="title-link", title=row.name)]
    if is_mixed and row.parent:
        parts.append(html.Span(row.parent.short_name, className="tag"))
    if row.is_group:
        mark = [icon("people-fill"), _("group")]
        parts.append(html.Span(mark, className="tag", title=_("A group of organisations")))
    if row.by_agreement:
        text = _("by agreement: %(n)s", n=fmt_number(row.by_agreement))
        parts.append(html.Span(text, className="tag"))
    return html.Div(parts, className="who")


def _discipline(ratio: Ratio) -> Component:
    """Return the bar with its numbers; a dash where nothing was due yet."""
    return ratio_bar(ratio) if ratio.whole else html.Span(NONE, className="muted")


def _overdue(row: GroupRow, filters: Filters) -> Component:
    """Return the number overdue with the longest delay, as a link to the executor's page."""
    if not row.totals.overdue:
        return html.Span("0", className="muted is-nought")
    parts: list[Component] = [html.Span(fmt_number(row.totals.overdue), className="late")]
    if row.totals.worst_days:
        days = fmt_days(row.totals.worst_days)
        parts.append(html.Span(days, className="small muted cell-note nowrap"))
    return link(parts, links.href("executor", filters, id=row.id), css="count-link")


def _missing(count: int, reports: Ratio | None) -> Component:
    """Return how many reports are missing; no number where the plan asks for none."""
    if reports is None:
        return html.Span(NONE, className="muted is-nought", title=_("not set"))
    return html.Span(fmt_number(count), className="late" if count else "muted is-nought")


def _reports(ratio: Ratio | None) -> Component:
    if ratio is None:
        return html.Span(_("not set"), className="muted small")
    return html.Span(fmt_ratio(ratio), className="num nowrap")


def sum_rows(rows: Sequence[GroupRow]) -> list[Row]:
    """Return the sums: those under the administration, those "по согласованию", all.

    An executor stands apart when all its assignments are by agreement: it is not subordinate,
    so its delays are not the administration's own.
    """
    apart = [row for row in rows if row.by_agreement and row.by_agreement == row.totals.all]
    own = [row for row in rows if row not in apart]
    total = _sum_row(_("All executors"), rows, "is-total")
    if not apart or not own:
        return [total]
    return [
        _sum_row(_("Subordinate"), own, "is-sum"),
        _sum_row(_("By agreement"), apart, "is-sum"),
        total,
    ]


def _sum_row(name: str, rows: Sequence[GroupRow], css: str) -> Row:
    known = [row.totals.reports for row in rows if row.totals.reports is not None]
    reports = _sum(known) if known else None
    return Row(
        [
            name,
            fmt_number(sum(row.totals.all for row in rows)),
            fmt_number(sum(row.lead for row in rows)),
            fmt_number(sum(row.totals.done for row in rows)),
            fmt_number(sum(row.totals.overdue for row in rows)),
            _missing(sum(row.totals.missing_reports for row in rows), reports),
            _discipline(_sum(row.totals.discipline for row in rows)),
            _reports(reports),
        ],
        css,
    )


def _sum(ratios: Iterable[Ratio]) -> Ratio:
    known = list(ratios)
    return Ratio(sum(one.part for one in known), sum(one.whole for one in known))
