"""The comparison of territories by rates, in the order that the reader chooses."""

from collections.abc import Collection, Sequence

from dash.development.base_component import Component

from data_access.records.common import GroupRow
from data_access.records.ranking import DEFAULT, rank
from data_access.records.view import Filters
from layouts import elements as html
from layouts import links, totals_cells
from layouts.bars import status_bar
from layouts.components import Content, icon, link
from layouts.tables import Column, Row, table
from layouts.texts import N_, NBSP, _, fmt_number

SORT_TYPE = "territories-sort"

#: What the orders of `records.ranking` are called.
ORDERS = {
    "overdue": N_("Share overdue"),
    "days": N_("Longest delay"),
    "execution": N_("Execution"),
    "discipline": N_("Discipline"),
    "reports": N_("Reports on time"),
}


def worst_first(rows: Sequence[GroupRow], order: str = DEFAULT) -> list[GroupRow]:
    """Return the rows with the worst first; ties by the delay, then in the order given.

    Raises KeyError for an unknown order.
    """
    return sorted(rows, key=lambda row: rank(order, row.totals))


def territories_table(
    caption: str,
    rows: Sequence[GroupRow],
    filters: Filters,
    order: str = DEFAULT,
    *,
    with_region: bool = True,
    linked: Collection[int] = (),
) -> Component:
    """Return the territories, the worst by `order` first, each `with_region` it belongs to.

    `linked` are the territories that may be opened: a region among them becomes a link.
    """
    body = [
        Row([_name(row, filters, with_region, linked), *_cells(row, filters)])
        for row in worst_first(rows, order)
    ]
    return table(caption, _columns(order), body, css="t--groups")


def sort_buttons(order: str) -> Component:
    """Return the buttons that choose the order; the chosen one is pressed."""
    buttons = [
        html.Button(
            _(name),
            id={"type": SORT_TYPE, "by": key},
            type="button",
            className="sort" + (" sort--on" if key == order else ""),
            **{"aria-pressed": "true" if key == order else "false"},
        )
        for key, name in ORDERS.items()
    ]
    return html.Div([sort_label(), *buttons], className="sorts no-print", role="group")


def sort_label() -> Component:
    """Return what is said before the orders to choose from."""
    return html.Span([icon("sort-down"), " ", _("Worst first by:")], className="muted")


def _columns(order: str) -> list[Column]:
    """Return the columns, the one that orders them marked."""

    def head(key: str, *names: str) -> Content:
        name = _(ORDERS[key])
        if order not in (key, *names):
            return name
        return html.Span([name, NBSP, icon("sort-down")])

    return [
        Column(_("Territory"), "title", small="main", is_header=True),
        Column(_("Measures"), "number", small="sub", label=_("Measures")),
        Column(head("overdue", "days"), "number", small="side", label=_("Overdue")),
        Column(head("execution"), "bar", small="sub"),
        Column(head("discipline"), "number", small="hide"),
        Column(head("reports"), "number", small="hide"),
        Column(_("Statuses"), "bar", small="hide"),
    ]


def _cells(row: GroupRow, filters: Filters) -> list[Content]:
    return [
        link(fmt_number(row.totals.all), links.href("measures", filters, territory=row.id)),
        totals_cells.overdue_rate(row.totals, filters, territory=row.id),
        totals_cells.execution(row.totals),
        totals_cells.discipline(row.totals, filters, territory=row.id),
        totals_cells.reports(row.totals),
        status_bar(row.totals.by_status),
    ]


def _name(row: GroupRow, filters: Filters, with_region: bool, linked: Collection[int]) -> Component:
    """Return the name as a link, with the region that it belongs to."""
    name = link(row.name, _to(row.id, filters), css="title-link", title=row.name)
    if not with_region or row.parent is None:
        return html.Div(name)
    region: Content = row.parent.short_name
    if row.parent.id in linked:
        region = link(region, _to(row.parent.id, filters))
    return html.Div([name, html.Div(region, className="muted small")])


def _to(id: int, filters: Filters) -> str:
    """Return the address of a territory, without the filters that could leave it out."""
    return links.href("territory", filters, id=id, territory=None, plan=None)
