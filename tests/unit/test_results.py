"""Results are made once for a version of the data, by one thread, and never outlive it."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from threading import Barrier
from typing import cast

import pytest
from sqlalchemy.orm import Session

from data_access.results import KEY as PARTS
from data_access.results import Parts, Results, kept
from data_access.versions import KEY as VERSION
from data_access.versions import is_earlier


@dataclass
class Work:
    """Makes what it is given, and remembers it."""

    seconds: float = 0
    made: list[str] = field(default_factory=list)

    def __call__(self, value: str) -> str:
        time.sleep(self.seconds)
        self.made.append(value)
        return value


def test_a_result_is_made_once_for_a_version() -> None:
    results, work = Results(worth=0), Work()
    for version in ("1", "1", "2", "2", "1"):
        assert results.get("key", version, partial(work, version)) == version
    assert work.made == ["1", "2", "1"]


def test_each_question_has_its_own() -> None:
    results = Results(worth=0)
    assert [results.get(key, "1", partial(str, key)) for key in "abab"] == list("abab")


def test_the_least_used_go_first() -> None:
    results, work = Results(most=2, worth=0), Work()
    for key in "abacaba":
        results.get(key, "1", partial(work, key))
    assert "".join(work.made) == "abcb"
    assert len(results) == 2


def test_a_new_version_makes_room() -> None:
    results = Results(worth=0)
    for key in "abc":
        results.get(key, "1", partial(str, key))
    results.get("a", "2", partial(str, "a"))
    assert len(results) == 1


def test_who_sees_an_earlier_version_pushes_out_no_later_one() -> None:
    results, work = Results(worth=0), Work()
    asked = [("a", "12.f"), ("b", "12.f"), ("a", "9.e"), ("a", "12.f"), ("b", "12.f"), ("a", "9.e")]
    for key, version in asked:
        assert results.get(key, version, partial(work, f"{key}{version}")) == f"{key}{version}"
    assert work.made == ["a12.f", "b12.f", "a9.e"]


def test_of_two_histories_of_equal_length_the_last_one_asked_for_stays() -> None:
    results = Results(worth=0)
    for version in ("7.a", "7.b"):
        results.get("key", version, partial(str, version))
    assert len(results) == 1


def test_versions_are_compared_as_numbers() -> None:
    assert is_earlier("9.f", "10.a")
    assert not is_earlier("10.a", "9.f")
    assert not is_earlier("9.f", "9.f")


def test_what_takes_no_time_is_not_kept() -> None:
    results = Results(worth=0.05)
    results.get("quick", "1", lambda: None)
    assert len(results) == 0
    results.get("slow", "1", lambda: time.sleep(0.06))
    assert len(results) == 1


def test_one_thread_makes_it_and_the_others_wait() -> None:
    results, work, together = Results(worth=0), Work(0.05), Barrier(6)

    def ask() -> str:
        together.wait()
        return results.get("key", "1", partial(work, "made"))

    with ThreadPoolExecutor(6) as pool:
        found = [pool.submit(ask) for _ in range(6)]
        assert {one.result() for one in found} == {"made"}
    assert len(work.made) == 1
    assert not results._busy


def test_a_failure_is_not_kept() -> None:
    results = Results(worth=0)
    with pytest.raises(ZeroDivisionError):
        results.get("key", "1", lambda: 1 / 0)
    assert results.get("key", "1", lambda: 2.0) == 2.0
    assert not results._busy


class Reading:
    """A reading session, as far as results look at it."""

    def __init__(self, parts: Parts) -> None:
        self.info = {PARTS: parts, VERSION: "1"}


def test_cheap_parts_push_out_no_dear_ones() -> None:
    work, session = Work(), cast(Session, Reading(Parts(most=2, most_cheap=3)))
    kept(session, "dear", partial(work, "dear"))
    for key in "abcdef":
        kept(session, key, partial(work, key), is_cheap=True)
    for key in ("dear", "f", "a"):
        kept(session, key, partial(work, key), is_cheap=key != "dear")
    assert work.made == ["dear", *"abcdef", "a"]
