"""Values of indicators that are hardly meant: below zero, or more than 100 per cent.

Some are: a balance may be negative, and "120 % of last year" is more than 100. So what an act says
stands and is told, and where an indicator has such a value others may follow.
"""

from collections.abc import Iterable
from decimal import Decimal

WHOLE = 100


def oddness(value: Decimal, unit: str) -> str:
    """Return "negative", "over_hundred", or "" for a value that nobody wonders about."""
    if value < 0:
        return "negative"
    is_share = unit.strip() == "%" or unit.strip().casefold().startswith("проц")
    return "over_hundred" if is_share and value > WHOLE else ""


def slip(value: Decimal, unit: str, known: Iterable[Decimal]) -> str:
    """Return the same, "" also where one of the indicator's `known` values is odd in that way."""
    found = oddness(value, unit)
    return "" if any(oddness(one, unit) == found for one in known) else found
