"""One report of an executor, wherever reports stand: its head, what it says, what it rests on."""

from datetime import date, datetime

from dash.development.base_component import Component

from data_access.records.measures import ReportView
from data_access.records.status import Status
from layouts import elements as html
from layouts import status_view
from layouts.components import Content, icon
from layouts.texts import _, fmt_date, fmt_moment_date, fmt_number


def dated_entry(on: date, content: Content, entered_late: datetime | None = None) -> Component:
    """Return an entry of a history: its date by the official record, then its content.

    `entered_late` is when the row came into the system, where that was long after its date.
    """
    when: list[Component] = [html.Time(fmt_date(on), dateTime=on.isoformat())]
    if entered_late:
        when.append(_late_mark(entered_late))
    parts = [html.Div(when, className="history__date"), _body(content)]
    return html.Li(parts)


def report_content(one: ReportView, about: Component | None) -> list[Content]:
    """Return a report: outcome, `about` (whose it is, or of which measure), text, reason, facts."""
    head = [status_view.badge(Status(one.outcome)), about, _of_what(one)]
    why_not = _why_not(one)
    facts = _facts(one)
    return [
        html.Div(head, className="history__head"),
        html.P(one.narrative) if one.narrative else None,
        html.P(why_not) if why_not else None,
        html.P(facts, className="small muted") if facts else None,
    ]


def _body(content: Content) -> Component:
    return html.Div(content, className="history__body")


def _late_mark(entered: datetime) -> Component:
    text = _("entered on %(date)s", date=fmt_moment_date(entered))
    hint = _("Entered much later than its date")
    return html.Div(
        [icon("hourglass-split"), " ", text], className="small entered-late", title=hint
    )


def _of_what(one: ReportView) -> Component:
    """Return the control point and the period that the report is about, each word once."""
    parts = dict.fromkeys(part for part in (one.point_label, one.period_label) if part)
    words = ", ".join(parts)
    if not words and one.point_id is None:
        words = _("interim information")
    return html.Span(words, className="muted small")


def _why_not(one: ReportView) -> str:
    """Return the reason that was given and the date that was proposed."""
    reason = _("Reason: %(text)s", text=one.reason) if one.reason else ""
    proposed = one.proposed_due_on
    proposal = _("Proposes %(date)s.", date=fmt_date(proposed)) if proposed else ""
    return " ".join(part for part in (reason, proposal) if part)


def _facts(one: ReportView) -> str:
    """Return when it was done, how much, by what document, and who signed."""
    done = _("done on %(date)s", date=fmt_date(one.completed_on)) if one.completed_on else ""
    return " · ".join(
        part for part in (done, _quantity(one), one.evidence, one.author_post) if part
    )


def _quantity(one: ReportView) -> str:
    """Return "случаев: 1": a unit is stored in one form, which no number beside it bends."""
    if one.quantity is None:
        return ""
    return ": ".join(part for part in (one.unit, fmt_number(one.quantity)) if part)
