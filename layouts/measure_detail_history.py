"""A measure's history: reports and decisions as one list, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dash import html
from dash.development.base_component import Component

from data_access.records.measures import DecisionView, MeasureDetail, ReportView
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import cells, status_view
from layouts.components import Content, disclosure, icon, section
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
    events += [_of_decision(one) for one in detail.decisions]
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
    when = [html.Time(fmt_date(event.on), dateTime=event.on.isoformat())]
    if event.entered_late:
        when.append(_late_mark(event))
    return html.Li(
        [
            html.Div(when, className="history__date"),
            html.Div(event.content, className="history__body"),
        ]
    )


def _late_mark(event: _Event) -> Component:
    """Return that the row came into the system long after its date."""
    text = _("entered on %(date)s", date=fmt_date(event.recorded_at.date()))
    hint = _("Entered much later than its date")
    return html.Div(
        [icon("hourglass-split"), " ", text], className="small entered-late", title=hint
    )


def _of_report(one: ReportView, filters: Filters) -> _Event:
    head = [status_view.badge(Status(one.outcome)), cells.executor(one.executor, filters)]
    about = ", ".join(part for part in dict.fromkeys((one.point_label, one.period_label)) if part)
    interim = _("interim information")
    head.append(html.Span(about or interim, className="muted small"))
    content: list[Content] = [
        html.Div(head, className="event__head"),
        html.P(one.narrative) if one.narrative else None,
        html.P(_why_not(one)) if one.reason or one.proposed_due_on else None,
        html.P(_facts(one), className="small muted"),
    ]
    return _Event(one.submitted_on, one.recorded_at, content, one.entered_late)


def _why_not(one: ReportView) -> str:
    reason = _("Reason: %(text)s", text=one.reason) if one.reason else ""
    proposed = one.proposed_due_on
    proposal = _("Proposes %(date)s.", date=fmt_date(proposed)) if proposed else ""
    return " ".join(part for part in (reason, proposal) if part)


def _facts(one: ReportView) -> str:
    """Return when it was done, how much, by what document, and who signed."""
    quantity = f"{fmt_number(one.quantity)} {one.unit}".strip() if one.quantity is not None else ""
    done = _("done on %(date)s", date=fmt_date(one.completed_on)) if one.completed_on else ""
    return " · ".join(part for part in (done, quantity, one.evidence, one.author_post) if part)


def _of_decision(one: DecisionView) -> _Event:
    name, sign = DECISIONS[one.kind]
    text = _(name)
    if one.new_due_on:
        text = _("%(text)s to %(date)s", text=text, date=fmt_date(one.new_due_on))
    head = [
        html.Strong([icon(sign), " ", text]),
        html.Span(_(TARGETS[one.target]), className="muted small"),
    ]
    basis = _("Basis: %(text)s", text=one.basis) if one.basis else _("no basis given")
    reason = _("Reason: %(text)s", text=one.reason) if one.reason else ""
    content: list[Content] = [
        html.Div(head, className="event__head"),
        html.P(". ".join(part for part in (basis, reason) if part)),
    ]
    return _Event(one.decided_on, one.recorded_at, content, one.entered_late)
