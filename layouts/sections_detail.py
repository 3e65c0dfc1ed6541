"""The page of one section: how it stands, and its measures in the plan's order."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.pages import SectionDetail
from data_access.records.view import Filters
from layouts import components, links, totals_cells, wording
from layouts.bars import status_bar, status_legend
from layouts.components import export_links, headline, link, section
from layouts.frame import Frame
from layouts.register_table import measures_table
from layouts.sentences import late_words
from layouts.texts import _, fmt_ratio, ngettext


def detail(data: SectionDetail, frame: Frame) -> Component:
    """Return the page of one section."""
    filters = replace(frame.filters, section=data.row.id)
    totals = data.row.totals
    legend = status_legend(totals.by_status, filters)
    return components.page(
        headline(_finding(data), data.row.name, over=_crumbs(data, frame.filters)),
        totals_cells.figures(totals, filters),
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
    words = wording.dated(data.plans, wording.clauses(done, late_words(totals)))
    name = _("Section %(number)s", number=data.row.number)
    return f"{name}: {wording.continued(words)}."


def _crumbs(data: SectionDetail, filters: Filters) -> Component:
    plan = data.plans[0]
    here = links.href("sections", links.context(filters), plan=plan.id)
    return html.Nav(
        [link(_("Sections"), links.href("sections", filters)), link(plan.short_title, here)],
        className="crumbs",
        **{"aria-label": _("Where this page is")},
    )
