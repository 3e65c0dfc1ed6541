"""`karta user`: accounts from the command line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.orm import Session

from dashboard.cli import passwords, spoken
from dashboard.cli.chosen import find_territory
from dashboard.cli.common import open_db, refuse
from dashboard.cli.given import Text
from data_access.commands import accounts as commands
from data_access.commands.accounts import SHORTEST_PASSWORD, AccountError
from data_access.db import Database
from data_access.queries.accounts import Listed, listed
from data_access.records.accounts import Role
from layouts.catalogues import LOCALES
from layouts.texts import N_, _

REASONS = {
    "username_form": N_("“%(name)s”: 2 to 60 of a–z, 0–9, dot, dash and underscore are expected."),
    "username_taken": N_("“%(name)s”: there is such an account already."),
    "password_short": N_("The password has fewer than %(n)s characters."),
    "unknown": N_("“%(name)s”: there is no such account."),
}
SEES_NOTHING = N_("Warning: without --territory or --all-territories the account sees nothing.")


@spoken.group()
def user() -> None:
    """Accounts that may sign in."""


@user.command()
@spoken.argument("username")
@spoken.option(
    "--title",
    type=Text(may_be_blank=True),
    default="",
    help=N_("Post or office; never a person's name."),
)
@spoken.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default="viewer",
    show_default=True,
    help=N_("What the account may do."),
)
@spoken.option(
    "--territory",
    "names",
    type=Text(),
    metavar="NAME",
    multiple=True,
    help=N_("Territory by its name or id."),
)
@spoken.option(
    "--all-territories", is_flag=True, help=N_("All territories, those to come included.")
)
@spoken.option(
    "--locale",
    type=click.Choice(LOCALES),
    default="ru",
    show_default=True,
    help=N_("Language of the pages."),
)
@passwords.password_option
def add(
    username: str,
    title: str,
    role: str,
    names: tuple[str, ...],
    all_territories: bool,
    locale: str,
    password_stdin: bool,
) -> None:
    """Add an account; the password is asked for."""
    if names and all_territories:
        raise click.UsageError(_("Both --territory and --all-territories."))
    database = open_db()
    ids = None if all_territories else [find_territory(database, name).id for name in names]
    password = passwords.asked(from_stdin=password_stdin)
    with _changing(database) as session:
        commands.add_account(
            session,
            username=username,
            password=password,
            title=title,
            role=role,
            territory_ids=ids,
            locale=locale,
        )
    if ids == []:
        click.echo(_(SEES_NOTHING), err=True)


@user.command()
@spoken.argument("username")
@passwords.password_option
def password(username: str, password_stdin: bool) -> None:
    """Give an account another password, which ends its sessions."""
    database = open_db()
    word = passwords.asked(from_stdin=password_stdin)
    with _changing(database) as session:
        commands.set_password(session, username, word)


@user.command()
@spoken.argument("username")
def disable(username: str) -> None:
    """Close an account, which ends its sessions."""
    with _changing(open_db()) as session:
        commands.disable(session, username)


@user.command(name="list")
def list_() -> None:
    """Print all accounts."""
    for one in listed(open_db()):
        click.echo("\t".join(_columns(one)))


def _columns(one: Listed) -> tuple[str, ...]:
    where = _("all territories") if one.territories is None else ", ".join(one.territories)
    marks = [_("disabled")] * (not one.is_active) + [_("demonstration")] * one.is_demo
    return one.username, one.role, where, one.title, ", ".join(marks)


@contextmanager
def _changing(database: Database) -> Iterator[Session]:
    """Give a transaction on the accounts, and say that it is done or why it is refused."""
    try:
        with database.write() as session:
            yield session
    except AccountError as error:
        refuse(_(REASONS[error.reason], name=error.username, n=SHORTEST_PASSWORD))
    click.echo(_("Done."))
