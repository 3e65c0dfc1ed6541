"""The form as a file: what an executor gets to fill in."""

from typing import Any

from data_access.importers.reports.form import COLUMNS, OUTCOMES
from data_access.importers.reports.rows import Form, FormRow
from data_access.importers.sheets.writing import Sheet, csv_file, workbook
from data_access.records.forms import FormTexts

WRITERS = {"xlsx": workbook, "csv": csv_file}


def write(form: Form, texts: FormTexts, file_format: str = "xlsx") -> bytes:
    """Return the file; `file_format` is "xlsx" or "csv", KeyError otherwise."""
    sheet = Sheet(
        name="sheet",
        columns=COLUMNS,
        lines=_lines(form, texts),
        rows=[_cells(row, texts) for row in form.rows],
        choices={"outcome": [texts.word(outcome) for outcome in OUTCOMES]},
    )
    return WRITERS[file_format](sheet, texts)


def _lines(form: Form, texts: FormTexts) -> list[str]:
    about = [form.plan.title]
    if form.executor:
        about.append(texts.text("for_executor", name=form.executor))
    when = texts.text("as_of", day=form.as_of)
    if form.period:
        when = texts.text("for_period", period=form.period.label, day=form.period.due_on)
    demo = [texts.text("demo")] if form.plan.is_demo else []
    return [texts.text("title"), " · ".join(about), when, *demo]


def _cells(row: FormRow, texts: FormTexts) -> dict[str, Any]:
    return {
        "code": row.code,
        "number": row.number,
        "title": row.title,
        "due": due_text(row, texts),
        "executor": row.executor,
        "period": row.period,
    }


def due_text(row: FormRow, texts: FormTexts) -> str:
    """Return the date in force with the document's own date, label and phrase beside it."""
    parts = []
    if row.due_on and row.original_due_on:
        parts.append(f"{row.due_on:%d.%m.%Y}")
        if row.due_on != row.original_due_on:
            parts.append(texts.text("in_the_document", day=row.original_due_on))
    if row.point_label:
        parts.append(row.point_label)
    if row.phrase and row.phrase not in parts:
        parts.append(f"«{row.phrase}»" if parts else row.phrase)
    return "\n".join(parts)
