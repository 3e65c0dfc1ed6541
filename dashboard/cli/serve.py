"""`karta serve`: the dashboard under gunicorn."""

import click

from dashboard.cli.common import load_settings, refuse
from dashboard.settings import Settings
from data_access.db import Database
from data_access.queries.accounts import active_demo
from layouts.texts import _


@click.command()
def serve() -> None:
    """Serve the dashboard; see `karta settings` for address, workers and the rest."""
    run(load_settings())


def run(settings: Settings) -> None:
    """Check what would be unsafe or fail later, then serve until a signal ends it."""
    from dashboard.app import NO_SIGNING_KEY
    from dashboard.server import is_loopback
    from dashboard.server import serve as serve_forever

    if not settings.secret_key:
        refuse(NO_SIGNING_KEY)
    if not is_loopback(settings.host):
        _check_public(settings)
    click.echo(_("Serving at %(address)s", address=f"http://{settings.host}:{settings.port}/"))
    serve_forever(settings)


def _check_public(settings: Settings) -> None:
    database = Database(settings.database_url)
    has_demo = bool(active_demo(database))
    database.dispose()  # nothing stays open for the forked workers to share
    if has_demo:
        refuse(
            _("The database has demonstration accounts, whose password is published."),
            _("Disable them with “karta user disable”, or set KARTA_HOST=127.0.0.1."),
        )
    if not settings.secure_cookies:
        click.echo(_("Warning: KARTA_SECURE_COOKIES is off; use HTTPS and switch it on."), err=True)
