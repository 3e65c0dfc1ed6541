"""Values as cells: Russian formats, and nothing that a spreadsheet would run."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.exports.cells import FORMULA_SIGNS, cell_text, harmless, json_value
from data_access.records.exports import Column, ExportTexts

TEXTS = ExportTexts(header=str.upper, word=lambda word: f"<{word}>", demo="DEMO")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("date", date(2021, 2, 1), "01.02.2021"),
        ("moment", datetime(2021, 2, 1, 7, 5, tzinfo=UTC), "01.02.2021 07:05"),
        ("integer", 41, "41"),
        ("integer", -3, "-3"),
        ("number", Decimal("0.6700"), "0,67"),
        ("number", Decimal("-0.0400"), "-0,04"),
        ("number", Decimal("0"), "0"),
        ("number", Decimal("1200"), "1200"),
        ("percent", 9 / 23, "39,1"),
        ("percent", 0.0, "0,0"),
        ("status", "done_late", "<done_late>"),
        ("texts", ["Один", "Два"], "Один; Два"),
        ("text", "=2+2", "'=2+2"),
        ("text", " @sum", "' @sum"),
        ("text", "– тире", "– тире"),
    ],
)
def test_cell_text(kind: str, value: object, expected: str) -> None:
    assert cell_text(Column("key", kind), value, TEXTS) == expected


@pytest.mark.parametrize("kind", ["text", "date", "integer", "number", "percent", "status"])
def test_nothing_is_an_empty_cell(kind: str) -> None:
    assert cell_text(Column("key", kind), None, TEXTS) == ""


@given(st.text())
def test_no_text_stays_a_formula(text: str) -> None:
    assert not harmless(text).lstrip(" ").startswith(FORMULA_SIGNS)
    assert harmless(text).endswith(text)


def test_json_keeps_identifiers_and_iso_dates() -> None:
    assert json_value(date(2021, 2, 1)) == "2021-02-01"
    assert json_value(datetime(2021, 2, 1, 7, 5, tzinfo=UTC)) == "2021-02-01T07:05:00+00:00"
    assert json_value(Decimal("0.6700")) == 0.67
    assert json_value(["Один"]) == ["Один"]
    assert json_value(None) is None
