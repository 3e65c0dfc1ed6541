"""`karta import reports`: executors' reports from a filled-in form."""

from pathlib import Path

from dashboard.cli import spoken
from dashboard.cli.taking_in import of_a_form, run
from data_access.importers.reports.save import preview, take_in
from data_access.records.forms import EARLY, PERSONAL
from layouts.texts import N_


@spoken.command()
@of_a_form
@spoken.option(
    "--allow-early",
    is_flag=True,
    help=N_("Let pass dates before the plan or the control point that are right; recorded."),
)
def reports(
    file: Path, dry_run: bool, allow_personal: bool, allow_early: bool, plan: str | None
) -> None:
    """Take in FILE (.xlsx or .csv), filled in from “karta template reports”.

    All of it or nothing. Rows that are recorded already change nothing; a changed row becomes a
    newer report.
    """
    take = preview if dry_run else take_in
    allows = {PERSONAL: allow_personal, EARLY: allow_early}
    run(file, take, plan=plan, allows=allows, is_trial=dry_run)
