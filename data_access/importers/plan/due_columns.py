"""A deadline that stands in two columns, start and end: the one rule of how they are read."""

from datetime import date

from data_access.importers.plan import deadline
from data_access.importers.plan.deadline_doubts import START_UNREAD, Doubt, doubts

#: What stands between start and end in the phrase that is shown.
BETWEEN = " – "

Read = tuple[deadline.Understood, list[Doubt]]


def joined(start: str, end: str) -> str:
    """Return start and end of two columns as a range; "" where both are empty."""
    return f"{start}{BETWEEN}{end}" if start and end else start or end


def read(
    phrase: str, columns: tuple[str, ...], term: tuple[date, date], earliest: date | None
) -> Read:
    """Return what a phrase means and what is doubtful about it.

    `columns` are the start and the end that it is joined of, if it is: a start that says nothing
    of time is told, and the end alone counts.
    """
    found = deadline.understand(phrase, term, earliest)
    if not _says_nothing(phrase, columns, found, term):
        return found, list(doubts(phrase, found, term))
    start, end = columns
    found = deadline.understand(end, term, earliest)
    told = Doubt(START_UNREAD, "warning", start, parameters={"end": end})
    return found, [told, *doubts(phrase, found, term)]


def _says_nothing(
    phrase: str, columns: tuple[str, ...], found: deadline.Understood, term: tuple[date, date]
) -> bool:
    """Tell whether a phrase is joined of two columns and the start says nothing."""
    if len(columns) < 2 or not all(columns) or joined(*columns) != phrase or found.questions:
        return False
    start = columns[0]
    return bool(start.strip(" -–—")) and deadline.kind_of(start, term) == "unknown"
