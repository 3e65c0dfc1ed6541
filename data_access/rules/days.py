"""Working days in Russia and the rules that move a deadline off a day off.

The days off with their yearly transfers come from the `holidays` library; `docs/decisions.md`
tells how far its transfers were compared with the government's published ones.
"""

from datetime import date, timedelta
from functools import lru_cache

from holidays import HolidayBase, country_holidays

SOON_WORKING_DAYS = 10
_ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=64)
def _year(year: int) -> HolidayBase:
    return country_holidays("RU", years=year)


def is_working_day(day: date) -> bool:
    """Tell whether `day` is a working day in Russia, transfers of days off included."""
    return bool(_year(day.year).is_working_day(day))


@lru_cache(maxsize=64)
def transfers_known(year: int) -> bool:
    """Tell whether the calendar has the Government's transfers of days off of a year.

    A year too far ahead has none yet; the days of its long holidays still are off.
    """
    return bool(year <= max(country_holidays("RU").special_public_holidays))


def shifted(due_on: date, rule: str, not_before: date) -> date:
    """Return the due date moved off a day off by the plan's rule.

    `rule`: "none"; "next" (Civil Code, art. 193); "preceding" (rules on the control of
    assignments). A backward shift never goes before `not_before`, the period's first day.
    """
    if rule == "none" or is_working_day(due_on):
        return due_on
    step = _ONE_DAY if rule == "next" else -_ONE_DAY
    day = due_on + step
    while not is_working_day(day):
        day += step
    return max(day, not_before) if rule == "preceding" else day


@lru_cache(maxsize=512)
def working_days_ahead(start: date, count: int = SOON_WORKING_DAYS) -> date:
    """Return the day that lies `count` working days after `start`."""
    day = start
    while count > 0:
        day += _ONE_DAY
        count -= is_working_day(day)
    return day
