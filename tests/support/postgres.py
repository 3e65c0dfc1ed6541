"""A PostgreSQL server of the test run's own, on a socket in a temporary folder."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg

DEBIAN = Path("/usr/lib/postgresql")


class Server:
    """A running server; `url(name)` is the address of one of its databases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    def url(self, database: str) -> str:
        """Return the address of a database."""
        return f"postgresql+psycopg://postgres@/{database}?host={quote(str(self.folder), safe='')}"

    def run(self, statement: str) -> None:
        """Run a statement outside of any database under test."""
        with psycopg.connect(host=str(self.folder), user="postgres", autocommit=True) as opened:
            opened.execute(statement.encode())

    @contextmanager
    def clone(self, template: str) -> Iterator[str]:
        """Make a copy of a database for the length of a `with` block and give its address."""
        self._count += 1
        name = f"clone_{self._count}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.url(name)
        finally:
            self.run(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running() -> Iterator[Server]:
    """Start a server of our own, sorting as in production, and stop it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="karta-pg-"))
    _hand_over(folder)
    data = folder / "data"
    locale = ("--locale-provider=icu", "--icu-locale=ru", "--encoding=UTF8", "--locale=C.UTF-8")
    _call("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--no-sync", *locale)
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c full_page_writes=off"
    log = folder / "server.log"
    _call("pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start")
    try:
        yield Server(folder)
    finally:
        _call("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _hand_over(folder: Path) -> None:
    """Give the folder to the account that the server runs under."""
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)


def _call(program: str, *arguments: object) -> None:
    command = [str(_binary(program)), *map(str, arguments)]
    if os.getuid() == 0:  # the programs refuse to run as root
        command = [
            *("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"),
            *command,
        ]
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}")


def _binary(program: str) -> Path:
    on_path = shutil.which(program)
    if on_path:
        return Path(on_path)
    found = sorted(DEBIAN.glob(f"*/bin/{program}"))
    if not found:
        raise RuntimeError(f"{program} not found: run `make setup-tests`")
    return found[-1]
