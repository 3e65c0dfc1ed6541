"""The calendar: each plan's measures as bars with their control points, a table beside."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef
from data_access.records.pages import TimelinePage, TimelineRow
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import links, status_view
from layouts.components import Content, disclosure, export_links, headline, link, section
from layouts.components import page as paper
from layouts.figures import graph
from layouts.frame import Frame
from layouts.headlines import plans_headline
from layouts.notices import empty, list_cut
from layouts.texts import _, ngettext
from layouts.timeline_figure import calendar
from layouts.timeline_sentences import finding
from layouts.timeline_table import calendar_table
from layouts.wording import filter_words

#: Each plan has its own calendar, for plans have their own years; more are chosen by the filter.
MOST_CHARTS = 6


def chart_id(place: int) -> str:
    """Return the id of the chart at a place of the page (`callbacks.timeline` binds them all)."""
    return f"timeline-chart-{place}"


def page(data: TimelinePage, frame: Frame) -> Component:
    """Return the calendars of the plans in view."""
    if not data.rows:
        return _without_rows(frame)
    groups = [(plan, list(rows)) for plan, rows in groupby(data.rows, lambda row: row.measure.plan)]
    plans = data.plans if _is_cut(data) else [plan for plan, _rows in groups]
    is_only = len(plans) == 1
    return paper(
        plans_headline(plans, _headline(data)),
        _over_all(data, frame.filters, is_only=is_only),
        *[
            _calendar(place, plan, rows, _summary(data, rows), frame.filters, is_only=is_only)
            for place, (plan, rows) in enumerate(groups[:MOST_CHARTS])
        ],
        _others(groups[MOST_CHARTS:], frame.filters),
        css="timeline",
    )


def _headline(data: TimelinePage) -> str:
    """Return the finding; of a calendar that is cut, only how much is in view."""
    if _is_cut(data):
        return ngettext("%(n)s measure is in view", "%(n)s measures are in view", data.found)
    return finding(data.rows)


def _summary(data: TimelinePage, rows: Sequence[TimelineRow]) -> str:
    """Return the finding of a plan; of the last one of a list that is cut, only what is shown."""
    is_whole = not _is_cut(data) or rows[-1] is not data.rows[-1]
    if is_whole:
        return finding(rows)
    return ngettext(
        "a part of the plan is shown: %(n)s measure",
        "a part of the plan is shown: %(n)s measures",
        len(rows),
    )


def _is_cut(data: TimelinePage) -> bool:
    """Tell whether there are more measures, and perhaps plans, than those shown."""
    return len(data.rows) < data.found


def _over_all(data: TimelinePage, filters: Filters, *, is_only: bool) -> Content:
    """Return what concerns all calendars: that there are more measures, and all in one table."""
    cut = list_cut(len(data.rows), data.found)
    if is_only:
        return cut
    return html.Div([cut, export_links("measures", filters)], className="tl-all")


def _calendar(
    place: int,
    plan: PlanRef,
    rows: Sequence[TimelineRow],
    summary: str,
    filters: Filters,
    *,
    is_only: bool,
) -> Component:
    """Return one plan's calendar with its key and its table."""
    figure = calendar(rows, plan.as_of, filters)
    caption = _("Calendar: %(plan)s", plan=plan.short_title)
    return section(
        _("Terms and control points by section") if is_only else caption,
        _key(rows),
        graph(chart_id(place), figure, summary, size="rows"),
        disclosure(_("Show as a table"), calendar_table(rows, caption, filters)),
        note=_note(summary, is_only=is_only),
        actions=export_links("measures", filters) if is_only else None,
    )


def _note(summary: str, *, is_only: bool) -> list[Content]:
    """Return how to use the chart; with several plans the plan's own finding before it."""
    hint = html.Span(_("A click on a bar or a point opens the measure."), className="hint")
    return [hint] if is_only else [f"{summary}. ", hint]


def _key(rows: Iterable[TimelineRow]) -> Component:
    """Return what the marks of the control points mean, for the statuses that occur."""
    seen = {point.status for row in rows for point in row.points}
    items = [_key_item(one) for one in status_view.SHOWN_ORDER if one in seen]
    return html.Div(
        [html.Span(_("Control points:"), className="muted"), *items], className="tl-key"
    )


def _key_item(status: Status) -> Component:
    look = status_view.LOOKS[status]
    css = f"tl-mark tl-mark--{look.symbol} {status_view.css(status)}"
    mark = html.Span(className=css + (" is-open" if look.is_open else ""))
    return html.Span([mark, status_view.name(status)], className="tl-key__item")


def _others(groups: Sequence[tuple[PlanRef, list[TimelineRow]]], filters: Filters) -> Content:
    """Return links to the plans that have no room on the page; None for none."""
    if not groups:
        return None
    items = [
        html.Li(link(plan.short_title, links.href("timeline", filters, plan=plan.id)))
        for plan, _rows in groups
    ]
    return section(_("Calendars of further plans"), html.Ul(items))


def _without_rows(frame: Frame) -> Component:
    """Return the page where the filters leave no measure, or no plan is there."""
    words = filter_words(frame)
    if not words:
        return paper(
            headline(_("There is nothing in the calendar")),
            empty(_("No plan has been loaded for your territories yet.")),
        )
    return paper(
        headline(_("There is nothing in the calendar")),
        empty(
            _("No measure fits the filter: %(filter)s", filter=words),
            _("Take a filter away, or choose another plan."),
            href=links.href("timeline", Filters(as_of=frame.filters.as_of)),
            action=_("Show the calendar of all plans"),
        ),
    )
