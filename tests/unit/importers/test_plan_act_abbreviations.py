"""Abbreviations explained in the act's own text stand for the same names in the table."""

import pytest

from data_access.importers.plan.act_abbreviations import named
from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading


def read(clause: str, cell: str = "УО") -> PlanReading:
    text = (
        "ПОСТАНОВЛЕНИЕ\nот 15.01.2024 № 12\nОб утверждении плана мероприятий на 2024 год\n"
        f"1. Утвердить план.\n2. {clause}\n\n"
        f"№\tМероприятие\tСрок\tИсполнители\n1\tСверка списков\t2024\t{cell}\n"
    )
    return read_plan(text.encode(), "a.txt")


@pytest.mark.parametrize(
    "clause",
    [
        "Управлению образования администрации района (далее – УО) собирать сведения.",
        "Исполнителям представлять отчеты в управление образования администрации района "
        "(далее - УО) ежеквартально до 5 числа месяца, следующего за отчетным кварталом.",
        "Определить координатором управление образования администрации района (далее УО).",
    ],
)
def test_the_name_of_the_act_stands_for_the_abbreviation(clause: str) -> None:
    reading = read(clause)
    [executor] = reading.measures[0].executors
    assert executor.canonical == "Управление образования администрации района"
    told = [one for one in reading.findings if one.field == "executors"]
    assert [(one.code, one.read) for one in told] == [("abbreviation_told", "УО")]


def test_the_cells_own_explanation_goes_before_the_acts() -> None:
    cell = "Управление общежитий (далее – УО)"
    [executor] = read("Управлению образования (далее – УО) собирать.", cell).measures[0].executors
    assert executor.canonical == "Управление общежитий"


def test_what_is_no_body_explains_nothing() -> None:
    reading = read("Утвердить прилагаемый план мероприятий (далее – УО).")
    assert [one.code for one in reading.findings if one.field == "executors"] == [
        "abbreviation_undefined"
    ]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("представлять в муниципальную комиссию по делам", "Муниципальная комиссия по делам"),
        ("Отделу по образованию администрации района", "Отдел по образованию администрации района"),
        ("министерству социальной политики", "Министерство социальной политики"),
        ("социальной службе помощи", "Социальная служба помощи"),
        ("утвердить прилагаемый план", ""),
    ],
)
def test_names_are_put_into_the_nominative(said: str, name: str) -> None:
    assert named(said) == name


def test_who_collects_reports_is_named_without_the_abbreviation() -> None:
    clause = "Исполнителям представлять в Управление образования (далее – УО) отчеты: за год – "
    plan = read(clause + "до 20 января 2025 г.").plan
    assert plan.coordinator == "Управление образования"
    assert [f"{due:%d.%m.%Y}" for due in plan.reporting["due_dates"]] == ["20.01.2025"]
