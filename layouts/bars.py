"""Bars as plain HTML: on screen with the first response, before any chart library."""

from collections.abc import Mapping, Sequence
from typing import Any

from dash.development.base_component import Component

from data_access.records.common import Ratio
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import elements as html
from layouts import links, status_view
from layouts.components import link
from layouts.texts import _, fmt_number, fmt_ratio


def width(share: float | None) -> str:
    """Return the class that makes a bar as wide as a share between 0 and 1: "w-39"."""
    return f"w-{round(100 * min(max(share or 0.0, 0.0), 1.0))}"


def percents(counts: Sequence[int]) -> list[int]:
    """Return whole percents that add up to 100, at least 1 for what is not nothing."""
    total = sum(counts)
    if not total:
        return [0 for _count in counts]
    exact = [100 * count / total for count in counts]
    floors = [max(int(value), 1) if value else 0 for value in exact]
    order = sorted(range(len(counts)), key=lambda i: floors[i] - exact[i])
    spare = 100 - sum(floors)
    for i in order[: max(spare, 0)]:
        floors[i] += 1
    if spare < 0:
        floors[max(range(len(counts)), key=floors.__getitem__)] += spare
    return floors


def ratio_bar(ratio: Ratio | None, *, tone: str = "done") -> Component:
    """Return a thin bar of a ratio with its numbers beside it; `tone`: done | bad | accent."""
    text = fmt_ratio(ratio)
    fill = html.Span(className=f"bar__fill bar__fill--{tone} {width(ratio.share if ratio else 0)}")
    bar = html.Span(fill, className="bar", **{"aria-hidden": "true"})
    return html.Span([bar, html.Span(text, className="bar__text")], className="bar-row")


def status_bar(by_status: Mapping[Status, int], *, css: str = "") -> Component:
    """Return a stacked bar of all statuses; `css`: "stack--tall"."""
    shown = [status for status in status_view.SHOWN_ORDER if by_status.get(status)]
    sizes = percents([by_status[status] for status in shown])
    parts = [
        html.Span(
            className=f"stack__part {status_view.css(status)} w-{size}",
            title=f"{status_view.name(status)}: {fmt_number(by_status[status])}",
        )
        for status, size in zip(shown, sizes, strict=True)
    ]
    label = ", ".join(f"{status_view.name(one)}: {fmt_number(by_status[one])}" for one in shown)
    attributes = {"aria-label": label or _("No measures")}
    return html.Div(parts, className=f"stack {css}".strip(), role="img", **attributes)


def status_legend(
    by_status: Mapping[Status, int], filters: Filters | None = None, **changes: Any
) -> Component:
    """Return icon, word and number of every status that occurs, with links to the register.

    `changes` narrow those links further (`section=3`); without `filters` there are no links.
    """
    items = []
    for status in status_view.SHOWN_ORDER:
        if count := by_status.get(status):
            text = [status_view.badge(status), html.B(fmt_number(count), className="legend__n")]
            items.append(html.Li(_linked(text, filters, (status,), changes)))
    return html.Ul(items, className="legend")


def _linked(
    content: list[Component],
    filters: Filters | None,
    statuses: tuple[Status, ...],
    changes: Mapping[str, Any],
) -> Component:
    """Return the content as a link to the register of `statuses`, where there are filters."""
    if filters is None:
        return html.Span(content)
    return link(content, links.href("measures", filters, statuses=statuses, **changes))
