"""Plans built and worded in other ways: read right, or with a finding that names the doubt."""

from datetime import date
from decimal import Decimal

import pytest

from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading
from tests.unit.importers import unlike_plans


def named(reading: PlanReading, code: str) -> list[tuple[str, str]]:
    return [
        (one.measure or one.target, one.parameters.get("missing", one.read))
        for one in reading.findings
        if one.code == code
    ]


def sections(reading: PlanReading) -> list[tuple[str, str]]:
    return [(one.number, one.title) for one in reading.sections]


def rows(reading: PlanReading) -> list[tuple[str, str, str]]:
    return [(one.number, one.section, one.title) for one in reading.measures]


def test_headings_without_number_and_tabs_keep_their_titles() -> None:
    reading = read_plan(unlike_plans.TEXT.encode(), "a.txt")
    assert sections(reading) == [("1", "Выявление семей"), ("2", "Помощь семьям")]
    assert [one.section for one in reading.measures] == ["1", "1", "2"]
    assert named(reading, "section_unnumbered") == [
        ("s1", "Выявление семей"),
        ("s2", "Помощь семьям"),
    ]


def test_every_missing_number_is_named_also_over_sections() -> None:
    reading = read_plan(unlike_plans.TEXT.encode(), "a.txt")
    assert named(reading, "number_missing") == [("5", "3, 4")]


def test_a_duty_twice_a_year_in_other_words() -> None:
    plan = read_plan(unlike_plans.TEXT.encode(), "a.txt").plan
    assert plan.reporting["frequency"] == "half_yearly"
    assert [f"{due:%d.%m.%Y}" for due in plan.reporting["due_dates"]] == [
        "05.07.2024",
        "15.01.2025",
        "05.07.2025",
        "15.01.2026",
    ]
    assert plan.controller == "Глава округа"


def test_two_levels_merged_and_split_rows_and_glued_numbers() -> None:
    reading = read_plan(unlike_plans.two_levels(), "a.docx")
    assert rows(reading) == [
        ("1.1", "I", "Обучение кандидатов"),
        ("1.2", "I", "Разработка программы сопровождения"),
        ("2.1", "II", "Клуб приемных семей"),
        ("2.5", "II", "Летний лагерь"),
    ]
    second = reading.measures[1]
    assert [one.name for one in second.executors] == [
        "Школа приемных родителей",
        "Отдел опеки и попечительства",
    ]
    assert [one.schedule.due_dates[-1].year for one in reading.measures] == [2025, 2026, 2027, 2026]
    assert named(reading, "number_missing") == [("2.5", "2.2, 2.3, 2.4")]


def test_a_body_is_named_without_the_days_of_its_reports() -> None:
    plan = read_plan(unlike_plans.two_levels(), "a.docx").plan
    assert plan.title == "Комплекс мер по сопровождению приемных семей на 2025-2027 годы"
    assert plan.controller == "Первый заместитель главы администрации"
    assert plan.coordinator == "управление образования"
    assert plan.reporting["frequency"] == "yearly"


def test_measures_without_numbers_get_proposals_and_actuals_are_kept() -> None:
    reading = read_plan(unlike_plans.PAGE.encode(), "a.html")
    assert [one.number for one in reading.measures] == ["1.1", "1.2", "1.3", "2.1"]
    assert len(named(reading, "number_absent")) == 4
    assert [one.executors[0].name for one in reading.measures[1:3]] == [
        "Управление образования"
    ] * 2
    share, returns = reading.indicators
    assert share.targets == {2023: Decimal("87.5"), 2024: Decimal("90.0")}
    assert share.actuals == {2023: Decimal("88.1")}
    assert returns.targets == {2023: Decimal(1250), 2024: Decimal(1100)}
    assert (share.direction, returns.direction) == ("increase", "decrease")


def test_a_plan_without_an_act_has_its_term_to_the_day_and_its_stamp() -> None:
    reading = read_plan(unlike_plans.day_term(), "a.docx")
    plan = reading.plan
    assert plan.title == "План мероприятий по развитию семейного устройства"
    assert (plan.period_start, plan.period_end) == (date(2024, 3, 1), date(2026, 2, 28))
    assert (plan.act_date, plan.territory) == (date(2024, 2, 12), "Осиновский район")
    assert (plan.coordinator, plan.reporting["due_day"]) == ("сектор опеки", 10)


def test_blocks_with_number_and_title_apart_open_sections() -> None:
    reading = read_plan(unlike_plans.day_term(), "a.docx")
    assert sections(reading) == [("1", "Информирование населения"), ("2", "Подготовка граждан")]
    assert [one.number for one in reading.measures] == ["1.1", "1.2", "2.1", "2.2"]
    assert len(named(reading, "number_completed")) == 4


def test_a_budget_and_its_planned_years_are_one_term() -> None:
    plan = read_plan(unlike_plans.DEEP.encode(), "a.html").plan
    assert (plan.period_start, plan.period_end) == (date(2022, 1, 1), date(2024, 12, 31))
    assert (plan.number, plan.act_date) == ("45/3", date(2021, 12, 20))
    assert plan.kind.startswith("решение")


def test_numbers_of_three_parts_and_values_that_are_no_number() -> None:
    reading = read_plan(unlike_plans.DEEP.encode(), "a.html")
    assert [one.section for one in reading.measures] == ["1.1", "1.1", "2"]
    assert named(reading, "number_missing") == [("1.1.4", "1.1.2, 1.1.3")]
    share, complaints = reading.indicators
    assert share.actuals == {2021: Decimal("61.25")}
    assert share.targets == {2022: Decimal(65), 2023: Decimal("70.5"), 2024: Decimal("75.0")}
    assert 2023 not in complaints.targets
    assert [read for _, read in named(reading, "indicator_value_unread")] == ["10-11"]


@pytest.mark.parametrize(
    "line", ["Приложение 2", "Работа ведется совместно.", "Продолжение таблицы"]
)
def test_other_lines_between_rows_are_no_sections(line: str) -> None:
    text = unlike_plans.TEXT.replace("Помощь семьям", line)
    reading = read_plan(text.encode(), "a.txt")
    assert sections(reading) == [("1", "Выявление семей")]
    assert [one.number for one in reading.measures] == ["1", "2", "5"]


DUTIES = {
    "Исполнителям ежегодно к 1 февраля года, следующего за отчетным, информировать комиссию по "
    "делам несовершеннолетних о выполнении Плана.": (
        "yearly",
        "01.02.2025",
        "комиссия по делам несовершеннолетних",
    ),
    "Исполнителям отчитываться о его реализации в администрацию района ежеквартально, не позднее "
    "5-го числа месяца, следующего за отчетным кварталом.": (
        "quarterly",
        "05.04.2024",
        "администрация района",
    ),
    "Исполнителям обеспечить выполнение Плана и один раз в полугодие (до 10 июля, до 10 января) "
    "направлять отчеты в управление социальной защиты.": (
        "half_yearly",
        "10.07.2024",
        "управление социальной защиты",
    ),
}


@pytest.mark.parametrize("clause", DUTIES)
def test_duties_in_other_words(clause: str) -> None:
    text = (
        "ПОСТАНОВЛЕНИЕ\nот 15.01.2024 № 12\nОб утверждении плана мероприятий на 2024 год\n"
        f"1. Утвердить план.\n2. {clause}\n"
        "3. Контроль возлагаю на заместителя главы района по социальным вопросам.\n\n"
        "№\tМероприятие\tСрок\tИсполнители\n1\tСверка\t2024\tОтдел опеки\n"
    )
    plan = read_plan(text.encode(), "a.txt").plan
    first = f"{plan.reporting['due_dates'][0]:%d.%m.%Y}"
    assert (plan.reporting["frequency"], first, plan.coordinator) == DUTIES[clause]
    assert plan.controller == "Заместитель главы района по социальным вопросам"
