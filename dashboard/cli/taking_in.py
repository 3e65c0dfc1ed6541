"""What the imports of filled-in forms share: reading the file, telling what came of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from dashboard.cli import spoken
from dashboard.cli.chosen import find_plan
from dashboard.cli.common import REFUSED, load_settings, open_db
from dashboard.cli.given import INPUT_FILE, Text, content
from data_access.db import Database
from data_access.records.forms import EARLY, PERSONAL, ImportOutcome, Upload
from data_access.records.view import Scope
from layouts.fault_texts import fault_text
from layouts.texts import N_, _, ngettext

SHOWN = 100
#: What is refused and may pass → the option that says so.
HINTS = {
    PERSONAL: N_("Where these are no personal data: --allow-personal lets them pass, on record."),
    EARLY: N_("Where the early dates are right: --allow-early lets them pass, on record."),
}
PARAMETERS = (
    spoken.argument("file", type=INPUT_FILE),
    spoken.option("--dry-run", is_flag=True, help=N_("Check and count, write nothing.")),
    spoken.option(
        "--allow-personal",
        is_flag=True,
        help=N_("Let pass what looks like personal data and is none; this is recorded."),
    ),
    spoken.option(
        "--plan",
        type=Text(),
        metavar="CODE",
        help=N_("Code, id or title of the plan, for rows that carry no code."),
    ),
)
Command = Callable[..., None]
Taker = Callable[[Database, Upload], ImportOutcome]


def of_a_form(command: Command) -> Command:
    """Give a command the file of a filled-in form and the options of its import."""
    for add in reversed(PARAMETERS):
        command = add(command)
    return command


def run(
    file: Path, take: Taker, *, plan: str | None, allows: Mapping[str, bool], is_trial: bool
) -> None:
    """Take a file in with the rights of the machine; exit code 1 with reasons if refused."""
    settings = load_settings()
    database = open_db(settings)
    upload = Upload(
        file_name=file.name,
        data=content(file),
        scope=Scope.everything(),
        today=settings.today(),
        plan_id=find_plan(database, plan).id if plan else None,
        allows=frozenset(one for one, is_allowed in allows.items() if is_allowed),
    )
    _tell(take(database, upload), is_trial)


def _tell(outcome: ImportOutcome, is_trial: bool) -> None:
    for fault in outcome.warnings:
        click.echo(_("Warning: %(said)s", said=fault_text(fault)), err=True)
    if outcome.is_refused:
        _refuse(outcome)
    for fault in outcome.allowed:
        click.echo(_("Let pass: %(said)s", said=fault_text(fault)), err=True)
    click.echo(_counts(outcome))
    if is_trial:
        click.echo(_("Nothing was written: it was a trial run."))
    elif outcome.batch_id is None:
        click.echo(_("Nothing new: all of it is recorded already."))


def _refuse(outcome: ImportOutcome) -> None:
    faults = outcome.faults
    for fault in faults[:SHOWN]:
        where = "" if fault.row else f"{outcome.file_name}: "
        click.echo(where + fault_text(fault), err=True)
    if len(faults) > SHOWN:
        left = len(faults) - SHOWN
        click.echo(ngettext("and %(n)s more error", "and %(n)s more errors", left), err=True)
    click.echo(_("Nothing was written."), err=True)
    for one in outcome.asks:
        click.echo(_(HINTS[one]), err=True)
    raise SystemExit(REFUSED)


def _counts(outcome: ImportOutcome) -> str:
    parts = (
        _("new: %(n)s", n=outcome.count("added")),
        _("changed: %(n)s", n=outcome.count("changed")),
        _("unchanged: %(n)s", n=outcome.count("unchanged")),
        _("left empty: %(n)s", n=outcome.blank),
    )
    return "; ".join(parts)
