"""Cells about a set of measures: what is overdue of how many, reports, the longest delay."""

from dataclasses import replace
from typing import Any

from dash.development.base_component import Component

from data_access.records.common import Totals
from data_access.records.ranking import overdue_ratio
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import discipline as discipline_list
from layouts import elements as html
from layouts import links
from layouts.bars import ratio_bar
from layouts.components import key_figure, key_figures, key_ratio, link
from layouts.texts import NONE, _, fmt_days, fmt_number, fmt_ratio


def figures(totals: Totals, filters: Filters) -> Component:
    """Return the key figures of a section or a plan; each leads to the list behind it.

    `filters` already narrow the register to it.
    """
    days = totals.worst_days
    no_duty = _("not set") if totals.reports is None else _("none was due yet")
    return key_figures(
        key_ratio(_("Execution"), totals.execution, href=links.href("measures", filters)),
        key_ratio(
            _("Discipline"),
            totals.discipline,
            none=_("nothing was due yet"),
            href=discipline_list.href(filters),
        ),
        key_figure(
            _("Overdue"),
            fmt_number(totals.overdue),
            note=_("the longest: %(days)s", days=fmt_days(days)) if days else "",
            href=links.href("measures", filters, statuses=(Status.OVERDUE,)),
            tone="bad" if totals.overdue else "",
        ),
        key_ratio(
            _("Reports on time"),
            totals.reports,
            none=no_duty,
            href=links.href("executors", filters) + "#report-matrix",
        ),
    )


def overdue_count(totals: Totals, filters: Filters, **changes: Any) -> Component:
    """Return the number overdue as a link to them, the longest delay below it."""
    if not totals.overdue:
        return html.Span("0", className="muted is-nought")
    href = links.href("measures", filters, statuses=(Status.OVERDUE,), **changes)
    number = link(fmt_number(totals.overdue), href, css="late")
    return html.Span([number, _longest(totals)], className="count-cell")


def overdue_rate(totals: Totals, filters: Filters, **changes: Any) -> Component:
    """Return "3 из 20 (15 %)" as a link to what is overdue, the longest delay below it."""
    ratio = overdue_ratio(totals)
    if not ratio.part:
        return html.Span(fmt_ratio(ratio), className="muted nowrap")
    href = links.href("measures", filters, statuses=(Status.OVERDUE,), **changes)
    number = link(fmt_ratio(ratio), href, css="late")
    return html.Span([number, _longest(totals)], className="count-cell")


def _longest(totals: Totals) -> Component | None:
    """Return the longest delay."""
    if not totals.worst_days:
        return None
    text = fmt_days(totals.worst_days)
    return html.Span(text, className="muted small nowrap", title=_("Longest delay"))


def execution(totals: Totals) -> Component:
    """Return the execution as a bar with its numbers."""
    return ratio_bar(totals.execution)


def discipline(totals: Totals, filters: Filters, **changes: Any) -> Component:
    """Return the execution discipline as a link to the points that it counts; a dash where
    nothing was due yet.
    """
    if not totals.discipline.whole:
        return html.Span(NONE, className="nowrap", title=_("nothing was due yet"))
    href = discipline_list.href(replace(filters, **changes))
    return link(fmt_ratio(totals.discipline), href, css="nowrap")


def reports(totals: Totals) -> Component:
    """Return the reports on time; "не установлено" where the plan sets no duty."""
    if totals.reports is None:
        return html.Span(_("not set"), className="muted nowrap")
    hint = "" if totals.reports.whole else _("none was due yet")
    text = fmt_ratio(totals.reports) if totals.reports.whole else NONE
    return html.Span(text, className="nowrap", title=hint or None)
