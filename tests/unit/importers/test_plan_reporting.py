"""How often an act wants reports: several days without a word, a day "к 3 числу", a day behind."""

from datetime import date

import pytest

from data_access.importers.draft.periods import periods_of
from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

TABLE = "№\tМероприятие\tСрок исполнения\tИсполнитель\n1\tВыставка\t2025 год\tШкола\n"
HEAD = ("ПОСТАНОВЛЕНИЕ", "от 05.03.2025 № 17")


def read(clause: str, years: str = "2025 год") -> PlanReading:
    lines = (*HEAD, f"Об утверждении плана мероприятий на {years}", f"2. {clause}", "", TABLE)
    return read_plan("\n".join(lines).encode(), "a.txt")


def told(reading: PlanReading) -> list[str]:
    return [one.code for one in reading.findings if one.field == "reporting"]


def dues(reading: PlanReading) -> list[date]:
    """Return the days on which the periods made of a duty are due."""
    plan = reading.plan
    made = periods_of(plan.reporting, plan.period_start, plan.period_end, plan.earliest)
    return [one.due_on for one in made]


@pytest.mark.parametrize(
    ("days", "frequency", "count"),
    [
        ("до 10 апреля, 10 июля, 10 октября 2025 года и 15 января 2026 года", "quarterly", 4),
        ("до 10 июля 2025 года и до 20 января 2026 года", "half_yearly", 2),
        ("до 10 июля и до 10 января ежегодно", "half_yearly", 2),
    ],
)
def test_days_at_even_distance_say_how_often(days: str, frequency: str, count: int) -> None:
    reading = read(f"Представлять отчет в отдел опеки {days}.")
    assert reading.plan.reporting["frequency"] == frequency
    assert tuple(dues(reading)) == reading.plan.reporting["due_dates"]
    assert len(dues(reading)) == count
    assert told(reading) == ["reporting_often_guessed"]


@pytest.mark.parametrize(
    ("days", "years"),
    [
        ("до 10 июня 2025 года и до 20 января 2026 года", "2025 год"),
        ("до 10 июля 2025 года и до 20 января 2026 года", "2025-2027 годы"),
    ],
)
def test_days_that_fit_no_even_distance_are_told(days: str, years: str) -> None:
    reading = read(f"Представить отчет в отдел опеки {days}.", years)
    assert reading.plan.reporting["frequency"] == "once"
    assert told(reading) == ["reporting_days_left"]


@pytest.mark.parametrize("day", ["к 3 числу", "до 3 числа", "до 3-го числа", "(к 3 числу)"])
def test_a_day_of_each_month(day: str) -> None:
    reading = read(f"Ежемесячно {day} представлять отчет в отдел опеки.")
    assert reading.plan.reporting["frequency"] == "monthly"
    assert reading.plan.reporting["due_day"] == 3
    assert dues(reading)[0] == date(2025, 4, 3)
    assert dues(reading)[-1] == date(2026, 1, 3)


def test_a_quarters_day_keeps_its_question() -> None:
    reading = read("Ежеквартально к 5 числу представлять отчет в отдел опеки.")
    assert reading.plan.reporting["due_day"] == 5
    assert told(reading) == ["deadline.which_month"]


def test_a_day_early_in_the_year_is_due_behind_each_year() -> None:
    reading = read("Ежегодно до 15 января представлять отчет в отдел опеки.", "2025-2027 годы")
    assert reading.plan.reporting["due_dates"] == tuple(date(y, 1, 15) for y in (2026, 2027, 2028))
    assert dues(reading) == [date(year, 1, 15) for year in (2026, 2027, 2028)]
    assert not told(reading)


def yearly(days: str, years: str = "2025-2027 годы") -> PlanReading:
    return read(f"Представлять отчет в отдел опеки ежегодно{days}.", years)


def junes(*years: int) -> tuple[date, ...]:
    return tuple(date(year, 6, 30) for year in years)


@pytest.mark.parametrize("days", [", до 30 июня текущего года", " до 30 июня отчётного года"])
def test_a_day_of_the_years_own_is_not_put_into_the_next(days: str) -> None:
    reading = yearly(days)
    assert reading.plan.reporting["due_dates"] == junes(2025, 2026, 2027)
    assert tuple(dues(reading)) == junes(2025, 2026, 2027)
    assert not told(reading)


def test_a_day_from_april_to_june_is_asked_for_its_year() -> None:
    reading = yearly(" до 30 июня")
    assert reading.plan.reporting["due_dates"] == junes(2025, 2026, 2027)
    assert tuple(dues(reading)) == junes(2025, 2026, 2027)
    asked = next(one for one in reading.findings if one.field == "reporting")
    assert asked.code == "reporting_year_guessed"
    assert asked.read == "30.06.2025, 30.06.2026, 30.06.2027"
    assert asked.proposal == "30.06.2026, 30.06.2027, 30.06.2028"


def test_an_autumns_day_asks_nothing() -> None:
    assert not told(yearly(" до 20 декабря"))


@pytest.mark.parametrize("years", ["2022-2025 годы", "2025-2027 годы"])
def test_no_day_lies_more_than_a_year_behind_the_plan(years: str) -> None:
    reading = yearly(" к 3 числу", years)
    last = int(years[5:9])
    assert reading.plan.reporting["due_dates"][-1] == date(last + 1, 1, 3)
    assert told(reading) == ["deadline.which_month"]
