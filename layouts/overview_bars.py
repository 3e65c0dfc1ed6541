"""The overview's bars: sections and territories as plain HTML, "n из m" beside each."""

from dash.development.base_component import Component

from data_access.records.common import GroupRow
from data_access.records.cut import found
from data_access.records.pages import Overview
from data_access.records.view import Filters
from layouts import elements as html
from layouts import group_sentences as say
from layouts import links
from layouts.bars import status_bar, status_legend
from layouts.components import link, section
from layouts.status_view import DONE_STATUSES
from layouts.texts import NBSP, _, fmt_number, fmt_parts, fmt_ratio, ngettext

#: So many bars fit below the curve at 1366×768.
BAR_ROWS = 6


def section_bars(data: Overview, filters: Filters) -> Component:
    """Return the sections as bars: all of one plan in its order, else those with arrears."""
    several = len(data.plans) > 1
    late = [row for row in say.worst_groups(data.sections) if row.totals.overdue]
    only_late = several and bool(late)
    rows = late if only_late else list(data.sections)
    items = [
        bar_row(
            f"{say.section_number(row, several=several)} {row.short_name}",
            row,
            links.href("section", filters, id=row.id),
            filters,
            css="is-several" if several else "",
            section=row.id,
        )
        for row in rows[:BAR_ROWS]
    ]
    whole = say.late_in(data.sections) if only_late else found(data.sections)
    rest = whole - len(items)
    more = ngettext("and %(n)s more section", "and %(n)s more sections", rest) if rest else ""
    return section(
        say.sections_words(data.sections, data.plans),
        html.Ol(items, className="ov-bars"),
        status_legend(data.totals.by_status, filters),
        note=_("The other sections have nothing overdue") if only_late and not rest else None,
        actions=link(more or _("All sections"), links.href("sections", filters)),
        css="section--panel",
    )


def territory_bars(data: Overview, filters: Filters) -> Component:
    """Return the territories as bars, the lowest rate of execution first."""
    rows = say.by_rate(data.territories)
    items = [
        bar_row(
            row.short_name,
            row,
            links.href("territory", filters, id=row.id),
            filters,
            territory=row.id,
            css="is-rate",
        )
        for row in rows[:BAR_ROWS]
    ]
    return section(
        say.rate_words(rows),
        html.Ol(items, className="ov-bars"),
        actions=link(_("All territories"), links.href("territories", filters)),
        css="section--panel",
    )


def bar_row(
    name: str, row: GroupRow, href: str, filters: Filters, *, css: str = "", **narrow: int
) -> Component:
    """Return one bar: name, statuses, "2 из 6", what is overdue; each part is a link.

    `narrow` is the filter that leads to this row's measures (`section=3`). `css`: "is-rate" adds
    the share, by which territories are compared; "is-several" leaves more room for the name.
    """
    late = row.totals.overdue
    text = _("%(n)s overdue", n=fmt_number(late)).replace(" ", NBSP) if late else ""
    number = (fmt_ratio if css == "is-rate" else fmt_parts)(row.totals.execution)
    done = links.href("measures", filters, statuses=DONE_STATUSES, **narrow)
    return html.Li(
        [
            link(name, href, css="ov-bars__name", title=row.name),
            html.Span(status_bar(row.totals.by_status), className="ov-bars__bar"),
            link(number, done, css="ov-bars__n"),
            link(text, links.href("overdue", filters, **narrow), css="ov-bars__late")
            if late
            else html.Span(className="ov-bars__late"),
        ],
        className=f"ov-bars__row {css}".strip(),
    )
