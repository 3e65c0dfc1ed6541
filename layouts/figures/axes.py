"""Time axes: ticks in words of our languages, the line of the as-of date."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from babel.dates import format_date

from layouts.figures.base import ACCENT, HAIRLINE, axis, label
from layouts.texts import _, fmt_date, get_locale

#: Up to this many months each has its tick; above it quarters, then half-years.
MONTHS_SHOWN = 15
_QUARTERS_SHOWN = 28


def time_axis(
    start: date, end: date, *, months: int = MONTHS_SHOWN, **parts: Any
) -> dict[str, Any]:
    """Return a date axis over a term; up to `months` months each has its tick."""
    ticks = month_ticks(start, end, months)
    return axis(
        type="date",
        range=[start.isoformat(), end.isoformat()],
        tickmode="array",
        tickvals=[day.isoformat() for day in ticks],
        ticktext=[tick_text(day, is_first=day == ticks[0]) for day in ticks],
        ticks="outside",
        ticklen=4,
        tickcolor=HAIRLINE,
        tickangle=0,
        ticklabelposition="outside right",
        showline=True,
        linecolor=HAIRLINE,
        **parts,
    )


def month_ticks(start: date, end: date, months: int = MONTHS_SHOWN) -> list[date]:
    """Return first days of months, quarters or years within a term, as many as can be read."""
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    step = 1 if length <= months else 3 if length <= _QUARTERS_SHOWN else 6
    return [day for day in _months(start, end) if (day.month - 1) % step == 0] or [start]


def tick_text(day: date, *, is_first: bool) -> str:
    """Return "янв." and so on; the year below where it begins or the axis does."""
    month = format_date(day, "LLL", locale=get_locale())
    return f"{month}<br><b>{day.year}</b>" if is_first or day.month == 1 else month


def shown_term(start: date, end: date, as_of: date) -> tuple[date, date]:
    """Return the term as an axis shows it: with the as-of date where that lies near.

    A date far outside would press the term itself together; `day_label` then points to it.
    """
    room = timedelta(days=max((end - start).days // 8, 14))
    return max(min(start, as_of), start - room), min(max(end, as_of), end + room)


def day_lines(day: date, start: date, end: date) -> list[dict[str, Any]]:
    """Return the line of the as-of date; nothing where the axis does not reach it."""
    return [day_line(day)] if start <= day <= end else []


def day_line(day: date) -> dict[str, Any]:
    """Return the vertical line of the as-of date over the whole chart."""
    return {
        "type": "line",
        "x0": day.isoformat(),
        "x1": day.isoformat(),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": ACCENT, "width": 1.5},
    }


def day_label(day: date, start: date, end: date) -> dict[str, Any]:
    """Return "на 11.10.2021" above the line, on the side where there is room; with an arrow at
    the axis' end where the line lies beyond it.
    """
    is_late = (day - start).days > 0.7 * max((end - start).days, 1)
    words = _("as of %(date)s", date=fmt_date(day))
    words = f"{words} →" if day > end else f"← {words}" if day < start else words
    return label(
        words,
        min(max(day, start), end).isoformat(),
        1,
        yref="paper",
        yanchor="bottom",
        xanchor="right" if is_late else "left",
        font={"size": 12, "color": ACCENT},
    )


def _months(start: date, end: date) -> Iterator[date]:
    """Yield the first day of each month that begins within a term."""
    day = start if start.day == 1 else _next_month(start)
    while day <= end:
        yield day
        day = _next_month(day)


def _next_month(day: date) -> date:
    """Return the first day of the next month."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
