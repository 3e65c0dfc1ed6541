"""The command line `karta`: one module for each command.

Exit codes: 0 done, 1 refused with reasons on stderr and nothing written, 2 wrong usage.
"""

import click

from dashboard.cli import spoken
from dashboard.cli.database import db, rebuild, refresh
from dashboard.cli.deadline import deadline
from dashboard.cli.demo import demo
from dashboard.cli.export import export
from dashboard.cli.faults import Refusing
from dashboard.cli.imports import import_
from dashboard.cli.list_names import list_
from dashboard.cli.serve import serve
from dashboard.cli.show_settings import settings
from dashboard.cli.template import template
from dashboard.cli.user import user
from layouts.texts import N_

COMMANDS: tuple[click.Command, ...] = (
    demo,
    serve,
    db,
    rebuild,
    refresh,
    user,
    export,
    template,
    import_,
    list_,
    deadline,
    settings,
)


@click.group(cls=Refusing, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(
    package_name="karta",
    message="%(version)s",
    cls=spoken.SpokenOption,
    help=N_("Show the version and exit."),
)
def main() -> None:
    """Karta: how municipal and regional action plans are carried out."""


for command in COMMANDS:
    main.add_command(command)
