"""`karta db upgrade`, `karta rebuild`, `karta refresh`."""

import time

import click

from dashboard.cli.common import open_db
from data_access.commands.recompute import rebuild as rebuild_all
from layouts.texts import _, ngettext


@click.group()
def db() -> None:
    """The tables of the shared database."""


@db.command()
def upgrade() -> None:
    """Create the tables, or bring them to the newest form."""
    open_db().upgrade()
    click.echo(_("The database is up to date."))


@click.command()
def rebuild() -> None:
    """Recompute the statuses of all measures from the base rows."""
    with open_db().write() as session:
        count = rebuild_all(session)
    click.echo(_recomputed(count))


@click.command()
@click.option("--every", type=click.IntRange(1, 3600), help="Repeat after so many seconds.")
def refresh(every: int | None) -> None:
    """Recompute the measures whose base rows changed; safe to run more than once.

    Needed where the dashboard's own account may only read (KARTA_RECOMPUTE=0).
    """
    database = open_db()
    click.echo(_recomputed(database.refresh()))
    while every:
        time.sleep(every)
        if count := database.refresh():
            click.echo(_recomputed(count))


def _recomputed(count: int) -> str:
    return ngettext("%(n)s measure recomputed.", "%(n)s measures recomputed.", count)
