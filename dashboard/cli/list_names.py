"""`karta list`: what other commands take by name."""

import click

from dashboard.cli import spoken
from dashboard.cli.chosen import find_plan
from dashboard.cli.common import open_db
from dashboard.cli.given import Text
from data_access.db import Database
from data_access.queries import names
from data_access.records.named import Named
from layouts.texts import N_, _

KINDS = ("plans", "territories", "executors", "periods", "sections")
#: These are called by name within a plan alone.
OF_A_PLAN = {"periods": names.periods, "sections": names.sections}


@spoken.command(name="list")
@spoken.argument("kind", metavar="KIND", type=click.Choice(KINDS))
@spoken.option(
    "--plan",
    type=Text(),
    metavar="CODE",
    help=N_("Code, id or title of the plan, for what belongs to one."),
)
def list_(kind: str, plan: str | None) -> None:
    """Print what is called by name: its code or number, a tab, its name.

    Kinds: plans, territories, executors, periods, sections; the last two with --plan.
    """
    if kind in OF_A_PLAN and plan is None:
        raise click.UsageError(_("%(kind)s: --plan says of which plan.", kind=kind))
    database = open_db()
    known = _known(database, kind, find_plan(database, plan) if plan else None)
    if not known:
        click.echo(_("There are none."), err=True)
    for one in known:
        click.echo(f"{one.key}\t{' '.join(one.name.split())}")


def _known(database: Database, kind: str, plan: Named | None) -> list[Named]:
    if plan is not None and kind in OF_A_PLAN:
        return OF_A_PLAN[kind](database, plan.id)
    if kind == "executors":
        return names.executors(database, plan.id if plan else None)
    return names.territories(database) if kind == "territories" else names.plans(database)
