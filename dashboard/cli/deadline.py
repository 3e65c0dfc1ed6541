"""`karta deadline`: what a deadline phrase means within a plan's term."""

import json
from pathlib import Path
from typing import Any

import click

from dashboard.cli import spoken
from dashboard.cli.common import load_settings
from dashboard.cli.deadline_file import LINE_BREAK, edge, rows_of, term_of
from dashboard.cli.given import INPUT_FILE
from data_access.importers.deadlines import Reading, Term, read
from layouts.deadline_texts import question_text
from layouts.texts import N_, _, fmt_date


class Edge(click.ParamType[str]):
    """The first or last day of a term: a year or an ISO date."""

    name = "year or date"

    def convert(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return the text as it is if it names a day; wrong usage otherwise."""
        try:
            edge(str(value), last=False)
        except ValueError as error:
            self.fail(str(error), param, ctx)
        return value


@spoken.command(context_settings={"ignore_unknown_options": True})
@spoken.argument("phrase", required=False)
@spoken.option("--start", type=Edge(), help=N_("First year or day of the plan's term."))
@spoken.option("--end", type=Edge(), help=N_("Last year or day of the plan's term."))
@spoken.option(
    "--batch",
    type=INPUT_FILE,
    help=N_("Read phrases from a tab-separated file with the header: phrase, start, end."),
)
@spoken.option("--json", "as_json", is_flag=True, help=N_("Print one JSON object a line."))
def deadline(
    phrase: str | None, start: str | None, end: str | None, batch: Path | None, as_json: bool
) -> None:
    """Say how a deadline PHRASE is read within a plan's term.

    A line break in a phrase of a file is written \\n; a file is answered with JSON lines always.
    """
    load_settings()
    if batch:
        if phrase is not None or start or end:
            raise click.UsageError(_("--batch takes neither a phrase nor a term."))
        for row in rows_of(batch):
            click.echo(_json(read(*row), phrase=row[0]))
        return
    reading = read(*_given(phrase, start, end))
    click.echo(_json(reading) if as_json else _plain(reading))


def _given(phrase: str | None, start: str | None, end: str | None) -> tuple[str, Term]:
    if phrase is None or start is None:
        raise click.UsageError(_("Give a phrase and --start, or --batch."))
    try:
        return phrase.replace(LINE_BREAK, "\n"), term_of(start, end or start)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _question(reading: Reading) -> str | None:
    texts = [question_text(one.code, dict(one.values)) for one in reading.questions]
    return " ".join(texts) or None


def _json(reading: Reading, **more: str) -> str:
    return json.dumps(
        {
            **more,
            "kind": reading.kind,
            "due_dates": [day.isoformat() for day in reading.due_dates],
            "labels": list(reading.labels),
            "question": _question(reading),
        },
        ensure_ascii=False,
    )


def _plain(reading: Reading) -> str:
    lines = [reading.kind]
    for point in reading.points:
        lines.append(f"  {fmt_date(point.due_on)}  {point.label}".rstrip())
    if question := _question(reading):
        lines.append(f"  ? {question}")
    return "\n".join(lines)
