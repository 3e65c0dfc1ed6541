"""Measures that share their deadline and executor with the row above, or lack them."""

import pytest

from data_access.importers.plan.read import read_plan
from data_access.records.reading import PlanReading
from tests.unit.importers.merged_rows import (
    DUE,
    TITLES,
    WHO,
    as_html,
    merged_docx,
    merged_html,
    merged_pdf,
)
from tests.unit.importers.plan_documents import FONT

NUMBERS = (("1", "2", "3"), ("1.1", "1.2", "1.3"))
FULL = "<td>{}<td>{}<td>2025 год<td>Школа"
BARE = "<td>{}<td>{}<td><td>"


def rows(reading: PlanReading) -> list[tuple[str, str, str, list[str]]]:
    return [
        (one.number, one.title, one.deadline_text, [who.name for who in one.executors])
        for one in reading.measures
    ]


@pytest.mark.parametrize("numbers", NUMBERS)
@pytest.mark.parametrize(
    ("make", "name"), [(merged_html, "a.html"), (merged_docx, "a.docx"), (merged_pdf, "a.pdf")]
)
def test_each_row_beside_a_shared_deadline_and_executor_is_a_measure(
    make: object, name: str, numbers: tuple[str, ...]
) -> None:
    if name == "a.pdf" and FONT is None:
        pytest.skip("no font with Cyrillic for the PDF")
    assert callable(make)
    reading = read_plan(make(numbers), name)
    expected = [(one, title, DUE, [WHO]) for one, title in zip(numbers, TITLES, strict=True)]
    assert rows(reading) == expected
    sections = [one.title for one in reading.sections]
    assert sections == (["Дальнейшее"] if name == "a.pdf" else [])
    told = {one.code for one in reading.findings}
    assert ("sections_absent" in told) == (not sections)


@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("numbers", NUMBERS)
def test_a_measure_without_deadline_and_executor_stays_one_and_is_told(
    numbers: tuple[str, ...], at: int
) -> None:
    pairs = list(zip(numbers, TITLES, strict=True))
    table = [(BARE if one == at else FULL).format(*pair) for one, pair in enumerate(pairs)]
    reading = read_plan(as_html(*table), "a.html")
    assert [one.number for one in reading.measures] == list(numbers)
    assert not reading.sections
    told = {one.code for one in reading.findings if one.measure == numbers[at]}
    assert {"deadline_absent", "executor_absent"} <= told


@pytest.mark.parametrize(
    ("table", "measures", "sections"),
    [
        # Each section begins its numbers anew, its heading in the same two columns.
        (("1 B", "1 F", "2 F", "2 B", "1 F", "2 F"), ["1.1", "1.2", "2.1", "2.2"], ["1", "2"]),
        # Numbers run on over the sections.
        (("1 B", "1 F", "2 F", "2 B", "3 F", "4 F"), ["1", "2", "3", "4"], ["1", "2"]),
        # The section's number is that which the next measure has.
        (("1 B", "1 F", "2 B", "2 F"), ["1", "2"], ["1", "2"]),
        (("1 B", "1.1 F", "2 B", "2.1 F", "2.2 B"), ["1.1", "2.1", "2.2"], ["1", "2"]),
        (("1 B", "1.1 B", "1.1.1 F", "1.2 B", "1.2.1 F"), ["1.1.1", "1.2.1"], ["1", "1.1", "1.2"]),
        (("II B", "1 F", "2 F", "3 B", "IV B", "4 F"), ["1", "2", "3", "4"], ["II", "IV"]),
    ],
)
def test_a_number_and_a_text_in_cells_of_their_own(
    table: tuple[str, ...], measures: list[str], sections: list[str]
) -> None:
    made = []
    for at, (number, kind) in enumerate(one.split() for one in table):
        made.append((BARE if kind == "B" else FULL).format(number, f"Меры рода {at}"))
    reading = read_plan(as_html(*made), "a.html")
    assert [one.number for one in reading.measures] == measures
    assert [one.number for one in reading.sections] == sections


def test_a_measure_at_a_sections_end_keeps_the_next_section() -> None:
    table = (
        FULL.format("1", "Акция"),
        BARE.format("2", "Комиссия"),
        "<td colspan=4>2. Досуг детей",
        FULL.format("3", "Ярмарка"),
    )
    reading = read_plan(as_html(*table), "a.html")
    assert [one.number for one in reading.measures] == ["1", "2", "3"]
    assert [one.title for one in reading.sections] == ["Досуг детей"]
