"""Lists show short titles; a search that only the full one answers shows where it did."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import executors_detail, measures, meeting, overdue, overview
from layouts.grid_rows import grid_row
from layouts.matches import beyond_short
from tests.support import executor_pages, measure_pages, pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import text, walk

NAME = "Анализ кадрового состава органов опеки: подготовка, квалификация и её повышение"
SHORT = "Анализ кадров органов опеки"


def found(words: str) -> list[tuple[str, bool]]:
    return beyond_short(NAME, SHORT, Filters(q=words))


@pytest.mark.parametrize("words", ["", "опеки", "анализ", "мост", "ОПЕКИ анализ"])
def test_short_title_that_answers_needs_no_more(words: str) -> None:
    assert found(words) == []


def test_words_of_the_full_title_are_marked_with_what_is_around_them() -> None:
    pieces = found("КВАЛИФИКАЦИЯ ее")
    assert [text for text, is_found in pieces if is_found] == ["квалификация", "её"]
    assert (
        "".join(text for text, _found in pieces)
        == "…опеки: подготовка, квалификация и её повышение"
    )


@given(st.text("абвё Б", max_size=40), st.text("абвё Б", max_size=8))
def test_pieces_make_up_the_end_of_the_title(name: str, words: str) -> None:
    pieces = beyond_short(name, "", Filters(q=words))
    shown = "".join(piece for piece, _found in pieces)
    assert name.endswith(shown.removeprefix("…"))
    assert all(piece for piece, _found in pieces)


def test_every_list_calls_a_measure_by_its_short_title() -> None:
    late = make.measure("2.3", status=Status.OVERDUE, title=NAME, short_title=SHORT)
    assigned = replace(executor_pages.assignment("2.3", Status.OVERDUE), measure=late)
    shown = (
        overview.page(pages.overview(overdue=(late,)), frame()),
        measures.page(measure_pages.register(rows=(late,)), frame("/measures")),
        overdue.page(executor_pages.overdue(overdue=(late,)), frame("/overdue")),
        executors_detail.detail(executor_pages.executor(assignments=(assigned,)), frame()),
        meeting.page(pages.meeting(overview=pages.overview(overdue=(late,))), frame("/meeting")),
    )
    for page in shown:
        assert SHORT in text(page)
        assert NAME not in text(page)


def test_tables_and_grid_mark_what_was_found() -> None:
    late = make.measure("2.3", status=Status.OVERDUE, title=NAME, short_title=SHORT)
    filters = Filters(q="квалификация")
    page = overdue.page(executor_pages.overdue(overdue=(late,)), frame("/overdue", filters))
    assert [text(one) for one in walk(page) if one._type == "Mark"] == ["квалификация"]
    row = grid_row(0, late, filters, is_mixed=False)
    assert ("квалификация", True) in row["match"]
