"""The results as text: latency by view, faults, memory, what happened."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bench.soak.visitor import BROKEN, TOO_LATE, Answer

GOOD = range(200, 400)


def share(values: Sequence[float], part: float) -> float:
    """Return the value below which `part` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def latency(answers: Iterable[Answer]) -> list[str]:
    """Return a line for each view and one for all: count, median, 95th percentile, most."""
    by_view: dict[str, list[float]] = defaultdict(list)
    for one in answers:
        if one.status in GOOD:
            by_view[one.view].append(one.seconds * 1000)
            by_view["all"].append(one.seconds * 1000)
    lines = [f"{'view':28}{'n':>7}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}"]
    for view, times in sorted(by_view.items(), key=lambda one: (one[0] == "all", one[0])):
        numbers = share(times, 0.5), share(times, 0.95), max(times)
        lines.append(f"{view:28}{len(times):7}" + "".join(f"{one:9.0f}" for one in numbers))
    return lines


def faults(answers: Sequence[Answer], begun: float) -> list[str]:
    """Return how many requests failed, by status, by user, and when."""
    bad = [one for one in answers if one.status not in GOOD]
    if not bad:
        return [f"{len(answers)} requests, none failed"]
    kinds = Counter(one.status for one in bad)
    each = Counter((one.status, one.user) for one in bad)
    worst = {kind: max(n for (status, _), n in each.items() if status == kind) for kind in kinds}
    first, last = (pick(one.at + one.seconds for one in bad) - begun for pick in (min, max))
    return [
        f"{len(answers)} requests, {len(bad)} failed from {first:.1f} s to {last:.1f} s",
        f"by status ({BROKEN}: broken off, {TOO_LATE}: too late): "
        + ", ".join(f"{k}: {n}, at most {worst[k]} a user" for k, n in sorted(kinds.items())),
    ]


def memory(seen: Mapping[int, Sequence[tuple[float, float]]], begun: float) -> list[str]:
    """Return a line for each worker: its memory at the beginning, in each fifth, and at most."""
    lines = []
    for process, looks in seen.items():
        fifths = [looks[min(len(looks) - 1, len(looks) * n // 5)] for n in range(6)]
        told = "  ".join(f"{at - begun:.0f} s: {size:.0f}" for at, size in fifths)
        lines.append(f"worker {process}: MB at {told}; most {max(one for _, one in looks):.0f}")
    return lines
