"""Reading: "до 10 числа месяца, следующего за отчетным" – days of recurring months."""

from collections.abc import Iterator
from dataclasses import replace

from data_access.importers.deadlines.counted import days_in
from data_access.importers.deadlines.days_parts import Days, days_of, month_of, reported_months
from data_access.importers.deadlines.drafts import RECURRENCES, YEAR, Case
from data_access.importers.deadlines.items import Stretch
from data_access.importers.deadlines.moments import day_moment
from data_access.importers.deadlines.parts import DayOfMonth, Impossible, Limit, Unit
from data_access.importers.deadlines.periods import Span, add_months, laid, months_in, on


def read_days(case: Case) -> bool:
    """Read a day of a recurring month; False where the phrase names none."""
    days = days_of(case)
    if days is None or _turn_months(case, days):
        return False
    if days.day.counted and (named := _only_months(case)):
        return _in_months(case, days.day, named, days.several)
    months = reported_months(case, days)
    case.draft.kind = "by_date"
    case.draft.recurrence = RECURRENCES.get(months, f"{months}-monthly")
    spans = sorted(set(_spans(case, days, months)), key=lambda span: span.end)
    if days.several:
        case.draft.ask("several_days")
    elif any(one.moment.unit is not Unit.YEAR for one in case.finer):
        spans = [span for span in spans if _inside(case, span)]
    if first := case.after_first():
        spans = [span for span in spans if span.end > first]
    for stretch in case.finer:
        if _is_exception(stretch, months):
            spans = [span for span in spans if not _replaces(stretch, span)]
    case.draft.add(spans)
    _add_dates(case, months)
    return bool(case.draft.points)


def _add_dates(case: Case, months: int) -> None:
    """Add plain dates beside the days: "…, годовой отчет – до 15 января"."""
    for stretch in case.finer:
        if stretch.moment.unit is not Unit.DAY:
            continue
        case.draft.add(laid(stretch, case.term), stretch.label, timed=False)
        if not _is_exception(stretch, months):
            case.draft.kind = "multiple"
            if not case.said("then"):
                case.draft.ask("more_dates")


def _is_exception(stretch: Stretch, months: int) -> bool:
    """ "…, за IV квартал – до 20 декабря", "…, в декабре – до 15 числа": not the common day."""
    reported = stretch.reported
    return stretch.moment.unit is Unit.DAY and bool(
        stretch.instead or (reported and not reported.span and months_in(reported) == months)
    )


def _replaces(stretch: Stretch, span: Span) -> bool:
    """Tell whether an exception stands for the common day of this period, or of this month."""
    years = {year + stretch.shift for year in stretch.moment.years}
    if stretch.instead:
        return span.end.month == stretch.moment.first[0] and years <= {span.end.year}
    reported = stretch.reported
    return bool(reported and span.start.month == reported.first[0])


def _turn_months(case: Case, days: Days) -> bool:
    """Turn the month of "до 25 числа декабря", a plain date, into the day; False for others."""
    months = [one for one in case.finer if one.moment.unit is Unit.MONTH]
    if days.day.counted or case.often or len(months) != 1 or months[0].moment.is_range:
        return False
    month = months[0]
    moments = [day_moment(month.moment.first[0], day) for day in days.day.days]
    kept = [one for one in case.statement.stretches if one is not month]
    shift = int(days.following is not None and days.following.months == YEAR)
    for moment in moments:
        if not isinstance(moment, Impossible):
            dated = replace(moment, years=month.moment.years)
            kept.append(Stretch(dated, Limit.BY, month.label, month.shift or shift))
    case.statement.stretches = kept
    return True


def _only_months(case: Case) -> list[Stretch]:
    """Return the months that the phrase names where it names nothing else."""
    months = [one for one in case.finer if one.moment.unit is Unit.MONTH]
    return months if len(months) == len(case.finer) and not case.often else []


def _in_months(case: Case, day: DayOfMonth, months: list[Stretch], several: bool) -> bool:
    """Read "последняя пятница сентября": counted anew in each year."""
    case.draft.kind = "by_date" if len(months) == 1 else "multiple"
    case.draft.recurrence = "yearly" if case.yearly else "none"
    if several:
        case.draft.ask("several_days")
    for month in months:
        spans = laid(month, case.term)
        if len(spans) > 1 and not (month.moment.years or case.yearly):
            case.draft.ask("no_year")
        for span in spans:
            dues = days_in(day, span.end)
            case.draft.add([Span(due, due) for due in dues], month.label, timed=False)
    return True


def _spans(case: Case, days: Days, months: int) -> Iterator[Span]:
    offset, from_end = month_of(case, days, months)
    for window in case.window():
        for period in case.periods(window, months):
            base = period.end if from_end else period.start
            for due in days_in(days.day, add_months(base.replace(day=1), offset)):
                if window.start <= min(due, period.end) and period.start <= window.end:
                    yield Span(min(max(period.start, window.start), due), due)


def _inside(case: Case, span: Span) -> bool:
    """Tell whether a due date lies in the months that the phrase names beside it."""
    stretches = [one for one in case.finer if one.moment.unit is not Unit.DAY]
    years = range(span.end.year - 1, span.end.year + 1)
    spans = [on(one.moment, year) for one in stretches for year in one.moment.years or years]
    return not spans or any(one.start <= span.end <= one.end for one in spans)
