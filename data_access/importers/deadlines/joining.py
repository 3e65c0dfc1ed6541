"""Which moments belong together: a year and its month, the two ends of a range."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from data_access.importers.deadlines.items import Item, each_year
from data_access.importers.deadlines.parts import Moment, Unit

#: Endings of months in the genitive, a Latin "a" included.
GENITIVE = ("я", "а", "\N{LATIN SMALL LETTER A}")
#: Signs that may stand between a moment and the year that belongs to it.
LOOSE = frozenset((",", "-", "colon", "open", "noise", "close"))


def is_year_of_last(items: Sequence[Item], moment: Moment, since: AbstractSet[str]) -> bool:
    """Tell whether a year belongs to the last item rather than being an item of its own.

    "IV квартал, 2024 год" – it does; "2023 год – июнь, 2024 год – март" – it does not, for the
    month has its year before it. `since` holds the signs between.
    """
    last = items[-1]
    if moment.unit is not Unit.YEAR:
        return False
    if not moment.years:
        return not last.is_year and since <= {"noise"} and last.first.unit is not Unit.TERM
    if last.tail.years:
        return since == {","} and not moment.is_range and last.tail.unit is not Unit.YEAR
    owned = len(items) > 1 and items[-2].is_year
    return since <= LOOSE and not ((last.is_year or owned) and "," in since)


def join_year(last: Item, moment: Moment) -> None:
    """Give a year to the item it belongs to; a further one makes a list."""
    if moment.years:
        last.give_years((*last.tail.years, *each_year(moment)))


def is_of_day(moment: Moment, said: str) -> bool:
    """Tell whether a month stands in the genitive, as after a day: "июня", not "июнь"."""
    return moment.unit is Unit.MONTH and said.casefold().rstrip().endswith(GENITIVE)


def days_of_last(items: Sequence[Item]) -> list[int]:
    """Return the days of the month named last: 10 and 20 of "до 10 и 20 марта"; none of others."""
    days: list[int] = []
    for item in reversed(items):
        moment, first = item.first, items[-1].first
        if moment.unit is not Unit.DAY or moment.first[0] != first.first[0]:
            break
        if item.last or item.opened or item.about:
            break
        days.insert(0, moment.first[1])
    return days


def ends_range(last: Item, moment: Moment, since: AbstractSet[str], closing: bool) -> bool:
    """Tell whether a moment ends the range that the last item began: "май – июнь", "с … по …"."""
    if last.last or last.first.is_range:
        return False
    dashed = since - {"noise", "edge"} == {"-"} and last.is_year == (moment.unit is Unit.YEAR)
    return closing or dashed
