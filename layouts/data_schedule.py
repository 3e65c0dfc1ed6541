"""What was made of a deadline phrase, in words: kind and dates."""

from datetime import date

from dash import html
from dash.development.base_component import Component

from data_access.records.reading import ActReading, MeasureReading, ScheduleReading
from layouts.components import disclosure
from layouts.texts import N_, _, fmt_date, ngettext

KINDS = {
    "period": N_("a period, until its end"),
    "by_date": N_("by a date"),
    "month": N_("a month"),
    "quarter": N_("a quarter"),
    "yearly_quarter": N_("a quarter of every year"),
    "ongoing": N_("all the time, until the end"),
    "event": N_("after an event: no date until one is set"),
    "multiple": N_("several dates"),
    "unknown": N_("no date could be read"),
}
#: Dates in sight; the others are under a fold.
SHOWN = 4


def schedule_words(one: MeasureReading, plan: ActReading) -> Component:
    """Return the control dates with their labels, and the kind of the schedule."""
    schedule = one.schedule
    kind = html.Span(kind_words(schedule, plan), className="muted")
    labels = schedule.labels or ("",) * len(schedule.due_dates)
    dates = [_date(day, label) for day, label in zip(schedule.due_dates, labels, strict=False)]
    if not dates:
        return html.Div([html.Span("→ "), kind])
    css = "dates dates--labelled" if any(labels) else "dates"
    shown = html.Ul(dates[:SHOWN], className=css)
    rest = dates[SHOWN:]
    if not rest:
        return html.Div([shown, kind])
    more = ngettext("%(n)s more date", "%(n)s more dates", len(rest))
    return html.Div([shown, kind, disclosure(more, html.Ul(rest, className=css))])


def kind_words(schedule: ScheduleReading, plan: ActReading) -> str:
    """Return the kind; a period says whether it is the whole plan's, or a year of several."""
    if schedule.kind == "period" and len(schedule.due_dates) == 1:
        ends = schedule.due_dates[0]
        begins = (schedule.starts[0] if schedule.starts else None) or plan.period_start
        if (begins, ends) == (plan.period_start, plan.period_end):
            return _("the whole term")
        if begins == date(ends.year, 1, 1) and ends == date(ends.year, 12, 31):
            return _("the whole year %(year)s", year=ends.year)
    return _(KINDS.get(schedule.kind, KINDS["unknown"]))


def _date(day: object, label: str) -> Component:
    shown = fmt_date(day)  # type: ignore[arg-type]
    return html.Li([html.Span(shown, className="strong"), f" – {label}" if label else ""])
