"""Servers for a benchmark on 127.0.0.1, under gunicorn, ended with it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

WAIT_SECONDS = 30
GUNICORN = ("--workers", "2", "--threads", "4", "--no-control-socket", "--log-level", "error")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, ready: str, **variables: str) -> Iterator[str]:
    """Run a server for the length of a `with` block; give its address once `ready` answers."""
    with watched(command, port, ready, **variables) as (address, _process):
        yield address


@contextmanager
def watched(
    command: list[str], port: int, ready: str, **variables: str
) -> Iterator[tuple[str, int]]:
    """Run a server likewise; give its address and the number of its process."""
    address = f"http://127.0.0.1:{port}"
    environment: Mapping[str, str] = {**os.environ, **variables}
    process = subprocess.Popen(command, env=environment)  # noqa: S603 - our own commands
    try:
        _wait(address + ready)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(WAIT_SECONDS)


def karta(url: str, **more: str) -> tuple[list[str], int, dict[str, str]]:
    """Return command, port and variables of Karta on a database; `more` are further settings."""
    port = free_port()
    settings = {
        "KARTA_DATABASE_URL": url,
        "KARTA_PORT": str(port),
        "KARTA_SECRET_KEY": "a key for benchmarks, 32 characters+",
        "KARTA_LOG_LEVEL": "ERROR",
        **more,
    }
    return [str(Path(sys.executable).parent / "karta"), "serve"], port, settings


def empty_callback(workers: int = 1) -> tuple[list[str], int, dict[str, str]]:
    """Return the same for the callback that does nothing."""
    port = free_port()
    options = ["--workers", str(workers), *GUNICORN[2:]]
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", *options]
    return [*gunicorn, "bench.empty_callback:server"], port, {}


def empty() -> tuple[list[str], int, dict[str, str]]:
    """Return command, port and variables of the empty page."""
    port = free_port()
    gunicorn = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", *GUNICORN]
    return [*gunicorn, "bench.empty_page:server"], port, {}


def _wait(address: str) -> None:
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310 - loopback only
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"{address} does not answer")
