"""The year of the generated plans, and its quarters."""

from datetime import UTC, date, datetime

YEAR = 2026
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
#: Last day of each quarter.
QUARTERS = (date(YEAR, 3, 31), date(YEAR, 6, 30), date(YEAR, 9, 30), LAST)


def moment(day: date, hour: int = 8) -> datetime:
    """Return a moment of the day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def quarter_start(quarter: int) -> date:
    """Return the first day of a quarter, 0 to 3."""
    return date(YEAR, 3 * quarter + 1, 1)
