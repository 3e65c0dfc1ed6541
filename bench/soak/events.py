"""What happens while the users click: a worker dies, a command runs, reports come in."""

import os
import shlex
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bench.soak.memory import workers
from data_access.db import Database

LATEST = text("SELECT max(id) FROM assignment")
REPORT = text(
    "INSERT INTO report (assignment_id, outcome, submitted_on)"
    " SELECT id, 'in_progress', CURRENT_DATE FROM assignment WHERE id >= :id ORDER BY id LIMIT 1"
)


@dataclass
class Diary:
    """What happened, each with the second at which it did."""

    begun: float = field(default_factory=time.time)
    lines: list[str] = field(default_factory=list)

    def note(self, what: str) -> None:
        """Write a line."""
        self.lines.append(f"{time.time() - self.begun:6.1f} s  {what}")


def kill_worker(diary: Diary, master: int) -> None:
    """End the first worker without giving it time to finish anything."""
    victim = workers(master)[0]
    os.kill(victim, signal.SIGKILL)
    diary.note(f"worker {victim} killed")


def run(diary: Diary, command: str) -> None:
    """Run a command of the machine, such as a restart of the database."""
    diary.note(f"begins: {command}")
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)  # noqa: S603
    diary.note(f"ended with {done.returncode}: {command}")


def report_until(db: Database, over: Callable[[], bool], every: float) -> None:
    """Hand a report in again and again, as another program does, each about another assignment."""
    number = 0
    while not over():
        number += 1
        try:
            with db.write() as session:
                last = session.execute(LATEST).scalar_one() or 0
                session.execute(REPORT, {"id": number * 7919 % max(last, 1)})
        except DBAPIError:
            pass  # the database is away; the users are watched, not this
        time.sleep(every)
