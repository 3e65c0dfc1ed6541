"""The soak run tells what users met, and a server outlives one of its workers."""

import os
import signal
import time
import urllib.request

from bench import servers
from bench.soak import tables
from bench.soak.memory import unique_megabytes, workers
from bench.soak.visitor import Answer, Visitor
from dashboard.demo import PASSWORD

GOOD = [Answer(1, "/", 100.0 + n, n / 1000, 200, 10) for n in range(1, 101)]
BAD = [Answer(2, "/", 110.0, 1.0, 0, 0), Answer(3, "/", 120.0, 0.5, 503, 9)]


def test_latency_is_that_of_the_good_answers() -> None:
    lines = tables.latency([*GOOD, *BAD])
    assert lines[1].split() == ["/", "100", "51", "96", "100"]
    assert lines[-1].split()[0] == "all"


def test_faults_are_told_by_status_and_user() -> None:
    assert tables.faults(GOOD, 100.0) == ["100 requests, none failed"]
    again = Answer(3, "/", 121.0, 0.5, 503, 9)
    lines = tables.faults([*GOOD, *BAD, again], 100.0)
    assert lines[0] == "103 requests, 3 failed from 11.0 s to 21.5 s"
    assert lines[1].endswith("0: 1, at most 1 a user, 503: 2, at most 2 a user")


def test_memory_is_told_over_time() -> None:
    looks = [(100.0 + n, 50.0 + n) for n in range(10)]
    assert tables.memory({7: looks}, 100.0) == [
        "worker 7: MB at 0 s: 50  2 s: 52  4 s: 54  6 s: 56  8 s: 58  9 s: 59; most 59"
    ]


def test_a_killed_worker_is_replaced(sample_url: str) -> None:
    command, port, variables = servers.karta(sample_url)
    with servers.watched(command, port, "/readyz", **variables) as (address, master):
        visitor = Visitor(address, 1)
        visitor.sign_in("region", PASSWORD)
        before = workers(master)
        assert len(before) == 2
        assert all(unique_megabytes(one) > 1 for one in before)
        os.kill(before[0], signal.SIGKILL)
        until = time.monotonic() + 20
        while len(workers(master)) < 2 or before[0] in workers(master):
            assert time.monotonic() < until
            time.sleep(0.05)
        for _ in range(5):
            visitor.click("/overdue")
            visitor.open("/")
            urllib.request.urlopen(f"{address}/healthz", timeout=10).close()
    assert [one.status for one in visitor.answers] == [200] * 10
