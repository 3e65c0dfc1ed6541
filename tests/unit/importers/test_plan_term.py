"""Which years are the plan's: its own, not those of what it carries out; never turned round."""

import pytest

from data_access.importers.plan.read import read_plan
from data_access.importers.plan.term_years import named
from data_access.records.reading import PlanReading

TABLE = "№\tМероприятие\tСрок исполнения\tИсполнитель\n1\tВыставка\tежеквартально\tШкола\n"


def read(subject: str, table: str = TABLE) -> PlanReading:
    return read_plan(f"{subject}\n\n{table}".encode(), "a.txt")


def years(reading: PlanReading) -> tuple[int, int]:
    start, end = reading.plan.period_start, reading.plan.period_end
    assert start is not None
    assert end is not None
    return start.year, end.year


def told(reading: PlanReading) -> dict[str, str]:
    return {one.code: one.read for one in reading.findings if one.code.startswith("term_")}


@pytest.mark.parametrize(
    ("subject", "first", "last", "other"),
    [
        (
            "Плана мероприятий на 2025 год по реализации Концепции профилактики на 2023-2027 годы",
            2025,
            2025,
            "2023–2027",
        ),
        (
            "Плана мероприятий на 2025 год по реализации Стратегии безопасности детей до 2030 года",
            2025,
            2025,
            "2030",
        ),
        (
            "плана мероприятий по реализации Стратегии действий до 2030 года на 2025-2026 годы",
            2025,
            2026,
            "2030",
        ),
        (
            "плана мероприятий по реализации Концепции на 2021-2027 годы на 2025 год",
            2025,
            2025,
            "2021–2027",
        ),
        ("плана по реализации в 2025 году Концепции до 2030 года", 2025, 2025, "2030"),
        ("плана мероприятий по реализации Концепции на 2023-2027 годы", 2023, 2027, ""),
        ("плана мероприятий на 2025-2027 годы (действует до 2027 года)", 2025, 2027, ""),
        ("плана на 2022 год и плановый период 2023 и 2024 годов", 2022, 2024, ""),
        ("плана мероприятий на 2024/2025 учебный год", 2024, 2025, ""),
        ("плана с 1 марта 2024 года по 28 февраля 2026 года", 2024, 2026, ""),
    ],
)
def test_the_plans_own_years(subject: str, first: int, last: int, other: str) -> None:
    reading = read(f"Об утверждении {subject}")
    assert years(reading) == (first, last)
    assert told(reading).get("term_named_differently", "") == other


def test_years_before_the_plan_is_named_are_not_its_own() -> None:
    first, second = named("Об итогах работы в 2024 году и о плане мероприятий на 2025 год")
    assert (first.first, first.last) == (2025, 2025)
    assert second.last == 2024


@pytest.mark.parametrize(
    ("term", "read_as"),
    [
        ("с 01.09.2025 по 31.05.2024", "2025–2024"),
        ("с 01.09.2025 по 31.05.2025", "2025"),
        ("на 2025-2023 годы", "2025–2023"),
        ("на 2025 год и плановый период 2023 и 2024 годов", "2025–2024"),
    ],
)
def test_a_term_that_runs_backward_is_asked_about(term: str, read_as: str) -> None:
    table = TABLE.replace("ежеквартально", "май 2026 года")
    reading = read(f"Об утверждении плана мероприятий {term}", table)
    assert told(reading)["term_backward"] == read_as
    assert years(reading) == (2026, 2026)
    assert "term_derived" in told(reading)
