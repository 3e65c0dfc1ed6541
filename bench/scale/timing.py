"""Medians, percentiles and the clock."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any


def timed(work: Callable[[], Any], rounds: int) -> list[float]:
    """Return how many milliseconds each of the rounds took."""
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begun))
    return times


def in_turn(works: Sequence[Callable[[], Any]], rounds: int) -> list[list[float]]:
    """Return the milliseconds of each work, done in turn, so that all meet the same other load."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for own, work in zip(times, works, strict=True):
            own.extend(timed(work, 1))
    return times


def median(times: Sequence[float]) -> float:
    """Return the middle one."""
    return statistics.median(times)


def late(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[int(0.95 * (len(times) - 1))]


def ms(value: float, digits: int = 1) -> str:
    """Return milliseconds with as many digits as say something."""
    return f"{value:.{digits}f}" if value < 20 else f"{value:,.0f}"
