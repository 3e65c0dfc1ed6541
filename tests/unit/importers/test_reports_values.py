"""Cells as people write them: texts, dates, numbers, marks; and what is refused."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importers.indicators.read import year_of
from data_access.importers.reports.read import outcome_of
from data_access.importers.sheets.columns import letter, normal
from data_access.importers.sheets.faults import CellRefused
from data_access.importers.sheets.values import date_of, number_of, text_of
from data_access.importers.sheets.workbook import Wrong

DAY = date(2021, 4, 5)


@pytest.mark.parametrize(
    "cell",
    [DAY, datetime(2021, 4, 5, 12), "05.04.2021", "5.4.2021 г.", "05/04/2021", "2021-04-05"],
)
def test_dates(cell: Any) -> None:
    assert date_of(cell) == DAY


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (44291, "not_a_date"),
        ("05.04.21", "not_a_date"),
        ("апрель", "not_a_date"),
        ("31.06.2021", "no_such_day"),
        ("05.04.0021", "year_out_of_range"),
        (time(12), "not_a_date"),
        (True, "not_a_date"),
        (Wrong("formula"), "formula"),
        (Wrong("error"), "error"),
    ],
)
def test_what_is_no_date(cell: Any, code: str) -> None:
    with pytest.raises(CellRefused) as refused:
        date_of(cell)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (12, "12"),
        (0.68, "0.68"),
        (0.1 + 0.2, "0.3"),
        ("12,5", "12.5"),
        ("1 250,75", "1250.75"),
        ("1\u00a0250", "1250"),
        ("−3", "-3"),
        (None, None),
        ("  ", None),
    ],
)
def test_numbers(cell: Any, number: str | None) -> None:
    assert number_of(cell) == (Decimal(number) if number else None)


@pytest.mark.parametrize("cell", ["1 2", "3 4", "1 2 3", "12 13", "1 25 000", "1 250 75"])
def test_two_numbers_are_not_one(cell: str) -> None:
    with pytest.raises(CellRefused, match="not_a_number"):
        number_of(cell)


@pytest.mark.parametrize("cell", ["12 чел.", "1,250.75", "1e5", 1e30, float("nan"), True, DAY, "٣"])
def test_what_is_no_number(cell: Any) -> None:
    with pytest.raises(CellRefused, match="not_a_number"):
        number_of(cell)


def test_more_decimals_than_kept_are_refused_not_rounded() -> None:
    with pytest.raises(CellRefused, match="too_many_decimals"):
        number_of("0,33333")


@pytest.mark.parametrize("cell", ["а\x00б", "а\x0bб", "\ud800"])
def test_signs_that_cannot_be_printed(cell: str) -> None:
    with pytest.raises(CellRefused, match="control_sign"):
        text_of(cell)


def test_texts() -> None:
    assert text_of(12.0) == "12"
    assert text_of(1.5) == "1,5"
    assert text_of(" а\r\nб ") == "а\nб"
    assert text_of("<b>а</b>") == "<b>а</b>"
    with pytest.raises(CellRefused, match="too_long"):
        text_of("а" * 11, 10)
    with pytest.raises(CellRefused, match="wrong_kind"):
        text_of(True)


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.datetimes()))
def test_any_cell_is_read_or_refused(cell: Any) -> None:
    for read in (text_of, date_of, number_of, lambda one: year_of(str(one))):
        try:
            read(cell)
        except CellRefused:
            continue


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("исполнено", "done"),
        ("Исполнено.", "done"),
        ("  ИСПОЛНЕНО  ЧАСТИЧНО ", "partial"),
        ("в работе", "in_progress"),
        ("Не исполнено", "not_done"),
        ("not done", "not_done"),
    ],
)
def test_marks(text: str, outcome: str) -> None:
    assert outcome_of(text) == outcome


@pytest.mark.parametrize(("text", "code"), [("", "no_outcome"), ("да", "unknown_outcome")])
def test_no_such_mark(text: str, code: str) -> None:
    with pytest.raises(CellRefused, match=code):
        outcome_of(text)


def test_headers_are_compared_without_what_does_not_matter() -> None:
    assert normal(" Отчетный\nпериод: ") == normal("Отчётный период")
    assert normal("Меро-\nприятие") == "мероприятие"
    assert normal("N пункта") == normal("№ пункта")
    assert [letter(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
