"""The benchmark ends with exit code 1 only where the first figures are late in both ways."""

import pytest

from bench.first_figures import EMPTY, FIRST, is_too_slow


@pytest.mark.parametrize(
    ("first", "empty", "verdict"),
    [
        (500, 100, False),
        (501, 100, True),
        (501, 167, False),
        (1500, 600, False),
        (400, 20, False),
    ],
)
def test_verdict(first: float, empty: float, verdict: bool) -> None:
    times = {FIRST: [1, first, 9_999], EMPTY: [1, empty, 9_999]}
    assert is_too_slow(times) is verdict
