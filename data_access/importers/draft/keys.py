"""Keys: what identifies a measure, a section or an indicator of a draft, whatever it is called."""

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from data_access.records.drafts import DraftFault, Refused, refused


class Keyed(Protocol):
    """A record with a key."""

    @property
    def key(self) -> str:
        """Return what identifies the record."""


Record = TypeVar("Record", bound=Keyed)


def get(records: Sequence[Record], key: str) -> Record:
    """Return the record of a key; Refused where there is none."""
    for one in records:
        if one.key == key:
            return one
    raise refused("unknown_row", key=key)


def swapped(records: Sequence[Record], changed: Record) -> tuple[Record, ...]:
    """Return the records with the one of the same key exchanged."""
    return tuple(changed if one.key == changed.key else one for one in records)


def free_key(letter: str, records: Sequence[Keyed]) -> str:
    """Return a key that none of the records has; those of the document have no "+"."""
    taken = [int(one.key[2:]) for one in records if one.key.startswith(f"{letter}+")]
    return f"{letter}+{max(taken, default=0) + 1}"


def with_field(record: Record, field: str, value: Any) -> Record:
    """Return a frozen record with one field set, by its name."""
    changes: dict[str, Any] = {field: value}
    made: Any = dataclasses.replace(record, **changes)  # type: ignore[type-var]
    return made  # type: ignore[no-any-return]


def with_all(
    record: Record, given: Iterable[tuple[str, Any]], make: Callable[[Record, str, Any], Record]
) -> Record:
    """Return a new record with all its fields set by `make`; Refused with every fault of them."""
    faults: list[DraftFault] = []
    for field, value in given:
        try:
            record = make(record, field, value)
        except Refused as no:
            faults += no.faults
    if faults:
        raise Refused(*faults)
    return record
