"""What other acts of the genre showed: clauses above the table, shouted terms, cut headings."""

import pytest

from data_access.importers.plan import declension
from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

TABLE = "№\tМероприятие\tСрок исполнения\tИсполнитель\n1\tВыставка\t{due}\tШкола\n"


def read(*lines: str, due: str = "2025 год") -> PlanReading:
    return read_plan("\n".join((*lines, TABLE.format(due=due))).encode(), "a.txt")


HEAD = ("ПОСТАНОВЛЕНИЕ", "от 05.03.2025 № 17", "Об утверждении плана мероприятий на 2025 год")


@pytest.mark.parametrize(
    "clause",
    [
        "1. Контроль за исполнением возложить на заместителя главы района.",
        "1. Рекомендовать школам участвовать в реализации плана.",
    ],
)
def test_a_clause_right_above_the_table_is_no_section(clause: str) -> None:
    reading = read(*HEAD, clause)
    assert not reading.sections
    assert reading.measures[0].section == ""


def test_a_section_right_above_the_table_still_is_one() -> None:
    assert [one.number for one in read(*HEAD, "1. Работа с семьями").sections] == ["1"]


def test_a_subject_in_capitals_names_the_term() -> None:
    subject = "ОБ УТВЕРЖДЕНИИ ПЛАНА МЕРОПРИЯТИЙ НА 2026 ГОД"
    plan = read("ПОСТАНОВЛЕНИЕ", "от 11.11.2025 № 9", subject, due="до 15 мая").plan
    assert plan.period_start
    assert plan.period_end
    assert (plan.period_start.year, plan.period_end.year) == (2026, 2026)


def test_a_heading_that_ends_in_its_year_is_no_column() -> None:
    lines = ["ПЛАН", "мероприятий по защите детей", "Вичугского района на 2025 год"]
    cells = ["№ п/п", "Мероприятие", "Срок", "Ответственный", "1.", "Рейд", "3 квартал", "Школы"]
    cells += ["2.", "Доклад", "до 1 июля", "Отдел опеки"]
    reading = read_plan("\n".join((*lines, *cells)).encode(), "a.txt")
    assert reading.plan.title == "План мероприятий по защите детей Вичугского района на 2025 год"
    assert [one.number for one in reading.measures] == ["1", "2"]
    assert "cells_slid" not in {one.code for one in reading.findings}


def test_who_keeps_the_control_in_few_words() -> None:
    plan = read(*HEAD, "2. Контроль оставляю за собой.", "Глава района И.И. Сидоров").plan
    assert plan.controller == "Глава района"


@pytest.mark.parametrize(
    ("who", "post"),
    [
        ("ведущего специалиста администрации", "Ведущий специалист администрации"),
        ("заместителя главы района, курирующего образование", "Заместитель главы района"),
    ],
)
def test_posts(who: str, post: str) -> None:
    assert read(*HEAD, f"2. Контроль за исполнением возложить на {who}.").plan.controller == post


def test_what_is_sent_is_no_part_of_who_collects() -> None:
    clause = "2. Ежеквартально до 8 числа направлять в районную комиссию сводную информацию."
    assert read(*HEAD, clause).plan.coordinator == "районная комиссия"


@pytest.mark.parametrize(
    ("when", "frequency", "last"),
    [
        ("ежегодно, до 20 января года, следующего за отчетным", "yearly", 2026),
        (
            "не позднее 5-го числа второго месяца, следующего за отчётным кварталом",
            "quarterly",
            2026,
        ),
    ],
)
def test_duties_behind_a_period(when: str, frequency: str, last: int) -> None:
    rule = read(*HEAD, f"2. Представлять отчет в отдел опеки {when}.").plan.reporting
    assert rule["frequency"] == frequency
    assert rule["due_dates"][-1].year == last


def test_a_republic_by_its_adjective() -> None:
    head = ("ПРАВИТЕЛЬСТВО УДМУРТСКОЙ РЕСПУБЛИКИ", "РАСПОРЯЖЕНИЕ", "Об утверждении плана")
    plan = read(*head).plan
    assert (plan.territory, plan.level) == ("Удмуртская Республика", "region")


def test_a_title_behind_another_deed() -> None:
    subject = "Об организации работы и утверждении плана профилактики"
    assert declension.title(subject) == "План профилактики"
