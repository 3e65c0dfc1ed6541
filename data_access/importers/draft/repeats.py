"""Numbers that stand twice in a draft: refused where typed, named once where they stand."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from data_access.importers.draft.state import DraftState
from data_access.importers.plan.text import squeezed
from data_access.records.drafts import DraftFault, DraftFinding, refused
from data_access.records.reading import IndicatorReading, PlanReading

#: The reader's own finding about a number that stands twice.
REPEATED = "number_repeated"
#: So much of a title is named.
NAMED = 48


class Numbered(Protocol):
    """A measure or a section."""

    @property
    def key(self) -> str:
        """Return what identifies it."""

    @property
    def number(self) -> str:
        """Return its number."""

    @property
    def title(self) -> str:
        """Return its title."""


def refuse_taken(rows: Sequence[Numbered], key: str, number: str) -> None:
    """Refuse a number that another row has."""
    other = next((one for one in rows if one.key != key and one.number == number), None)
    if other is not None and number:
        title = other.title if len(other.title) <= NAMED else f"{other.title[:NAMED]}…"
        raise refused("number_taken", "number", key, number=number, title=title)


def refuse_named(rows: Sequence[IndicatorReading], key: str, name: str) -> None:
    """Refuse a name that another indicator has."""
    if any(one.key != key and squeezed(one.name) == squeezed(name) for one in rows):
        raise refused("indicator_twice", "name", key, name=name[:100])


def numbers_twice(rows: Sequence[Numbered]) -> Iterator[DraftFault]:
    """Yield each number that stands twice, once, with the last row that has it."""
    last = {one.number: one.key for one in rows}
    counts = Counter(one.number for one in rows)
    for number, key in last.items():
        if number.strip() and counts[number] > 1:
            yield DraftFault("number_twice", "number", key, {"number": number})


def is_twice(reading: PlanReading, number: str) -> bool:
    """Tell whether several measures have a number."""
    return sum(one.number == number for one in reading.measures) > 1


def is_told(reading: PlanReading, one: DraftFinding) -> bool:
    """Tell whether a finding says what `numbers_twice` says: it is not to be named again."""
    return one.finding.code == REPEATED and is_twice(reading, one.finding.read)


def mended(state: DraftState) -> list[int]:
    """Return the open findings about numbers that stand twice no more."""
    return [
        index
        for index, one in enumerate(state.reading.findings)
        if one.code == REPEATED
        and state.settlement(index).is_open
        and not is_twice(state.reading, one.read)
    ]
