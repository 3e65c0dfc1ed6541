"""Calendar arithmetic: ends of months, equal periods of a term, stretches laid onto years."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from data_access.importers.deadlines.items import Stretch, years_after
from data_access.importers.deadlines.parts import Limit, Moment, MonthDay, Unit
from data_access.importers.deadlines.records import Term

ONE_DAY = timedelta(days=1)
YEAR_MONTHS = 12


@dataclass(frozen=True)
class Span:
    """A stretch on the calendar, both days included."""

    start: date
    end: date


def day_of(year: int, place: MonthDay) -> date:
    """Return the day; one beyond the month's end is its last."""
    month, day = place
    return date(year, month, min(day, monthrange(year, month)[1]))


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, YEAR_MONTHS)
    return day_of(day.year + years, (month + 1, day.day))


def end_of_month(day: date) -> date:
    """Return the last day of the month."""
    return day_of(day.year, (day.month, 31))


def periods(term: Term | Span, months: int) -> Iterator[Span]:
    """Yield the periods of so many months that touch a term, or another stretch of time.

    They begin with the calendar year; longer ones with the term's first year.
    """
    start = date(term.start.year, 1, 1)
    while start <= term.end:
        following = add_months(start, months)
        if following > term.start:
            yield Span(start, following - ONE_DAY)
        start = following


def on(moment: Moment, year: int) -> Span:
    """Return the moment as it begins in a year."""
    start = day_of(year, moment.first)
    return Span(start, max(start, day_of(year + moment.span, moment.last)))


def months_in(moment: Moment) -> int:
    """Return how many months a stretch of whole months within a year takes."""
    return moment.last[0] - moment.first[0] + 1


def due_of(span: Span, unit: Unit, limit: Limit) -> date:
    """Return the last day in time; "до 10 числа" includes the 10th, "до мая" ends with April."""
    if unit is Unit.DAY or limit in (Limit.NONE, Limit.BY):
        return span.end
    return span.start - ONE_DAY if limit is Limit.BEFORE else span.start


def laid(stretch: Stretch, term: Term) -> list[Span]:
    """Return the spans of a stretch from its start to its due date, in the years said or all.

    Years not said are those of the term in which the due date lies within it. A stretch that
    fits nowhere is laid into the term's first year, and lies outside.
    """
    if stretch.moment.unit is Unit.TERM:
        return [Span(term.start, term.end)]
    if stretch.moment.years:
        return [_placed(stretch, year) for year in stretch.moment.years]
    every = [_placed(stretch, year) for year in term.years]
    if stretch.shift or _moved(stretch):
        return [span for span in every if span.end >= term.start]
    fitting = [cut for span in every if (cut := _cut(span, stretch.moment, term))]
    return fitting or [_nearest(every, stretch, term)]


def _placed(stretch: Stretch, year: int) -> Span:
    year += stretch.shift + _moved(stretch)
    span = on(stretch.moment, year)
    due = due_of(span, stretch.moment.unit, stretch.limit)
    return Span(min(span.start, due), due)


def _moved(stretch: Stretch) -> int:
    """Return 1 for a date that follows the period it reports on only in the next year."""
    reported = stretch.reported
    if not reported or stretch.moment.years or stretch.shift:
        return 0
    return years_after(reported, stretch.moment)


def _cut(span: Span, moment: Moment, term: Term) -> Span | None:
    """Return the span if it lies in the term; one that begins in it ends with it at the latest."""
    if moment.unit is Unit.DAY:
        return span if term.holds(span.end) else None
    if moment.span:
        return span if span.start >= term.start and span.end <= term.end else None
    if span.end < term.start or span.start > term.end:
        return None
    return Span(max(span.start, term.start), min(span.end, term.end))


def _nearest(every: list[Span], stretch: Stretch, term: Term) -> Span:
    if stretch.moment.unit is Unit.SCHOOL_YEAR:
        return Span(term.start, term.end)
    return next((span for span in every if span.end >= term.start), every[-1])
