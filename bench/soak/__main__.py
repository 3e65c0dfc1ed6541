"""`python -m bench.soak --url URL --minutes 5`: users click, something happens, a table tells."""

import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import click

from bench import servers
from bench.soak import events, tables
from bench.soak.memory import Watch
from bench.soak.visitor import Visitor
from data_access.commands.accounts import AccountError, add_account, set_password
from data_access.db import Database

USERNAME = "soak-test"


@click.command()
@click.option("--url", required=True, help="A database to try with: reports are added to it.")
@click.option("--minutes", type=click.FloatRange(0.1, 60), default=5.0, show_default=True)
@click.option("--users", type=click.IntRange(1, 64), default=8, show_default=True)
@click.option("--pause", default=0.5, show_default=True, help="Seconds between clicks, on average.")
@click.option("--workers", type=click.IntRange(1, 16), default=2, show_default=True)
@click.option("--reports-every", default=5.0, show_default=True, help="Seconds; 0: no reports.")
@click.option("--kill-worker", type=float, help="End a worker without notice at this second.")
@click.option("--run", "commands", multiple=True, help='"SECOND COMMAND": run it then.')
@click.option("--web-url", help="What the server itself connects to, where it is another address.")
def main(
    url: str,
    minutes: float,
    users: int,
    pause: float,
    workers: int,
    reports_every: float,
    kill_worker: float | None,
    commands: tuple[str, ...],
    web_url: str | None,
) -> None:
    """Click through national views on 127.0.0.1 and print what the users met."""
    db, password = Database(url), secrets.token_urlsafe(12)
    _admit(db, password)
    command, port, variables = servers.karta(web_url or url)
    variables |= {"KARTA_WORKERS": str(workers)}
    with servers.watched(command, port, "/readyz", **variables) as (address, master):
        visitors = [Visitor(address, number) for number in range(1, users + 1)]
        for one in visitors:
            one.sign_in(USERNAME, password)
        diary, watch = events.Diary(), Watch(master)
        over = _after(diary.begun + minutes * 60)
        jobs: list[Callable[[], None]] = [
            *(partial(one.click_until, over, pause) for one in visitors),
            partial(watch.until, over),
        ]
        if reports_every:
            jobs.append(partial(events.report_until, db, over, reports_every))
        _set_timers(diary, master, kill_worker, commands)
        _together(jobs)
        watch.look()
    db.dispose()
    answers = [answer for one in visitors for answer in one.answers]
    for line in (
        *tables.latency(answers),
        *tables.faults(answers, diary.begun),
        *tables.memory(watch.seen, diary.begun),
        *diary.lines,
    ):
        click.echo(line)


def _admit(db: Database, password: str) -> None:
    with db.write() as session:
        try:
            add_account(session, username=USERNAME, password=password, territory_ids=None)
        except AccountError:
            set_password(session, USERNAME, password)


def _after(moment: float) -> Callable[[], bool]:
    return lambda: time.time() >= moment


def _set_timers(
    diary: events.Diary, master: int, kill_worker: float | None, commands: tuple[str, ...]
) -> None:
    happenings: list[tuple[float, Callable[[], None]]] = []
    if kill_worker is not None:
        happenings.append((kill_worker, partial(events.kill_worker, diary, master)))
    for one in commands:
        second, command = one.split(" ", 1)
        happenings.append((float(second), partial(events.run, diary, command)))
    for seconds, happening in happenings:
        timer = threading.Timer(seconds, happening)
        timer.daemon = True
        timer.start()


def _together(jobs: list[Callable[[], None]]) -> None:
    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(job) for job in jobs]:
            done.result()


if __name__ == "__main__":
    main()
