"""`karta demo`: a database with the sample plans, served on this machine."""

import os
import secrets
from dataclasses import replace
from pathlib import Path

import click
from sqlalchemy import make_url

from dashboard.cli import serve, spoken
from dashboard.cli.common import load_settings, refuse, unchecked_db, upgrade_db
from dashboard.demo import PASSWORD, prepare
from dashboard.settings import Settings
from data_access.db import Database
from data_access.queries import accounts
from layouts.texts import N_, _

DATABASE_URL = "sqlite:///karta-demo.db"


@spoken.command()
@spoken.option("--prepare-only", is_flag=True, help=N_("Make the database, do not serve."))
def demo(prepare_only: bool) -> None:
    """Create a database with the sample plans, print its accounts and serve it."""
    from dashboard.server import is_public

    settings = load_settings(database_url=DATABASE_URL)
    if is_public(settings):
        refuse(
            _("The demonstration listens on this machine alone: set KARTA_HOST=127.0.0.1."),
            _(serve.NO_WAY_IN),
        )
    database = unchecked_db(settings)
    click.echo(_("Preparing the demonstration data…"))
    upgrade_db(database)
    prepare(database)
    _print_accounts(database)
    database.dispose()
    if not prepare_only:
        serve.run(replace(settings, secret_key=settings.secret_key or _kept_key(settings)))


def _print_accounts(database: Database) -> None:
    click.echo(_("Accounts, all with the password %(password)s:", password=PASSWORD))
    for one in accounts.listed(database):
        if one.is_demo and one.is_active:
            click.echo(f"  {one.username:<12} {one.title}")


def _kept_key(settings: Settings) -> str:
    """Return the signing key beside the database; made once, readable by its owner alone."""
    path = _key_path(settings.database_url)
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(32))
    return path.read_text().strip()


def _key_path(database_url: str) -> Path:
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(url.database).with_suffix(".key")
    return Path("karta-demo.key")
