"""The matrix executor × reporting period: who reported on time, late, or not at all."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from data_access.records.common import GroupRow, PlanRef
from data_access.records.executors import ExecutorsPage, Period, ReportCell
from data_access.records.view import Filters
from layouts import links
from layouts.components import icon, link, section
from layouts.frame import Frame
from layouts.tables import Column, Row, table
from layouts.texts import N_, _, fmt_date, fmt_number, fmt_parts

#: State → icon and word, from good to bad. One report of a period is enough for the worse state:
#: so a cell always says how many of how many came on time.
STATES: Mapping[str, tuple[str, str]] = {
    "on_time": ("check-lg", N_("all on time")),
    "late": ("clock-history", N_("some late")),
    "missing": ("exclamation-lg", N_("some missing")),
    "not_due": ("dot", N_("not due yet")),
    "none": ("dash", N_("nothing to report")),
}
_DUE = ("on_time", "late", "missing")


def matrix_section(data: ExecutorsPage, frame: Frame) -> Component:
    """Return one matrix per plan with a reporting duty; words where there is none."""
    matrices = [_of_plan(plan, data, frame.filters) for plan in data.plans if _periods(plan, data)]
    if not matrices:
        text = _("The plan sets no reporting duty, so there is nothing to miss.")
        return section(_("Reports by period"), html.P(text, className="muted"))
    return section(_title(data), legend(), *matrices, id="report-matrix")


def cell_view(cell: ReportCell) -> Component:
    """Return one cell: icon, "11/12" on time where the date has passed, its words for everybody."""
    symbol, _word = STATES[cell.state]
    parts: list[Component] = [icon(symbol)]
    if cell.owed and cell.state in _DUE:
        numbers = f"{fmt_number(cell.on_time.part)}/{fmt_number(cell.owed)}"
        parts.append(html.Span(numbers, className="cell__n", **{"aria-hidden": "true"}))
    parts.append(html.Span(cell_words(cell), className="visually-hidden"))
    return html.Span(parts, className=f"cell cell--{cell.state}", title=cell_words(cell))


def cell_words(cell: ReportCell) -> str:
    """Return a cell in words: "в срок 11 из 12, опоздало 1"."""
    if not cell.owed or cell.state not in _DUE:
        return _(STATES[cell.state][1])
    gone = cell.owed - cell.handed_in
    parts = (
        _("on time %(ratio)s", ratio=fmt_parts(cell.on_time)),
        _("late %(n)s", n=fmt_number(cell.late)) if cell.late else "",
        _("missing %(n)s", n=fmt_number(gone)) if gone else "",
    )
    return ", ".join(part for part in parts if part)


def legend() -> Component:
    """Return what the icons and the numbers mean."""
    items = [
        html.Li([html.Span(icon(symbol), className=f"cell cell--{state}"), _(word)])
        for state, (symbol, word) in STATES.items()
    ]
    items.append(html.Li([html.Span("11/12", className="cell__n"), _("11 of 12 came on time")]))
    return html.Ul(items, className="matrix-legend")


def _periods(plan: PlanRef, data: ExecutorsPage) -> list[Period]:
    return [period for period in data.periods if period.plan.id == plan.id]


def _title(data: ExecutorsPage) -> str:
    """Return the finding: in which period most reports are missing."""
    if not data.totals.reports or not data.totals.reports.whole:
        return _("Reports by period: none was due yet")
    missing = {period.id: 0 for period in data.periods}
    for cells in data.matrix.values():
        for cell in cells:
            if cell.state == "missing":
                missing[cell.period_id] += cell.owed - cell.handed_in
    worst = max(data.periods, key=lambda one: missing[one.id])
    if not missing[worst.id]:
        return _("Reports by period: none is missing")
    values = {"period": worst.label, "n": fmt_number(missing[worst.id])}
    return _("Reports by period: most are missing for %(period)s (%(n)s)", **values)


def _of_plan(plan: PlanRef, data: ExecutorsPage, filters: Filters) -> Component:
    """Return the matrix of one plan: executors that owe it reports, periods as columns."""
    periods = _periods(plan, data)
    rows = [
        Row([_name(row, filters), *cells])
        for row in data.rows
        if (cells := _row_cells(data.matrix.get(row.id, ()), periods)) is not None
    ]
    return table(
        _("Reports to “%(plan)s”", plan=plan.short_title),
        [Column(_("Executor"), "name", is_header=True), *(_head(one) for one in periods)],
        rows,
        show_caption=len(data.plans) > 1,
        css="t--plain t--matrix",
    )


def _row_cells(cells: Sequence[ReportCell], periods: Sequence[Period]) -> list[Component] | None:
    """Return the executor's cells in the order of the periods; None where it owes nothing."""
    known = {cell.period_id: cell for cell in cells}
    found = [known.get(one.id, ReportCell(one.id, "none", 0, 0)) for one in periods]
    if all(cell.state == "none" for cell in found):
        return None
    return [cell_view(cell) for cell in found]


def _head(period: Period) -> Column:
    """Return a period's header with the last day for its reports."""
    due = html.Span(_("by %(date)s", date=fmt_date(period.due_on)), className="matrix__due")
    return Column(html.Span([html.Span(period.label), due]), "status")


def _name(row: GroupRow, filters: Filters) -> Component:
    return link(row.short_name, links.href("executor", filters, id=row.id), title=row.name)
