"""Days of a month that are counted: by date, by working days, by weekdays.

"До 5 рабочего дня", "последняя пятница месяца": which date that is, only the calendar of the
month in question says.
"""

from datetime import date

from data_access.importers.deadlines.parts import LAST, DayOfMonth
from data_access.importers.deadlines.periods import ONE_DAY, day_of, end_of_month
from data_access.rules.days import is_working_day

WORKING = "working"


def days_in(days: DayOfMonth, month: date) -> list[date]:
    """Return the days meant of the month that `month` lies in; a number beyond it is its last."""
    if not days.counted:
        return [day_of(month.year, (month.month, day)) for day in days.days]
    fitting = [day for day in _month(month) if _fits(day, days.counted)]
    return [fitting[min(number, len(fitting)) - 1] for number in days.days]


def is_last(days: DayOfMonth) -> bool:
    """Tell whether the last day of its kind is meant."""
    return days.days == (LAST,)


def _month(day: date) -> list[date]:
    last = end_of_month(day)
    return [last - ONE_DAY * back for back in reversed(range(last.day))]


def _fits(day: date, counted: str) -> bool:
    return is_working_day(day) if counted == WORKING else day.isoweekday() == int(counted)
