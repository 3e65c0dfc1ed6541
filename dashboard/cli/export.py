"""`karta export`: the same files as the download links, with the rights of the machine."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import click

from callbacks.frames import read_filters
from dashboard.cli.common import load_settings, open_db, refuse
from data_access import exports
from data_access.db import Database
from data_access.records.view import Scope, View
from layouts.export_texts import export_texts
from layouts.links import EXPORT_FORMATS, EXPORT_TABLES, QUERY_NAMES
from layouts.texts import set_locale


def _filter_options(command: Any) -> Any:
    """Add an option for each name of the query string."""
    for name in reversed(QUERY_NAMES):
        option = click.option(f"--{name.replace('_', '-')}", name, metavar="VALUE")
        command = option(command)
    return command


@click.command()
@click.argument("table", type=click.Choice(EXPORT_TABLES))
@click.option("--format", "fmt", type=click.Choice(EXPORT_FORMATS), default="csv")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False))
@_filter_options
def export(table: str, fmt: str, output: Path | None, **filters: str | None) -> None:
    """Write TABLE as a file; the filters are those of the pages' addresses."""
    settings = load_settings()
    if filters["lang"] in ("ru", "en"):
        set_locale(str(filters["lang"]))
    database = open_db(settings)
    query = urlencode({name: value for name, value in filters.items() if value})
    scope, today = Scope.everything(), settings.today()
    chosen, _choices, errors = read_filters(database, scope, query, today)
    if errors:
        refuse(*errors)
    view = View(scope, today, chosen)
    _write(database, table, fmt, view, output)


def _write(database: Database, table: str, fmt: str, view: View, output: Path | None) -> None:
    with click.open_file(str(output) if output else "-", "wb", atomic=bool(output)) as file:
        for piece in exports.write(database, table, fmt, view, export_texts(table)):
            file.write(piece)
