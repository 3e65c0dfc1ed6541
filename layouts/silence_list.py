"""Who sent no report: one row per executor, and every missing report under a fold."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from dash.development.base_component import Component

from data_access.records.common import PlanRef, Totals
from data_access.records.cut import Cut, found
from data_access.records.measures import MissingReport
from data_access.records.view import Filters
from layouts import cells, links, wording
from layouts import elements as html
from layouts.components import disclosure, export_links, link, section
from layouts.frame import Frame
from layouts.notices import list_cut
from layouts.reporting import no_debt, released_words
from layouts.silence import Silent, by_executor
from layouts.tables import Column, Row, table
from layouts.texts import _, fmt_date, fmt_days, fmt_number, ngettext

#: Numbers of measures that a row names before "и ещё".
SHOWN_MEASURES = 8


class Silence(Protocol):
    """A page that tells who sent no report."""

    @property
    def plans(self) -> Sequence[PlanRef]:
        """Return the plans in view."""

    @property
    def totals(self) -> Totals:
        """Return the totals of the plans in view."""

    @property
    def missing(self) -> Sequence[MissingReport]:
        """Return the missing reports."""


def silent_section(data: Silence, frame: Frame) -> Component:
    """Return who sent no report: by executor, the longest silence first."""
    if not data.missing:
        return section(_("No information"), no_debt(data.totals.reports), id="missing-list")
    groups = by_executor(data.missing)
    return section(
        _title(data, groups),
        _by_executor_table(groups, data, frame.filters),
        disclosure(
            _("Show every missing report"),
            _every_table(data, frame.filters),
            list_cut(len(data.missing), found(data.missing)),
        ),
        note=_("No report came by the last day of its period: the state of this work is unknown."),
        actions=export_links("missing", frame.filters),
        id="missing-list",
    )


def _title(data: Silence, groups: Sequence[Silent]) -> str:
    who = len({one.executor.id for one in groups})
    if isinstance(data.missing, Cut):
        who = data.totals.silent_executors
    executors = ngettext(
        "%(n)s executor has not reported", "%(n)s executors have not reported", who
    )
    reports = ngettext("%(n)s report is missing", "%(n)s reports are missing", found(data.missing))
    return wording.sentence(f"{executors}, {reports}")


def _by_executor_table(groups: Sequence[Silent], data: Silence, filters: Filters) -> Component:
    of_plan = wording.places(data.plans)
    cols = [
        Column(_("Silence"), "number", small="side", hint=_("Since the oldest missing report")),
        Column(_("Executor"), "name", small="main", is_header=True),
        Column(_("Reports missing by executor"), "number", small="hide"),
        Column(_("Periods"), "text", small="sub"),
        Column(_("Measures"), "text", small="hide"),
    ]
    return table(
        _("Executors without reports, the longest silence first"),
        cols,
        [Row(_group_cells(one, of_plan.of(one.plan), filters)) for one in groups],
        css="t--silent",
    )


def _group_cells(group: Silent, place: str, filters: Filters) -> list[Component]:
    numbers = fmt_number(len(group.reports))
    return [
        html.Span(fmt_days(group.days), className="late"),
        cells.placed(cells.executor(group.executor, filters), place),
        html.Span(numbers, className="num"),
        html.Span(_periods(group.reports)),
        _measure_links(group.reports, filters),
    ]


def _periods(reports: Sequence[MissingReport]) -> str:
    """Return the periods in the order of their due dates, with how many reports each lacks."""
    counts = Counter(one.period_label for one in sorted(reports, key=lambda one: one.due_on))
    return ", ".join(f"{label} ({count})" for label, count in counts.items())


def _measure_links(reports: Sequence[MissingReport], filters: Filters) -> Component:
    """Return the numbers of the measures as links, each once, "и ещё 5" at the end."""
    found = {one.measure.id: one for one in reports}
    shown = [_number_link(one, filters) for one in list(found.values())[:SHOWN_MEASURES]]
    rest = len(found) - len(shown)
    more = ngettext("and %(n)s more", "and %(n)s more", rest) if rest > 0 else ""
    return html.Span(
        [*shown, html.Span(more, className="muted") if more else None], className="nos"
    )


def _number_link(one: MissingReport, filters: Filters) -> Component:
    href = links.href("measure", filters, id=one.measure.id)
    return link(one.measure_number, href, css="code", title=one.measure.name)


def _every_table(data: Silence, filters: Filters) -> Component:
    """Return all missing reports, the oldest first."""
    of_plan = wording.places(data.plans)
    cols = [
        Column(_("Silence"), "number", small="side"),
        Column(_("No."), "code", small="lead"),
        Column(_("Measure"), "title", small="main", is_header=True),
        Column(_("Executor"), "name", small="sub"),
        Column(_("Reporting period"), "text", small="sub"),
        Column(_("Report was due"), "date", small="hide"),
    ]
    ordered = sorted(data.missing, key=lambda one: (one.due_on, one.executor.short_name))
    body = [Row(_report_cells(one, of_plan.of(one.plan), filters)) for one in ordered]
    return table(_("Missing reports, the oldest first"), cols, body, css="t--missing")


def _report_cells(one: MissingReport, place: str, filters: Filters) -> list[Component | str]:
    return [
        html.Span(fmt_days(one.days), className="late"),
        html.Span(one.measure_number, className="code"),
        cells.placed(cells.measure_ref(one.measure, filters), place),
        cells.placed(cells.executor(one.executor, filters), released_words(one)),
        one.period_label,
        fmt_date(one.due_on),
    ]
