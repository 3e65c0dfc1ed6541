"""Targets against actuals in plain HTML: one line per year from the target to the actual."""

from decimal import Decimal

from dash.development.base_component import Component

from data_access.records.indicators import IndicatorRow, IndicatorValue
from layouts import elements as html
from layouts.indicator_scale import (
    amount,
    met_in,
    place,
    verdict_icon,
    verdict_tone,
    verdict_word,
)
from layouts.texts import N_, NBSP, _, fmt_number

#: Room left at both ends of the line, in percent, so that marks stay within it.
_EDGE = 4


def dumbbell(row: IndicatorRow) -> Component:
    """Return a line per year: the target as a hollow mark, the actual as a filled one.

    All years share one scale; a target of zero is a mark at zero.
    """
    years = sorted({*row.targets, *row.actuals})
    return html.Div([_year(row, year) for year in years], className="db")


def gap_text(row: IndicatorRow) -> str:
    """Return the distance to the target in words: "выше цели на 0,04 п.п."."""
    if row.gap is None:
        return _("no actual value yet")
    return ", ".join([_distance(row, row.gap), *_caution(row)])


def _distance(row: IndicatorRow, gap: Decimal) -> str:
    if gap == 0:
        return _("exactly on target")
    unit = _("p.p.") if row.unit == "%" else row.unit
    size = f"{fmt_number(abs(gap), row.decimals)}{NBSP}{unit}"
    text = N_("above target by %(size)s") if gap > 0 else N_("below target by %(size)s")
    return _(text, size=size)


def _caution(row: IndicatorRow) -> list[str]:
    return [_("the year is not over")] if row.is_preliminary else []


def verdict(row: IndicatorRow) -> Component:
    """Return whether the target is met, with icon, word and distance."""
    if row.met is None:
        return html.Span(gap_text(row), className="verdict muted")
    return html.Span(
        [verdict_icon(row.met), html.Span([html.B(verdict_word(row.met)), f", {gap_text(row)}"])],
        className="verdict",
    )


def better_text(row: IndicatorRow) -> str:
    """Return which way is better: "лучше ↓" or "лучше ↑"."""
    return _("better ↓") if row.direction == "decrease" else _("better ↑")


def legend() -> Component:
    """Return what the marks mean."""
    return html.Div(
        [
            html.Span(className="db__mark db__mark--target db__mark--still"),
            html.Span(_("target")),
            html.Span(className="db__mark db__mark--actual db__mark--still"),
            html.Span(_("actual")),
        ],
        className="db-legend",
    )


def _year(row: IndicatorRow, year: int) -> Component:
    """Return one year's line with its numbers written out."""
    target, actual = row.targets.get(year), row.actuals.get(year)
    numbers = [
        html.Span([_("target"), " ", html.B(amount(row, target))]),
        html.Span([_("actual"), " ", html.B(amount(row, actual))]),
    ]
    return html.Div(
        [
            html.Span(str(year), className="db__year"),
            html.Span(_marks(row, year), className="db__track", **{"aria-hidden": "true"}),
            html.Span(numbers, className="db__numbers"),
        ],
        className="db__row",
    )


def _marks(row: IndicatorRow, year: int) -> list[Component]:
    """Return the line between target and actual and the marks at its ends."""
    marks: list[Component] = []
    target, actual = row.targets.get(year), row.actuals.get(year)
    if target and actual:
        ends = sorted((_place(row, target), _place(row, actual)))
        marks.append(html.Span(className=f"db__line x-{ends[0]} w-{ends[1] - ends[0]}"))
    if target:
        marks.append(_mark("target", _place(row, target)))
    if actual:
        tone = verdict_tone(met_in(row, year) is not False)
        marks.append(_mark(f"actual db__mark--{tone}", _place(row, actual)))
    return marks


def _place(row: IndicatorRow, one: IndicatorValue) -> int:
    return place(row, one.value, _EDGE, 100 - _EDGE)


def _mark(kind: str, place: int) -> Component:
    return html.Span(className=f"db__mark db__mark--{kind} x-{place}")
