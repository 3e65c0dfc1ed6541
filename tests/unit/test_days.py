"""Days off in Russia and the rules that move a deadline."""

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from data_access.rules.days import (
    is_working_day,
    shifted,
    transfers_known,
    working_days_ahead,
)

#: The government's transfers of days off, year by year: the day that became one, and the day
#: it was taken from (a weekend that then was worked, or a holiday that fell on a weekend).
TRANSFERS = {
    2019: {"05-02": "01-05", "05-03": "01-06", "05-10": "02-23"},  # no. 1163 of 01.10.2018
    2020: {"05-04": "01-04", "05-05": "01-05"},  # no. 875 of 10.07.2019
    2021: {"11-05": "01-02", "12-31": "01-03", "02-22": "02-20"},  # no. 1648 of 10.10.2020
    2022: {"05-03": "01-01", "05-10": "01-02", "03-07": "03-05"},  # no. 1564 of 16.09.2021
    2023: {"02-24": "01-01", "05-08": "01-08"},  # no. 1505 of 29.08.2022
    2024: {  # no. 1314 of 10.08.2023
        "05-10": "01-06",
        "12-31": "01-07",
        "04-29": "04-27",
        "04-30": "11-02",
        "12-30": "12-28",
    },
    2025: {  # no. 1335 of 04.10.2024
        "05-02": "01-04",
        "12-31": "01-05",
        "05-08": "02-23",
        "06-13": "03-08",
        "11-03": "11-01",
    },
    2026: {"01-09": "01-03", "12-31": "01-04"},  # no. 1466 of 24.09.2025
}
#: Saturdays that were worked in exchange.
WORKED = ("2021-02-20", "2022-03-05", "2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01")
#: Working days of the year by the official calendar for a five-day week.
WORKING_DAYS = {
    2019: 247,
    2020: 248,
    2021: 247,
    2022: 247,
    2023: 247,
    2024: 248,
    2025: 247,
    2026: 247,
}
HOLIDAYS = (
    *(f"01-{day:02}" for day in range(1, 9)),
    *("02-23", "03-08", "05-01", "05-09", "06-12", "11-04"),
)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def expected_working_days(year: int) -> set[date]:
    """Work the year's calendar out from the Labour Code (art. 112) and the transfers."""
    holidays = {date.fromisoformat(f"{year}-{one}") for one in HOLIDAYS}
    transfers = {
        date.fromisoformat(f"{year}-{taken}"): date.fromisoformat(f"{year}-{given}")
        for given, taken in TRANSFERS[year].items()
    }
    off = {day for day in days_of(year) if day.weekday() >= 5} | holidays
    off -= {day for day in transfers if day not in holidays}
    off |= set(transfers.values())
    for day in sorted(holidays):
        # A holiday on a weekend moves to the next working day, but for those of January and
        # those that the government moved elsewhere.
        if day.weekday() >= 5 and day.month > 1 and day not in transfers:
            off.add(next(one for one in days_of(year) if one > day and one not in off))
    return set(days_of(year)) - off


@pytest.mark.parametrize("year", TRANSFERS)
def test_the_years_equal_the_governments_calendars(year: int) -> None:
    assert {day for day in days_of(year) if is_working_day(day)} == expected_working_days(year)
    assert len(expected_working_days(year)) == WORKING_DAYS[year]


def test_saturdays_that_were_worked() -> None:
    assert all(is_working_day(date.fromisoformat(day)) for day in WORKED)


@pytest.mark.parametrize(
    ("year", "is_off"),
    [
        (2019, False),
        (2020, False),
        (2021, True),
        (2022, True),
        (2023, True),
        (2024, True),
        (2025, True),
        (2026, True),
    ],
)
def test_the_last_day_of_the_year(year: int, is_off: bool) -> None:
    """2022 and 2023 ended on a weekend; the other days off are transfers."""
    assert is_working_day(date(year, 12, 31)) is not is_off


def test_days_declared_non_working_by_decree_move_nothing() -> None:
    """As the Supreme Court held of April 2020; see docs/decisions.md."""
    assert is_working_day(date(2020, 4, 6))
    assert is_working_day(date(2021, 5, 4))
    assert is_working_day(date(2021, 11, 1))


EARLY = date(2000, 1, 1)


@pytest.mark.parametrize(
    ("due_on", "rule", "expected"),
    [
        ("2021-10-10", "none", "2021-10-10"),
        ("2021-10-10", "next", "2021-10-11"),
        ("2021-10-10", "preceding", "2021-10-08"),
        ("2021-12-31", "next", "2022-01-10"),  # over the New Year holidays
        ("2022-01-10", "preceding", "2022-01-10"),  # a working day stays
        ("2021-01-10", "preceding", "2020-12-31"),  # which was worked in 2020
        ("2021-02-20", "next", "2021-02-20"),  # a Saturday that was worked
        ("2021-02-22", "next", "2021-02-24"),  # a transferred day off before a holiday
        ("2024-04-28", "next", "2024-05-02"),
    ],
)
def test_shifts(due_on: str, rule: str, expected: str) -> None:
    assert shifted(date.fromisoformat(due_on), rule, EARLY) == date.fromisoformat(expected)


def test_a_backward_shift_never_leaves_the_period() -> None:
    first = date(2022, 1, 1)
    assert shifted(date(2022, 1, 9), "preceding", first) == first
    assert shifted(date(2022, 1, 9), "preceding", date(2021, 12, 1)) == date(2021, 12, 30)


@given(st.dates(date(2019, 1, 1), date(2026, 12, 20)))
def test_shifts_end_on_the_nearest_working_day(due_on: date) -> None:
    later, earlier = shifted(due_on, "next", EARLY), shifted(due_on, "preceding", EARLY)
    assert earlier <= due_on <= later
    assert is_working_day(later)
    assert is_working_day(earlier)
    between = [earlier + timedelta(days=n) for n in range(1, (later - earlier).days)]
    assert not any(is_working_day(day) for day in between)
    assert (earlier == later) == is_working_day(due_on)


def test_ten_working_days_ahead() -> None:
    assert working_days_ahead(date(2021, 10, 11)) == date(2021, 10, 25)
    assert working_days_ahead(date(2021, 12, 30)) == date(2022, 1, 21)
    assert working_days_ahead(date(2021, 10, 9), 1) == date(2021, 10, 11)


def test_transfers_are_known_of_past_years_and_not_of_far_ones() -> None:
    assert all(transfers_known(year) for year in TRANSFERS)
    assert not transfers_known(2090)


@pytest.mark.parametrize("year", range(1990, 2041))
def test_the_file_says_what_the_library_says(year: int) -> None:
    """Fails when a newer library knows more: `python scripts/days_off.py` writes the file anew."""
    known = country_holidays("RU", years=year)
    assert transfers_known(year) == (year <= max(known.special_public_holidays))
    assert [is_working_day(day) for day in days_of(year)] == [
        known.is_working_day(day) for day in days_of(year)
    ]
