"""The overview's right side: what is overdue, worst first, and what else needs a look."""

from dash.development.base_component import Component

from data_access.records.measures import MeasureRow
from data_access.records.pages import Overview
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import cells, links, status_view
from layouts import elements as html
from layouts.components import icon, link, section
from layouts.notices import all_clear
from layouts.silence import Silent, by_executor
from layouts.terms import not_begun, term_words
from layouts.texts import NBSP, _, fmt_date, fmt_number, ngettext
from layouts.tile_map import has_map
from layouts.wording import places, sentence

#: So many rows fit beside curve and sections at 1366×768; with the territory they are higher.
OVERDUE_ROWS, ROWS_OF_SEVERAL = 5, 4
#: Beside the map of a country there is room for more.
ROWS_BESIDE_MAP = 8
#: Missed dates besides the overdue ones → where `/overdue` lists them.
MISSED = {Status.PARTIAL: "partial-list", Status.NOT_DONE: "not-done-list"}


def overdue(data: Overview, filters: Filters) -> Component:
    """Return the worst overdue measures, and the counts of what else needs a look."""
    count = data.totals.overdue
    several = len(data.plans) > 1
    room = ROWS_OF_SEVERAL if several else OVERDUE_ROWS
    if has_map(data.places):
        room = ROWS_BESIDE_MAP
    rows = [_late_row(row, filters, several) for row in data.overdue[:room]]
    body = html.Ol(rows, className="ov-late") if rows else _none(data)
    late = links.href("overdue", filters)
    rest = count - len(rows)
    quiet = silent(data, filters, room - len(rows))
    return section(
        _title(data),
        body,
        _and_more(rest, late) if rows and rest > 0 else None,
        _otherwise_missed(data, filters),
        quiet,
        counts(data, filters),
        actions=link(_("All overdue"), late) if rows else None,
        css="section--panel ov-side",
    )


def _title(data: Overview) -> str:
    """Return how many are overdue; before the plan has begun, that it has not."""
    if not_begun(data.plans):
        return sentence(term_words(data.plans))
    count = data.totals.overdue
    if not count:
        return _("Nothing is overdue")
    return ngettext("%(n)s measure overdue", "%(n)s overdue, worst first", count)


def _none(data: Overview) -> Component | None:
    """Return the good news, where no date was missed in another way and any could have been."""
    if not_begun(data.plans):
        return None
    return None if data.totals.missed else all_clear(_("No deadline has passed."))


def _otherwise_missed(data: Overview, filters: Filters) -> Component | None:
    """Return what was done in part or closed as not done, each with the way to its list."""
    place = links.href("overdue", filters)
    items = [
        html.Li(link([status_view.badge(status), html.B(fmt_number(count))], f"{place}#{list_id}"))
        for status, list_id in MISSED.items()
        if (count := data.totals.by_status[status])
    ]
    return html.Ul(items, className="ov-missed") if items else None


def _and_more(rest: int, href: str) -> Component:
    """Return "и ещё 3" as a link to the whole list."""
    words = ngettext("and %(n)s more", "and %(n)s more", rest)
    return html.P(link(words, href), className="ov-late__more")


def _late_row(row: MeasureRow, filters: Filters, several: bool) -> Component:
    """Return one overdue measure: number, title, who, since when, how long."""
    sub: list[Component | str] = [cells.executor(row.lead, filters)]
    sub.append(html.Span(_("due %(date)s", date=fmt_date(row.due_on)), className="nowrap"))
    if several:
        sub.append(html.Span(row.plan.territory.short_name))
    return html.Li(
        [
            cells.measure_code(row),
            html.Div(cells.measure_title(row, filters), className="ov-late__title"),
            html.Div(sub, className="ov-late__sub"),
            html.Div(cells.days_late(row), className="ov-late__days"),
        ],
        className="ov-late__row",
    )


def silent(data: Overview, filters: Filters, room: int) -> Component | None:
    """Return who sent no report, as far as there is room; None for nobody or no room."""
    groups = by_executor(data.missing)
    if not groups or room < 1:
        return None
    of_plan = places(data.plans)
    items = [_silent_row(one, of_plan.of(one.plan), filters) for one in groups[: 2 * room]]
    return html.Div(
        [html.H3(_("No report from"), className="ov-side__title"), html.Ul(items)],
        className="ov-silent",
    )


def _silent_row(one: Silent, place: str, filters: Filters) -> Component:
    """Return one silent executor with the number of reports that are missing."""
    count = ngettext("%(n)s report", "%(n)s reports", len(one.reports)).replace(" ", NBSP)
    page = links.href("executor", filters, id=one.executor.id)
    return html.Li(
        [
            cells.placed(cells.executor(one.executor, filters), place),
            link(count, page + "#missing-list", css="nowrap"),
        ]
    )


def counts(data: Overview, filters: Filters) -> Component:
    """Return "Нет сведений 2 · Скоро срок 4 · …", each leading to its list."""
    totals = data.totals
    has_duty = totals.reports is not None
    items = [
        _count(
            _("No information"),
            fmt_number(totals.missing_reports) if has_duty else _("not set"),
            "envelope-exclamation",
            links.href("overdue", filters) + "#missing-list",
        ),
        _count(_("Due soon"), fmt_number(totals.due_soon), "calendar-event", "#upcoming"),
    ]
    return html.Ul(items, className="ov-counts")


def _count(name: str, number: str, sign: str, href: str) -> Component:
    """Return one count; a place on this page is an anchor, not a route."""
    content = [icon(sign), html.Span(name), html.B(number, className="num")]
    target = html.A(content, href=href) if href.startswith("#") else link(content, href)
    return html.Li(target)
