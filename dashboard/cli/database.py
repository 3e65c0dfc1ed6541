"""`karta db`, `karta rebuild`, `karta refresh`."""

import time

import click
from sqlalchemy.exc import SQLAlchemyError

from dashboard.cli import spoken
from dashboard.cli.common import load_settings, open_db, unchecked_db, upgrade_db
from dashboard.cli.faults import explained
from dashboard.cli.given import Seconds
from dashboard.cli.roles import roles
from data_access.commands.recompute import count_failed
from data_access.commands.recompute import rebuild as rebuild_all
from data_access.db import Database
from data_access.faults import is_passing
from layouts.texts import N_, _, ngettext


@spoken.group()
def db() -> None:
    """The tables of the shared database."""


@db.command()
def upgrade() -> None:
    """Create the tables, or bring them to the newest form."""
    upgrade_db(unchecked_db(load_settings()))
    click.echo(_("The database is up to date."))


db.add_command(roles)


@spoken.command()
def rebuild() -> None:
    """Recompute the statuses of all measures from the base rows."""
    database = open_db()
    with database.write() as session:
        count = rebuild_all(session)
    click.echo(_recomputed(count))
    _warn_of_failed(database)


@spoken.command()
@spoken.option(
    "--every", type=Seconds(1, 3600), metavar="NUMBER", help=N_("Repeat after so many seconds.")
)
def refresh(every: int | None) -> None:
    """Recompute the measures whose base rows changed; safe to run more than once.

    Needed where the dashboard's own account may only read (KARTA_RECOMPUTE=0). With --every it
    goes on when the database was away for a while.
    """
    database = open_db()
    click.echo(_recomputed(database.refresh(with_failed=True)))
    _warn_of_failed(database)
    answers = True
    while every:
        time.sleep(every)
        answers = _refresh_again(database, answered=answers)


def _refresh_again(database: Database, *, answered: bool) -> bool:
    """Refresh once more; return whether the database answers, and tell when that changes."""
    try:
        count = database.refresh()
    except SQLAlchemyError as error:
        if not is_passing(error):
            raise
        if answered:
            click.echo(explained(error)[0], err=True)
        return False
    if not answered:
        click.echo(_("The database answers again."), err=True)
    if count:
        click.echo(_recomputed(count))
    return True


def _warn_of_failed(database: Database) -> None:
    with database.write() as session:
        failed = count_failed(session)
    if failed:
        said = ngettext(
            "%(n)s measure could not be recomputed and keeps its old status.",
            "%(n)s measures could not be recomputed and keep their old statuses.",
            failed,
        )
        click.echo(said, err=True)


def _recomputed(count: int) -> str:
    return ngettext("%(n)s measure recomputed.", "%(n)s measures recomputed.", count)
