"""The active filters in words: chips that take one away, and a line for paper."""

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Ref
from data_access.records.view import Filters
from layouts import links, status_view
from layouts.components import icon, link
from layouts.filters import shown_as_of
from layouts.frame import Frame
from layouts.texts import _, fmt_date


def chips(frame: Frame) -> Component | None:
    """Return every active filter of lists as a link that takes it away; None for none."""
    found = _active(frame)
    if not found:
        return None
    items = [
        link(
            [html.Span(text), icon("x")],
            _here(frame, without),
            css="chip",
            title=_("Remove this filter"),
        )
        for text, without in found
    ]
    if len(found) > 1:
        bare = replace(links.context(frame.filters), territory=None, since=None)
        items.append(link(_("Remove all"), _here(frame, bare), css="chip chip--all"))
    return html.Div(items, className="chips", role="group", **{"aria-label": _("Active filters")})


def in_words(frame: Frame) -> list[str]:
    """Return every filter with its value, for paper: "План: …", "На дату: 11.10.2021"."""
    plan = [one.short_title for one in frame.choices.plans if one.id == frame.filters.plan]
    words = [f"{_('Plan')}: {title}" for title in plan]
    if day := shown_as_of(frame):
        words.append(f"{_('As of')}: {fmt_date(day)}")
    return words + [text for text, _rest in _active(frame)]


def _active(frame: Frame) -> list[tuple[str, Filters]]:
    """Return each active filter's words with the filters that remain without it."""
    now, choices = frame.filters, frame.choices
    found = [
        (_("Territory"), _name(choices.territories, now.territory), replace(now, territory=None)),
        (_("Section"), _name(choices.sections, now.section), replace(now, section=None)),
        (_("Executor"), _name(choices.executors, now.executor), replace(now, executor=None)),
        (_("Search"), f"«{now.q}»" if now.q else "", replace(now, q="")),
        (_("Changes since"), fmt_date(now.since) if now.since else "", replace(now, since=None)),
    ]
    active = [(f"{label}: {value}", rest) for label, value, rest in found if value]
    for one in now.statuses:
        rest = replace(now, statuses=tuple(other for other in now.statuses if other is not one))
        active.append((status_view.name(one), rest))
    return active


def _name(refs: Sequence[Ref], chosen: int | None) -> str:
    """Return the name of the chosen reference; its id where the list lacks it."""
    if chosen is None:
        return ""
    return next((ref.short_name for ref in refs if ref.id == chosen), str(chosen))


def _here(frame: Frame, filters: Filters) -> str:
    """Return this page's address with other filters."""
    return frame.path + links.query(filters)
