"""Indicators of a plan: the direction by words and values, and which numbers are one."""

from decimal import Decimal

import pytest

from data_access.importers.plan.indicators import direction_of, number
from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading
from layouts.import_texts import finding_text

PLAN = (
    "Об утверждении плана мероприятий на 2024-2025 годы\n\n"
    "№\tМероприятие\tСрок исполнения\tИсполнитель\n1\tВыставка\t2025 год\tШкола\n\n"
    "Показатели\n\nНаименование показателя\tЕдиница измерения\t2024 год\t2025 год\n"
)


def read(name: str, first: str, last: str) -> PlanReading:
    return read_plan(f"{PLAN}{name}\tчел.\t{first}\t{last}\n".encode(), "a.txt")


def codes(reading: PlanReading) -> set[str]:
    return {one.code for one in reading.findings if one.field.startswith("indicator")}


@pytest.mark.parametrize(
    ("name", "first", "last", "direction"),
    [
        ("Количество подростков, состоящих на учете", 10, 8, "decrease"),
        ("Доля детей в Ростовской области", 10, 8, "decrease"),
        ("Численность выросших семей", 8, 10, "increase"),
        ("Рост числа приёмных семей", 10, 10, "increase"),
        ("Прирост числа приёмных семей", 10, 10, "increase"),
        ("Снижение числа отказов", 4, 4, "decrease"),
    ],
)
def test_direction(name: str, first: int, last: int, direction: str) -> None:
    assert direction_of("", name, {2024: Decimal(first), 2025: Decimal(last)}) == direction


@pytest.mark.parametrize(
    ("name", "first", "last", "told"),
    [
        ("Рост числа приёмных семей", "10", "8", True),
        ("Снижение числа отказов", "8", "10", True),
        ("Снижение числа отказов", "10", "8", False),
        ("Число подростков на учете", "10", "8", False),
    ],
)
def test_words_against_values_are_told(name: str, first: str, last: str, told: bool) -> None:
    assert ("indicator_direction_differs" in codes(read(name, first, last))) == told


@pytest.mark.parametrize("text", ["12 13", "12\n13", "10 2", "1 2025", "12\n345", "1 23 456"])
def test_two_numbers_in_a_cell_are_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("12 345", "12345"), ("1\u00a0234\u202f567,8", "1234567.8"), ("1234567", "1234567")],
)
def test_spaces_between_thousands(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


def test_two_numbers_in_a_cell_are_told() -> None:
    reading = read("Доля семей", "12 13", "5")
    assert reading.indicators[0].targets == {2025: Decimal(5)}
    assert "indicator_value_unread" in codes(reading)


@pytest.mark.parametrize(
    ("value", "unit", "way"),
    [
        ("-5", "чел.", "negative"),
        ("-0,1", "%", "negative"),
        ("250", "%", "over_hundred"),
        ("101", "процентов", "over_hundred"),
        ("100", "%", ""),
        ("250", "чел.", ""),
        ("0", "%", ""),
    ],
)
def test_values_that_are_hardly_meant_are_asked_about(value: str, unit: str, way: str) -> None:
    lines = f"{PLAN}Доля детей\t{unit}\t{value}\t5\n"
    found = read_plan(lines.encode(), "a.txt").findings
    told = [one for one in found if one.code.endswith(("negative", "over_hundred"))]
    assert [(one.code, one.severity) for one in told] == (
        [(f"indicator_{way}", "warning")] if way else []
    )
    assert all(value in finding_text(one) for one in told)
