"""Sections that acts leave out, renumber and rename, over several acts."""

import pytest

from data_access.db import Database
from tests.database.test_plan_amending import (
    AMENDING,
    again,
    amended,
    ids,
    report,
    same_after_rebuild,
)
from tests.database.test_plan_saving import taken_in
from tests.database.world import rows
from tests.support.drafts import People
from tests.unit.importers.plan_documents import ROWS, Rows, as_tabs

FIRST = ROWS[:3]
SECOND: Rows = (("Обучение специалистов",), ROWS[4])
THIRD: Rows = (
    ("Отдых и занятость детей",),
    ("", "Летние смены в лагере", "до 1 сентября 2024 года", "Отдел молодёжи района", "", ""),
    ("", "Клубы по месту жительства", "до 1 ноября 2024 года", "Дом детства района", "", ""),
)


def text(*sections: Rows, **act: str) -> bytes:
    """Return an act with these sections, numbered from 1."""
    made: list[tuple[str, ...]] = []
    for at, section in enumerate(sections, start=1):
        title = section[0][0].removeprefix("1. ")
        made.append((f"{at}. {title}",))
        made += [(f"{at}.{row}", *one[1:]) for row, one in enumerate(section[1:], start=1)]
    found = as_tabs(made).decode()
    for old, new in act.items():
        found = found.replace(old, new)
    return found.encode()


def numbers(db: Database, table: str) -> list[str]:
    return [str(one) for (one,) in rows(db, f"SELECT number FROM {table} ORDER BY id")]


@pytest.fixture
def people(db: Database) -> People:
    people = People(db)
    taken_in(db, people.owner, text(FIRST, SECOND, THIRD))
    return people


def test_one_first_section_after_another_is_left_out(db: Database, people: People) -> None:
    amended(db, people, text(SECOND, THIRD, **AMENDING))
    assert numbers(db, "section") == ["1 (искл.)", "1", "2"]
    amended(db, people, text(THIRD, **AMENDING))
    assert numbers(db, "section") == ["1 (искл.)", "1 (искл.) 2", "1"]
    taken = ["1.1 (искл.)", "1.2", "1.1 (искл.) 2", "1.1", "1.2"]
    assert numbers(db, "measure") == [taken[0], "1.2 (искл.)", *taken[2:]]
    assert again(db, people, text(THIRD, **AMENDING) + b"\n").fate == "unchanged"
    same_after_rebuild(db)


RENAMED: Rows = (
    ("Праздники посёлка",),
    ("", "Ярмарка мастеров на площади", "до 1 июля 2024 года", "Дом культуры района", "", ""),
)


def test_a_number_alone_makes_no_section_the_same(db: Database, people: People) -> None:
    """What was reported stands under the title under which it was ordered."""
    measure, points, assigned = ids(db, "2.1")
    report(db, assigned[0], points[0], "2023-05-10")
    found = amended(db, people, text(FIRST, RENAMED, THIRD, **AMENDING))
    assert [(one.fate, one.number) for one in found.sections] == [
        ("unchanged", "1"),
        ("added", "2"),
        ("unchanged", "3"),
    ]
    of_measure = "SELECT s.number, s.title FROM section s JOIN measure m ON m.section_id = s.id"
    assert rows(db, f"{of_measure} WHERE m.id = :m", m=measure) == [
        ("2 (искл.)", "Обучение специалистов")
    ]
    assert rows(db, f"{of_measure} WHERE m.number = '2.1'") == [("2", "Праздники посёлка")]
    last = text(FIRST, RENAMED, THIRD, **AMENDING)
    assert again(db, people, last + b"\n").fate == "unchanged"


def test_a_renamed_section_with_its_measures_stays_the_same(db: Database, people: People) -> None:
    other: Rows = (("Праздники посёлка",), *SECOND[1:])
    found = amended(db, people, text(FIRST, other, THIRD, **AMENDING))
    assert [(one.fate, one.number) for one in found.sections][1] == ("changed", "2")
    assert numbers(db, "section") == ["1", "2", "3"]
