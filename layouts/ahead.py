"""The page of what an act added to a plan only after the day that is looked at."""

from dash import html
from dash.development.base_component import Component

from data_access.records.pages import Ahead
from layouts import components, links
from layouts.components import headline, link
from layouts.frame import Frame
from layouts.notices import empty
from layouts.texts import N_, _, fmt_date, fmt_date_long

#: Kind → why there is nothing to show on the date, and the list where it would stand.
WORDS = {
    "measure": (
        N_("On %(date)s this measure was not in the plan: an act of %(day)s added it."),
        "measures",
    ),
    "section": (
        N_("On %(date)s this section had no measures: an act of %(day)s added them."),
        "sections",
    ),
    "executor": (
        N_("On %(date)s nothing was assigned to this executor: an act of %(day)s did that first."),
        "executors",
    ),
}


def page(data: Ahead, frame: Frame) -> Component:
    """Return the page: since when it stands in the plan, and the way to that day."""
    text, route = WORDS[data.kind]
    days = {"date": fmt_date_long(data.plan.as_of), "day": fmt_date_long(data.began_on)}
    title = [html.Span(data.number, className="code m-number"), " "] if data.number else []
    plan = links.href("measures", links.context(frame.filters), plan=data.plan.id)
    return components.page(
        headline([*title, data.name], over=link(data.plan.short_title, plan)),
        empty(
            _(text, **days),
            _("Its figures begin on that day; before it they count nowhere."),
            href=frame.path + links.query(links.on(frame.filters, data.began_on)),
            action=_("Look at %(date)s", date=fmt_date(data.began_on)),
        ),
        html.P(link(_("What stood in the plan then"), links.href(route, frame.filters))),
    )
