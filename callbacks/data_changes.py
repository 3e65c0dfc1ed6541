"""What a form changes: the fields that say something else than what it was opened with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data_access.records.drafts import DraftFault
from layouts.data_fields import Field

#: So much of a value that stands now is named.
SHOWN = 200


@dataclass(frozen=True)
class Sent:
    """What the fields of a form hold, what it was opened with, the mark of what the page showed."""

    given: dict[str, str]
    opened: dict[str, str]
    shown: str = ""


def values_in(stores: Sequence[Any]) -> dict[str, str]:
    """Return what a form says that it was opened with; {} where it says nothing of it."""
    kept = next((one for one in stores if isinstance(one, Mapping)), {})
    return {str(field): value for field, value in kept.items() if isinstance(value, str)}


def changed(
    fields: Sequence[Field], given: Mapping[str, str], opened: Mapping[str, str]
) -> tuple[list[str], list[DraftFault]]:
    """Return the names of the fields that a form changes, and faults of those changed elsewhere.

    `fields` hold what stands now. A field left as it was opened is not changed, whatever stands
    there now. One that holds what stands now anyway is neither.
    """
    names: list[str] = []
    faults: list[DraftFault] = []
    for one in fields:
        value, was = given.get(one.name), opened.get(one.name, one.value)
        if value is None or same(was, value) or same(one.value, value):
            continue
        if same(was, one.value):
            names.append(one.name)
        else:
            faults.append(_elsewhere(one))
    return names, faults


def same(before: str, now: str) -> bool:
    """Tell whether two values of a field say the same."""
    return _plain(before) == _plain(now)


def _plain(value: object) -> str:
    return str(value).strip().replace("\r\n", "\n")


def _elsewhere(one: Field) -> DraftFault:
    """Return the fault of a field that somebody else changed while the form was open."""
    words = dict(one.choices).get(one.value, one.value)
    if not words.strip():
        return DraftFault("emptied_elsewhere", one.name)
    short = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
    return DraftFault("changed_elsewhere", one.name, values={"now": short})
