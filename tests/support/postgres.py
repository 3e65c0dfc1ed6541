"""PostgreSQL servers of the test run's own, on sockets in temporary folders."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import psycopg

DEBIAN = Path("/usr/lib/postgresql")
LOCALE = ("--locale-provider=icu", "--icu-locale=ru", "--encoding=UTF8", "--locale=C.UTF-8")
#: Safe only because nobody needs the data after a crash of the machine.
HASTY = "-c listen_addresses= -c fsync=off -c full_page_writes=off"


class Server:
    """A server in a folder; `url(name)` is the address of one of its databases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._count = 0

    def url(self, database: str, *more: "Server", **parameters: str) -> str:
        """Return the address of a database; with `more` servers the first fitting one answers."""
        hosts = [("host", str(one.folder)) for one in (self, *more)]
        query = urlencode([*hosts, *parameters.items()])
        return f"postgresql+psycopg://postgres@/{database}?{query}"

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

    def start(self) -> None:
        """Start the server and wait until it answers."""
        options = f"-k {self.folder} {HASTY}"
        log = self.folder / "server.log"
        call("pg_ctl", "-D", self.data, "-l", log, "-o", options, "-w", "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop the server, by default as a crash would."""
        call("pg_ctl", "-D", self.data, "-m", mode, "-w", "stop")

    def promote(self) -> None:
        """Make a standby the server that takes the writes."""
        call("pg_ctl", "-D", self.data, "-w", "promote")


@contextmanager
def running() -> Iterator[Server]:
    """Start a server of our own, sorting as in production, and stop it afterwards."""
    with _folder() as folder:
        server = Server(folder)
        call("initdb", "-D", server.data, "-U", "postgres", "--auth=trust", "--no-sync", *LOCALE)
        with _started(server):
            yield server


@contextmanager
def standby_of(primary: Server) -> Iterator[Server]:
    """Start a server that follows `primary` by streaming replication, and stop it afterwards."""
    with _folder() as folder:
        server = Server(folder)
        source = ("-h", primary.folder, "-U", "postgres", "-D", server.data)
        call("pg_basebackup", *source, "-R", "-c", "fast", "--no-sync")
        with _started(server):
            yield server


@contextmanager
def _started(server: Server) -> Iterator[None]:
    server.start()
    try:
        yield
    finally:
        if (server.data / "postmaster.pid").exists():
            server.stop()


@contextmanager
def _folder() -> Iterator[Path]:
    """Make a folder that belongs to the account that the server runs under."""
    folder = Path(tempfile.mkdtemp(prefix="karta-pg-"))
    hand_over(folder)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def hand_over(path: Path) -> None:
    """Give a file or folder to the account that the server runs under."""
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(path, owner.pw_uid, owner.pw_gid)


def as_server(*command: object) -> list[str]:
    """Return a command as it runs under the server's account: its programs refuse root."""
    words = [str(one) for one in command]
    if os.getuid() == 0:
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *words]
    return words


def call(program: str, *arguments: object) -> str:
    """Run one of PostgreSQL's programs under the server's account and return what it prints."""
    command = as_server(binary(program), *arguments)
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False)
    if done.returncode:
        raise RuntimeError(f"{program} failed: {done.stdout}{done.stderr}")
    return done.stdout


def binary(program: str) -> Path:
    """Return the path of one of PostgreSQL's programs."""
    on_path = shutil.which(program)
    if on_path:
        return Path(on_path)
    found = sorted(DEBIAN.glob(f"*/bin/{program}"))
    if not found:
        raise RuntimeError(f"{program} not found: run `make setup-tests`")
    return found[-1]
