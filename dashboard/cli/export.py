"""`karta export`: the same files as the download links, with the rights of the machine."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import click

from callbacks.frames import read_filters
from dashboard.cli import spoken
from dashboard.cli.chosen import find_executor, find_plan, find_section, find_territory
from dashboard.cli.common import load_settings, open_db, refuse
from dashboard.cli.given import Day, OutputFile, Text
from dashboard.cli.output import check_output, write_output
from data_access import exports
from data_access.db import Database
from data_access.records.view import Scope, View
from layouts.catalogues import LOCALES
from layouts.export_texts import export_texts
from layouts.links import EXPORT_FORMATS, EXPORT_TABLES, QUERY_NAMES
from layouts.texts import N_, _, set_locale

NUMBER = re.compile("[0-9]+")

#: Names of the query string → what they choose.
FILTERS = {
    "as_of": N_("State on this date, YYYY-MM-DD."),
    "plan": N_("Code, id or title of a plan."),
    "territory": N_("Name or id of a territory."),
    "section": N_("Section by its id; with --plan by its title too."),
    "executor": N_("Name or id of an executor."),
    "status": N_("Statuses by their identifiers, several by commas."),
    "q": N_("Words to look for."),
    "since": N_("Changes since this date, YYYY-MM-DD."),
    "lang": N_("Language of the file, ru or en."),
}

#: What they take, where that is not just a text.
TYPES: dict[str, click.ParamType[Any]] = {"as_of": Day(), "since": Day()}
METAVARS = {
    **dict.fromkeys(("as_of", "since"), "YYYY-MM-DD"),
    **dict.fromkeys(("territory", "section", "executor"), "NAME"),
    "plan": "CODE",
}


def _filter_options(command: Any) -> Any:
    """Add an option for each name of the query string."""
    for name in reversed(QUERY_NAMES):
        names = f"--{name.replace('_', '-')}", name
        kind: click.ParamType[Any] = TYPES.get(name, Text())
        metavar = METAVARS.get(name, "VALUE")
        command = spoken.option(*names, type=kind, metavar=metavar, help=FILTERS[name])(command)
    return command


@spoken.command()
@spoken.argument("table", metavar="TABLE", type=click.Choice(EXPORT_TABLES))
@spoken.option(
    "--format",
    "fmt",
    type=click.Choice(EXPORT_FORMATS),
    default="csv",
    show_default=True,
    help=N_("Format of the file."),
)
@spoken.option(
    "-o",
    "--output",
    type=OutputFile(),
    help=N_("File to write; without it, standard output."),
)
@_filter_options
def export(table: str, fmt: str, output: Path | None, **filters: Any) -> None:
    """Write TABLE as a file; the filters are those of the pages' addresses.

    Tables: measures, overdue, executors, sections, territories, indicators, reports, assignments,
    missing, discipline, own_discipline.
    """
    settings = load_settings()
    if filters["lang"] in LOCALES:
        set_locale(str(filters["lang"]))
    check_output(output)
    database = open_db(settings)
    view = _view(database, _with_ids(database, filters), settings.today())
    write_output(output, exports.write(database, table, fmt, view, export_texts(table)))


def _view(database: Database, query: Mapping[str, str], today: date) -> View:
    """Return what is asked for; a wrong value is wrong usage, an unknown section is refused."""
    scope = Scope.everything()
    chosen, _choices, errors = read_filters(database, scope, urlencode(query), today)
    if errors:
        others = urlencode({name: value for name, value in query.items() if name != "section"})
        if wrong := read_filters(database, scope, others, today)[2]:
            raise click.UsageError("\n".join(wrong))
        refuse(*errors)
    return View(scope, today, chosen)


def _with_ids(database: Database, filters: Mapping[str, Any]) -> dict[str, str]:
    """Return the filters that are given, with ids for what is called by name."""
    given = {name: str(value) for name, value in filters.items() if value}
    plan = find_plan(database, given["plan"]) if "plan" in given else None
    if plan:
        given["plan"] = plan.code
    if "territory" in given:
        given["territory"] = str(find_territory(database, given["territory"]).id)
    if "executor" in given:
        given["executor"] = str(find_executor(database, given["executor"], plan).id)
    if "section" in given and plan:
        given["section"] = str(find_section(database, given["section"], plan).id)
    elif not NUMBER.fullmatch(given.get("section", "0")):
        raise click.UsageError(
            _("A section is named by its title only with --plan; without it by its id.")
        )
    return given
