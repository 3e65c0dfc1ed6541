"""Sections that acts leave out, renumber and rename, over several acts."""

from datetime import date

import pytest

from data_access.db import Database
from data_access.exports.measures import measures as exported
from data_access.queries import practices, sections
from data_access.queries.moments import begin
from data_access.queries.rows import measure_rows
from data_access.records.exports import ExportTexts
from data_access.records.view import Filters, Scope, View
from tests.database.test_plan_amending import (
    AMENDING,
    again,
    amended,
    ids,
    report,
    same_after_rebuild,
)
from tests.database.test_plan_saving import taken_in
from tests.database.world import insert, rows, run
from tests.support.drafts import TODAY, People
from tests.unit.importers.plan_documents import ROWS, Rows, as_tabs

TEXTS = ExportTexts(header=str, word=str, demo="")
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


EVE, LATER = date(2023, 5, 19), date(2023, 5, 20)


def view(day: date) -> View:
    return View(Scope.everything(), TODAY, Filters(as_of=day))


def sections_told(db: Database, day: date) -> list[set[tuple[str, str]]]:
    """Return numbers and titles of the sections, as each of the views tells them."""
    page = [(one.number, one.name) for one in sections.load(db, view(day)).rows]
    with db.read() as session:
        known, moment = begin(session, view(day))
        listed = measure_rows(session, known, moment)
        written = [one["section"] for one in exported(session, known, moment, TEXTS)]
    return [
        {(one, two) for one, two in page},
        {(one.section_number, one.section.name) for one in listed},
        {tuple(one.split(". ", 1)) for one in written},
    ]


def test_the_mark_of_a_section_begins_with_the_removal(db: Database, people: People) -> None:
    title = FIRST[0][0].removeprefix("1. ")
    before = sections_told(db, EVE)
    assert all(("1", title) in one for one in before)
    amended(db, people, text(SECOND, THIRD, **AMENDING))
    assert all(("1", title) in one for one in sections_told(db, EVE))
    after = sections_told(db, LATER)
    assert all(("1 (искл.)", title) in one for one in after[1:])
    assert after[0] <= after[1]


def test_a_practice_names_a_measure_by_the_number_of_the_day(db: Database, people: People) -> None:
    measure, _, _ = ids(db, "1.1")
    practice = insert(db, "practice_direction", position=1, name="П")
    fits = "INSERT INTO practice_fit (practice_id, measure_id) VALUES (:p, :m)"
    run(db, fits, p=practice, m=measure)
    amended(db, people, text(SECOND, THIRD, **AMENDING))
    assert numbers_of_fits(db, EVE) == ["1.1"]
    assert numbers_of_fits(db, LATER) == ["1.1 (искл.)"]


def numbers_of_fits(db: Database, day: date) -> list[str]:
    return [fit.number for one in practices.load(db, view(day)) for fit in one.fits]
