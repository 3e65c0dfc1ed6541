"""`karta import plan`: what the plan reader makes of an act's file."""

import json
from pathlib import Path

import click

from dashboard.cli.common import load_settings, refuse
from dashboard.cli.plan_summary import summary
from data_access.importers.plan.as_json import as_json
from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.reading import PlanReading
from layouts.import_texts import finding_text, refusal_text


@click.command(name="plan")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--territory", metavar="NAME", help="The plan's territory, instead of the one read.")
@click.option("--dry-run", is_flag=True, required=True, help="Read and show, write nothing.")
@click.option("--json", "as_data", is_flag=True, help="Print the reading as JSON.")
def plan(file: Path, territory: str | None, dry_run: bool, as_data: bool) -> None:
    """Read the plan in FILE (.docx, .pdf, .txt, .html) and show it with all its findings."""
    load_settings()
    reading = _read(file, territory)
    if as_data:
        data = as_json(reading, finding_text)
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(summary(reading)))


def _read(file: Path, territory: str | None) -> PlanReading:
    """Return the reading; refuse a file without a plan, with its name and the reason."""
    try:
        return read_plan(file, territory=territory)
    except ReadingRefused as refused:
        refuse(f"{file.name}: {refusal_text(refused.code, refused.parameters)}")
    except OSError as error:
        refuse(f"{file.name}: {error.strerror}")
