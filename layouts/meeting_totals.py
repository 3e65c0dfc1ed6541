"""The meeting's first screens: title, totals, sections and territories."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dash.development.base_component import Component

from data_access.records.common import GroupRow, PlanRef, Ratio
from data_access.records.cut import Cut, found
from data_access.records.pages import Overview
from data_access.records.status import Status
from layouts import elements as html
from layouts import sentences as say
from layouts.bars import status_bar, status_legend
from layouts.components import Content
from layouts.group_sentences import by_rate, late_in, rate_words, sections_words
from layouts.meeting_parts import ROWS, Screen, listing, paged, title_with
from layouts.terms import not_begun
from layouts.texts import (
    NONE,
    _,
    fmt_date_long,
    fmt_days,
    fmt_number,
    fmt_parts,
    fmt_percent,
    fmt_ratio,
    ngettext,
)
from layouts.wording import act, continued

#: So many sections fit where each names its territory.
PLACED_ROWS = 4


def opening(data: Overview, narrowed: Sequence[str]) -> Screen:
    """Return the title screen: plan, act, date of the cut; `narrowed` is said about filters."""
    plans = data.plans
    lines: list[Component | None] = [_plan_lines(plans[0])] if len(plans) == 1 else [_plans(plans)]
    lines += [html.P(text, className="screen__narrow") for text in narrowed]
    return Screen(_title(plans), lines, "screen--title")


def _title(plans: Sequence[PlanRef]) -> str:
    """Return the plan's short title, or how many plans are looked at."""
    if len(plans) == 1:
        return plans[0].short_title
    return ngettext("Execution of %(n)s plan", "Execution of %(n)s plans", found(plans))


def _plan_lines(plan: PlanRef) -> Component:
    """Return date, full title, act and who controls."""
    words = act(plan)
    controller = _("Controlled by: %(name)s", name=plan.controller) if plan.controller else None
    return html.Div(
        [
            html.P(
                _("How it stands on %(date)s", date=fmt_date_long(plan.as_of)),
                className="screen__date",
            ),
            html.P(html.Span(plan.title, className="clamp clamp--3"), className="screen__sub"),
            html.P(words, className="screen__sub") if words else None,
            html.P(controller, className="screen__sub") if controller else None,
        ]
    )


def _plans(plans: Sequence[PlanRef]) -> Component:
    """Return the plans with the date on which each is shown."""
    rows = [
        html.Li(
            [html.Span(plan.short_title), html.Span(fmt_date_long(plan.as_of), className="nowrap")]
        )
        for plan in plans[:ROWS]
    ]
    if found(plans) > ROWS:
        more = found(plans) - ROWS
        rows.append(html.Li(ngettext("and %(n)s more", "and %(n)s more", more)))
    return html.Ul(rows, className="screen__plans")


def totals(data: Overview) -> Screen:
    """Return the totals: the headline sentence and four figures with their bases."""
    numbers = data.totals
    worst = fmt_days(numbers.worst_days) if numbers.worst_days else ""
    calm = _("not begun yet") if not_begun(data.plans) else _("nothing is overdue")
    none = _("not set") if numbers.reports is None else _("nothing was due yet")
    figures = [
        _ratio(_("Done"), numbers.execution, _("No measures")),
        _figure(
            _("Overdue"),
            fmt_number(numbers.overdue),
            _("the longest: %(days)s", days=worst) if worst else calm,
            "is-bad" if numbers.overdue else "",
        ),
        _ratio(_("Discipline"), numbers.discipline, _("nothing was due yet")),
        _ratio(_("Reports on time"), numbers.reports, none),
    ]
    return Screen(
        say.finding(data), html.Div(figures, className="screen__figures"), "screen--totals"
    )


def _ratio(label: str, ratio: Ratio | None, none: str) -> Component:
    """Return a ratio as a figure: the part, what it is of, the share."""
    if ratio is None or not ratio.whole:
        return _figure(label, NONE, none)
    base = _("of %(whole)s", whole=fmt_number(ratio.whole))
    return _figure(label, fmt_number(ratio.part), f"{base} ({fmt_percent(ratio.share)})")


def _figure(label: str, value: str, note: str, css: str = "") -> Component:
    """Return one large figure."""
    return html.Div(
        [
            html.Div(label, className="screen__label"),
            html.Div(value, className=f"screen__figure {css}".strip()),
            html.Div(note, className="screen__note"),
        ]
    )


def sections(data: Overview) -> list[Screen]:
    """Return the sections in the plan's order; a title speaks of the rows below it.

    Each of several plans has its own screens; of very many plans the worst sections stand
    together, each with its place.
    """
    if isinstance(data.sections, Cut):
        pages = [(list(some), part) for some, part in paged(data.sections, most=PLACED_ROWS)]
        return [_sections(some, part, data.plans, is_placed=True) for some, part in pages]
    groups = [list(rows) for _plan, rows in groupby(data.sections, key=lambda row: row.plan)]
    return [_sections(some, part, data.plans) for rows in groups for some, part in paged(rows)]


def _sections(
    rows: Sequence[GroupRow], part: str, plans: Sequence[PlanRef], *, is_placed: bool = False
) -> Screen:
    words = sections_words(rows, plans)
    if len(plans) > 1 and not late_in(rows):
        words = f"{_place(rows[0])}: {continued(words)}"
    bars = [_group(row, row.number, _place(row) if is_placed else "") for row in rows]
    return _bars(title_with(words, part), bars, rows, "screen--bars")


def territories(data: Overview) -> list[Screen]:
    """Return the territories by their rate, the lowest first; nothing for a single one."""
    if len(data.territories) < 2:
        return []
    ranked = by_rate(data.territories)
    words = rate_words(ranked)
    return [
        _bars(
            title_with(words, part),
            [_group(row, "", "", is_rate=True) for row in some],
            some,
            "screen--bars screen--rates",
        )
        for some, part in paged(ranked)
    ]


def _bars(
    title: Content, rows: Sequence[Component], groups: Sequence[GroupRow], css: str
) -> Screen:
    """Return a screen of bars; below them what their colours mean."""
    found: Counter[Status] = Counter()
    for group in groups:
        found.update(group.totals.by_status)
    return Screen(title, [listing(rows), status_legend(found)], css)


def _place(row: GroupRow) -> str:
    """Return the territory of a section's plan."""
    return row.plan.territory.short_name if row.plan else ""


def _group(row: GroupRow, number: str, place: str, *, is_rate: bool = False) -> Component:
    """Return one bar: number, name, statuses, how many are done (with the share), overdue."""
    late = row.totals.overdue
    text = _("%(n)s overdue", n=fmt_number(late)) if late else ""
    name = [html.Div(row.short_name, className="screen__name")]
    if place:
        name.append(html.Div(place, className="screen__sub"))
    done = (fmt_ratio if is_rate else fmt_parts)(row.totals.execution)
    return html.Li(
        [
            html.Span(number, className="screen__lead"),
            html.Div(name),
            status_bar(row.totals.by_status),
            html.Div(done, className="screen__side"),
            html.Div(text, className="screen__late late"),
        ],
        className="screen__row",
    )
