"""The register of measures: the finding in words, status filters, the list in two forms."""

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Totals
from data_access.records.pages import Register
from data_access.records.status import Status
from layouts import components, wording
from layouts.components import export_links, headline, section
from layouts.frame import Frame
from layouts.measures_chips import status_chips
from layouts.measures_grid import endless_measures, measures_grid
from layouts.notices import list_cut, nothing_found
from layouts.register_table import measures_table
from layouts.terms import not_begun
from layouts.texts import N_, _, fmt_number, ngettext

#: The plain list is for small screens and paper; nobody reads more than this there.
MOST_PLAIN_ROWS = 100


def page(data: Register, frame: Frame) -> Component:
    """Return the register: a grid where there is room, a plain list where there is not."""
    if not data.totals.all:
        return components.page(headline(_("There are no measures")), _nothing(frame))
    return components.page(
        headline(finding(data, frame), _lead(data, frame)),
        html.Div([status_chips(data.totals.by_status, frame.filters), _list(data, frame)]),
        css="register",
    )


def finding(data: Register, frame: Frame) -> str:
    """Return the headline: how many were found, and how they stand."""
    found = ngettext("%(n)s measure found", "%(n)s measures found", data.found)
    if data.found != data.totals.all:
        found = _("%(found)s of %(all)s", found=found, all=fmt_number(data.totals.all))
    standing = "" if frame.filters.statuses else _standing(data.totals)
    text = _("%(found)s: %(standing)s", found=found, standing=standing) if standing else found
    dated = wording.dated(data.plans, text)
    return (wording.clauses(dated, found) if not_begun(data.plans) else dated) + "."


def _standing(totals: Totals) -> str:
    """Return what is done and what is overdue among those found."""
    undated = totals.by_status[Status.UNDATED]
    parts = [
        _("done %(n)s", n=fmt_number(totals.done)),
        _("overdue %(n)s", n=fmt_number(totals.overdue)) if totals.overdue else "",
        _("without a date %(n)s", n=fmt_number(undated)) if undated else "",
    ]
    return ", ".join(part for part in parts if part)


def _lead(data: Register, frame: Frame) -> str:
    """Return the filters in words, and that the plans are looked at on different dates."""
    words = wording.filter_words(frame)
    filters = _("Filter: %(words)s.", words=words) if words else ""
    dates = {plan.as_of for plan in data.plans}
    own = _("Each plan is shown on its own date.") if len(dates) > 1 else ""
    return " ".join(part for part in (filters, own) if part)


def _list(data: Register, frame: Frame) -> Component:
    """Return the rows that were found, in both forms; the style sheet shows one of them."""
    if not data.rows:
        return _nothing(frame)
    is_mixed = len(data.plans) > 1
    caption = _("Register of measures")
    table = _grid(data, frame, is_mixed=is_mixed)
    few = data.rows[:MOST_PLAIN_ROWS]
    plain = measures_table(caption, few, frame.filters, is_mixed=is_mixed)
    return section(
        caption,
        html.Div(table, className="register__grid"),
        html.Div([plain, list_cut(len(few), data.found)], className="register__plain"),
        note=[
            _("In the order of the document."),
            html.Span([" ", _("The heads of the columns sort.")], className="hint"),
        ],
        actions=export_links("measures", frame.filters),
        css="register__list",
    )


def _grid(data: Register, frame: Frame, *, is_mixed: bool) -> Component:
    """Return all rows in a grid; of a long register a grid that asks for them part by part."""
    if data.is_long:
        return endless_measures(frame.filters)
    return measures_grid(data.rows, frame.filters, is_mixed=is_mixed)


def _nothing(frame: Frame) -> Component:
    """Return the empty state: what was asked for, and the way back."""
    return nothing_found(
        "measures",
        frame,
        by_filter=N_("There are no measures by the filter “%(words)s”."),
        at_all=_("There are no measures yet."),
        action=_("Show all measures"),
    )
