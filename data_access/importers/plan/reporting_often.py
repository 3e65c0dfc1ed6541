"""How often reports are due: in words, or by the distance of the days that are named."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

#: How often, in words → as the schema has it.
FREQUENCIES = (
    (
        r"ежеквартальн[а-яё]+|раз\s+в\s+квартал|итогам\s+(?:\w+\s+)?квартала|кажд[а-яё]+\s+квартал[а-яё]*",
        "quarterly",
    ),
    (r"ежемесячн[а-яё]+|раз\s+в\s+месяц|кажд[а-яё]+\s+месяц[а-яё]*", "monthly"),
    (
        r"раз\s+в\s+(?:полугодие|полгода)|итогам\s+(?:\w+\s+)?полугодия|"
        r"кажд[а-яё]+\s+(?:полугоди[а-яё]*|полгода)|(?:2\s+раза|два\s+раза|дважды)\s+в\s+год",
        "half_yearly",
    ),
    (r"ежегодн[а-яё]+|раз\s+в\s+год\b|итогам\s+года|кажд[а-яё]+\s+год[а-яё]*", "yearly"),
)
#: What a report is about says it as well, where no other word does.
PERIODS = (
    (r"отч[её]тн[а-яё]+\s+квартал", "quarterly"),
    (r"отч[её]тн[а-яё]+\s+полугоди", "half_yearly"),
)
OFTEN = re.compile("|".join(words for words, _name in FREQUENCIES), re.I)
#: Months between two reports → how often they are due.
DISTANCES = {1: "monthly", 3: "quarterly", 6: "half_yearly", 12: "yearly"}
#: Words that leave open how many reports there are.
OPEN = frozenset({"once", "yearly"})


def named(clause: str) -> str:
    """Return how often the words of a clause say; "once" where they say nothing."""
    words = (*FREQUENCIES, *PERIODS)
    return next((name for said, name in words if re.search(said, clause, re.I)), "once")


def by_days(frequency: str, dues: Sequence[date], span: tuple[date, date]) -> str:
    """Return how often reports are due, going by their days where the words say less.

    "До 10 июля и до 10 января ежегодно" is half-yearly; days at no even distance, and those that
    do not reach over the whole `span`, change nothing.
    """
    apart = {_months(one) - _months(other) for other, one in pairwise(dues)}
    step = apart.pop() if len(apart) == 1 else 0
    if frequency not in OPEN or step not in DISTANCES:
        return frequency
    whole = _months(dues[0]) <= _months(span[0]) + step and _months(dues[-1]) + step > _months(
        span[1]
    )
    return DISTANCES[step] if whole and all(_ends_period(due, step) for due in dues) else frequency


def is_open(frequency: str, dues: Sequence[date]) -> bool:
    """Tell whether more days are named than a frequency has use for."""
    apart = [_months(one) - _months(other) for other, one in pairwise(dues)]
    return bool(apart) and (frequency == "once" or (frequency == "yearly" and min(apart) < 9))


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _ends_period(due: date, step: int) -> bool:
    """Tell whether a day lies in the last month of a period, or in the one after it."""
    return due.month % step in (0, 1 % step)
