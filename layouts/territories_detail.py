"""The page of one territory: its plans with their totals, a region's municipalities."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef, Totals
from data_access.records.pages import TerritoryDetail
from data_access.records.view import Filters
from layouts import components, links, totals_cells, wording
from layouts.bars import status_bar, status_legend
from layouts.components import Content, facts, headline, link, section
from layouts.frame import Frame
from layouts.notices import empty
from layouts.sentences import late_words
from layouts.territories_bands import bands
from layouts.territories_list import long_list
from layouts.territories_table import territories_table
from layouts.texts import N_, _, fmt_date_long, fmt_ratio, fmt_term, ngettext

#: The lists behind a plan that its figures do not lead to.
WAYS = (
    ("overview", N_("Overview")),
    ("sections", N_("Sections")),
    ("executors", N_("Executors")),
    ("indicators", N_("Indicators")),
    ("timeline", N_("Timeline")),
    ("meeting", N_("Meeting")),
)


def detail(data: TerritoryDetail, frame: Frame) -> Component:
    """Return the page of one territory."""
    filters = links.context(frame.filters)
    plans = [_plan(plan, totals, filters) for plan, totals in data.plans]
    is_bare = not plans and not _number_below(data)
    return components.page(
        headline(_finding(data), _lead(data), over=_crumbs(data, filters)),
        *plans,
        empty(_("This territory has no plan in view.")) if is_bare else None,
        *_below(data, frame),
    )


def _below(data: TerritoryDetail, frame: Frame) -> list[Component | None]:
    """Return a region's municipalities; of very many their bands and a part of their list."""
    if data.of_many is None:
        return [_municipalities(data, links.context(frame.filters))]
    return [bands(data.of_many, frame), long_list(data.of_many, frame, with_region=False)]


def _number_below(data: TerritoryDetail) -> int:
    return data.of_many.all if data.of_many else len(data.municipalities)


def _lead(data: TerritoryDetail) -> str | None:
    """Return the full name; of a region that is told as a whole, whose plans are counted."""
    full, short = data.territory.name, data.territory.short_name
    name = full if full != short else ""
    if data.whole is None:
        return name or None
    number = _number_below(data)
    plans = _of_region(number) if not data.plans else _with_own(number)
    return f"{name}: {plans}" if name else wording.sentence(plans)


def _with_own(municipalities: int) -> str:
    return ngettext(
        "its own plan and those of %(n)s municipality",
        "its own plan and those of %(n)s municipalities",
        municipalities,
    )


def _finding(data: TerritoryDetail) -> str:
    """Return how the territory's plan stands; with several, how many there are. A region is told
    with all its municipalities.
    """
    name = data.territory.short_name
    if data.whole is not None:
        return f"{name}: {_of_whole(data.whole)}."
    if not data.plans and _number_below(data):
        return f"{name}: {_of_region(_number_below(data))}."
    if len(data.plans) != 1:
        count = ngettext("%(n)s plan", "%(n)s plans", len(data.plans))
        return f"{name}: {count}."
    plan, totals = data.plans[0]
    dated = wording.dated((plan,), _standing(totals))
    return f"{name}: {wording.continued(dated)}."


def _of_whole(whole: Totals) -> str:
    words = _standing(whole)
    if whole.as_of is None:
        return words
    dated = _("On %(date)s %(finding)s", date=fmt_date_long(whole.as_of), finding=words)
    return wording.continued(dated)


def _standing(totals: Totals) -> str:
    """Return what is done and what is late."""
    return wording.clauses(
        _("done %(ratio)s", ratio=fmt_ratio(totals.execution)), late_words(totals)
    )


def _of_region(municipalities: int) -> str:
    """Return that a region has no plan of its own, and how many municipalities have one."""
    return ngettext(
        "no plan of its own, %(n)s municipality with plans",
        "no plan of its own, %(n)s municipalities with plans",
        municipalities,
    )


def _crumbs(data: TerritoryDetail, filters: Filters) -> Component:
    ways = [link(_("Territories"), links.href("territories", filters, territory=None, plan=None))]
    if data.parent:
        href = links.href("territory", filters, id=data.parent.id, territory=None, plan=None)
        ways.append(link(data.parent.name, href))
    level = _("Region") if data.level == "region" else _("Municipality")
    label = {"aria-label": _("Where this page is")}
    return html.Nav([*ways, html.Span(level)], className="crumbs", **label)


def _plan(plan: PlanRef, totals: Totals, filters: Filters) -> Component:
    """Return one plan: title, figures, statuses, what it is, the ways on."""
    legend = status_legend(totals.by_status, filters, plan=plan.id)
    return section(
        plan.short_title,
        totals_cells.figures(totals, replace(filters, plan=plan.id)),
        html.Div([status_bar(totals.by_status), legend]),
        facts(_facts(plan)),
        _ways(plan, filters),
        css="section--panel territory-plan",
    )


def _facts(plan: PlanRef) -> list[tuple[str, Content]]:
    """Return what the plan is; what it does not say is left out."""
    pairs = [
        (_("Title"), plan.title),
        (_("Act"), wording.act(plan)),
        (_("Years"), fmt_term(plan.starts_on, plan.ends_on)),
        (_("Controlled by"), plan.controller),
        (_("Coordinator"), plan.coordinator),
        (_("Reporting"), plan.reporting_text or _("the document sets no duty")),
    ]
    return [(term, value) for term, value in pairs if value]


def _ways(plan: PlanRef, filters: Filters) -> Component:
    items = [
        html.Li(link(_(name), links.href(route, filters, plan=plan.id))) for route, name in WAYS
    ]
    return html.Ul(items, className="ways no-print", **{"aria-label": _("Pages of this plan")})


def _municipalities(data: TerritoryDetail, filters: Filters) -> Component | None:
    """Return a region's municipalities compared; nothing where it has none in view."""
    if not data.municipalities:
        return None
    count, caption = len(data.municipalities), _("Municipalities of the region")
    return section(
        ngettext("%(n)s municipality", "%(n)s municipalities", count),
        territories_table(caption, data.municipalities, filters, with_region=False),
        note=_("The largest share overdue first."),
    )
