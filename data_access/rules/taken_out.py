"""Numbers of what an act took out: they are marked, and given to something else."""

from collections.abc import Collection

from data_access.records.limits import NUMBER_LENGTH

TAKEN_OUT = "(искл.)"


def taken_out(number: str, taken: Collection[str]) -> str:
    """Return a free number for what was taken out: "2.3 (искл.)", "2.3 (искл.) 2"."""
    mark, count = TAKEN_OUT, 1
    while True:
        made = f"{number[: NUMBER_LENGTH - len(mark) - 1]} {mark}"
        if made not in taken:
            return made
        count += 1
        mark = f"{TAKEN_OUT} {count}"


def unmarked(number: str) -> str:
    """Return a number without the mark: "2.3" of "2.3 (искл.) 2"."""
    return number.partition(f" {TAKEN_OUT}")[0]
