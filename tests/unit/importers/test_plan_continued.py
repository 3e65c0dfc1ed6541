"""Tables without a header below the plan: its next page, or something else of as many columns."""

from collections.abc import Sequence

import pytest

from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

PLAN = (
    ("№ п/п", "Мероприятие", "Срок исполнения", "Исполнитель"),
    ("1", "Провести акцию", "май 2025 года", "Отдел опеки"),
    ("2", "Создать комиссию", "июнь 2025 года", "Отдел культуры"),
)
BARE = (PLAN[0][1:], PLAN[1][1:])
APPROVAL = (
    ("Должность", "Подпись", "Дата", "Фамилия"),
    ("Начальник отдела", "", "15.01.2025", "Иванов"),
)
GROUP = (
    ("№ п/п", "Ф.И.О.", "Должность", "Телефон"),
    ("1", "Иванов Иван Иванович", "Начальник отдела", "22-33-44"),
)


def table(rows: Sequence[Sequence[str]]) -> str:
    made = ("".join(f"<td>{cell}" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}' for row in made)}</table>"


def read(
    more: Sequence[Sequence[str]], heading: str = "", plan: Sequence[Sequence[str]] = PLAN
) -> PlanReading:
    subject = "<p>Об утверждении плана мероприятий на 2025 год</p>"
    between = f"<p>{heading}</p>" if heading else ""
    text = f"<meta charset=utf-8><body>{subject}{table(plan)}{between}{table(more)}"
    return read_plan(f"<html>{text}</html>".encode(), "a.html")


def left_out(reading: PlanReading) -> list[str]:
    return [one.read for one in reading.findings if one.code == "table_left_out"]


@pytest.mark.parametrize(
    ("rows", "heading"),
    [
        (APPROVAL, "Лист согласования"),
        (APPROVAL[1:], "Лист согласования"),
        (GROUP, "Приложение 2. Состав рабочей группы"),
        (GROUP[1:], "Состав рабочей группы"),
        ((("Состав рабочей группы", "", "", ""), *GROUP[1:]), ""),
    ],
)
def test_another_table_of_equal_width_is_left_out_and_told(
    rows: Sequence[Sequence[str]], heading: str
) -> None:
    reading = read(rows, heading)
    assert [one.title for one in reading.measures] == ["Провести акцию", "Создать комиссию"]
    assert [one.name for one in reading.measures[1].executors] == ["Отдел культуры"]
    (told,) = left_out(reading)
    assert rows[0][0] in told
    assert "Иванович" not in told


@pytest.mark.parametrize(
    ("rows", "measures"),
    [
        # The next number, with and without what else a row has.
        ((("3", "Ярмарка", "2025 год", "Школа"),), 3),
        ((("3", "Ярмарка", "", ""), ("4", "Выставка", "2025 год", "Школа")), 4),
        # A number that stands twice is still a measure, and told.
        ((("2", "Ярмарка", "2025 год", "Школа"),), 3),
        # The rest of the last row, and a row whose number is missing.
        ((("", "по делам несовершеннолетних", "", ""), ("3", "Ярмарка", "2025 год", "Школа")), 3),
        ((("", "", "", "отдел опеки"), ("3", "Ярмарка", "2025 год", "Школа")), 3),
        ((("", "Ярмарка", "2025 год", "Школа"),), 3),
        # Repeated numbers of columns, a section's row.
        ((("1", "2", "3", "4"), ("3", "Ярмарка", "2025 год", "Школа")), 3),
        ((("Раздел II. Досуг", "", "", ""), ("1", "Ярмарка", "2025 год", "Школа")), 3),
    ],
)
def test_the_plans_next_page_is_read(rows: Sequence[Sequence[str]], measures: int) -> None:
    reading = read(rows)
    assert len(reading.measures) == measures
    assert not left_out(reading)


def test_a_plan_without_numbers_goes_on_by_what_its_cells_hold() -> None:
    more = (("Создать комиссию", "июнь 2025 года", "Отдел культуры"),)
    assert len(read(more, plan=BARE).measures) == 2
    signed = (("Начальник отдела", "15.01.2025", "Иванов"),)
    reading = read(signed, "Лист согласования", BARE)
    assert len(reading.measures) == 1
    assert len(left_out(reading)) == 1


def test_signatures_below_indicators_are_no_indicators() -> None:
    indicators = (
        ("Наименование показателя", "Единица измерения", "2024 год", "2025 год"),
        ("Доля семей под надзором", "%", "5", "3"),
    )
    body = f"{table(PLAN)}<p>Показатели</p>{table(indicators)}<p>Согласовано</p>"
    page = f"<html><meta charset=utf-8><body>{body}{table(APPROVAL)}</html>"
    reading = read_plan(page.encode(), "a.html")
    assert [one.name for one in reading.indicators] == ["Доля семей под надзором"]
    assert "indicator_value_unread" not in {one.code for one in reading.findings}
    assert len(left_out(reading)) == 1
