"""`karta import plan`: an act's file read, shown, and saved as a plan."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from dashboard.cli import spoken
from dashboard.cli.chosen import find_plan
from dashboard.cli.common import load_settings, open_db, refuse
from dashboard.cli.given import INPUT_FILE, Decision, Text, content
from dashboard.cli.plan_refused import why_unread, why_unsaved
from dashboard.cli.plan_saved import saved_json, saved_lines
from dashboard.cli.plan_summary import summary
from data_access.commands.plan_act import Act
from data_access.commands.plan_import import TakenIn, take_in
from data_access.importers.plan.as_json import as_json
from data_access.importers.plan.read import read_plan
from data_access.importers.plan.refusal import ReadingRefused
from data_access.records.drafts import Refused
from data_access.records.reading import PlanReading
from layouts.import_texts import finding_text
from layouts.texts import N_, _

#: Options with which a dry run is one of the saving.
WITH_DATABASE = (
    *("code", "is_new", "accept", "same", "other", "executors"),
    *("makes_territory", "is_confirmed"),
)
#: Options that the command of data_access calls by the same names.
TAKEN_AS_GIVEN = (
    *("is_new", "accept", "makes_territory", "is_confirmed"),
    *("same", "other", "executors"),
)


@spoken.command(name="plan")
@spoken.argument("file", type=INPUT_FILE)
@spoken.option(
    "--territory",
    type=Text(),
    metavar="NAME",
    help=N_("The plan's territory, instead of the one read."),
)
@spoken.option(
    "--new-territory", "makes_territory", is_flag=True, help=N_("Make --territory if new.")
)
@spoken.option(
    "--plan", "code", type=Text(), metavar="CODE", help=N_("The saved plan that the act amends.")
)
@spoken.option(
    "--amend-anyway",
    "is_confirmed",
    is_flag=True,
    help=N_("Though the act looks like another plan's."),
)
@spoken.option(
    "--same",
    type=Text(),
    metavar="NUMBER[=OLD]",
    multiple=True,
    help=N_("Another title (with =OLD also another number), but the same measure."),
)
@spoken.option(
    "--other",
    type=Text(),
    metavar="NUMBER",
    multiple=True,
    help=N_("Another measure of that number."),
)
@spoken.option(
    "--executor",
    "executors",
    type=Decision(),
    metavar="NAME=WHO",
    multiple=True,
    help=N_(
        "Who the executor NAME is: a known one (number or name), one of the act (act:NAME), own."
    ),
)
@spoken.option("--new", "is_new", is_flag=True, help=N_("A new plan, though one like it is saved."))
@spoken.option("--accept", is_flag=True, help=N_("Take all proposals for what must be decided."))
@spoken.option("--dry-run", is_flag=True, help=N_("Read and show, write nothing."))
@spoken.option("--json", "as_data", is_flag=True, help=N_("Print the reading as JSON."))
def plan(file: Path, dry_run: bool, as_data: bool, **given: Any) -> None:
    """Read the plan in FILE (.docx, .pdf, .txt, .html) and save it; all of it or nothing.

    An act of a saved plan amends it. What must be decided first is listed, and nothing is written.
    With --dry-run the reading is shown with all its findings.
    """
    _check(given)
    if dry_run and not any(given[name] for name in WITH_DATABASE):
        load_settings()
        _show(_read(file, given["territory"]), as_data)
        return
    taken = _take_in(file, given, dry_run)
    if as_data:
        _print({**as_json(taken.reading, finding_text), "saved": saved_json(taken)})
    else:
        click.echo("\n".join(saved_lines(taken, is_trial=dry_run)))


def _check(given: Mapping[str, Any]) -> None:
    if given["code"] and (given["is_new"] or given["territory"]):
        raise click.UsageError(_("--plan goes with neither --new nor --territory."))
    if given["makes_territory"] and not given["territory"]:
        raise click.UsageError(_("--new-territory goes with --territory."))
    if twice := set(given["same"]) & set(given["other"]):
        numbers = ", ".join(sorted(twice))
        raise click.UsageError(_("Both --same and --other: %(numbers)s.", numbers=numbers))
    names = Counter(name for name, _who in given["executors"])
    for name in [one for one, count in names.items() if count > 1][:1]:
        raise click.UsageError(_("--executor is given twice for “%(name)s”.", name=name))
    if given["is_confirmed"] and given["is_new"]:
        raise click.UsageError(_("--amend-anyway does not go with --new."))


def _show(reading: PlanReading, as_data: bool) -> None:
    if as_data:
        _print(as_json(reading, finding_text))
    else:
        click.echo("\n".join(summary(reading)))


def _print(data: dict[str, Any]) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def _take_in(file: Path, given: Mapping[str, Any], is_trial: bool) -> TakenIn:
    settings = load_settings()
    database = open_db(settings)
    code = given["code"]
    act = Act(
        file_name=file.name,
        data=content(file),
        today=settings.today(),
        territory=given["territory"] or "",
        plan_id=find_plan(database, code).id if code else None,
        is_trial=is_trial,
        **{name: given[name] for name in TAKEN_AS_GIVEN},
    )
    try:
        return take_in(database, act, finding_text)
    except ReadingRefused as refused:
        refuse(why_unread(file, refused))
    except Refused as refused:
        refuse(*why_unsaved(refused))


def _read(file: Path, territory: str | None) -> PlanReading:
    """Return the reading; refuse a file without a plan, with its name and the reason."""
    try:
        return read_plan(file, territory=territory)
    except ReadingRefused as refused:
        refuse(why_unread(file, refused))
