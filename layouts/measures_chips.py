"""The statuses above the register, each with its count: links that switch a status on or off."""

from collections.abc import Mapping
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import links, status_view
from layouts.components import link
from layouts.texts import _, fmt_number


def status_chips(by_status: Mapping[Status, int], filters: Filters) -> Component:
    """Return the statuses that occur or are chosen; several may be on at once.

    `by_status` counts what the other filters leave, so a chip tells what it would show.
    """
    shown = [
        one for one in status_view.SHOWN_ORDER if by_status.get(one) or one in filters.statuses
    ]
    items = [_all(sum(by_status.values()), filters)]
    items += [_chip(one, by_status.get(one, 0), filters) for one in shown]
    return html.Ul(items, className="st-chips", **{"aria-label": _("Filter by status")})


def toggled(filters: Filters, status: Status) -> Filters:
    """Return the filters with a status switched on where it was off, or off where it was on."""
    if status in filters.statuses:
        rest = tuple(one for one in filters.statuses if one is not status)
        return replace(filters, statuses=rest)
    return replace(filters, statuses=(*filters.statuses, status))


def _all(count: int, filters: Filters) -> Component:
    content = [html.Span(_("All")), html.B(fmt_number(count), className="st-chip__n")]
    href = links.href("measures", filters, statuses=())
    return _item(content, href, is_on=not filters.statuses, title="")


def _chip(status: Status, count: int, filters: Filters) -> Component:
    is_on = status in filters.statuses
    content: list[Component] = [
        status_view.badge(status),
        html.B(fmt_number(count), className="st-chip__n"),
    ]
    if is_on:
        content.append(html.Span(_("(chosen)"), className="visually-hidden"))
    href = links.PATHS["measures"] + links.query(toggled(filters, status))
    title = _("Take this status out") if is_on else _("Show this status as well")
    if not filters.statuses:
        title = _("Show this status only")
    return _item(content, href, is_on=is_on, title=title)


def _item(content: list[Component], href: str, *, is_on: bool, title: str) -> Component:
    css = "st-chip st-chip--on" if is_on else "st-chip"
    current = {"aria-current": "true"} if is_on else {}
    return html.Li(link(content, href, css=css, title=title), **current)
