"""The active filters in words: chips that take one away, and a line for paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Ref
from data_access.records.view import Filters
from layouts import links, pages, status_view
from layouts.components import icon, link
from layouts.filter_names import label
from layouts.filters import shown_as_of
from layouts.frame import Frame
from layouts.texts import _, fmt_date


@dataclass(frozen=True)
class _Active:
    """A filter of lists that is set: its field, its words, the filters that remain without it."""

    field: str
    words: str
    without: Filters


def chips(frame: Frame) -> Component | None:
    """Return every active filter of lists as a link that takes it away; None for none."""
    found = _active(frame)
    if not found:
        return None
    items = [
        link(
            [html.Span(one.words), icon("x")],
            _here(frame, one.without),
            css="chip",
            title=_("Remove this filter"),
        )
        for one in found
    ]
    if len(found) > 1:
        bare = replace(links.context(frame.filters), territory=None, since=None)
        items.append(link(_("Remove all"), _here(frame, bare), css="chip chip--all"))
    return html.Div(items, className="chips", role="group", **{"aria-label": _("Active filters")})


def in_words(frame: Frame) -> list[str]:
    """Return every filter that acts here, for paper: "План: …", "На дату: 11.10.2021"."""
    words = [("plan", f"{label('plan')}: {_plan(frame)}")] if frame.choices.in_view else []
    if day := shown_as_of(frame):
        words.append(("as_of", f"{label('as_of')}: {fmt_date(day)}"))
    words += [(one.field, one.words) for one in _active(frame)]
    return [text for field, text in words if pages.honours(frame.path, field)]


def _plan(frame: Frame) -> str:
    """Return the title of the only plan in view, chosen or not; that there are several."""
    plans = frame.choices.in_view
    return plans[0].short_title if len(plans) == 1 else _("All plans")


def _active(frame: Frame) -> list[_Active]:
    """Return the filters of lists that are set; each status is one of its own."""
    now, choices = frame.filters, frame.choices
    values = {
        "territory": _name(choices.territories, now.territory),
        "section": _name(choices.sections, now.section),
        "executor": _name(choices.executors, now.executor),
        "q": _("“%(name)s”", name=now.q) if now.q else "",
        "since": fmt_date(now.since) if now.since else "",
    }
    nothing = Filters()
    found = [
        _Active(one, f"{label(one)}: {value}", replace(now, **{one: getattr(nothing, one)}))
        for one, value in values.items()
        if value
    ]
    for status in now.statuses:
        rest = tuple(other for other in now.statuses if other is not status)
        found.append(_Active("statuses", status_view.name(status), replace(now, statuses=rest)))
    return found


def _name(refs: Sequence[Ref], chosen: int | None) -> str:
    """Return the name of the chosen reference; its id where the list lacks it."""
    if chosen is None:
        return ""
    return next((ref.short_name for ref in refs if ref.id == chosen), str(chosen))


def _here(frame: Frame, filters: Filters) -> str:
    """Return this page's address with other filters."""
    return frame.path + links.query(filters)
