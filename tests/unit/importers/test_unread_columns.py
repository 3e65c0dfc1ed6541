"""Columns that a form doesn't know are told of; what stands in a misspelt one is never lost."""

from collections.abc import Sequence

import pytest
from openpyxl import Workbook

from data_access.importers.indicators.form import COLUMNS as INDICATOR_COLUMNS
from data_access.importers.indicators.read import read as read_indicators
from data_access.importers.reports.form import COLUMNS
from data_access.importers.reports.read import read as read_reports
from data_access.importers.sheets.columns import normal
from data_access.importers.sheets.typed import ReadFile
from data_access.importers.sheets.unread import meant_by
from data_access.records.forms import Fault
from layouts.fault_texts import fault_text
from tests.support.forms import as_csv, saved

HEADER = ["№ пункта", "Отметка", "Информация об исполнении"]
ROW = ["1.1", "в работе", "идёт"]
FREE = {normal(one): one for it in COLUMNS for one in it.spellings}
FORMATS = ["xlsx", "csv"]


def read(kind: str, *rows: Sequence[object]) -> ReadFile:
    made = Workbook()
    for row in rows:
        made.active.append(row)
    data = saved(made)
    return read_reports(f"a.{kind}", as_csv(data) if kind == "csv" else data)


def places(faults: tuple[Fault, ...]) -> list[tuple[str, int | None, str, str]]:
    return [(one.code, one.row, one.column, one.cell) for one in faults]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_column_of_their_own_is_told_of_and_not_read(kind: str) -> None:
    file = read(kind, [*HEADER, "Наша графа"], [*ROW, "что-то"])
    assert places(file.warnings) == [("unknown_header", 1, "Наша графа", "D1")]
    assert not file.faults
    assert len(file.rows) == 1


@pytest.mark.parametrize("kind", FORMATS)
def test_a_misspelt_header_names_what_is_meant(kind: str) -> None:
    file = read(kind, [*HEADER, "Дата испонения"], ROW)
    assert places(file.warnings) == [("misspelt_header", 1, "Дата испонения", "D1")]
    assert "«Дата исполнения»" in fault_text(file.warnings[0])
    assert not file.faults


@pytest.mark.parametrize("kind", FORMATS)
def test_what_stands_under_a_misspelt_header_is_a_fault(kind: str) -> None:
    filled = [*ROW, "28.06.2021"]
    file = read(kind, [*HEADER, "Дата испонения"], ROW, filled, filled)
    assert places(file.faults) == [("misspelt_and_filled", 3, "Дата испонения", "D3")]
    said = fault_text(file.faults[0])
    assert "ячеек: 2" in said
    assert "«Дата исполнения»" in said
    assert not file.warnings


@pytest.mark.parametrize("kind", FORMATS)
def test_a_row_with_nothing_but_a_misspelt_column_is_a_fault_too(kind: str) -> None:
    file = read(kind, [*HEADER, "Принемаемые меры"], ["1.1", None, None, "наняли двоих"])
    assert places(file.faults) == [("misspelt_and_filled", 2, "Принемаемые меры", "D2")]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_column_without_a_header_is_told_of_where_something_stands_in_it(kind: str) -> None:
    file = read(kind, [*HEADER, None, "Примечание"], [*ROW, None, "да"], [*ROW, "нет", None])
    assert places(file.warnings) == [("no_header", 3, "", "D3")]
    assert "D" in fault_text(file.warnings[0])


def test_the_numbering_of_columns_and_repeated_headers_fill_nothing_in() -> None:
    header = [*HEADER, "Примечание", "Дата испонения"]
    file = read("xlsx", header, ["1", "2", "3", "4", "5"], header, [*ROW, "да"])
    assert [one.code for one in file.warnings] == ["misspelt_header"]
    assert not file.faults


def test_nothing_is_meant_that_stands_in_the_sheet_already() -> None:
    header = [*HEADER, "Дата исполнения", "Дата испонения"]
    file = read("xlsx", header, [*ROW, None, "28.06.2021"])
    assert [one.code for one in file.warnings] == ["unknown_header"]
    assert not file.faults


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Дата испонения", "Дата исполнения"),
        ("ДАТА  ИСПОЛНЕНЯ", "Дата исполнения"),
        ("Примечаине", "Примечание"),
        ("Примечание (при наличии)", "Примечание"),
        ("Единица, шт.", "Единица"),
        ("Причина не исполнения", "Причина неисполнения"),
        ("Measures takn", "Measures taken"),
        ("Дата согласования", ""),
        ("Наша графа", ""),
        ("Ответственный за контроль", ""),
        ("(шт.)", ""),
        ("", ""),
    ],
)
def test_what_is_meant(header: str, meant: str) -> None:
    assert meant_by(header, FREE) == meant


@pytest.mark.parametrize("kind", FORMATS)
def test_indicators_tell_it_likewise(kind: str) -> None:
    made = Workbook()
    made.active.append(["Показатель", "Год", "Факт", "Плановое значние", "Район"])
    made.active.append(["Доля", 2021, 0.5, 0.6, "север"])
    data = as_csv(saved(made)) if kind == "csv" else saved(made)
    file = read_indicators(f"a.{kind}", data)
    assert places(file.faults) == [("misspelt_and_filled", 2, "Плановое значние", "D2")]
    assert places(file.warnings) == [("unknown_header", 1, "Район", "E1")]


def test_no_header_of_a_form_is_near_another_column_of_it() -> None:
    """Else a form without an optional column would blame a column that is right."""
    for columns in (COLUMNS, INDICATOR_COLUMNS):
        for own in columns:
            free = {normal(s): s for it in columns if it is not own for s in it.spellings}
            assert [one for one in own.spellings if meant_by(one, free)] == []
