"""Faults and rows of an uploaded form as tables."""

from collections.abc import Sequence
from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from data_access.records.forms import Fault, PreviewRow
from layouts.components import Content
from layouts.fault_texts import said_of
from layouts.form_texts import HEADERS, mark
from layouts.notices import list_cut
from layouts.tables import Column, table
from layouts.texts import N_, _, fmt_date, fmt_number

FATES = {
    "added": N_("new (row)"),
    "changed": N_("a newer one"),
    "unchanged": N_("as recorded"),
}
MOST = 200


def faults_table(faults: Sequence[Fault]) -> Component:
    """Return what is wrong by sheet, row, column and cell."""
    cols = [
        Column(_("Sheet"), "text", small="sub"),
        Column(_("Row"), "number", small="lead", label=_("row")),
        Column(_("Column"), "text", small="sub"),
        Column(_("Cell"), "text", small="sub"),
        Column(_("Read"), "text", small="sub"),
        Column(_("What is wrong"), "title", small="main", is_header=True),
    ]
    rows = [_fault(one) for one in faults[:MOST]]
    shown = table(_("What is wrong in the file"), cols, rows, css="t--faults")
    return html.Div([shown, list_cut(len(rows), len(faults))])


def _fault(one: Fault) -> list[Content]:
    row = fmt_number(one.row) if one.row is not None else ""
    value = html.Span(one.value, className="clamp", title=one.value) if one.value else ""
    return [one.sheet or _("the whole file"), row, one.column, one.cell, value, said_of(one)]


def rows_table(rows: Sequence[PreviewRow], kind: str) -> Component:
    """Return the rows as they would be recorded."""
    cols, cells = (_reports(), _report) if kind == "reports" else (_indicators(), _indicator)
    shown = [cells(one) for one in rows[:MOST]]
    return html.Div(
        [
            table(_("Rows of the file"), cols, shown, css="t--rows"),
            list_cut(len(shown), len(rows)),
        ]
    )


def _reports() -> list[Column]:
    return [
        Column(_("Row"), "number", small="hide"),
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
        Column(_("Executor"), "name", small="sub"),
        Column(_("Executor's mark"), "text", small="sub"),
        Column(_("Completed on"), "date", small="sub"),
        Column(_("What it is"), "text", small="side"),
    ]


def _report(one: PreviewRow) -> list[Content]:
    title = html.Span(one.title, className="clamp", title=one.title)
    day = fmt_date(one.on) if one.on else ""
    return [
        fmt_number(one.row),
        one.number,
        title,
        one.executor,
        mark(one.said),
        day,
        _fate(one),
    ]


def _fate(one: PreviewRow) -> str:
    return _("an older one, kept in the history") if one.is_older else _(FATES[one.fate])


def _indicators() -> list[Column]:
    return [
        Column(_("Row"), "number", small="hide"),
        Column(_("Year"), "code", small="lead"),
        Column(_("Indicator"), "title", small="main", is_header=True),
        Column(_("Target or actual"), "text", small="sub"),
        Column(_("Value"), "number", small="sub"),
        Column(_("Handed in on"), "date", small="sub"),
        Column(_("What it is"), "text", small="side"),
    ]


def _indicator(one: PreviewRow) -> list[Content]:
    title = html.Span(one.title, className="clamp", title=one.title)
    kind, _colon, value = one.said.partition(": ")
    day = fmt_date(one.on) if one.on else ""
    return [
        fmt_number(one.row),
        one.number,
        title,
        _(HEADERS[kind]),
        fmt_number(Decimal(value)),
        day,
        _fate(one),
    ]
