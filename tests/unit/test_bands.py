"""Bands of a share: every share lies in one of them, and only there."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from data_access.records.bands import BANDS, BOUNDS, NONE, STEPS, counts, lies_in, step_of
from data_access.records.common import Ratio


@dataclass(frozen=True)
class One:
    execution: Ratio
    discipline: Ratio


ratios = st.integers(0, 500).flatmap(
    lambda whole: st.builds(Ratio, st.integers(0, whole), st.just(whole))
)
ones = st.builds(One, ratios, ratios)


@given(ratios)
def test_a_share_lies_between_the_bounds_of_its_band(ratio: Ratio) -> None:
    step = step_of(ratio)
    if not ratio.whole:
        assert step == NONE
        return
    low = int(step)
    assert low in BOUNDS
    assert low * ratio.whole <= 100 * ratio.part
    assert 100 * ratio.part < (low + 20) * ratio.whole or (low == 80 and ratio.part == ratio.whole)


def test_bounds_belong_to_the_band_above() -> None:
    shares = [(0, 5), (1, 5), (3, 5), (4, 5), (5, 5), (29, 50), (0, 0)]
    assert [step_of(Ratio(*one)) for one in shares] == ["0", "20", "60", "80", "80", "40", NONE]


@given(st.lists(ones))
def test_the_bands_hold_everything_once(rated: list[One]) -> None:
    found = counts(rated)
    for measure, by_step in found.items():
        assert list(by_step) == list(STEPS)
        assert sum(by_step.values()) == len(rated)
        for step, number in by_step.items():
            assert number == sum(lies_in(f"{measure}-{step}", one) for one in rated)


@given(ones)
def test_one_lies_in_one_band_of_each_measure(one: One) -> None:
    assert sum(lies_in(band, one) for band in BANDS) == 2
