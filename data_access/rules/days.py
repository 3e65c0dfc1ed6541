"""Working days in Russia and the rules that move a deadline off a day off.

The days off with their yearly transfers stand in `days_off.txt`, written by
`scripts/days_off.py` from the `holidays` library; `docs/decisions.md` tells how far its transfers
were compared with the government's published ones.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path

SOON_WORKING_DAYS = 10
_FILE = Path(__file__).with_name("days_off.txt")
#: Month and day of the holidays by the Labour Code (art. 112), for years without transfers yet.
_HOLIDAYS = frozenset(
    [*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)]
)
_ONE_DAY = timedelta(days=1)


@cache
def _otherwise() -> frozenset[date]:
    """Return the days that are otherwise than the week says: weekdays off, weekend days worked."""
    return frozenset(_read(_FILE.read_text("utf-8")))


def _read(text: str) -> Iterator[date]:
    for line in text.splitlines():
        year, _colon, days = line.partition(":")
        if year.isdigit():
            yield from (date.fromisoformat(f"{year}-{day}") for day in days.split())


@cache
def _last_year() -> int:
    return max(day.year for day in _otherwise())


def is_working_day(day: date) -> bool:
    """Tell whether `day` is a working day in Russia, transfers of days off included."""
    in_the_week = day.weekday() < 5
    if transfers_known(day.year):
        return in_the_week is not (day in _otherwise())
    return in_the_week and (day.month, day.day) not in _HOLIDAYS


def transfers_known(year: int) -> bool:
    """Tell whether the calendar has the Government's transfers of days off of a year.

    A year too far ahead has none yet; the days of its long holidays still are off.
    """
    return year <= _last_year()


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
