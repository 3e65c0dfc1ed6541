"""The indicator form as a file: every year of the plan, with the values known so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from data_access.importers.indicators.form import COLUMNS, KINDS
from data_access.importers.indicators.known import Known, code_of, of_plan
from data_access.importers.sheets.writing import Sheet, csv_file, workbook
from data_access.models import Plan
from data_access.records.forms import FormTexts
from data_access.records.view import Scope

WRITERS = {"xlsx": workbook, "csv": csv_file}


@dataclass(frozen=True)
class Form:
    """A form to hand out; the rows by column keys."""

    title: str
    is_demo: bool
    rows: tuple[dict[str, Any], ...]


def form_of(session: Session, plan: Plan) -> Form:
    """Return the indicators of a plan × the years of its term, and others that have values."""
    found = of_plan(session, Scope.everything(), plan.id).values()
    rows = tuple(row for one in found for row in _rows(one))
    return Form(plan.title, plan.is_demo, rows)


def write(form: Form, texts: FormTexts, file_format: str = "xlsx") -> bytes:
    """Return the file; `file_format` is "xlsx" or "csv", KeyError otherwise."""
    lines = [texts.text("title_indicators"), form.title]
    if form.is_demo:
        lines.append(texts.text("demo"))
    sheet = Sheet("sheet_indicators", COLUMNS, lines, form.rows, choices={})
    return WRITERS[file_format](sheet, texts)


def _rows(one: Known) -> Iterator[dict[str, Any]]:
    term = range(one.plan.starts_on.year, one.plan.ends_on.year + 1)
    for year in sorted({*term, *(year for year, _ in one.values)}):
        row: dict[str, Any] = {
            "code": code_of(one.indicator.id, year, one.plan.code),
            "indicator": one.indicator.name,
            "unit": one.indicator.unit,
            "year": year,
        }
        for kind in KINDS:
            value = one.standing(year, kind)
            row[kind] = _plain(value.value) if value else None
        actual = one.standing(year, "actual")
        row["source"] = actual.source if actual else ""
        yield row


def _plain(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
