"""Rows of the genre: slid, split, merged, repeated, numbered in every way."""

from datetime import date

import pytest

from data_access.importers.plan.likeness import looks_due
from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

TITLE = "Об утверждении плана мероприятий на 2022-2023 годы\n\n"
HEADER = "№\tМероприятие\tСрок исполнения\tОтветственные исполнители\n"


def read(table: str, header: str = HEADER) -> PlanReading:
    return read_plan((TITLE + header + table).encode(), "a.txt")


def page(table: str) -> PlanReading:
    return read_plan(f"<html><body><p>{TITLE}</p><table>{table}</table>".encode(), "a.html")


def codes(reading: PlanReading, number: str) -> set[str]:
    return {one.code for one in reading.findings if one.measure == number}


def test_a_row_split_over_two_pages_is_joined() -> None:
    reading = read(
        "1.1\tПроведение бесед с\t2022\tОтдел опеки,\n\n"
        "№\tМероприятие\tСрок исполнения\tОтветственные исполнители\n"
        "\tродителями\t\tотдел культуры\n1.2\tВыставка\t2023\tШкола\n"
    )
    first = reading.measures[0]
    assert first.title == "Проведение бесед с родителями"
    assert [one.name for one in first.executors] == ["Отдел опеки", "отдел культуры"]
    assert "row_joined" in codes(reading, "1.1")


def test_a_split_row_with_a_missing_cell_is_put_back() -> None:
    reading = read(
        "1.1\tАктуализация\tпостоянно\tКомиссия по делам\n\tпорядка\tсемьи, Отдел опеки\n"
    )
    (measure,) = reading.measures
    assert measure.title == "Актуализация порядка"
    assert measure.deadline_text == "постоянно"
    assert len(measure.executors) == 2
    assert "cells_slid" in codes(reading, "1.1")


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [
        ("4\tТрудоустройство выпуск-", "ников\tв теч. года\tЦентр", "Трудоустройство выпускников"),
        ("4\tТрудоустройство", "выпускников\tв теч. года\tЦентр", "Трудоустройство выпускников"),
        ("4\tТрудоустройство выпуск-", "ников\tв теч. года", "Трудоустройство выпускников"),
    ],
)
def test_a_row_broken_inside_its_title_is_put_together(first: str, second: str, title: str) -> None:
    reading = read(f"3\tВыставка\t2022\tШкола\n{first}\n{second}\n5\tЯрмарка\t2023\tШкола\n")
    assert [one.number for one in reading.measures] == ["3", "4", "5"]
    assert (reading.measures[1].title, reading.measures[1].deadline_text) == (title, "в теч. года")


def test_a_piece_of_a_title_in_the_column_of_numbers_is_not_lost() -> None:
    row = "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"
    head = row.format("№", "Мероприятие", "Срок исполнения", "Исполнитель")
    first = row.format("4", "Трудоустройство выпуск-", "в течение", "")
    reading = page(head + first + row.format("ников", "", "2022 года", "Школа"))
    (measure,) = reading.measures
    assert measure.title == "Трудоустройство выпускников"
    assert "cells_slid" in codes(reading, "4")


def test_executors_that_slid_into_the_deadline_column() -> None:
    reading = read("1.1\tВыставка\tОтдел культуры\n1.2\tЯрмарка\t2022\tШкола\n")
    assert reading.measures[0].deadline_text == ""
    assert reading.measures[0].executors[0].name == "Отдел культуры"
    assert {"cells_slid", "deadline_absent"} <= codes(reading, "1.1")


def test_deadlines_of_several_rows_in_one_cell_are_handed_back() -> None:
    reading = read(
        "1.1\tПервое\tII квартал 2022 ежемесячно 2022 - 2023\tОтдел А\n"
        "1.2\tВторое\t\tОтдел Б\n1.3\tТретье\t\tОтдел В\n"
    )
    assert [one.deadline_text for one in reading.measures] == [
        "II квартал 2022",
        "ежемесячно",
        "2022 - 2023",
    ]
    for number in ("1.1", "1.2", "1.3"):
        assert "deadline_redistributed" in codes(reading, number)


@pytest.mark.parametrize(
    ("section", "number", "title"),
    [
        ("1. Ранняя помощь", "1", "Ранняя помощь"),
        ("Раздел II. Обучение", "II", "Обучение"),
        ("III. Досуг", "III", "Досуг"),
        ("Раздел 4 Отдых", "4", "Отдых"),
    ],
)
def test_section_rows(section: str, number: str, title: str) -> None:
    reading = read(f"{section}\t\t\t\n1\tВыставка\t2022\tШкола\n")
    assert [(one.number, one.title) for one in reading.sections] == [(number, title)]
    assert reading.measures[0].section == number


def test_numbers_that_begin_anew_in_each_section_get_that_of_the_section() -> None:
    reading = read(
        "I. А раздел\t\t\t\n1\tПервое\t2022\tШкола\nII. Б раздел\t\t\t\n1\tВторое\t2022\tШкола\n"
    )
    assert [one.number for one in reading.measures] == ["I.1", "II.1"]
    assert "number_completed" in codes(reading, "II.1")


def test_glued_numbers_without_a_column_of_their_own() -> None:
    header = "Мероприятие\tИсполнитель\tСрок\n1\t2\t3\n"
    reading = read(
        "1. Раздел первый\t\t\n1.1.Выставка\tШкола\t2022\n1.2 Ярмарка\tШкола\t2023\n", header
    )
    assert [(one.number, one.title) for one in reading.measures] == [
        ("1.1", "Выставка"),
        ("1.2", "Ярмарка"),
    ]


def test_a_gap_and_a_repeat_in_the_numbers_are_named() -> None:
    reading = read("1.1\tА\t2022\tШкола\n1.3\tБ\t2022\tШкола\n1.3\tВ\t2022\tШкола\n")
    assert {"number_missing", "number_repeated"} <= codes(reading, "1.3")


def test_measures_without_any_number_are_counted() -> None:
    reading = read(
        "Рейд\tмай 2022\tШкола\nВыставка\tиюнь 2022\tШкола\n", "Мероприятие\tСрок\tИсполнитель\n"
    )
    assert [one.number for one in reading.measures] == ["1", "2"]
    assert "number_absent" in codes(reading, "2")


def test_rowspan_gives_its_text_to_every_row() -> None:
    reading = page(
        "<tr><th>№<th>Мероприятие<th>Срок<th>Исполнитель</tr>"
        "<tr><td>1.1<td>А<td>2022<td rowspan=2>Отдел опеки</tr><tr><td>1.2<td>Б<td>2023</tr>"
    )
    assert [one.executors[0].name for one in reading.measures] == ["Отдел опеки"] * 2


def test_a_header_of_two_levels() -> None:
    reading = page(
        "<tr><th rowspan=2>N п/п<th rowspan=2>Наименование мероприя-<br>тия"
        "<th colspan=2>Срок реализации<th rowspan=2>Соисполнители"
        "<th rowspan=2>Ответственный исполнитель</tr><tr><th>начало<th>окончание</tr>"
        "<tr><td>1<td>2<td>3<td>4<td>5<td>6</tr>"
        "<tr><td>1.1<td>Ярмарка<td>01.03.2022<td>31.05.2022<td>Школа<td>Отдел культуры</tr>"
    )
    (measure,) = reading.measures
    assert measure.schedule.due_dates == (date(2022, 5, 31),)
    assert [one.name for one in measure.executors] == ["Отдел культуры", "Школа"]


def test_any_column_order_and_unknown_columns() -> None:
    header = "Исполнители\tФинансирование\tСроки проведения\tСодержание мероприятия\t№ п/п\n"
    reading = read("Школа\t5 тыс.\tмай 2022 г.\tВыставка\t1.1\n", header)
    (measure,) = reading.measures
    assert (measure.number, measure.title) == ("1.1", "Выставка")
    assert measure.extra == {"Финансирование": "5 тыс."}


def test_a_plan_may_have_units_and_years_beside_its_deadlines() -> None:
    header = HEADER.rstrip("\n") + "\tЕдиница измерения\t2022 год\t2023 год\n"
    reading = read("1\tВыставка\tмай 2022\tШкола\tтыс. руб.\t5\t7\n", header)
    (measure,) = reading.measures
    assert measure.title == "Выставка"
    assert measure.extra == {"Единица измерения": "тыс. руб.", "2022 год": "5", "2023 год": "7"}


@pytest.mark.parametrize(
    "due",
    ["летом", "01.06", "осень", "однократно", "до начала лета", "каникулы", "II декада июня"],
)
def test_a_row_without_a_number_but_with_a_deadline_is_a_measure(due: str) -> None:
    reading = read(
        f"1\tАкция\tмарт 2022\tШкола\n\tОтдых детей\t{due}\tШкола\n3\tЯрмарка\t2023\tШкола\n"
    )
    assert [one.title for one in reading.measures] == ["Акция", "Отдых детей", "Ярмарка"]
    assert reading.measures[1].deadline_text == due
    assert "number_absent" in codes(reading, reading.measures[1].number)


@pytest.mark.parametrize(
    "text",
    ["Осенний бал", "охват 100 детей", "по согласованию", "1-4 классы", "летний лагерь", "-"],
)
def test_what_names_more_than_a_time_is_no_deadline(text: str) -> None:
    assert not looks_due(text)
