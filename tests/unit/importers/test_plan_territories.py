"""Territories in the nominative, whatever their case and capitals; what is guessed is told."""

import pytest

from data_access.importers.plan.adjectives import masculine, neuter
from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

TABLE = "№\tМероприятие\tСрок исполнения\tИсполнитель\n1\tВыставка\t2025 год\tШкола\n"


def read(*lines: str) -> PlanReading:
    return read_plan("\n".join((*lines, "", TABLE)).encode(), "a.txt")


def told(reading: PlanReading) -> list[tuple[str, str]]:
    return [(one.read, one.proposal) for one in reading.findings if one.code == "territory_guessed"]


SURE = [
    ("Сосновоборского сельского поселения", "Сосновоборское сельское поселение"),
    ("в Сосновоборском сельском поселении", "Сосновоборское сельское поселение"),
    ("Заречного сельского поселения", "Заречное сельское поселение"),
    ("Нижнего сельского поселения", "Нижнее сельское поселение"),
    ("Лесного района", "Лесной район"),
    ("в Лесном районе", "Лесной район"),
    ("Лесной район", "Лесной район"),
    ("Горного улуса", "Горный улус"),
    ("Большого района", "Большой район"),
    ("Полевского городского округа", "Полевской городской округ"),
    ("Заводского района", "Заводской район"),
    ("в Тверском районе", "Тверской район"),
    ("Донского района", "Донской район"),
    ("Слободского района", "Слободской район"),
    ("Октябрьского района", "Октябрьский район"),
    ("Омского района", "Омский район"),
    ("Нижегородского района", "Нижегородский район"),
    ("Вышневолоцкого района", "Вышневолоцкий район"),
    ("Дальнего района", "Дальний район"),
    ("Медвежьего района", "Медвежий район"),
    ("Петровского сельсовета", "Петровский сельсовет"),
    ("Петровского муниципального образования", "Петровское муниципальное образование"),
    ("муниципального района «Ижемский»", "муниципальный район «Ижемский»"),
    ("муниципального образования Лесной район", "муниципальное образование Лесной район"),
    ("городского поселения Лесное", "городское поселение Лесное"),
    ("городского округа город Выкса", "городской округ город Выкса"),
    (
        "Отрадненского сельского поселения Тихорецкого района Краснодарского края",
        "Отрадненское сельское поселение Тихорецкого района Краснодарского края",
    ),
]


@pytest.mark.parametrize(("said", "name"), SURE)
def test_territories_stand_in_the_nominative(said: str, name: str) -> None:
    reading = read(f"Об утверждении плана мероприятий {said} на 2025 год")
    assert reading.plan.territory == name
    assert not told(reading)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Гусь-Хрустального района", "Гусь-Хрустальный район"),
        ("Ковровного муниципального округа", "Ковровный муниципальный округ"),
        ("Глубокого района", "Глубокий район"),
        ("Гжатского района", "Гжатский район"),
        ("Новозаводского района", "Новозаводский район"),
        ("городского округа Заречного", "городской округ Заречный"),
    ],
)
def test_a_nominative_that_the_genitive_does_not_tell_is_told(said: str, name: str) -> None:
    reading = read(f"Об утверждении плана мероприятий {said} на 2025 год")
    assert reading.plan.territory == name
    assert told(reading) == [(said, name)]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (
            ("АДМИНИСТРАЦИЯ ГОРОДСКОГО ОКРУГА ЗАРЕЧНЫЙ СВЕРДЛОВСКОЙ ОБЛАСТИ",),
            "городской округ Заречный Свердловской области",
        ),
        (
            ("АДМИНИСТРАЦИЯ", "СОСНОВОБОРСКОГО РАЙОНА", "ТВЕРСКОЙ ОБЛАСТИ"),
            "Сосновоборский район Тверской области",
        ),
        (("АДМИНИСТРАЦИЯ ГОРОДА РОСТОВА-НА-ДОНУ",), "город Ростов-на-Дону"),
        (
            ("АДМИНИСТРАЦИЯ МУНИЦИПАЛЬНОГО ОБРАЗОВАНИЯ «ЗАРЕЧЬЕ»",),
            "муниципальное образование «Заречье»",
        ),
    ],
)
def test_letterheads_in_capitals(head: tuple[str, ...], name: str) -> None:
    lines = (*head, "ПОСТАНОВЛЕНИЕ", "от 05.03.2025 № 17", "Об утверждении плана на 2025 год")
    plan = read(*lines).plan
    assert (plan.territory, plan.level) == (name, "municipality")


def test_a_subject_in_capitals_names_its_territory() -> None:
    subject = "ОБ УТВЕРЖДЕНИИ ПЛАНА МЕРОПРИЯТИЙ ПО ПРОФИЛАКТИКЕ СИРОТСТВА В ЛЕСНОМ РАЙОНЕ"
    assert read("ПОСТАНОВЛЕНИЕ", subject).plan.territory == "Лесной район"


@pytest.mark.parametrize("genitive", ["Лесного", "Горного", "Тихого", "Нижнего", "Большого"])
def test_the_neuter_is_always_certain(genitive: str) -> None:
    assert neuter(genitive)[-2:] in ("ое", "ее")
    assert masculine(genitive)[0][-2:] in ("ой", "ый", "ий")


TITLE = "Об утверждении плана на территории {} Новгородской области на 2025 год"
GOVERNMENT = "ПРАВИТЕЛЬСТВО НОВГОРОДСКОЙ ОБЛАСТИ"


def contradicted(reading: PlanReading) -> list[tuple[str, str]]:
    return [
        (one.read, one.proposal) for one in reading.findings if one.code == "territory_contradicted"
    ]


@pytest.mark.parametrize(
    "issuer",
    [
        ("АДМИНИСТРАЦИЯ РЕЧНОГО МУНИЦИПАЛЬНОГО РАЙОНА",),
        ("АДМИНИСТРАЦИЯ", "РЕЧНОГО МУНИЦИПАЛЬНОГО РАЙОНА"),
        ("Администрация Речного муниципального района",),
    ],
)
def test_a_government_above_a_municipal_issuer_makes_no_regional_plan(
    issuer: tuple[str, ...],
) -> None:
    title = TITLE.format("Речного муниципального района")
    reading = read(GOVERNMENT, *issuer, "РАСПОРЯЖЕНИЕ", "от 03.02.2025 № 17-р", title)
    assert reading.plan.level == "municipality"
    assert reading.plan.territory == "Речной муниципальный район Новгородской области"
    assert contradicted(reading) == [(GOVERNMENT, reading.plan.territory)]


def test_a_municipality_in_the_title_of_a_government_is_told() -> None:
    title = TITLE.format("Речного муниципального района")
    reading = read(GOVERNMENT, "РАСПОРЯЖЕНИЕ", "от 03.02.2025 № 17-р", title)
    assert (reading.plan.territory, reading.plan.level) == ("Новгородская область", "region")
    assert [made for _read, made in contradicted(reading)] == ["Новгородская область"]


def test_a_government_of_two_lines_and_its_own_title_contradict_nothing() -> None:
    lines = ("ПРАВИТЕЛЬСТВО", "НОВГОРОДСКОЙ ОБЛАСТИ", "РАСПОРЯЖЕНИЕ", "от 03.02.2025 № 17-р")
    reading = read(*lines, "Об утверждении плана на 2025 год")
    assert (reading.plan.territory, reading.plan.level) == ("Новгородская область", "region")
    assert not contradicted(reading)
