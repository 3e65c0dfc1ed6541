"""The table beside the indicators' lines: years as columns, targets, actuals, sources."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.indicators import IndicatorRow, IndicatorValue
from layouts.components import Content
from layouts.dumbbell import better_text
from layouts.indicator_scale import number
from layouts.tables import Column, table
from layouts.texts import NONE, _


def values_table(rows: Sequence[IndicatorRow]) -> Component:
    """Return the indicators with absolute values and sources by year."""
    years = sorted({year for row in rows for year in (*row.targets, *row.actuals)})
    return table(
        _("Targets and actual values by year"),
        [*_fixed_columns(), *[col for year in years for col in _year_columns(year)]],
        [_row(row, years) for row in rows],
        css="ind-table",
    )


def _fixed_columns() -> list[Column]:
    """Return the columns that do not depend on the years."""
    return [
        Column(_("Indicator"), kind="title", small="main", is_header=True),
        Column(_("Unit"), small="sub"),
        Column(_("Better"), small="sub"),
    ]


def _year_columns(year: int) -> list[Column]:
    """Return target, actual and source of one year."""
    target, actual = _("target %(year)s", year=year), _("actual %(year)s", year=year)
    source = _("source of actual %(year)s", year=year)
    return [
        Column(target, kind="number", label=target),
        Column(actual, kind="number", label=actual),
        Column(source, small="sub", label=source),
    ]


def _row(row: IndicatorRow, years: Sequence[int]) -> list[Content]:
    cells: list[Content] = [row.name, row.unit, better_text(row)]
    for year in years:
        actual = row.actuals.get(year)
        cells += [
            _value(row, row.targets.get(year)),
            _value(row, actual),
            actual.source if actual else NONE,
        ]
    return cells


def _value(row: IndicatorRow, one: IndicatorValue | None) -> str:
    return NONE if one is None else number(row, one.value)
