"""Reading: "в течение 10 дней после окончания квартала", "за месяц до конца года"."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from data_access.importers.deadlines.drafts import RECURRENCES, YEAR, Case
from data_access.importers.deadlines.parts import Offset, Unit
from data_access.importers.deadlines.periods import ONE_DAY, Span, add_months, laid
from data_access.rules.days import is_working_day, working_days_ahead

DAYS = {"день": 1, "неделя": 7}


def read_offsets(case: Case) -> bool:
    """Read dates counted from the edge of a period; False where the phrase has none."""
    for part, _limit in case.statement.parts:
        if isinstance(part, Offset):
            spans = list(_of_moments(case, part) if part.months < 0 else _of_periods(case, part))
            if part.months >= 0 and case.finer:
                case.draft.ask("contradiction")
            return bool(spans) and _taken(case, spans)
    return False


def _taken(case: Case, spans: list[Span]) -> bool:
    case.draft.kind = "by_date"
    case.draft.add(spans, timed=False)
    return True


def _of_periods(case: Case, part: Offset) -> Iterator[Span]:
    often = case.often.months if case.often else YEAR if case.yearly else 0
    months = part.months or often
    if not months:
        months = 3
        case.draft.ask("quarterly_assumed")
    case.draft.recurrence = RECURRENCES.get(months, f"{months}-monthly")
    for window in case.window():
        for period in case.periods(window, months):
            if window.start <= period.end and period.start <= window.end:
                yield _span(part, period.end)


def _of_moments(case: Case, part: Offset) -> Iterator[Span]:
    """ "за 10 дней до 1 июня": counted from what the phrase names next."""
    for stretch in case.stretches:
        moment = stretch.moment
        if part.from_start and moment.unit is not Unit.TERM:
            moment = replace(moment, unit=Unit.DAY, last=moment.first, span=0)
        spans = laid(replace(stretch, moment=moment), case.term)
        if len(spans) > 1 and not moment.years:
            case.draft.recurrence = "yearly"
            if not case.yearly:
                case.draft.ask("no_year")
        is_day = moment.unit is Unit.DAY
        yield from (_span(part, one.start - ONE_DAY if is_day else one.end) for one in spans)


def _span(part: Offset, last: date) -> Span:
    due = _before(part, last) if part.is_before else _after(part, last)
    return Span(due, due)


def _after(part: Offset, last: date) -> date:
    if part.unit == "рабочий":
        return working_days_ahead(last, part.count)
    if part.unit == "месяц":
        return add_months(last, part.count)
    return last + timedelta(days=part.count * DAYS[part.unit])


def _before(part: Offset, last: date) -> date:
    """Return the last day that leaves so many whole days or months up to the edge."""
    if part.unit == "рабочий":
        return _working_days_back(last, part.count)
    if part.unit == "месяц":
        return add_months(last + ONE_DAY, -part.count) - ONE_DAY
    return last - timedelta(days=part.count * DAYS[part.unit])


def _working_days_back(day: date, count: int) -> date:
    while count > 0:
        count -= is_working_day(day)
        day -= ONE_DAY
    return day
