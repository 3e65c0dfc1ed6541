"""Beginning, middle and end of a stretch: "в начале сентября", "до конца года"."""

from dataclasses import replace

from data_access.importers.deadlines.moments import months_moment
from data_access.importers.deadlines.parts import LAST, Limit, Moment, Unit

#: How many months the beginning or the middle of a longer unit is taken for.
MONTHS = {Unit.QUARTER: 1, Unit.HALF: 2, Unit.SEASON: 1, Unit.SCHOOL_YEAR: 1, Unit.YEAR: 3}
WHOLE = (Unit.YEAR, Unit.TERM)


def edged(moment: Moment, edge: str, limit: Limit) -> tuple[Moment, Limit]:
    """Return the moment and limit that an edge word, or the lack of one, makes of them.

    "до конца мая" is by its last day, "до начала" before its first, "к началу" at it; without a
    limit the word means a part of the stretch and leaves the day open.
    """
    if edge == "конец":
        moment = _last_month(moment)
        return moment, Limit.BY if limit else limit
    if edge == "начало" and limit:
        return moment, Limit.BEFORE if limit is Limit.BY else limit
    if edge:
        return _part(moment, edge, limit), Limit.BY if limit else limit
    return _bare(moment, limit)


def _last_month(moment: Moment) -> Moment:
    """Return May for the end of a school year not named: it may have begun before the plan."""
    if moment.unit is not Unit.SCHOOL_YEAR or moment.years:
        return moment
    return months_moment(Unit.SEASON, moment.last[0], moment.last[0])


def _bare(moment: Moment, limit: Limit) -> tuple[Moment, Limit]:
    """ "до 2025 года" takes the year in, "до мая" leaves the month out: both can be doubted."""
    if moment.unit is Unit.DAY or moment.is_range:
        return moment, Limit.BY if limit and moment.is_range else limit
    if limit is Limit.BEFORE and moment.unit in WHOLE:
        return replace(moment, vague=bool(moment.years)), Limit.BY
    if limit is Limit.START:
        return replace(moment, vague=moment.unit in WHOLE), Limit.BEFORE
    return moment, limit


def _part(moment: Moment, edge: str, limit: Limit) -> Moment:
    """Return the part of a stretch; "до середины мая" ends with the 15th."""
    month = moment.first[0]
    if moment.unit is Unit.MONTH:
        first, last = (1, 10) if edge == "начало" else (11, 15 if limit else 20)
        return replace(moment, unit=Unit.PART, first=(month, first), last=(month, last), vague=True)
    size = MONTHS.get(moment.unit, 0)
    if not size:
        return replace(moment, vague=True)
    first = month if edge == "начало" else month + size
    unit = Unit.QUARTER if size == 3 else Unit.MONTH
    last = first + size - 1
    return replace(moment, unit=unit, first=(first, 1), last=(last, LAST), span=0, vague=True)
