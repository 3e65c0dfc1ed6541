"""What the commands share: settings, the database, a refusal with its reasons."""

import os
from typing import Any, NoReturn

import click

from dashboard.database import open_database
from dashboard.environment import from_environment, language
from dashboard.settings import Settings, SettingsError
from data_access.db import Database
from data_access.schema import State
from layouts.texts import N_, _, set_locale, set_zone

REFUSED = 1
WITHOUT_TABLES = {
    State.EMPTY: N_("The database has no tables yet: run “karta db upgrade”."),
    State.OLD: N_("The tables are of an earlier version: run “karta db upgrade”."),
    State.FOREIGN: N_(
        "The tables are of a later version of Karta or of another program: install that version,"
        " or name another database in KARTA_DATABASE_URL."
    ),
}


def refuse(*reasons: str) -> NoReturn:
    """End with exit code 1 and the reasons on stderr."""
    for reason in reasons:
        click.echo(reason, err=True)
    raise SystemExit(REFUSED)


def load_settings(**defaults: Any) -> Settings:
    """Return the settings of the environment and speak their language; refuse wrong ones."""
    set_locale(language(os.environ))
    try:
        found = from_environment(os.environ, **defaults)
    except SettingsError as error:
        refuse(*str(error).splitlines())
    set_zone(found.zone())
    return found


def open_db(settings: Settings | None = None) -> Database:
    """Return the database of the settings; refuse one without our tables in their present form."""
    database = unchecked_db(settings or load_settings())
    state = database.state()
    if state is not State.CURRENT:
        refuse(_(WITHOUT_TABLES[state]))
    return database


def unchecked_db(settings: Settings) -> Database:
    """Return the database of the settings as it is; it is closed when the command ends."""
    context = click.get_current_context()
    database = open_database(settings, context.command_path)
    context.call_on_close(database.dispose)
    return database


def upgrade_db(database: Database) -> None:
    """Create or upgrade the tables; refuse those of a later version or of another program."""
    state = database.state()
    if state is State.FOREIGN:
        refuse(_(WITHOUT_TABLES[state]))
    database.upgrade()
