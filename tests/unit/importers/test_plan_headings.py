"""Headings without a number, wherever they stand, open sections and are told."""

from decimal import Decimal

from data_access.importers.plan.read import read_plan
from tests.unit.importers import heading_plans
from tests.unit.importers.test_plan_unlike import named, sections


def test_headings_between_cells_on_lines_of_their_own() -> None:
    reading = read_plan(heading_plans.CELLS.encode(), "a.txt")
    assert sections(reading) == [("1", "Работа с семьями"), ("2", "Досуг детей")]
    assert [one.section for one in reading.measures] == ["1", "1", "2"]
    assert reading.measures[1].executors[0].name == "Комиссия по делам несовершеннолетних"


def test_headings_above_tables_of_their_own_take_the_numbers_of_their_measures() -> None:
    reading = read_plan(heading_plans.own_tables(), "a.docx")
    assert sections(reading) == [("1", "Работа с семьями"), ("2", "Досуг детей")]
    assert [(one.number, one.section) for one in reading.measures] == [("1.1", "1"), ("2.1", "2")]
    assert named(reading, "section_absent") == []


def test_words_that_change_a_value_leave_it_unread() -> None:
    reading = read_plan(heading_plans.own_tables(), "a.docx")
    (share,) = reading.indicators
    assert share.targets == {2024: Decimal("85.5")}
    assert share.actuals == {2023: Decimal("70.5"), 2024: Decimal(86)}
    assert [read for _, read in named(reading, "indicator_value_unread")] == ["0,9 тыс."]


def test_headings_in_the_column_of_measures_are_asked_about() -> None:
    reading = read_plan(heading_plans.IN_COLUMN.encode(), "a.html")
    assert sections(reading) == [("1", "Работа с семьями"), ("2", "Досуг детей")]
    found = [one for one in reading.findings if one.code == "section_unnumbered"]
    assert {one.severity for one in found} == {"warning"}
    assert reading.measures[0].title == "Сверка списков в школах Березовского района"


def test_start_and_end_that_run_backwards_are_asked_about() -> None:
    first = read_plan(heading_plans.IN_COLUMN.encode(), "a.html").measures[0]
    assert (first.schedule.kind, first.schedule.due_dates) == ("unknown", ())
