"""A measure under the number of a saved one, but with a wholly other title: the same or not?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from data_access.importers.draft.saved import SavedMeasure
from data_access.importers.plan.text import squeezed
from data_access.plan_rows.texts import ExecutorText, MeasureText

#: Findings that follow from a comparison have numbers from here on, whatever the reading holds.
FIRST = 2**30
CODE = "measure_retitled"


def number_of(code: str, *about: object) -> int:
    """Return the number of a finding of a comparison: the same one at every look."""
    named = "|".join([code, *map(str, about)])
    return FIRST + crc32(named.encode()) % FIRST


@dataclass(frozen=True)
class Retitled:
    """A measure of the act (by its place) and the saved one whose number it has.

    `is_same` is what a person said, else what is likely; `is_decided` tells which.
    """

    at: int
    old: SavedMeasure
    is_same: bool
    is_decided: bool


def retitled(
    pairs: Mapping[int, SavedMeasure],
    new: Sequence[MeasureText],
    old: Sequence[SavedMeasure],
    executors: Mapping[str, ExecutorText],
    answers: Mapping[int, str],
) -> Iterator[Retitled]:
    """Yield the measures that nothing but their number connects with a saved one, so far.

    They are likely to be the same in the same section with the same deadline or the same
    executors: a measure that is taken from control by mistake is worse than one retitled.
    """
    taken = {one.id for one in pairs.values()}
    left = {one.number: one for one in old if one.id not in taken and not one.is_removed}
    for at, one in enumerate(new):
        other = left.get(one.number) if at not in pairs else None
        if other is not None:
            said = answers.get(number_of(CODE, one.key, other.id), "open")
            is_same = _is_likely(one, other, executors) if said == "open" else said == "accepted"
            yield Retitled(at, other, is_same, said != "open")


def _is_likely(new: MeasureText, old: SavedMeasure, executors: Mapping[str, ExecutorText]) -> bool:
    if new.section != old.section:
        return False
    named = {executors[one.key].id for one in new.executors}
    before = {one.executor_id for one in old.assignments if one.ended_on is None}
    same_deadline = squeezed(new.deadline_text) == squeezed(old.deadline_text)
    return same_deadline or (bool(named) and named == before)
