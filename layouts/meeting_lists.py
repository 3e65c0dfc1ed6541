"""The meeting's lists: overdue, done in part, silent executors, indicators, changed terms."""

from collections.abc import Sequence

from dash.development.base_component import Component

from data_access.records.cut import found
from data_access.records.indicators import IndicatorRow
from data_access.records.measures import MeasureRow
from data_access.records.pages import MeetingPage, Overview
from data_access.records.status import Status
from layouts import elements as html
from layouts import sentences as say
from layouts import status_view
from layouts.dumbbell import gap_text
from layouts.indicator_scale import amount, verdict_icon, verdict_word, worst_first
from layouts.meeting_parts import (
    Screen,
    late_days,
    listing,
    measure_row,
    paged,
    row,
    title_with,
    weight_of,
)
from layouts.notices import all_clear
from layouts.silence import Silent, by_executor
from layouts.terms import not_begun
from layouts.texts import _, fmt_date, fmt_days, fmt_number, ngettext
from layouts.wording import places, sentence

#: An indicator's row is higher than others.
INDICATORS = 5


def overdue(data: Overview) -> list[Screen]:
    """Return what is overdue, worst first, six a screen; good news where no date was missed."""
    words = say.overdue_words(data.totals)
    title = sentence(words)
    if not data.overdue and (data.totals.missed or not_begun(data.plans)):  # others say it
        return []
    if not data.overdue:
        return [Screen(title, all_clear(_("No deadline has passed.")), "screen--clear")]
    return _measures(title, data.overdue, len(data.plans) > 1)


def partial(data: MeetingPage) -> list[Screen]:
    """Return what was done in part though its date passed; nothing if there is none."""
    title = ngettext(
        "%(n)s measure done only in part", "%(n)s measures done only in part", found(data.partial)
    )
    return _measures(title, data.partial, len(data.overview.plans) > 1)


def not_done(data: MeetingPage) -> list[Screen]:
    """Return what a decision closed as not done, with its act; nothing if there is none."""
    title = ngettext("%(n)s measure not done", "%(n)s measures not done", found(data.not_done))
    several = len(data.overview.plans) > 1
    return [
        Screen(title_with(title, part), listing([_closed(one, data, several) for one in some]))
        for some, part in paged(data.not_done, weight_of)
    ]


def _measures(title: str, rows: Sequence[MeasureRow], several: bool) -> list[Screen]:
    """Return late measures: number, title, who, due when, how long."""
    return [
        Screen(title_with(title, part), listing([_late(one, several) for one in some]))
        for some, part in paged(rows, weight_of)
    ]


def _late(one: MeasureRow, several: bool) -> Component:
    """Return one late measure; the reason that was given stands last, as far as there is room."""
    due = _("due %(date)s", date=fmt_date(one.due_on))
    sub = f"{due} · {one.reason}" if one.reason else due
    return measure_row(one, late_days(one), several=several, sub=sub)


def missing(data: Overview) -> list[Screen]:
    """Return who sent no report; nothing where no plan sets a duty."""
    totals = data.totals
    if totals.reports is None or not totals.reports.whole:
        return []
    if not data.missing:
        title = _("All reports that were due are in")
        return [Screen(title, all_clear(_("No executor is silent.")), "screen--clear")]
    words = say.silent_words(totals)
    title = sentence(words)
    of_plan = places(data.plans)
    rows = [_silent(one, of_plan.of(one.plan)) for one in by_executor(data.missing)]
    return [Screen(title_with(title, part), listing(some)) for some, part in paged(rows)]


def _silent(one: Silent, place: str) -> Component:
    """Return one silent executor: where, which periods, how many reports, how long since."""
    periods = list(dict.fromkeys(report.period_label for report in one.reports))
    shown = ", ".join(periods[:3])
    if len(periods) > 3:
        shown += " " + ngettext("and %(n)s more", "and %(n)s more", len(periods) - 3)
    count = ngettext("%(n)s report", "%(n)s reports", len(one.reports))
    sub = _("%(periods)s; overdue up to %(days)s", periods=shown, days=fmt_days(one.days))
    words = " · ".join(text for text in (place, sub) if text)
    return row("", one.executor.short_name, words, html.Strong(count, className="late"))


def indicators(data: Overview) -> list[Screen]:
    """Return the indicators against their targets, missed ones first."""
    ranked = worst_first(data.indicators)
    title = say.indicators_words(data.indicators)
    of_plan = places(data.plans)
    return [
        Screen(
            title_with(title, part),
            listing([_indicator(one, of_plan.of(one.plan)) for one in some]),
            "screen--values",
        )
        for some, part in paged(ranked, most=INDICATORS)
    ]


def _indicator(one: IndicatorRow, place: str) -> Component:
    """Return one indicator: where, its year's target and actual, how far they are apart."""
    year = one.gap_year or max({*one.targets, *one.actuals}, default=None)
    target = one.targets.get(year) if year else None
    actual = one.actuals.get(year) if year else None
    values = _(
        "%(year)s: target %(target)s, actual %(actual)s",
        year=year or "",
        target=amount(one, target),
        actual=amount(one, actual),
    )
    words = " · ".join(text for text in (place, values) if text)
    return row("", one.short_name, words, _verdict(one))


def _verdict(one: IndicatorRow) -> list[Component]:
    """Return whether the target is met, and below it how far off the actual is."""
    year = f"{one.gap_year}: " if one.gap_year else ""
    gap = html.Div(year + gap_text(one), className="screen__sub")
    if one.met is None:
        return [gap]
    word = html.Strong(verdict_word(one.met))
    return [html.Div([verdict_icon(one.met), " ", word]), gap]


def changed_terms(data: MeetingPage) -> list[Screen]:
    """Return what was extended and what was removed from control, with the act behind it."""
    words = [
        _("%(n)s extended", n=fmt_number(found(data.extended))) if data.extended else "",
        _("%(n)s removed from control", n=fmt_number(found(data.removed))) if data.removed else "",
    ]
    title = ", ".join(word for word in words if word)
    several = len(data.overview.plans) > 1
    title = sentence(title)
    measures = [*data.extended, *data.removed]
    return [
        Screen(title_with(title, part), listing([_changed(one, data, several) for one in some]))
        for some, part in paged(measures, weight_of)
    ]


def _changed(one: MeasureRow, data: MeetingPage, several: bool) -> Component:
    """Return a measure whose term was extended or which was removed from control."""
    return (_removed if one.status is Status.REMOVED else _extended)(one, data, several)


def _extended(one: MeasureRow, data: MeetingPage, several: bool) -> Component:
    """Return an extended measure with both dates."""
    side = [html.Strong(fmt_date(one.due_on)), html.Del(fmt_date(one.original_due_on))]
    return measure_row(
        one,
        html.Span(side, className="screen__dates"),
        several=several,
        sub=data.bases.get(one.id, ""),
    )


def _closed(one: MeasureRow, data: MeetingPage, several: bool) -> Component:
    """Return a measure that was closed as not done: since when it was late, by which act."""
    due = _("due %(date)s", date=fmt_date(one.due_on))
    basis = data.bases.get(one.id, "")
    sub = f"{due} · {basis}" if basis else due
    return measure_row(one, status_view.badge(one.status), several=several, sub=sub)


def _removed(one: MeasureRow, data: MeetingPage, several: bool) -> Component:
    """Return a measure that was removed from control."""
    badge = status_view.badge(one.status)
    return measure_row(one, badge, several=several, sub=data.bases.get(one.id, ""))
