"""What the commands share: settings, the database, a refusal with its reasons."""

import os
from typing import Any, NoReturn

import click

from dashboard.settings import Settings, SettingsError, from_environment
from data_access.db import Database
from layouts.texts import set_locale

REFUSED = 1


def refuse(*reasons: str) -> NoReturn:
    """End with exit code 1 and the reasons on stderr."""
    for reason in reasons:
        click.echo(reason, err=True)
    raise SystemExit(REFUSED)


def load_settings(**defaults: Any) -> Settings:
    """Return the settings of the environment and speak their language; refuse wrong ones."""
    try:
        found = from_environment(os.environ, **defaults)
    except SettingsError as error:
        refuse(*str(error).splitlines())
    set_locale(found.locale)
    return found


def open_db(settings: Settings | None = None) -> Database:
    """Return the database of the settings; refuse one that has no tables of ours."""
    settings = settings or load_settings()
    return Database(settings.database_url, settings.read_database_url or None)
