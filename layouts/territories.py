"""Territories compared by rates: never by counts, which only tell how large one is."""

from dash import html
from dash.development.base_component import Component

from data_access.records.nation import NationPage
from data_access.records.pages import GroupPage
from data_access.records.ranking import DEFAULT
from layouts import components, wording
from layouts.components import export_links, headline, section
from layouts.frame import Frame
from layouts.group_sentences import share_words
from layouts.notices import nothing_found
from layouts.territories_nation import nation
from layouts.territories_table import sort_buttons, territories_table
from layouts.texts import N_, _, fmt_ratio, ngettext

#: Holds the table; the sort buttons draw it anew.
TABLE = "territories-table"


def page(data: GroupPage | NationPage, frame: Frame) -> Component:
    """Return the comparison: the finding, the order to choose, the table; a country has its own."""
    if isinstance(data, NationPage):
        return nation(data, frame)
    if not data.rows:
        return components.page(headline(_("There are no territories")), _nothing(frame))
    return components.page(
        headline(_finding(data), _lead(data)),
        section(
            ngettext("%(n)s territory", "%(n)s territories", len(data.rows)),
            html.Div(comparison(data, frame), id=TABLE),
            note=_("Compared by rates; the numbers beside them tell how much stands behind."),
            actions=export_links("territories", frame.filters),
        ),
    )


def comparison(data: GroupPage, frame: Frame, order: str = DEFAULT) -> list[Component]:
    """Return the buttons that choose the order, and the table in that order."""
    caption = _("Territories compared by rates, the worst first")
    linked = {one.id for one in frame.choices.territories}
    rows = territories_table(caption, data.rows, frame.filters, order, linked=linked)
    return [sort_buttons(order), rows] if len(data.rows) > 1 else [rows]


def _finding(data: GroupPage) -> str:
    """Return where the share of what is overdue is largest."""
    return wording.dated(data.plans, share_words(data.rows)) + "."


def _lead(data: GroupPage) -> str:
    """Return what is done in all of them, and that their dates differ."""
    done = _("In all of them done %(ratio)s.", ratio=fmt_ratio(data.totals.execution))
    dates = {plan.as_of for plan in data.plans}
    own = _("Each plan is shown on its own date.") if len(dates) > 1 else ""
    return f"{done} {own}".strip()


def _nothing(frame: Frame) -> Component:
    """Return the empty state."""
    return nothing_found(
        "territories",
        frame,
        by_filter=N_("There are no territories by the filter “%(words)s”."),
        at_all=_("There are no territories yet."),
        action=_("Show all territories"),
    )
