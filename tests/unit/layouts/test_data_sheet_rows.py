"""The rows of a form on the page of its upload: what each of them is."""

from typing import Any

import pytest

from data_access.records.forms import PreviewRow
from layouts import data_sheet_rows
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
