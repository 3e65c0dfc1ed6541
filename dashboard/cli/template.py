"""`karta template …`: forms to hand out, filled in as far as the system knows."""

from datetime import date
from pathlib import Path

import click

from dashboard.cli import spoken
from dashboard.cli.chosen import find_executor, find_period, find_plan
from dashboard.cli.common import load_settings, open_db, refuse
from dashboard.cli.given import Day, OutputFile, Text
from dashboard.cli.output import check_output, write_output
from data_access.importers.reports import handing_out
from data_access.importers.reports.handing_out import FormOrder
from data_access.records.view import Scope
from layouts.form_texts import indicator_texts, report_texts
from layouts.texts import N_, _

plan_option = spoken.option(
    "--plan", type=Text(), metavar="CODE", required=True, help=N_("Code, id or title of the plan.")
)
output_option = spoken.option(
    *("-o", "--output"),
    required=True,
    type=OutputFile(".xlsx", ".csv"),
    help=N_("File to write: .xlsx, or .csv for the bare columns."),
)


@spoken.group()
def template() -> None:
    """Forms to hand out, and to take in by “karta import”."""


@template.command()
@plan_option
@spoken.option(
    "--executor",
    type=Text(),
    metavar="NAME",
    help=N_("Name or id of one executor; without it the whole plan."),
)
@spoken.option(
    "--period",
    type=Text(),
    metavar="NAME",
    help=N_("Reporting period by its label; without it the one due next."),
)
@spoken.option(
    "--as-of",
    type=Day(),
    metavar="YYYY-MM-DD",
    help=N_("What is open on this date."),
)
@output_option
def reports(
    plan: str, executor: str | None, period: str | None, as_of: date | None, output: Path
) -> None:
    """Write the report form: open measures of a plan or of one executor."""
    settings = load_settings()
    check_output(output)
    database = open_db(settings)
    of_plan = find_plan(database, plan)
    order = FormOrder(
        plan_id=of_plan.id,
        scope=Scope.everything(),
        today=settings.today(),
        executor_id=find_executor(database, executor, of_plan).id if executor else None,
        period_id=find_period(database, period, of_plan).id if period else None,
        as_of=as_of,
        file_format=output.suffix.lower().removeprefix("."),
    )
    form = handing_out.report_form(database, order, report_texts())
    _write(output, form.data if form else None, _("Nothing is open for such a form."))


@template.command()
@plan_option
@output_option
def indicators(plan: str, output: Path) -> None:
    """Write the form of a plan's indicators, with the values known so far."""
    settings = load_settings()
    check_output(output)
    database = open_db(settings)
    plan_id = find_plan(database, plan).id
    file_format = output.suffix.lower().removeprefix(".")
    form = handing_out.indicator_form(
        database, plan_id, Scope.everything(), indicator_texts(), file_format
    )
    _write(output, form.data if form else None, _("The plan has no indicators."))


def _write(output: Path, data: bytes | None, nothing: str) -> None:
    if data is None:
        refuse(nothing)
    write_output(output, [data])
    click.echo(_("Written: %(name)s", name=str(output)))
