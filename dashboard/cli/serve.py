"""`karta serve`: the dashboard under gunicorn."""

import click

from dashboard.cli import spoken
from dashboard.cli.common import load_settings, open_db, refuse
from dashboard.cli.listening import check_address
from dashboard.settings import Settings
from data_access.db import Database
from data_access.queries.accounts import active_demo
from layouts.texts import N_, _

NO_WAY_IN = N_(
    "A proxy in front makes it public: set KARTA_TRUSTED_PROXIES=0 and KARTA_SECURE_COOKIES=0."
)


@spoken.command()
def serve() -> None:
    """Serve the dashboard; see `karta settings` for address, workers and the rest."""
    run(load_settings())


def run(settings: Settings) -> None:
    """Check what would be unsafe or fail later, then serve until a signal ends it."""
    from dashboard.app import NO_SIGNING_KEY
    from dashboard.server import is_public
    from dashboard.server import serve as serve_forever

    if not settings.secret_key:
        refuse(_(NO_SIGNING_KEY))
    database = open_db(settings)
    if is_public(settings):
        _check_public(database, settings)
    check_address(settings.host, settings.port)
    database.dispose()  # nothing stays open for the forked workers to share
    click.echo(_("Serving at %(address)s", address=f"http://{settings.host}:{settings.port}/"))
    serve_forever(settings)


def _check_public(database: Database, settings: Settings) -> None:
    if active_demo(database):
        refuse(
            _("The database has demonstration accounts, whose password is published."),
            _("Disable them with “karta user disable”, or set KARTA_HOST=127.0.0.1."),
            _(NO_WAY_IN),
        )
    if not settings.secure_cookies:
        click.echo(_("Warning: KARTA_SECURE_COOKIES is off; use HTTPS and switch it on."), err=True)
