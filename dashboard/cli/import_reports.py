"""`karta import reports`: executors' reports from a filled-in form."""

from pathlib import Path

from dashboard.cli import spoken
from dashboard.cli.taking_in import of_a_form, run
from data_access.importers.reports.save import preview, take_in


@spoken.command()
@of_a_form
def reports(file: Path, dry_run: bool, allow_personal: bool, plan: str | None) -> None:
    """Take in FILE (.xlsx or .csv), filled in from “karta template reports”.

    All of it or nothing. Rows that are recorded already change nothing; a changed row becomes a
    newer report.
    """
    take = preview if dry_run else take_in
    run(file, take, plan=plan, allow_personal=allow_personal, is_trial=dry_run)
