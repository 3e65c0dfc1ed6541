"""A measure's history: reports and decisions as one list, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dash import html
from dash.development.base_component import Component

from data_access.records.measures import DecisionView, MeasureDetail, ReportView
from data_access.records.view import Filters
from layouts import cells
from layouts.components import Content, disclosure, icon, section
from layouts.report_view import dated_entry, report_content
from layouts.texts import N_, _, fmt_date, fmt_number, ngettext

#: Entries that stand open; the older ones are under a fold.
SHOWN = 10

#: Kind of a decision → its words and its icon.
DECISIONS = {
    "accept": (N_("Accepted"), "check2-square"),
    "return": (N_("Returned for more work"), "arrow-return-left"),
    "extend": (N_("Deadline extended"), "calendar-plus"),
    "remove": (N_("Taken off control"), "dash-circle"),
    "not_done": (N_("Closed as not done"), "x-circle"),
    "reopen": (N_("Taken under control again"), "arrow-counterclockwise"),
}

TARGETS = {
    "report": N_("decision on a report"),
    "control_point": N_("decision on a control point"),
    "measure": N_("decision on the measure"),
}


@dataclass(frozen=True)
class _Event:
    """One entry: its date by the official record, when it was entered, what it shows."""

    on: date
    recorded_at: datetime
    content: list[Content]
    entered_late: bool


def history(detail: MeasureDetail, filters: Filters) -> Component:
    """Return reports and decisions in one list; what was entered late is marked."""
    events = [_of_report(one, filters) for one in detail.reports]
    events += [_of_decision(one, filters) for one in detail.decisions]
    if not events:
        nothing = html.P(_("No report and no decision yet."), className="muted")
        return section(_("History"), nothing, id="history")
    events.sort(key=lambda one: (one.on, one.recorded_at), reverse=True)
    older = events[SHOWN:]
    fold = _("Show %(n)s earlier", n=fmt_number(len(older)))
    return section(
        _title(len(detail.reports), len(detail.decisions)),
        _listed(events[:SHOWN]),
        disclosure(fold, _listed(older)) if older else None,
        note=_("The newest first. A correction is a newer report, the old one stays."),
        id="history",
    )


def _listed(events: Sequence[_Event]) -> Component:
    return html.Ol([_item(one) for one in events], className="history")


def _title(reports: int, decisions: int) -> str:
    """Return how much there is of both."""
    parts = [
        ngettext("%(n)s report", "%(n)s reports", reports) if reports else "",
        ngettext("%(n)s decision", "%(n)s decisions", decisions) if decisions else "",
    ]
    counts = ", ".join(part for part in parts if part)
    return _("History: %(counts)s", counts=counts)


def _item(event: _Event) -> Component:
    return dated_entry(event.on, event.content, event.recorded_at if event.entered_late else None)


def _of_report(one: ReportView, filters: Filters) -> _Event:
    content = report_content(one, cells.executor(one.executor, filters))
    return _Event(one.submitted_on, one.recorded_at, content, one.entered_late)


def _of_decision(one: DecisionView, filters: Filters) -> _Event:
    name, sign = DECISIONS[one.kind]
    text = _(name)
    if one.new_due_on:
        text = _("%(text)s to %(date)s", text=text, date=fmt_date(one.new_due_on))
    head = [
        html.Strong([icon(sign), " ", text]),
        html.Span(_about(one, filters), className="muted small"),
    ]
    basis = _("Basis: %(text)s", text=one.basis) if one.basis else _("no basis given")
    reason = _("Reason: %(text)s", text=one.reason) if one.reason else ""
    content: list[Content] = [
        html.Div(head, className="history__head"),
        html.P(". ".join(part for part in (basis, reason) if part)),
    ]
    return _Event(one.decided_on, one.recorded_at, content, one.entered_late)


def _about(one: DecisionView, filters: Filters) -> list[Content]:
    """Return what was decided on; of a report, whose it is and when it was handed in."""
    what = _(TARGETS[one.target])
    if one.report_by is None:
        return [what]
    return [f"{what}: ", cells.executor(one.report_by, filters), f", {fmt_date(one.report_on)}"]
