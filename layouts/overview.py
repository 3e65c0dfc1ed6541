"""The front page: how execution stands, at a glance; every number leads to its list."""

from dash import html
from dash.development.base_component import Component

from data_access.records.pages import Overview
from data_access.records.view import Filters
from layouts import links
from layouts import overview_bars as bars
from layouts import overview_first as first
from layouts import overview_more as more
from layouts import sentences as say
from layouts.components import columns, headline
from layouts.components import page as paper
from layouts.frame import Frame
from layouts.headlines import plans_headline
from layouts.notices import empty
from layouts.overview_changes import changes
from layouts.overview_overdue import overdue
from layouts.texts import _
from layouts.tile_map import has_map
from layouts.wording import plan_line


def page(data: Overview, frame: Frame) -> Component:
    """Return the overview of the plans in view."""
    if not data.plans:
        return _without_plans(frame.filters)
    if not data.totals.all:
        return _without_measures(data, frame.filters)
    return paper(
        plans_headline(data.plans, say.finding(data)),
        first.numbers(data, frame.filters),
        _first_screen(data, frame.filters),
        _below(data, frame.filters),
        more.freshness(data.freshness),
        css="ov",
    )


def _first_screen(data: Overview, filters: Filters) -> Component:
    """Return curve (or territories) and sections, beside them what is overdue."""
    left = [_lead(data, filters), bars.section_bars(data, filters)]
    if has_map(data.places):
        left = [first.country(data, filters), bars.territory_bars(data, filters)]
    return html.Div(
        [html.Div(left, className="ov-main"), overdue(data, filters)], className="ov-first"
    )


def _lead(data: Overview, filters: Filters) -> Component | None:
    """Return the comparison of territories, else the curve (which one plan has)."""
    if len(data.territories) > 1:
        return bars.territory_bars(data, filters)
    return first.curve(data) if data.curve else None


def _below(data: Overview, filters: Filters) -> Component:
    """Return what stands below the first screen."""
    return html.Div(
        [
            *_who_and_next(data, filters),
            more.indicators(data, filters),
            changes(data, filters),
        ],
        className="ov-below",
    )


def _who_and_next(data: Overview, filters: Filters) -> list[Component]:
    """Return executors and what comes next: side by side where both are lists."""
    parts = [more.executors(data, filters), more.upcoming(data, filters)]
    return [columns(*parts)] if data.upcoming else parts


def _without_plans(filters: Filters) -> Component:
    """Return the page where no plan is in view."""
    return paper(
        headline(_("There is no plan to show")),
        empty(
            _("No plan fits the filters, or none has been loaded for your territories yet."),
            _("Remove the filters, or ask the coordinator to load the plan."),
            href=links.PATHS["overview"],
            action=_("Show all plans"),
        ),
    )


def _without_measures(data: Overview, filters: Filters) -> Component:
    """Return the page where filters leave no measure."""
    return paper(
        headline(_("No measure fits the filters"), over=plan_line(data.plans)),
        empty(
            _("The filters above leave no measure of the plan."),
            _("Take one of them away, or remove all of them."),
            href=links.href("overview", links.context(filters)),
            action=_("Remove all filters of the list"),
        ),
    )
