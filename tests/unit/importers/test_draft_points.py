"""Control points as a person types them: dates with what they are for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.importers.draft import edits, points
from data_access.importers.draft.state import DraftState
from data_access.importers.plan.text import clean, flat
from data_access.records.drafts import Edit, Refused
from data_access.records.reading import MeasureReading, ScheduleReading
from tests.support.readings import STAMP, state
from tests.support.refusals import codes

JUNE, DECEMBER = date(2023, 6, 15), date(2023, 12, 15)


def typed(text: str) -> list[tuple[date, str]]:
    return [(one["due_on"], one["label"]) for one in points.typed(text)]


@pytest.mark.parametrize(
    "text",
    [
        "15.06.2023 программа\n15.12.2023 отчёт",
        "15.12.2023 отчёт\n\n  15.06.2023   программа  ",
        "15.06.2023 – программа; 15.12.2023 – отчёт",
        "15.06.2023: программа, 15.12.2023: отчёт",
        "15.06.2023 г. программа\n15.12.2023 года отчёт",
        "2023-06-15 программа\n2023-12-15 отчёт",
    ],
)
def test_dates_with_what_they_are_for(text: str) -> None:
    assert sorted(typed(text)) == [(JUNE, "программа"), (DECEMBER, "отчёт")]


@pytest.mark.parametrize(
    "text", ["15.06.2023, 15.12.2023", "15.06.2023; 15.12.2023;", "15.06.2023\n15.12.2023,"]
)
def test_dates_alone(text: str) -> None:
    assert typed(text) == [(JUNE, ""), (DECEMBER, "")]


def test_a_label_may_have_commas_and_years() -> None:
    assert typed("15.12.2023 отчёт, план на 2024 год, сводка") == [
        (DECEMBER, "отчёт, план на 2024 год, сводка")
    ]


@pytest.mark.parametrize(
    "text", ["отчёт 15.12.2023", "15.12.2023, завтра", "15.12.20233", "15.12.2023отчёт", "15.12"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        points.typed(text)
    assert codes(refusal) == ["not_a_date"]


def test_every_line_that_is_wrong_is_named() -> None:
    with pytest.raises(Refused) as refusal:
        points.typed(f"31.02.2023 программа\n15.12.2023 {'я' * 501}\nотчёт")
    assert codes(refusal) == ["not_a_date", "too_long", "not_a_date"]


@given(st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from(
    ["", "отчёт", "программа, сводка", "план на 2024 год", "доклад № 5; справка"]
)), max_size=6))  # fmt: skip
def test_what_is_shown_reads_as_it_was(given_: list[tuple[date, str]]) -> None:
    days, labels = tuple(one[0] for one in given_), tuple(one[1] for one in given_)
    schedule = ScheduleReading("multiple", days, labels if any(labels) else ())
    assert typed(points.lines_of(schedule)) == given_


@pytest.mark.parametrize(
    "label",
    [
        "отчёт, 15.12.2023 сводка",
        "отчёт до 01.12.2023; справка",
        "– с тире",
        ": с двоеточием",
        "г. Псков",
        '"в кавычках"',
        'о "чём", 01.12.2023',
        "к 2023, 2024",
        "план на 2023;",
    ],
)
def test_a_label_that_would_read_otherwise_comes_back_too(label: str) -> None:
    schedule = ScheduleReading("multiple", (JUNE, DECEMBER), (label, "отчёт"))
    assert typed(points.lines_of(schedule)) == [(JUNE, label), (DECEMBER, "отчёт")]


#: What has a meaning in a line of points, and words.
PIECES = st.sampled_from(
    ["15.12.2023", "2023-12-15", ",", ";", " ", '"', "–", "-", ":", "\n", "г.", "года", "2023", "я"]
)


@given(st.lists(st.tuples(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.lists(PIECES, max_size=8).map("".join) | st.text(max_size=20),
), max_size=4))  # fmt: skip
def test_any_label_reads_as_it_was(given_: list[tuple[date, str]]) -> None:
    schedule = ScheduleReading(
        "multiple", tuple(one[0] for one in given_), tuple(one[1] for one in given_)
    )
    assert typed(points.lines_of(schedule)) == [(day, flat(clean(label))) for day, label in given_]


def test_quoted_labels_on_one_line() -> None:
    assert typed('15.06.2023 "проект", 15.12.2023 "отчёт"') == [
        (JUNE, "проект"),
        (DECEMBER, "отчёт"),
    ]


def made(start: DraftState, text: str) -> MeasureReading:
    found = edits.apply(start, [Edit("set", "measure", "m2", "due_dates", text)], STAMP)
    return found.reading.measures[1]


def test_labels_are_set_changed_and_taken_out() -> None:
    start = state()
    first = edits.apply(
        start,
        [Edit("set", "measure", "m2", "due_dates", "15.06.2023 программа\n15.12.2023 отчёт")],
        STAMP,
    )
    assert first.reading.measures[1].schedule.labels == ("программа", "отчёт")
    assert made(first, "15.06.2023 проект\n15.12.2023").schedule.labels == ("проект", "")
    assert made(first, "15.06.2023\n15.12.2023").schedule.labels == ()


def test_a_date_keeps_its_start_and_may_stand_twice() -> None:
    rows = [{"due_on": "15.06.2023", "starts_on": "01.06.2023", "label": "программа"}]
    start = edits.apply(state(), [Edit("set", "measure", "m2", "due_dates", rows)], STAMP)
    found = made(start, "15.06.2023 программа\n15.06.2023 отчёт\n15.12.2023").schedule
    assert found.due_dates == (JUNE, JUNE, DECEMBER)
    assert found.labels == ("отчёт", "программа", "")
    assert found.starts == (date(2023, 6, 1), date(2023, 6, 1), None)


def test_so_many_dates_and_no_more() -> None:
    with pytest.raises(Refused) as refusal:
        made(state(), "\n".join(f"01.01.2023 {number}" for number in range(401)))
    assert codes(refusal) == ["too_many"]
