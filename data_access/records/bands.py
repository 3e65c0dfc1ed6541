"""Bands of a share: how many territories lie between which rates."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from data_access.records.common import Ratio

#: Lower bounds in per cent; the last band holds 100 per cent too.
BOUNDS = (0, 20, 40, 60, 80)
WIDTH = 20
#: What has no base (nothing was due yet) lies in no band.
NONE = "none"
STEPS = (*(str(bound) for bound in BOUNDS), NONE)


class Rated(Protocol):
    """What has the two rates."""

    @property
    def execution(self) -> Ratio:
        """Return the share done."""
        ...

    @property
    def discipline(self) -> Ratio:
        """Return the share done on time."""
        ...


def _execution(one: Rated) -> Ratio:
    return one.execution


def _discipline(one: Rated) -> Ratio:
    return one.discipline


MEASURES = {"execution": _execution, "discipline": _discipline}
#: Every band as the address names it: "execution-20".
BANDS = tuple(f"{measure}-{step}" for measure in MEASURES for step in STEPS)


def step_of(ratio: Ratio) -> str:
    """Return the band of a ratio: its lower bound in per cent, or `NONE` without a base."""
    if not ratio.whole:
        return NONE
    # In whole numbers: 3 of 5 is 60 per cent, not a little less.
    percent = 100 * ratio.part // ratio.whole
    return str(min(percent // WIDTH * WIDTH, BOUNDS[-1]))


def lies_in(band: str, one: Rated) -> bool:
    """Tell whether something lies in a band of `BANDS`."""
    measure, _dash, step = band.partition("-")
    return step_of(MEASURES[measure](one)) == step


def counts(rated: Iterable[Rated]) -> Mapping[str, Mapping[str, int]]:
    """Return how many lie in each band, by measure and step; empty bands included."""
    found = {measure: dict.fromkeys(STEPS, 0) for measure in MEASURES}
    for one in rated:
        for measure, ratio in MEASURES.items():
            found[measure][step_of(ratio(one))] += 1
    return found
