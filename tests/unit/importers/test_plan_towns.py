"""Towns in the nominative: of two words, with vowels that come and go; what is guessed is told."""

import pytest

from data_access.importers.plan.read import read_plan
from data_access.importers.plan.towns import town
from data_access.records.reading import PlanReading

TABLE = "№\tМероприятие\tСрок исполнения\tИсполнитель\n1\tВыставка\t2025 год\tШкола\n"


def read(said: str, **more: str) -> PlanReading:
    subject = f"Об утверждении плана мероприятий {said} на 2025 год\n\n"
    return read_plan((subject + TABLE).encode(), "a.txt", **more)


def told(reading: PlanReading) -> list[tuple[str, str]]:
    return [(one.read, one.proposal) for one in reading.findings if one.code == "territory_guessed"]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("города Нижнего Новгорода", "город Нижний Новгород"),
        ("города Нижний Тагил", "город Нижний Тагил"),
        ("в городе Великие Луки", "город Великие Луки"),
        ("города Красного Сулина Ростовской области", "город Красный Сулин Ростовской области"),
        ("города Орла", "город Орёл"),
        ("города Ельца", "город Елец"),
        ("города Череповца", "город Череповец"),
        ("города Грозного Чеченской Республики", "город Грозный"),
        ("города Белгорода", "город Белгород"),
        ("в городе Омске", "город Омск"),
        ("г. Ростов-на-Дону", "город Ростов-на-Дону"),
        (
            "муниципального округа Сокольский Нижегородской области",
            "муниципальный округ Сокольский Нижегородской области",
        ),
    ],
)
def test_towns_are_read_whole(said: str, name: str) -> None:
    assert read(said).plan.territory == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("города Бузулука", "город Бузулук"),
        ("города Иванова", "город Иванов"),
        ("города Великих Лук", "город Великих Лук"),
        ("в городе Лабытнанги", "город Лабытнанги"),
    ],
)
def test_what_is_guessed_is_told(said: str, name: str) -> None:
    reading = read(said)
    assert reading.plan.territory == name
    assert told(reading) == [(said.removeprefix("в "), name)]
    assert not told(read(said, territory="Город"))


@pytest.mark.parametrize(
    "name", ["Омска", "Нижнего Новгорода", "Кола", "Вологда", "Грозного", "Пермь", "Череповца"]
)
def test_what_is_certain_is_not_told(name: str) -> None:
    assert town(name).is_sure
