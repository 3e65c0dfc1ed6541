"""`karta settings`: the table of settings."""

import click

from dashboard.cli import spoken
from dashboard.cli.common import load_settings
from dashboard.settings import Setting, Settings, table
from layouts.texts import N_, _

#: How the types of settings are called.
TYPES = {str: N_("text"), int: N_("whole number"), bool: N_("1 or 0")}


@spoken.command()
def settings() -> None:
    """Print all settings: name, type, default, value in force, help."""
    now = load_settings()
    for row in table():
        kind, default = _(TYPES[row.type]), _shown(row.default)
        click.echo(f"{row.name}  ({kind}, {_('default: %(value)s', value=default)})")
        click.echo(f"    {_(row.help)}")
        if value := _value(row, now):
            click.echo(f"    = {value}")


def _value(row: Setting, now: Settings) -> str:
    """Return the value where it differs from the default; a secret one only as set."""
    value = getattr(now, row.attribute)
    if value == row.default:
        return ""
    return _("(set)") if row.is_secret else _shown(value)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value) if value != "" else _("empty")
