"""`karta demo` as a person starts it: a process of its own with gunicorn and its workers."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browser import sign_in, wait_until_drawn

pytestmark = pytest.mark.browser
START_SECONDS = 90


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Start the demonstration in an empty folder; give its address and its output."""
    port, output = _free_port(), tmp_path / "output.txt"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KARTA_")}
    with output.open("wb") as target:
        process = subprocess.Popen(
            [sys.executable, "-m", "dashboard", "demo"],
            cwd=tmp_path,
            env={**kept, "KARTA_PORT": str(port), "PYTHONPATH": str(Path.cwd())},
            stdout=target,
            stderr=subprocess.STDOUT,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process, output)
        yield address, output
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0


def test_the_demonstration_starts_from_nothing(
    demo: tuple[str, Path], browser: Browser, tmp_path: Path
) -> None:
    address, output = demo
    printed = output.read_text()
    assert all(name in printed for name in ("deputy", "kdn", "region", "coordinator", "admin"))
    assert (tmp_path / "karta-demo.db").exists()
    assert urlopen(f"{address}/readyz").status == 200
    page = browser.new_page()
    sign_in(page, address, "deputy")
    wait_until_drawn(page)
    expect(page.locator("#page h1")).to_contain_text(re.compile(r"исполнено\s\d+\sиз\s19"))
    page.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, process: "subprocess.Popen[bytes]", output: Path) -> None:
    ends = time.monotonic() + START_SECONDS
    while time.monotonic() < ends:
        assert process.poll() is None, output.read_text()
        try:
            if urlopen(f"{address}/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(output.read_text())
