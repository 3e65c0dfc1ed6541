"""Reading: "до 10 числа месяца, следующего за отчетным" – days of recurring months."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from data_access.importers.deadlines.drafts import RECURRENCES, YEAR, Case
from data_access.importers.deadlines.items import Stretch
from data_access.importers.deadlines.moments import day_moment
from data_access.importers.deadlines.parts import (
    DayOfMonth,
    Following,
    Impossible,
    Limit,
    MonthOf,
    Unit,
)
from data_access.importers.deadlines.periods import (
    Span,
    add_months,
    day_of,
    laid,
    on,
)

#: A day up to this one, with no month named, is taken for the month after the reported period.
EARLY = 15


@dataclass(frozen=True)
class Days:
    """The parts that together name days of recurring months."""

    day: DayOfMonth
    following: Following | None
    month: MonthOf | None
    several: bool


def days_of(case: Case) -> Days | None:
    """Return the parts about days of a month, None where the phrase has none."""
    parts = [part for part, _limit in case.statement.parts]
    found: dict[type, object] = {type(part): part for part in parts}
    following, month = found.get(Following), found.get(MonthOf)
    days = [day for part in parts if isinstance(part, DayOfMonth) for day in part.days]
    if not days:
        return None
    return Days(
        DayOfMonth(tuple(dict.fromkeys(days))),
        following if isinstance(following, Following) else None,
        month if isinstance(month, MonthOf) else None,
        sum(isinstance(part, DayOfMonth) for part in parts) > 1,
    )


def read_days(case: Case) -> bool:
    """Read a day of a recurring month; False where the phrase names none."""
    days = days_of(case)
    if days is None or _named_months(case, days):
        return False
    months = _reported(case, days)
    case.draft.kind = "by_date"
    case.draft.recurrence = RECURRENCES.get(months, f"{months}-monthly")
    spans = sorted(set(_spans(case, days, months)), key=lambda span: span.end)
    if days.several and case.finer:
        case.draft.ask("several_days")
    elif any(one.moment.unit is not Unit.YEAR for one in case.finer):
        spans = [span for span in spans if _inside(case, span)]
    if first := case.after_first():
        spans = [span for span in spans if span.end > first]
    case.draft.add(spans)
    _add_dates(case)
    return bool(case.draft.points)


def _add_dates(case: Case) -> None:
    """Add plain dates beside the days: "…, годовой отчет – до 15 января"."""
    for stretch in case.finer:
        if stretch.moment.unit is Unit.DAY:
            case.draft.kind = "multiple"
            case.draft.add(laid(stretch, case.term), stretch.label, timed=False)
            if not case.said("then"):
                case.draft.ask("more_dates")


def _named_months(case: Case, days: Days) -> bool:
    """ "до 25 числа декабря" is a plain date: turn the month into the day."""
    months = [one for one in case.finer if one.moment.unit is Unit.MONTH]
    if case.often or len(months) != 1 or months[0].moment.is_range:
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


def _reported(case: Case, days: Days) -> int:
    """Return the length of the reported period in months; a month where nothing names it."""
    if days.following and days.following.months:
        return days.following.months
    generic = int(case.said("generic") or 0)
    in_unit = days.month.months if days.month else 0
    if case.often:
        return case.often.months
    longer = days.following.what if days.following and days.following.what > 1 else 0
    found = generic if generic > 1 else in_unit or longer or (YEAR if case.yearly else 0)
    if not found and not generic:
        case.draft.ask("monthly_assumed")
    return found or 1


def _spans(case: Case, days: Days, months: int) -> Iterator[Span]:
    offset, from_end = _month(case, days, months)
    for window in case.window():
        for period in case.periods(window, months):
            base = period.end if from_end else period.start
            month = add_months(base.replace(day=1), offset)
            for day in days.day.days:
                due = day_of(month.year, (month.month, day))
                if window.start <= min(due, period.end) and period.start <= window.end:
                    yield Span(min(max(period.start, window.start), due), due)


def _month(case: Case, days: Days, months: int) -> tuple[int, bool]:
    """Return which month is meant, and whether it is counted from the period's end."""
    number = days.month.number if days.month else None
    if days.following or (days.month and days.month.is_next):
        return number or 1, True
    if number is not None:
        return (number - 1, False) if number else (0, True)
    if months == 1:
        return 0, True
    case.draft.ask("which_month")
    return (1, True) if max(days.day.days) <= EARLY else (0, True)


def _inside(case: Case, span: Span) -> bool:
    """Tell whether a due date lies in the months that the phrase names beside it."""
    stretches = [one for one in case.finer if one.moment.unit is not Unit.DAY]
    years = range(span.end.year - 1, span.end.year + 1)
    spans = [on(one.moment, year) for one in stretches for year in one.moment.years or years]
    return not spans or any(one.start <= span.end <= one.end for one in spans)
