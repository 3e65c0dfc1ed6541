"""A deadline in one column, in two of start and end, or in all three: what is shown is dated."""

from datetime import date

import pytest

from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading

TITLE = "Об утверждении плана мероприятий на 2025 год\n\n"
THREE = "№\tМероприятие\tСрок исполнения\tДата начала\tДата окончания\tИсполнитель\n"
TWO = THREE.replace("Срок исполнения\t", "")


def read(header: str, *cells: str) -> PlanReading:
    row = "\t".join(("1", "Провести акцию", *cells, "Отдел опеки"))
    return read_plan(f"{TITLE}{header}{row}\n".encode(), "a.txt")


def told(reading: PlanReading) -> dict[str, str]:
    return {one.code: one.read for one in reading.findings if one.field == "deadline_text"}


def test_the_phrase_shown_is_the_one_dated_and_another_is_told() -> None:
    reading = read(THREE, "до 1 июня 2025 года", "01.02.2025", "31.12.2025")
    (measure,) = reading.measures
    assert measure.deadline_text == "до 1 июня 2025 года"
    assert measure.schedule.due_dates == (date(2025, 6, 1),)
    (finding,) = (one for one in reading.findings if one.code == "deadline_columns_differ")
    assert finding.parameters["other"] == "01.02.2025 – 31.12.2025"


def test_columns_that_agree_are_not_told() -> None:
    assert not told(read(THREE, "до 31 мая 2025 года", "", "31.05.2025"))


def test_start_and_end_count_where_the_deadline_is_empty() -> None:
    (measure,) = read(THREE, "", "01.02.2025", "31.05.2025").measures
    assert measure.deadline_text == "01.02.2025 – 31.05.2025"
    assert measure.schedule.due_dates == (date(2025, 5, 31),)


@pytest.mark.parametrize("start", ["смета", "кирпич"])
def test_a_start_that_cannot_be_read_is_told(start: str) -> None:
    reading = read(TWO, start, "31.05.2025")
    (measure,) = reading.measures
    assert measure.schedule.due_dates == (date(2025, 5, 31),)
    assert told(reading) == {"deadline_start_unread": start}


@pytest.mark.parametrize("start", ["после ремонта", "н/д"])
def test_a_question_about_the_start_is_kept(start: str) -> None:
    reading = read(TWO, start, "31.05.2025")
    assert [code.partition(".")[0] for code in told(reading)] == ["deadline"]


@pytest.mark.parametrize("start", ["", "-", "01.02.2025", "январь"])
def test_a_start_that_is_empty_or_readable_is_not_told(start: str) -> None:
    assert not told(read(TWO, start, "31.05.2025"))
