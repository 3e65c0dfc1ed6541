"""Fixed moments for sample rows, so that two loads give equal rows."""

from datetime import UTC, date, datetime, time

OFFICE_OPENS = time(6, 0)


def opening_of(day: date) -> datetime:
    """Return the moment, in UTC, at which the sample enters something dated `day`."""
    return datetime.combine(day, OFFICE_OPENS, tzinfo=UTC)
