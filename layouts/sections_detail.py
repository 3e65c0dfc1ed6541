"""The page of one section: how it stands, and its measures in the plan's order."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Totals
from data_access.records.pages import SectionDetail
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import components, links, wording
from layouts.bars import status_bar, status_legend
from layouts.components import export_links, headline, key_figure, key_ratio, link, section
from layouts.frame import Frame
from layouts.measures_table import measures_table
from layouts.overview_sentences import overdue_words
from layouts.texts import _, fmt_days, fmt_number, fmt_ratio, ngettext


def detail(data: SectionDetail, frame: Frame) -> Component:
    """Return the page of one section."""
    filters = replace(frame.filters, section=data.row.id)
    totals = data.row.totals
    legend = status_legend(totals.by_status, filters)
    return components.page(
        headline(_finding(data), data.row.name, over=_crumbs(data, frame.filters)),
        _figures(totals, filters),
        html.Div([status_bar(totals.by_status, css="stack--tall"), legend]),
        section(
            ngettext("%(n)s measure", "%(n)s measures", len(data.measures)),
            measures_table(_("Measures in the order of the plan"), data.measures, frame.filters),
            note=_("In the order of the document."),
            actions=export_links("measures", filters),
        ),
    )


def _finding(data: SectionDetail) -> str:
    """Return what is done in the section and what is overdue."""
    totals = data.row.totals
    done = _("done %(ratio)s", ratio=fmt_ratio(totals.execution))
    words = wording.dated(data.plans, wording.clauses(done, overdue_words(totals)))
    name = _("Section %(number)s", number=data.row.number)
    return f"{name}: {words[:1].lower()}{words[1:]}."


def _crumbs(data: SectionDetail, filters: Filters) -> Component:
    plan = data.plans[0]
    here = links.href("sections", links.context(filters), plan=plan.id)
    return html.Nav(
        [link(_("Sections"), links.href("sections", filters)), link(plan.short_title, here)],
        className="crumbs",
        **{"aria-label": _("Where this page is")},
    )


def _figures(totals: Totals, filters: Filters) -> Component:
    """Return the section's figures; each leads to the list behind it."""
    register = links.href("measures", filters)
    late = links.href("measures", filters, statuses=(Status.OVERDUE,))
    days = totals.worst_days
    no_duty = _("not set") if totals.reports is None else _("none was due yet")
    return components.key_figures(
        key_ratio(_("Execution"), totals.execution, href=register),
        key_ratio(_("Discipline"), totals.discipline, none=_("nothing was due yet")),
        key_figure(
            _("Overdue"),
            fmt_number(totals.overdue),
            note=_("the longest: %(days)s", days=fmt_days(days)) if days else "",
            href=late,
            tone="bad" if totals.overdue else "",
        ),
        key_ratio(_("Reports on time"), totals.reports, none=no_duty),
    )
