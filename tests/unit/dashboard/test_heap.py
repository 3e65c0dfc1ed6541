"""The C library's heaps in a process of its own, for the setting holds as long as the process."""

import os
import platform
import re
import subprocess
import sys

import pytest

LARGE = 50
SETTINGS = ("MALLOC_ARENA_MAX", "MALLOC_MMAP_THRESHOLD_", "GLIBC_TUNABLES")
#: Eight threads take small pieces of memory at once, one takes large ones; then the C library lists
#: its heaps and how many pieces are mappings of their own.
PROGRAM = f"""
LARGE = {LARGE}
import ctypes, os, sys, threading
from dashboard import heap
if "small" in sys.argv:
    heap.keep_small()
c = ctypes.CDLL(None)
c.fdopen.restype = ctypes.c_void_p
meeting = threading.Barrier(8)
def take():
    meeting.wait()
    c.malloc(1000)
threads = [threading.Thread(target=take) for _ in range(8)]
for one in threads: one.start()
for one in threads: one.join()
for _ in range(LARGE): c.malloc(100_000)
out = ctypes.c_void_p(c.fdopen(os.dup(1), b"w"))
c.malloc_info(0, out)
c.fflush(out)
"""


pytestmark = pytest.mark.skipif(
    platform.libc_ver()[0] != "glibc", reason="glibc alone has several heaps"
)


def listed(*given: str, **variables: str) -> tuple[int, int]:
    """Return how many heaps and how many mappings there are."""
    own = {name: value for name, value in os.environ.items() if name not in SETTINGS}
    said = subprocess.run(
        [sys.executable, "-c", PROGRAM, *given],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env={**own, **variables},
    ).stdout
    mapped = re.search(r'type="mmap" count="(\d+)"', said)
    assert mapped
    return len(re.findall("<heap nr=", said)), int(mapped[1])


def test_threads_share_one_heap_and_large_pieces_lie_outside() -> None:
    heaps, mapped = listed()
    assert heaps > 1
    assert mapped < LARGE
    heaps, mapped = listed("small")
    assert heaps == 1
    assert mapped >= LARGE


def test_what_the_environment_says_stays() -> None:
    heaps, mapped = listed("small", MALLOC_ARENA_MAX="4", MALLOC_MMAP_THRESHOLD_="200000")
    assert heaps == 4
    assert mapped < LARGE
