"""An indicator's line in plain HTML: from the first target to the last, actuals as filled marks.

It needs no chart library, so it is there with the first response, and it takes the colours of
the theme. Marks are placed by the classes `x-0 … x-100`; the scale is in `indicator_scale`.
"""

from dash import html
from dash.development.base_component import Component

from data_access.records.indicators import IndicatorRow
from layouts.components import icon
from layouts.indicator_scale import (
    Stop,
    amount,
    bounds,
    met_in,
    number,
    place,
    stops,
    verdict_icon,
    verdict_tone,
)
from layouts.texts import _


def track(row: IndicatorRow) -> Component:
    """Return the line of one indicator; a target of zero is a mark at zero.

    Values grow to the right, so a line that is to decrease points to the left. What the marks
    say is read aloud as one sentence.
    """
    parts = [
        html.Span(className="ind-axis"),
        *_zero(row),
        *_gap(row),
        *_path(row),
        *[_target(row, stop) for stop in stops(row, row.targets)],
        *[_actual(row, stop) for stop in stops(row, row.actuals)],
    ]
    return html.Div(parts, className="ind-track", role="img", **{"aria-label": summary(row)})


def summary(row: IndicatorRow) -> str:
    """Return all values of the line in words, year by year."""
    parts = []
    for year in sorted({*row.targets, *row.actuals}):
        target, actual = row.targets.get(year), row.actuals.get(year)
        if target:
            parts.append(_sentence(_("target"), year, amount(row, target)))
        if actual:
            parts.append(_sentence(_("actual"), year, amount(row, actual)))
    return "; ".join(parts)


def legend() -> Component:
    """Return what the marks mean."""
    return html.Div(
        [
            html.Span([html.Span(className="ind-key ind-key--target"), _("target")]),
            html.Span([html.Span(className="ind-key ind-key--path"), _("the plan's way")]),
            html.Span(
                [html.Span(className="ind-key ind-key--good"), _("actual, target met")],
            ),
            html.Span(
                [html.Span(className="ind-key ind-key--bad"), _("actual, target missed")],
            ),
        ],
        className="ind-legend",
    )


def _sentence(word: str, year: int, value: str) -> str:
    return f"{word} {year}: {value}"


def _zero(row: IndicatorRow) -> list[Component]:
    """Return the tick at zero where zero is on the scale."""
    low, high = bounds(row)
    if low > 0 or high < 0:
        return []
    return [html.Span(className=f"ind-zero x-{place(row, low * 0)}")]


def _path(row: IndicatorRow) -> list[Component]:
    """Return the line from the first target to the last, with its direction."""
    years = sorted(row.targets)
    ends = [place(row, row.targets[year].value) for year in (years[:1] + years[-1:])]
    if len(ends) < 2 or ends[0] == ends[1]:
        return []
    way = "left" if ends[1] < ends[0] else "right"
    css = f"ind-path ind-path--{way} x-{min(ends)} w-{abs(ends[1] - ends[0])}"
    return [html.Span(className=css)]


def _gap(row: IndicatorRow) -> list[Component]:
    """Return the line from the target to the actual of the year that is compared."""
    if row.gap_year is None or not row.gap:
        return []
    ends = [place(row, known[row.gap_year].value) for known in (row.targets, row.actuals)]
    tone = verdict_tone(bool(row.met))
    css = f"ind-gap ind-gap--{tone} x-{min(ends)} w-{abs(ends[1] - ends[0])}"
    return [html.Span(className=css)]


def _target(row: IndicatorRow, stop: Stop) -> Component:
    """Return a hollow mark with its label above."""
    year = stop.years[-1]
    return html.Span(
        [html.Span(className="ind-mark ind-mark--target"), _label(row, stop, _("target"), None)],
        className=f"ind-stop ind-stop--target x-{stop.place}",
        title=_sentence(_("target"), year, amount(row, row.targets[year])),
    )


def _actual(row: IndicatorRow, stop: Stop) -> Component:
    """Return a filled mark with its label below; icon and colour tell met from missed."""
    year = stop.years[-1]
    met = met_in(row, year)
    sign = icon("circle-fill") if met is None else verdict_icon(met)
    return html.Span(
        [
            html.Span(className=f"ind-mark ind-mark--{verdict_tone(met)}"),
            _label(row, stop, _("actual"), sign),
        ],
        className=f"ind-stop ind-stop--actual x-{stop.place}",
        title=_sentence(_("actual"), year, amount(row, row.actuals[year])),
    )


def _label(row: IndicatorRow, stop: Stop, word: str, sign: Component | None) -> Component | None:
    """Return "цель 2020: 0,67" at the mark; the word is dropped where the screen is small."""
    if stop.side == "none":
        return None
    years = ", ".join(map(str, stop.years))
    return html.Span(
        [
            sign,
            html.Span(f"{word} ", className="ind-label__word"),
            f"{years}: ",
            html.B(number(row, stop.value)),
        ],
        className=f"ind-label ind-label--{stop.side}",
    )
