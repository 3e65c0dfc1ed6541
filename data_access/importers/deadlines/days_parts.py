"""The parts that name days of recurring months: which days, of which month of which period."""

from dataclasses import dataclass

from data_access.importers.deadlines.counted import is_last
from data_access.importers.deadlines.drafts import YEAR, Case
from data_access.importers.deadlines.parts import DayOfMonth, Following, MonthOf, Unit

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
    days = [part for part in parts if isinstance(part, DayOfMonth)]
    if not days:
        return None
    numbers = dict.fromkeys(day for part in days for day in part.days)
    return Days(
        DayOfMonth(tuple(numbers), days[0].counted),
        following if isinstance(following, Following) else None,
        month if isinstance(month, MonthOf) else None,
        len(set(days)) > 1,
    )


def reported_months(case: Case, days: Days) -> int:
    """Return the length of the reported period in months; a month where nothing names it."""
    if days.following and days.following.months:
        return days.following.months
    generic = int(case.said("generic") or 0)
    in_unit = days.month.months if days.month else 0
    if case.often:
        return case.often.months
    if not generic and (days.day.counted or is_last(days.day)) and _in_year(case):
        return YEAR
    longer = days.following.what if days.following and days.following.what > 1 else 0
    found = generic if generic > 1 else in_unit or longer or (YEAR if case.yearly else 0)
    if not found and not generic:
        case.draft.ask("monthly_assumed")
    return found or 1


def _in_year(case: Case) -> bool:
    """Tell whether a year is all that names the period: "последний рабочий день года"."""
    return any(one.moment.unit is Unit.YEAR for one in case.stretches) and not case.finer


def month_of(case: Case, days: Days, months: int) -> tuple[int, bool]:
    """Return which month is meant, and whether it is counted from the period's end."""
    number = days.month.number if days.month else None
    if days.following or (days.month and days.month.is_next):
        return number or 1, True
    if number is not None:
        return (number - 1, False) if number else (0, True)
    if months == 1:
        return 0, True
    if is_last(days.day):
        return 0, True
    if days.day.counted:
        return 0, False
    case.draft.ask("which_month")
    return (1, True) if max(days.day.days) <= EARLY else (0, True)
