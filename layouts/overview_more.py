"""Below the overview's first screen: executors, what comes next, indicators, freshness."""

from dash.development.base_component import Component

from data_access.records.common import Freshness, GroupRow
from data_access.records.cut import found
from data_access.records.indicators import IndicatorRow
from data_access.records.measures import MeasureRow
from data_access.records.pages import Overview
from data_access.records.view import Filters
from layouts import cells, links
from layouts import elements as html
from layouts.bars import ratio_bar
from layouts.components import disclosure, icon, link, section
from layouts.dumbbell import better_text, dumbbell, legend, verdict
from layouts.group_sentences import executors_words, most_overdue
from layouts.indicator_scale import worst_first
from layouts.notices import empty, list_cut
from layouts.sentences import indicators_words
from layouts.tables import Column, Row, table
from layouts.terms import not_begun
from layouts.texts import NONE, _, fmt_date, fmt_days, fmt_number, ngettext
from layouts.wording import places

EXECUTOR_ROWS = 8
UPCOMING_ROWS = 8
INDICATOR_ROWS = 6


def executors(data: Overview, filters: Filters) -> Component:
    """Return the executors who answer for most of the trouble, worst first."""
    rows = most_overdue(data.executors)[:EXECUTOR_ROWS]
    cols = [
        Column(_("Executor"), kind="title", small="main", is_header=True),
        Column(_("Done"), kind="bar"),
        Column(_("Overdue"), kind="number", label=_("overdue:")),
        Column(_("No information"), kind="number", label=_("no information:")),
    ]
    several = len(data.plans) > 1
    words = _("Executors") if not_begun(data.plans) else executors_words(data.executors)
    body = table(words, cols, [_executor(row, several, filters) for row in rows], css="t--dense")
    return section(
        words,
        body if rows else empty(_("No executors")),
        actions=link(
            _("All executors: %(n)s", n=fmt_number(found(data.executors))),
            links.href("executors", filters),
        ),
        id="executors",
    )


def _executor(row: GroupRow, several: bool, filters: Filters) -> Row:
    """Return one executor's numbers, each a link to the executor's page: they count its own
    assignments, as the list there does.
    """
    totals = row.totals
    page = links.href("executor", filters, id=row.id)
    name = html.Span(row.short_name, className="clamp")
    place = row.parent.short_name if several and row.parent else ""
    return Row(
        (
            cells.placed(link(name, page, title=row.name), place),
            ratio_bar(totals.execution),
            _counted(totals.overdue, page + "#assignments", css="late"),
            html.Span(NONE, className="muted", title=_("not set"))
            if totals.reports is None
            else _counted(totals.missing_reports, page + "#missing-list"),
        )
    )


def _counted(number: int, href: str, *, css: str = "") -> Component:
    """Return a number as a link to what it counts; nought leads nowhere."""
    text = fmt_number(number)
    return link(text, href, css=css) if number else html.Span(text, className="muted")


def upcoming(data: Overview, filters: Filters) -> Component:
    """Return what falls due within thirty days, the nearest first."""
    rows = data.upcoming
    if not rows:
        action = link(_("Timeline"), links.href("timeline", filters))
        return section(_("Nothing falls due within 30 days"), actions=action, id="upcoming")
    words = ngettext(
        "Within 30 days %(n)s measure falls due, first on %(first)s",
        "Within 30 days %(n)s measures fall due, first on %(first)s",
        found(rows),
        first=fmt_date(rows[0].due_on),
    )
    cols = [
        Column(_("Due date"), kind="date", small="side"),
        Column(_("No."), kind="code", small="lead"),
        Column(_("Measure"), kind="title", small="main", is_header=True),
        Column(_("Executor"), kind="name", small="sub"),
        Column(_("Left"), kind="number", small="sub"),
    ]
    of_plan = places(data.plans)
    listed = [_upcoming(row, of_plan.of(row.plan), filters) for row in rows]
    parts = [table(words, cols, listed[:UPCOMING_ROWS], css="t--dense")]
    if len(listed) > UPCOMING_ROWS:
        rest = listed[UPCOMING_ROWS:]
        title = ngettext("and %(n)s more", "and %(n)s more", found(rows) - UPCOMING_ROWS)
        body = (table(words, cols, rest, css="t--dense"), list_cut(len(rows), found(rows)))
        parts.append(disclosure(title, *body))
    action = link(_("Timeline"), links.href("timeline", filters))
    return section(words, *parts, actions=action, id="upcoming")


def _upcoming(row: MeasureRow, place: str, filters: Filters) -> Row:
    """Return one measure that falls due; "скоро" is said beside the days left."""
    days = (row.due_on - row.as_of).days if row.due_on else 0
    left = html.Span(fmt_days(days) if days else _("today"), className="nowrap")
    return Row(
        (
            cells.due(row),
            cells.measure_code(row),
            cells.placed(cells.measure_title(row, filters), place),
            cells.executor(row.lead, filters),
            html.Strong(left) if row.is_due_soon else left,
        )
    )


def indicators(data: Overview, filters: Filters) -> Component | None:
    """Return the indicators as small multiples; None where the plans have none."""
    if not data.indicators:
        return None
    ranked = worst_first(data.indicators)
    cards = [_indicator(row, filters) for row in ranked[:INDICATOR_ROWS]]
    return section(
        indicators_words(data.indicators),
        html.Div(cards, className="ov-multiples"),
        note=legend(),
        actions=link(_("All indicators"), links.href("indicators", filters)),
        id="indicators",
    )


def _indicator(row: IndicatorRow, filters: Filters) -> Component:
    """Return one indicator: name, unit, which way is better, the marks, the verdict."""
    name = html.Span(row.short_name, className="clamp")
    return html.Div(
        [
            html.H3(
                link(name, links.href("indicators", filters, plan=row.plan.id), title=row.name),
                className="ov-multiple__name",
            ),
            html.Div(f"{row.unit}, {better_text(row)}", className="muted small"),
            dumbbell(row),
            html.Div(
                [f"{row.gap_year}: " if row.gap_year else None, verdict(row)],
                className="ov-verdict",
            ),
        ],
        className="ov-multiple",
    )


def freshness(fresh: Freshness) -> Component:
    """Return how fresh the data are."""
    words = [
        _("Last report: %(date)s", date=fmt_date(fresh.last_report_on)),
        _("last decision: %(date)s", date=fmt_date(fresh.last_decision_on)),
    ]
    if fresh.waiting:
        words.append(
            ngettext(
                "%(n)s measure is being recomputed",
                "%(n)s measures are being recomputed",
                fresh.waiting,
            )
        )
    return html.P([icon("clock"), "; ".join(words)], className="ov-fresh muted small")
