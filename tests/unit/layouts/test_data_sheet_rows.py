"""The rows of a form on the page of its upload: what each of them is."""

from typing import Any

import pytest

from data_access.records.forms import Fault, ImportOutcome, PreviewRow
from layouts import data_sheet, data_sheet_rows
from tests.support.frames import frame
from tests.unit.layouts.trees import text


def row(**changes: Any) -> PreviewRow:
    values: dict[str, Any] = {
        **{"sheet": "", "row": 2, "number": "2021", "title": "Доля", "executor": ""},
        **{"said": "actual: 0.5", "on": None, "fate": "changed"},
    }
    return PreviewRow(**(values | changes))


@pytest.mark.parametrize(("kind", "spoken"), [("indicators", "actual: 0.5"), ("reports", "done")])
def test_an_older_row_is_no_newer_one(kind: str, spoken: str) -> None:
    shown = text(data_sheet_rows.rows_table([row(said=spoken)], kind))
    assert "новее записанной" in shown
    shown = text(data_sheet_rows.rows_table([row(said=spoken, is_older=True)], kind))
    assert "старше записанной" in shown
    assert "новее записанной" not in shown


def page_of(*faults: Fault) -> str:
    rows = tuple(
        row(row=at, title=title, said="done", fate="added")
        for at, title in ((6, "С ошибкой"), (7, "Без ошибки"))
    )
    outcome = ImportOutcome("reports", "ф.xlsx", "0", faults=faults, rows=rows)
    return text(data_sheet.sheet_page(3, outcome, None, frame("/data/3")))


def test_rows_with_errors_are_never_announced_as_to_be_recorded() -> None:
    shown = page_of(Fault("negative", row=6, key="quantity", value="-5"))
    assert "С ошибкой" not in shown
    assert "Без ошибки" in shown
    assert "Что будет записано" not in shown
    assert "Строки без ошибок: пока файл не исправлен, не записываются и они" in shown
    asked = page_of(Fault("personal_phone", row=6, key="narrative"))
    assert "С ошибкой" in asked
    assert "Что будет записано" in asked
