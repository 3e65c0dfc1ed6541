"""`karta settings`: the table of settings."""

import click

from dashboard.cli.common import load_settings
from dashboard.settings import Setting, Settings, table


@click.command()
def settings() -> None:
    """Print all settings: name, type, default, value in force, help."""
    now = load_settings()
    for row in table():
        click.echo(f"{row.name}  ({row.type.__name__}, default {_shown(row.default)})")
        click.echo(f"    {row.help}")
        value = _value(row, now)
        if value:
            click.echo(f"    = {value}")


def _value(row: Setting, now: Settings) -> str:
    """Return the value where it differs from the default; a secret one only as set."""
    value = getattr(now, row.attribute)
    if value == row.default:
        return ""
    return "(set)" if row.is_secret else _shown(value)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value) if value != "" else "empty"
