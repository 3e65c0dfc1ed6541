"""`karta import indicators`: values of indicators from a filled-in form."""

from pathlib import Path

from dashboard.cli import spoken
from dashboard.cli.taking_in import of_a_form, run
from data_access.importers.indicators.save import preview, take_in
from data_access.records.forms import PERSONAL


@spoken.command()
@of_a_form
def indicators(file: Path, dry_run: bool, allow_personal: bool, plan: str | None) -> None:
    """Take in FILE (.xlsx or .csv), filled in from “karta template indicators”.

    All of it or nothing. Rows that are recorded already change nothing; a changed row becomes a
    newer value.
    """
    take = preview if dry_run else take_in
    run(file, take, plan=plan, allows={PERSONAL: allow_personal}, is_trial=dry_run)
