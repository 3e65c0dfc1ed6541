"""Moments of the calendar: days, months, years."""

from calendar import monthrange

from data_access.importers.deadlines.parts import LAST, Impossible, Moment, Unit

#: Days of each month in some year: February has its 29th.
LONGEST = {month: monthrange(2024, month)[1] for month in range(1, 13)}


def months_moment(unit: Unit, first: int, last: int, is_range: bool = False) -> Moment:
    """Return the months from `first` to `last`, over New Year if they run that way."""
    span = int(last < first)
    return Moment(unit, (first, 1), (last, LAST), span=span, is_range=is_range)


def years_moment(first: int, last: int) -> Moment:
    """Return the stretch from the first to the last year."""
    return Moment(Unit.YEAR, (1, 1), (12, LAST), (first,), last - first, last > first)


def day_moment(month: int, day: int, years: tuple[int, ...] = ()) -> Moment | Impossible:
    """Return a single day; it may be one that does not exist."""
    if not (1 <= month <= 12 and 1 <= day <= LONGEST[month]):
        return Impossible(day, month, years[0] if years else None)
    if years and (month, day) == (2, 29) and monthrange(years[0], 2)[1] < day:
        return Impossible(day, month, years[0])
    return Moment(Unit.DAY, (month, day), (month, day), years)
