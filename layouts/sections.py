"""The plans' sections: how each stands, in the order of the document."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from data_access.records.common import GroupRow
from data_access.records.cut import Cut, found
from data_access.records.pages import GroupPage
from layouts import cells, components, links, totals_cells, wording
from layouts.bars import status_bar, status_legend
from layouts.components import Content, export_links, headline, link, section
from layouts.frame import Frame
from layouts.group_sentences import sections_words
from layouts.notices import list_cut, nothing_found
from layouts.tables import Column, table
from layouts.texts import N_, _, fmt_number, fmt_ratio, ngettext


def page(data: GroupPage, frame: Frame) -> Component:
    """Return the sections of each plan in view with bars and rates."""
    if not data.rows:
        return components.page(headline(_("There are no sections")), _nothing(frame))
    legend = status_legend(data.totals.by_status, frame.filters)
    return components.page(
        headline(_finding(data), _done(data)),
        html.Div([status_bar(data.totals.by_status, css="stack--tall"), legend]),
        *_plans(data, frame),
        list_cut(len(data.rows), found(data.rows)),
    )


def _finding(data: GroupPage) -> str:
    """Return which section lags most, or that none does."""
    words = sections_words(data.rows, data.plans)
    return wording.dated(data.plans, wording.continued(words)) + "."


def _done(data: GroupPage) -> str:
    """Return how many sections there are, and what is done in all of them."""
    count = ngettext("%(n)s section", "%(n)s sections", found(data.rows))
    return _(
        "%(sections)s; done %(ratio)s.", sections=count, ratio=fmt_ratio(data.totals.execution)
    )


def _plans(data: GroupPage, frame: Frame) -> list[Component]:
    """Return one table for each plan, each with its downloads; of very many plans one of the worst
    sections.
    """
    if isinstance(data.rows, Cut):
        return [_worst(data.rows, frame)]
    groups = groupby(data.rows, key=lambda row: row.plan)
    parts = []
    for plan, rows in groups:
        title = plan.short_title if plan else _("Sections")
        own = plan.id if plan and len(data.plans) > 1 else frame.filters.plan
        actions = export_links("sections", replace(frame.filters, plan=own))
        parts.append(section(title, sections_table(title, list(rows), frame), actions=actions))
    return parts


def _worst(rows: Cut[GroupRow], frame: Frame) -> Component:
    title = _("Sections with most overdue")
    return section(
        title,
        sections_table(title, rows, frame, with_place=True),
        actions=export_links("sections", frame.filters),
    )


def sections_table(
    caption: str, rows: Sequence[GroupRow], frame: Frame, *, with_place: bool = False
) -> Component:
    """Return the sections as they come; `with_place` names each one's territory."""
    body = [_cells(row, frame, with_place=with_place) for row in rows]
    return table(caption, _columns(), body, css="t--groups t--sections")


def _columns() -> list[Column]:
    return [
        Column(_("No."), "code", small="lead"),
        Column(_("Section"), "title", small="main", is_header=True),
        Column(_("Measures"), "number", small="sub", label=_("Measures")),
        Column(_("Statuses"), "bar", small="hide"),
        Column(_("Execution"), "bar", small="sub"),
        Column(_("Discipline"), "number", small="hide", hint=_("Done on time of what was due")),
        Column(_("Overdue"), "number", small="side", label=_("Overdue")),
    ]


def _cells(row: GroupRow, frame: Frame, *, with_place: bool) -> list[Content]:
    filters = frame.filters
    place = row.plan.territory.short_name if with_place and row.plan else ""
    name = html.Span(row.name, className="clamp")
    href = links.href("section", filters, id=row.id)
    return [
        html.Span(row.number, className="code"),
        cells.placed(link(name, href, css="title-link", title=row.name), place),
        link(fmt_number(row.totals.all), links.href("measures", filters, section=row.id)),
        status_bar(row.totals.by_status),
        totals_cells.execution(row.totals),
        totals_cells.discipline(row.totals, filters, section=row.id),
        totals_cells.overdue_count(row.totals, filters, section=row.id),
    ]


def _nothing(frame: Frame) -> Component:
    """Return the empty state."""
    return nothing_found(
        "sections",
        frame,
        by_filter=N_("There are no sections by the filter “%(words)s”."),
        at_all=_("There are no sections yet."),
        action=_("Show all sections"),
    )
