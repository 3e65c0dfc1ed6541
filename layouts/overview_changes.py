"""What changed since a chosen date: the overview's last list, with ready dates to choose."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from dash.development.base_component import Component

from data_access.records.cut import Cut, found
from data_access.records.measures import Change
from data_access.records.pages import Overview
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import cells, links, status_view
from layouts import elements as html
from layouts.components import disclosure, icon, link, section
from layouts.notices import list_cut
from layouts.tables import Column, Row, table
from layouts.texts import N_, _, fmt_date, fmt_number, ngettext
from layouts.wording import places

CHANGE_ROWS = 10
USUAL = 30
PRESETS = ((7, N_("7 days")), (USUAL, N_("30 days")), (91, N_("a quarter")))


def changes(data: Overview, filters: Filters) -> Component:
    """Return the measures whose status changed, newest first, and links to other spans."""
    words = _words(data)
    of_plan = places(data.plans)
    listed = [_row(one, of_plan.of(one.plan), filters) for one in data.changes]
    parts: list[Component] = []
    if listed:
        parts.append(table(words, _columns(), listed[:CHANGE_ROWS], css="t--dense"))
    if len(listed) > CHANGE_ROWS:
        rest = listed[CHANGE_ROWS:]
        title = ngettext("and %(n)s more", "and %(n)s more", found(data.changes) - CHANGE_ROWS)
        body = table(words, _columns(), rest, css="t--dense")
        parts.append(disclosure(title, body, list_cut(len(listed), found(data.changes))))
    return section(
        words, *parts, note=_summary(data.changes), actions=_presets(data, filters), id="changes"
    )


def _words(data: Overview) -> str:
    """Return how many measures changed their status, and since when."""
    since = _("since %(date)s", date=fmt_date(data.since)) if data.since else _("within 30 days")
    if not data.changes:
        return _("Nothing changed %(since)s", since=since)
    return ngettext(
        "The status of %(n)s measure changed %(since)s",
        "The status of %(n)s measures changed %(since)s",
        found(data.changes),
        since=since,
    )


def _summary(rows: Sequence[Change]) -> list[Component] | None:
    """Return how many took on each status, with icon and word."""
    led_to = Counter(row.after for row in rows)
    if isinstance(rows, Cut):
        led_to = Counter(rows.by_status)
    shown = [one for one in status_view.SHOWN_ORDER if led_to[one]]
    badges = [status_view.badge(one, fmt_number(led_to[one])) for one in shown]
    return [html.Span(badges, className="ov-badges")] if badges else None


def _presets(data: Overview, filters: Filters) -> Component:
    """Return the spans that can be chosen by one click, the current one marked."""
    last = filters.as_of or max(plan.as_of for plan in data.plans)
    # Plans on different dates share no day; without a choice it is thirty days before each.
    chosen = data.since or last - timedelta(days=USUAL)
    return html.Span(
        [
            html.Span(_("for:"), className="muted"),
            *(
                _preset(last - timedelta(days=days), _(name), chosen, filters)
                for days, name in PRESETS
            ),
        ],
        className="ov-presets no-print",
    )


def _preset(day: date, name: str, chosen: date | None, filters: Filters) -> Component:
    """Return one span as a link; the current one is plain."""
    if day == chosen:
        return html.Strong(name, **{"aria-current": "true"})
    title = _("since %(date)s", date=fmt_date(day))
    return link(name, links.href("overview", filters, since=day) + "#changes", title=title)


def _columns() -> list[Column]:
    return [
        Column(_("Changed on"), kind="date", small="side"),
        Column(_("No."), kind="code", small="lead"),
        Column(_("Measure"), kind="title", small="main", is_header=True),
        Column(_("Executor"), kind="name", small="hide"),
        Column(_("Before and after"), kind="status", small="sub"),
    ]


def _row(one: Change, place: str, filters: Filters) -> Row:
    """Return one change: from what to what."""
    turn = html.Span(
        [_muted(one.before), icon("arrow-right"), status_view.badge(one.after)],
        className="ov-turn",
    )
    number = html.Span(one.measure_number, className="code")
    title = cells.placed(cells.measure_ref(one.measure, filters), place)
    return Row(
        (fmt_date(one.changed_on), number, title, cells.executor(one.executor, filters), turn)
    )


def _muted(status: Status | None) -> Component:
    """Return the status that was, in muted ink; None stood in no plan."""
    was = status_view.badge(status) if status else _("was not in the plan")
    return html.Span(was, className="muted")
