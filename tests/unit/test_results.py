"""Results are made once for a version of the data, by one thread, and never outlive it."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from data_access.results import Results


def test_a_result_is_made_once_for_a_version() -> None:
    results, made = Results(worth=0), []
    for version in ("1", "1", "2", "2", "1"):
        assert results.get("key", version, lambda v=version: made.append(v) or v) == version
    assert made == ["1", "2", "1"]


def test_each_question_has_its_own() -> None:
    results = Results(worth=0)
    assert [results.get(key, "1", lambda k=key: k) for key in "abab"] == list("abab")


def test_the_least_used_go_first() -> None:
    results, made = Results(most=2, worth=0), []
    for key in "abacaba":
        results.get(key, "1", lambda k=key: made.append(k))
    assert "".join(made) == "abcb"
    assert len(results) == 2


def test_what_takes_no_time_is_not_kept() -> None:
    results = Results(worth=0.05)
    results.get("quick", "1", lambda: None)
    assert len(results) == 0
    results.get("slow", "1", lambda: time.sleep(0.06))
    assert len(results) == 1


def test_one_thread_makes_it_and_the_others_wait() -> None:
    results, made, together = Results(worth=0), [], Barrier(6)

    def ask() -> str:
        together.wait()
        return results.get("key", "1", lambda: made.append(time.sleep(0.05)) or "made")

    with ThreadPoolExecutor(6) as pool:
        found = [pool.submit(ask) for _ in range(6)]
        assert {one.result() for one in found} == {"made"}
    assert len(made) == 1
    assert not results._busy


def test_a_failure_is_not_kept() -> None:
    results = Results(worth=0)
    with pytest.raises(ZeroDivisionError):
        results.get("key", "1", lambda: 1 / 0)
    assert results.get("key", "1", lambda: 2.0) == 2.0
    assert not results._busy
