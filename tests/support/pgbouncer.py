"""pgbouncer in transaction mode before a server of the test run's own."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import psycopg

from tests.support import postgres

#: Debian puts it where only the administrator looks.
PLACES = ("pgbouncer", "/usr/sbin/pgbouncer")
PORT = 6432
CONFIG = """
[databases]
* = host={server} user=postgres
[pgbouncer]
unix_socket_dir = {folder}
listen_port = {port}
auth_type = any
pool_mode = transaction
default_pool_size = {size}
logfile = {folder}/pgbouncer.log
"""


@contextmanager
def before(server: postgres.Server, *, size: int) -> Iterator["Bouncer"]:
    """Run pgbouncer with `size` connections to each database for the length of a `with` block."""
    folder = Path(server.folder) / "bouncer"
    folder.mkdir()
    config = folder / "pgbouncer.ini"
    config.write_text(CONFIG.format(server=server.folder, folder=folder, port=PORT, size=size))
    for path in (folder, config):
        postgres.hand_over(path)
    process = subprocess.Popen(postgres.as_server(_program(), "-q", config), cwd="/")
    try:
        yield _answering(Bouncer(folder))
    finally:
        process.terminate()
        process.wait(10)
        shutil.rmtree(folder, ignore_errors=True)


class Bouncer:
    """A running pgbouncer; `url(name)` is the address of a database through it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def url(self, database: str) -> str:
        """Return the address of a database."""
        query = urlencode({"host": str(self.folder), "port": str(PORT)})
        return f"postgresql+psycopg://postgres@/{database}?{query}"


def _answering(bouncer: Bouncer) -> Bouncer:
    until = time.monotonic() + 10
    while True:
        try:
            psycopg.connect(
                host=str(bouncer.folder), port=PORT, user="postgres", dbname="postgres"
            ).close()
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return bouncer


def _program() -> str:
    found = next((path for one in PLACES if (path := shutil.which(one))), None)
    if not found:
        raise RuntimeError("pgbouncer not found: run `make setup-tests`")
    return found
