"""Eight people at once: pages of the country, kept and not kept, while reports come in."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta
from itertools import count
from pathlib import Path

from bench import servers
from bench.scale import raw
from bench.scale.bases import Base
from bench.scale.pages import DAY
from bench.scale.raw import on
from bench.scale.timing import late, median, ms
from bench.scale.visitor import Visitor

USERS, WORKERS = 8, 2
VIEWS = ("/", "/territories", "/overdue", "/measures", "/measures?status=overdue", "/executors")
HEAD = (
    "| database | territories | what 8 users do | answers | median | 95 % | bare SQL 95 %"
    " | empty 95 % | ÷ (SQL + empty) | memory of a worker, MB: begin, end, empty Dash |",
    "|---|---|---|---|---|---|---|---|---|---|",
)


def table(every: list[Base], seconds: float) -> Iterator[str]:
    """Yield the lines of the table; `seconds` for each line."""
    yield from HEAD
    floor, empty = _empty(seconds / 4)
    for base in every:
        yield from _rows(base, seconds, late(floor), empty)


def _empty(seconds: float) -> tuple[list[float], float]:
    command, port, variables = servers.empty_callback(WORKERS)
    with servers.running(command, port, "/", **variables) as address:
        times = _together([Visitor(address).callback for _ in range(USERS)], seconds)
        return times, memory(port)


def _rows(base: Base, seconds: float, floor: float, empty: float) -> Iterator[str]:
    command, port, variables = servers.karta(base.url, KARTA_WORKERS=str(WORKERS))
    with servers.running(command, port, "/healthz", **variables) as address:
        visitors = [Visitor(address) for _ in range(USERS)]
        for one in visitors:
            one.sign_in()
        begin = _warmed(visitors, port)
        turn, days = count(), count()

        def kept(visitor: Visitor) -> Callable[[], object]:
            return lambda: visitor.page(on(VIEWS[next(turn) % len(VIEWS)], DAY))

        def anew(visitor: Visitor) -> Callable[[], object]:
            def ask() -> object:
                day = DAY - timedelta(days=next(days) % 200)
                return visitor.page(on(VIEWS[next(turn) % len(VIEWS)], day))

            return ask

        for name, work in (("the same views", kept), ("each view on another date", anew)):
            times = _together([work(one) for one in visitors], seconds)
            sql = 0.0 if work is kept else late(_bare(base, seconds / 2))
            yield _row(base, name, times, sql, floor, (begin, memory(port), empty))


def _warmed(visitors: list[Visitor], port: int) -> float:
    for path in VIEWS:
        for one in visitors[:WORKERS]:
            one.page(on(path, DAY))
    return memory(port)


def _row(
    base: Base,
    name: str,
    times: list[float],
    sql: float,
    floor: float,
    memories: tuple[float, ...],
) -> str:
    used = ", ".join(f"{one:.0f}" for one in memories)
    bare = ms(sql) if sql else "–"
    return (
        f"| {base.kind} | {base.territories:,} | {name} | {len(times):,} | {ms(median(times))}"
        f" | {ms(late(times))} | {bare} | {ms(floor)} | {late(times) / (sql + floor):.2f}"
        f" | {used} |"
    )


def _bare(base: Base, seconds: float) -> list[float]:
    """Send the statements of the views by eight bare connections."""
    said = [raw.statements(base.url, path, DAY) for path in VIEWS]
    turn = count()
    with ExitStack() as stack:
        senders = [
            [stack.enter_context(raw.sender(base.url, one)) for one in said] for _ in range(USERS)
        ]
        works = [lambda own=own: own[next(turn) % len(own)]() for own in senders]
        return _together(works, seconds)


def _together(works: Sequence[Callable[[], object]], seconds: float) -> list[float]:
    """Do all of them at once, again and again; return how long each took."""
    until, barrier = time.monotonic() + seconds, threading.Barrier(len(works))

    def go(work: Callable[[], object]) -> list[float]:
        times: list[float] = []
        barrier.wait()
        while not times or time.monotonic() < until:
            begun = time.perf_counter()
            work()
            times.append(1000 * (time.perf_counter() - begun))
        return times

    with ThreadPoolExecutor(len(works)) as pool:
        return [one for times in pool.map(go, works) for one in times]


def memory(port: int) -> float:
    """Return the megabytes of a worker's own memory, the mean of those behind a port."""
    masters = [one for one in _processes() if str(port) in _words(one)]
    workers = [one for one in _processes() if _parent(one) in masters]
    found = [_own(one) for one in workers]
    return sum(found) / len(found) if found else 0.0


def _processes() -> list[int]:
    return [int(one.name) for one in Path("/proc").iterdir() if one.name.isdigit()]


def _words(process: int) -> str:
    try:
        about = Path(f"/proc/{process}")
        text = (about / "cmdline").read_bytes() + b" " + (about / "environ").read_bytes()
    except OSError:
        return ""
    return text.replace(b"\0", b" ").decode("utf-8", "replace")


def _parent(process: int) -> int:
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _own(process: int) -> float:
    """Return resident memory that the process does not share by the fork, in megabytes."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    sizes = {line.split(":")[0]: line.split()[1] for line in lines[1:]}
    return int(sizes["Pss"]) / 1024
