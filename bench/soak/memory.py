"""Memory of the workers of a server over time, as the operating system counts it."""

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

EVERY_SECONDS = 5
PROC = Path("/proc")


def workers(master: int) -> list[int]:
    """Return the processes that `master` has started, in the order of their numbers."""
    listed = PROC / str(master) / "task" / str(master) / "children"
    return sorted(int(one) for one in listed.read_text().split())


def unique_megabytes(process: int) -> float:
    """Return the memory that ending the process would free; what workers share is left out."""
    rollup = (PROC / str(process) / "smaps_rollup").read_text()
    sizes = (line.split()[1] for line in rollup.splitlines() if line.startswith("Private_"))
    return sum(map(int, sizes)) / 1024


class Watch:
    """Notes the memory of each worker again and again."""

    def __init__(self, master: int) -> None:
        self._master = master
        self.seen: dict[int, list[tuple[float, float]]] = defaultdict(list)

    def until(self, over: Callable[[], bool]) -> None:
        """Look every few seconds until it is `over`."""
        while not over():
            self.look()
            time.sleep(EVERY_SECONDS)

    def look(self) -> None:
        """Note the memory of the workers that there are."""
        now = time.time()
        for process in workers(self._master):
            try:
                self.seen[process].append((now, unique_megabytes(process)))
            except OSError:  # it has just ended
                continue
