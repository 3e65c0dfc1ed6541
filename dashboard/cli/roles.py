"""`karta db roles`: database accounts with just the rights that are needed, as SQL."""

import click

from dashboard.cli import spoken
from dashboard.cli.common import load_settings
from data_access import roles as accounts
from layouts.texts import N_, _


@spoken.command()
@spoken.option(
    "--web", default="karta_web", show_default=True, help=N_("Account of the dashboard.")
)
@spoken.option(
    "--refresh", default="karta_refresh", show_default=True, help=N_("Account of `karta refresh`.")
)
@spoken.option("--uploads", is_flag=True, help=N_("Let the dashboard take plans and reports in."))
def roles(web: str, refresh: str, uploads: bool) -> None:
    """Print the SQL that makes PostgreSQL accounts for the dashboard and for `karta refresh`.

    Nothing is run: read it, then run it as the owner of the tables, again after each upgrade. It
    sets no passwords: use \\password of psql.
    """
    load_settings()
    try:
        chosen = accounts.roles(web, refresh, taking_in=uploads)
    except ValueError as error:
        said = _("Not a plain name of a database account: %(name)s", name=error)
        raise click.UsageError(said) from None
    for statement in accounts.statements(chosen):
        click.echo(statement)
