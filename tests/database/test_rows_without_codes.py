"""Rows without a code: number, title and executor together say which measure is meant."""

import pytest
from openpyxl import Workbook

from data_access.importers.reports.save import take_in
from data_access.records.forms import ImportOutcome
from layouts.fault_texts import fault_text
from tests.database.test_report_import import counts, nothing_written, upload
from tests.database.world import World, rows, run
from tests.support.forms import as_csv, saved

HEADER = ["№ пункта", "Мероприятие", "Срок", "Исполнитель", "Отметка", "Информация об исполнении"]
CAMPS, CLUBS = "Организация лагерей", "Работа кружков"


@pytest.fixture
def alike(world: World) -> World:
    """Give a plan whose measures 1.1 and 1.10 are the same number to a spreadsheet."""
    second, _points, _assigned = world.new_measure()
    named = "UPDATE measure SET number = :number, title = :title WHERE id = :id"
    run(world.db, named, id=world.measure, number="1.1", title=CAMPS)
    run(world.db, named, id=second, number="1.10", title=CLUBS)
    return world


def sent(world: World, kind: str, number: object, title: str) -> ImportOutcome:
    book = Workbook()
    book.active.append(HEADER)
    book.active.append([number, title, "30.06.2021", "Первый", "в работе", "идёт"])
    data = saved(book)
    data = as_csv(data) if kind == "csv" else data
    return take_in(world.db, upload(data, file_name=f"a.{kind}", plan_id=world.plans[0]))


def reported(world: World) -> list[tuple[object, ...]]:
    query = (
        "SELECT measure.number FROM report"
        " JOIN assignment ON assignment.id = report.assignment_id"
        " JOIN measure ON measure.id = assignment.measure_id"
    )
    return rows(world.db, query)


KINDS = pytest.mark.parametrize("kind", ["xlsx", "csv"])


@KINDS
@pytest.mark.parametrize("number", ["1.1", "1.10", 1.1, "1,1"])
@pytest.mark.parametrize(("title", "meant"), [(CAMPS, "1.1"), (f" {CLUBS.upper()}.", "1.10")])
def test_the_title_tells_numbers_apart_that_a_spreadsheet_makes_equal(
    alike: World, kind: str, number: object, title: str, meant: str
) -> None:
    assert counts(sent(alike, kind, number, title)) == (1, 0, 0)
    assert reported(alike) == [(meant,)]


@KINDS
@pytest.mark.parametrize(
    ("number", "title", "code", "cell"),
    [
        ("1.1", "Совсем другое", "other_title", "B2"),
        (1.1, "", "which_number", "A2"),
        ("9.9", CAMPS, "unknown_number", "A2"),
    ],
)
def test_a_row_is_not_saved_under_another_measure(
    alike: World, kind: str, number: object, title: str, code: str, cell: str
) -> None:
    (fault,) = sent(alike, kind, number, title).faults
    assert (fault.code, fault.cell) == (code, cell)
    assert "строка 2" in fault_text(fault)
    assert nothing_written(alike)


@KINDS
def test_the_executor_tells_equal_numbers_apart(alike: World, kind: str) -> None:
    run(
        alike.db,
        "DELETE FROM assignment WHERE executor_id = :first AND measure_id = :measure",
        first=alike.executors[0],
        measure=alike.measure,
    )
    assert counts(sent(alike, kind, 1.1, "")) == (1, 0, 0)
    assert reported(alike) == [("1.10",)]


@KINDS
def test_a_number_that_nobody_else_has_needs_no_title(world: World, kind: str) -> None:
    assert counts(sent(world, kind, 1.1, "")) == (1, 0, 0)
