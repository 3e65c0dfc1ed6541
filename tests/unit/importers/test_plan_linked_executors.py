"""Executors with "и" or "/" between them, people's names, one abbreviation for two bodies."""

import pytest

from data_access.importers.plan.executors import split
from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

HEAD = (
    "Об утверждении плана мероприятий на 2025 год\n\n№\tМероприятие\tСрок исполнения\tИсполнители\n"
)


def read(*cells: str) -> PlanReading:
    rows = (f"{at}\tАкция {at}\t2025 год\t{cell}\n" for at, cell in enumerate(cells, 1))
    return read_plan((HEAD + "".join(rows)).encode(), "a.txt")


def names(reading: PlanReading, at: int = 0) -> list[str]:
    return [one.name for one in reading.measures[at].executors]


def codes(reading: PlanReading, number: str = "1") -> set[str]:
    return {
        one.code for one in reading.findings if one.measure == number and one.field == "executors"
    } - {"abbreviation_undefined", "executor_alike"}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Отдел образования и отдел культуры", ["Отдел образования", "отдел культуры"]),
        ("Отдел образования/отдел культуры", ["Отдел образования", "отдел культуры"]),
        ("МБОУ СОШ № 1 / МБОУ СОШ № 2", ["МБОУ СОШ № 1", "МБОУ СОШ № 2"]),
        ("Отдел образования совместно с КДН", ["Отдел образования", "КДН"]),
        (
            "Министерство образования и науки края и Министерство культуры края",
            ["Министерство образования и науки края", "Министерство культуры края"],
        ),
        (
            "Отдел опеки и попечительства и комиссия по делам несовершеннолетних и защите их прав",
            [
                "Отдел опеки и попечительства",
                "комиссия по делам несовершеннолетних и защите их прав",
            ],
        ),
    ],
)
def test_whole_names_on_both_sides_are_parted_and_told(cell: str, expected: list[str]) -> None:
    reading = read(cell)
    assert names(reading) == expected
    assert codes(reading) == {"executors_parted"}


@pytest.mark.parametrize(
    "cell",
    [
        "Глава и секретарь комиссии",
        "Учреждения образования и учреждения культуры",
        "Отдел образования и отдел культуры (далее – отделы)",
    ],
)
def test_what_may_be_several_is_asked_about(cell: str) -> None:
    reading = read(cell)
    assert len(names(reading)) == 1
    assert codes(reading) == {"executors_linked"}


@pytest.mark.parametrize(
    "cell",
    [
        "КДН и ЗП",
        "Управление культуры и дополнительного образования детей",
        "Комитет по делам молодежи и образования",
        "Органы и учреждения системы профилактики",
        "Комиссия по делам несовершеннолетних и защите их прав",
        "МБУ «Центр культуры и отдел досуга»",
        "Отдел по делам молодежи и школы района",
        "Школа имени А.С. Пушкина",
        "МБУК «Библиотека А.П. Чехова»",
        "ЦБС им. А.С. Пушкина",
    ],
)
def test_one_name_stays_one(cell: str) -> None:
    reading = read(cell)
    assert names(reading) == [cell]
    assert not codes(reading)


def test_the_mark_by_agreement_belongs_to_its_own_name() -> None:
    found = split("Отдел опеки (по согласованию) и отдел культуры")
    assert [(one.text, one.by_agreement) for one in found] == [
        ("Отдел опеки", True),
        ("отдел культуры", False),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Иванов И.И., начальник отдела", ["начальник отдела"]),
        ("Начальник отдела опеки И.И. Иванов", ["Начальник отдела опеки"]),
        ("Отдел опеки (Петрова А.А.)", ["Отдел опеки"]),
        ("Отдел опеки Петрова Анна Ивановна, КДН", ["Отдел опеки", "КДН"]),
    ],
)
def test_people_are_no_executors(cell: str, expected: list[str]) -> None:
    reading = read(cell)
    assert names(reading) == expected
    assert codes(reading) == {"person_left_out"}
    assert not any("Иванов" in f"{one.read}{one.proposal}" for one in reading.findings)


def test_a_row_with_a_person_alone_has_no_executor_and_says_so() -> None:
    reading = read("Иванов И.И.")
    assert names(reading) == []
    assert codes(reading) == {"person_left_out", "executor_absent"}


def test_an_abbreviation_for_two_bodies_stands_for_neither() -> None:
    both = "Управление образования (далее – Управление), Управление культуры (далее – Управление)"
    reading = read(both, "Управление", "Управление культуры")
    assert [one.canonical for one in reading.measures[1].executors] == ["Управление"]
    (told,) = (one for one in reading.findings if one.code == "abbreviation_ambiguous")
    assert (told.measure, told.read) == ("2", "Управление")
    assert told.parameters["meanings"] == "Управление образования; Управление культуры"


def test_an_abbreviation_explained_twice_alike_stands_for_its_body() -> None:
    once = "Управление образования (далее – УО)"
    reading = read(once, once.upper().replace("ДАЛЕЕ", "далее"), "УО")
    assert [one.canonical for one in reading.measures[2].executors] == ["Управление образования"]
    assert "abbreviation_ambiguous" not in {one.code for one in reading.findings}
