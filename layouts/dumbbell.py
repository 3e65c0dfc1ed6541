"""Targets against actuals in plain HTML: one line per year from the target to the actual."""

from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from data_access.records.indicators import IndicatorRow
from layouts.texts import NBSP, NONE, _, fmt_number

#: Room left at both ends of the line, in percent, so that marks stay within it.
_EDGE = 4


def dumbbell(row: IndicatorRow) -> Component:
    """Return a line per year: the target as a hollow mark, the actual as a filled one.

    All years share one scale; a target of zero is a mark at zero.
    """
    years = sorted({*row.targets, *row.actuals})
    return html.Div([_year(row, year) for year in years], className="db")


def value_text(row: IndicatorRow, value: Decimal | None) -> str:
    """Return a value with its unit: "0,67 %", "13 чел."; a dash for None."""
    if value is None:
        return NONE
    return f"{fmt_number(value, row.decimals)}{NBSP}{row.unit}"


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
    text = _("above target by %(size)s") if gap > 0 else _("below target by %(size)s")
    return text % {"size": size}


def _caution(row: IndicatorRow) -> list[str]:
    return [_("the year is not over")] if row.is_preliminary else []


def verdict(row: IndicatorRow) -> Component:
    """Return whether the target is met, with icon, word and distance."""
    if row.met is None:
        return html.Span(gap_text(row), className="verdict muted")
    icon, css = (
        ("check-circle-fill", "st-done") if row.met else ("exclamation-circle-fill", "st-overdue")
    )
    word = _("Target met") if row.met else _("Target missed")
    return html.Span(
        [
            html.I(className=f"bi bi-{icon} {css}", **{"aria-hidden": "true"}),
            html.Span([html.B(word), f", {gap_text(row)}"]),
        ],
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


def position(row: IndicatorRow, value: Decimal) -> int:
    """Return where a value stands on the indicator's scale, in whole percent."""
    values = [one.value for one in (*row.targets.values(), *row.actuals.values())]
    low, high = min(values), max(values)
    if low == high:
        return 50 if value else _EDGE
    share = (value - low) / (high - low)
    return round(_EDGE + float(share) * (100 - 2 * _EDGE))


def _year(row: IndicatorRow, year: int) -> Component:
    """Return one year's line with its numbers written out."""
    target, actual = row.targets.get(year), row.actuals.get(year)
    numbers = [
        html.Span([_("target"), " ", html.B(value_text(row, target.value if target else None))]),
        html.Span([_("actual"), " ", html.B(value_text(row, actual.value if actual else None))]),
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
        ends = sorted((position(row, target.value), position(row, actual.value)))
        marks.append(html.Span(className=f"db__line x-{ends[0]} w-{ends[1] - ends[0]}"))
    if target:
        marks.append(_mark("target", position(row, target.value)))
    if actual:
        tone = "bad" if is_missed(row, year) else "good"
        marks.append(_mark(f"actual db__mark--{tone}", position(row, actual.value)))
    return marks


def is_missed(row: IndicatorRow, year: int) -> bool:
    """Tell whether a year's actual misses its target; False where one of them is unknown."""
    target, actual = row.targets.get(year), row.actuals.get(year)
    if target is None or actual is None:
        return False
    if row.direction == "decrease":
        return actual.value > target.value
    return actual.value < target.value


def _mark(kind: str, place: int) -> Component:
    return html.Span(className=f"db__mark db__mark--{kind} x-{place}")
