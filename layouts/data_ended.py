"""An upload that is gone without a trace in the data: what became of it, and the ways on."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from data_access.records.common import PlanRef
from layouts import components, links
from layouts.components import headline, link
from layouts.data_bar import crumbs
from layouts.frame import Frame
from layouts.notices import all_clear
from layouts.texts import N_, _

SAID = {
    "plan": N_("The saved plan says the same: nothing was changed."),
    "reports": N_("All reports of the file are recorded already: nothing was changed."),
    "indicators": N_("All values of the file are recorded already: nothing was changed."),
}


def nothing_new_page(kind: str, plan: PlanRef | None, frame: Frame) -> Component:
    """Return the page of one that said nothing new; `plan` is what it was about, where known."""
    return _page(_("Nothing new was in the file."), _(SAID[kind]), plan, frame)


def deleted_page(plan: PlanRef | None, frame: Frame) -> Component:
    """Return the page of one that was deleted; `plan` is what it was about, where known."""
    said = _("Nothing of it was saved; there is nothing more to do here.")
    return _page(_("This upload was deleted."), said, plan, frame)


def _page(title: str, said: str, plan: PlanRef | None, frame: Frame) -> Component:
    opened = None
    if plan:
        filters = replace(links.context(frame.filters), plan=plan.id)
        opened = link(_("Open the plan"), links.href("overview", filters), css="btn btn-primary")
    again = link(_("Take in another file"), links.href("data", frame.filters), css="btn btn-quiet")
    return components.page(
        headline(title, over=crumbs(frame)),
        all_clear(said),
        html.Div([opened, again], className="actions"),
        css="data",
    )
