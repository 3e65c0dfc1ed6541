"""Text with a cell on each line: where the table ends, and where it only seems to."""

import pytest

from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

HEAD = (
    "Об утверждении плана мероприятий на 2025 год",
    "План мероприятий",
    "№ п/п",
    "Мероприятие",
    "Срок исполнения",
    "Исполнитель",
    "Ожидаемый результат",
)
INDICATORS = ("Наименование показателя", "Единица измерения", "2024 год", "Доля семей", "%", "10")


def read(*cells: str) -> PlanReading:
    return read_plan("\n".join((*HEAD, *cells)).encode(), "a.txt")


def row(number: int, result: str = "Проведено") -> tuple[str, ...]:
    return (f"{number}.", f"Провести акцию № {number}", "2025 год", "Отдел опеки", result)


def told(reading: PlanReading) -> list[str]:
    return [one.read for one in reading.findings if one.code == "table_ended"]


@pytest.mark.parametrize(
    "words", ["Показатели улучшены", "Приложение к отчету", "Примечания сданы"]
)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_result_that_begins_like_a_heading_ends_nothing(words: str, at: int) -> None:
    rows = [row(number, words if number == at else "Проведено") for number in (1, 2, 3)]
    reading = read(*(cell for one in rows for cell in one))
    assert [one.number for one in reading.measures] == ["1", "2", "3"]
    assert reading.measures[at - 1].expected_result == words
    assert not told(reading)


@pytest.mark.parametrize(
    "heading",
    ["Показатели реализации", "Приложение 2", "Приложение", "Глава района П.П. Петров", "______"],
)
def test_a_heading_below_the_last_row_ends_the_table(heading: str) -> None:
    reading = read(*row(1), *row(2), heading, "Список рассылки", "Отдел опеки")
    assert [one.number for one in reading.measures] == ["1", "2"]
    assert reading.measures[-1].expected_result == "Проведено"
    assert not told(reading)


def test_a_sure_end_ends_the_table_below_a_row_that_lacks_its_result_too() -> None:
    reading = read(*row(1), *row(2)[:-1], "Глава района П.П. Петров", "Список рассылки")
    assert [one.expected_result for one in reading.measures] == ["Проведено", ""]


def test_an_end_below_an_incomplete_row_is_told() -> None:
    reading = read(*row(1), *row(2)[:-1], "Показатели плана", *INDICATORS)
    assert [one.expected_result for one in reading.measures] == ["Проведено", ""]
    assert told(reading) == ["Показатели плана"]


def test_numbers_below_the_end_that_do_not_go_on_are_told() -> None:
    reading = read(*row(1), *row(2), "Примечания", "2.", "Провести акцию", "май", "Отдел опеки")
    assert [one.number for one in reading.measures] == ["1", "2"]
    assert told(reading) == ["Примечания"]


def test_rows_that_go_on_below_such_words_are_read_and_the_odd_cell_is_told() -> None:
    reading = read(*row(1), "Примечание: итог за год", *row(2))
    assert [one.number for one in reading.measures] == ["1", "2"]
    assert "cells_slid" in {one.code for one in reading.findings if one.measure == "1"}
