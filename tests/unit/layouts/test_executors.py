"""The pages of executors: findings, table, matrix, one executor with its own statuses."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.prerender import to_html
from data_access.records.common import Ratio
from data_access.records.executors import ReportCell
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import executors, executors_detail
from layouts.executors_assignments import own, worst_first
from layouts.executors_matrix import cell_view, cell_words
from layouts.executors_table import sum_rows
from layouts.executors_track import Scale
from layouts.texts import NBSP, use_locale
from tests.support import executor_pages as pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import text as all_text


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def listed(**changes: object) -> str:
    return plain(to_html(executors.page(pages.executors(**changes), frame("/executors"))))


def detailed(**changes: object) -> str:
    data = pages.executor(**changes)
    return plain(to_html(executors_detail.detail(data, frame("/executors/12"))))


def test_headline_of_the_list() -> None:
    assert plain(executors.finding(pages.executors())) == (
        "На 11 октября 2021 просрочка у 2 из 4 исполнителей, больше всего: ООиП УО (2);"
        " не отчитались 2 исполнителя; исполнительская дисциплина 12 из 15 (80 %)."
    )


def test_headline_names_the_longest_delay_where_nobody_has_several() -> None:
    rows = [replace(row, totals=make.totals({Status.OVERDUE: 1})) for row in pages.executors().rows]
    found = plain(executors.finding(pages.executors(rows=tuple(rows))))
    assert "дольше всего: Управление образования (41 день)" in found


def test_worst_first_leaves_out_those_without_trouble() -> None:
    found = executors.worst_first(pages.executors().rows)
    assert [row.short_name for row in found] == ["ООиП УО", "Управление образования", "КДНиЗП"]


def test_table_is_in_the_plans_order_with_downloads() -> None:
    found = listed()
    table = found[found.index("Исполнители в порядке плана") :]
    names = ["Управление образования", "ООиП УО", "КДНиЗП", "ЦМСЧ № 120"]
    places = [table.index(name) for name in names]
    assert places == sorted(places)
    assert "12 из 15 (80 %)" in table
    assert "/export/executors.xlsx" in found


def test_by_agreement_is_counted_apart() -> None:
    own_row, apart, total = sum_rows(pages.executors().rows)
    assert [row.cells[1] for row in (own_row, apart, total)] == ["22", "3", "25"]
    assert "из них по согласованию 3" in listed()


def test_no_reporting_duty_is_said_not_counted() -> None:
    rows = [
        replace(row, totals=make.totals({Status.DONE: 1}, reports=None))
        for row in pages.executors().rows
    ]
    found = listed(rows=tuple(rows), periods=(), matrix={})
    assert "не установлено" in found
    assert "Отчётность исполнителей планом не установлена" in found


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("on_time", "в срок 3 из 3"),
        ("late", "в срок 2 из 3, опоздало 1"),
        ("missing", "в срок 1 из 3, не сдано 2"),
        ("not_due", "срок не наступил"),
        ("none", "отчёт не требуется"),
    ],
)
def test_cells_of_the_matrix_have_words_beside_their_icon(state: str, said: str) -> None:
    (cell,) = pages.cells(state)
    assert plain(cell_words(cell)) == said
    shown = plain(to_html(cell_view(cell)))
    assert "bi bi-" in shown
    assert f'<span class="visually-hidden">{said}</span>' in shown


@pytest.mark.parametrize(
    ("state", "number"), [("on_time", "3/3"), ("late", "2/3"), ("missing", "1/3"), ("not_due", "")]
)
def test_cells_that_are_due_show_how_many_came_on_time(state: str, number: str) -> None:
    (cell,) = pages.cells(state)
    shown = all_text(cell_view(cell))
    assert shown.startswith(number)
    assert ("/" in shown) == bool(number)


def test_matrix_leaves_out_who_owes_nothing() -> None:
    matrix = listed()
    matrix = matrix[matrix.index("Отчёты по периодам") :]
    assert "ООиП УО" in matrix
    assert "ЦМСЧ" not in matrix
    assert "больше всего не сдано за III квартал 2021 (4)" in matrix
    assert matrix.count('scope="row"') == 3


def test_empty_list_says_why() -> None:
    data = pages.executors(rows=())
    found = to_html(executors.page(data, frame("/executors", Filters(q="нет такого"))))
    assert "По фильтру «поиск: нет такого» исполнителей нет." in plain(found)


def test_headline_of_one_executor() -> None:
    assert plain(executors_detail.finding(pages.executor())) == (
        "ООиП УО: на 11 октября 2021 поручено 4 мероприятия, исполнено 1; просрочено 1, на 41 день;"
        " исполнительская дисциплина 6 из 9 (66,7 %); не сдан 1 отчёт."
    )


def test_headline_of_one_executor_in_english() -> None:
    with use_locale("en"):
        assert plain(executors_detail.finding(pages.executor())) == (
            "ООиП УО: on 11 October 2021, 4 measures assigned, 1 done; 1 overdue, by 41 days;"
            " execution discipline 6 of 9 (66.7%); 1 report is missing."
        )


def test_before_the_first_date_there_is_no_discipline() -> None:
    data = pages.executor(totals=make.totals({Status.NOT_DUE: 4}, discipline=Ratio(0, 0)))
    assert "контрольные сроки ещё не наступили" in plain(executors_detail.finding(data))


def test_own_status_stands_beside_the_measures() -> None:
    row = pages.executor().assignments[0]
    assert (row.status, row.measure.status) == (Status.DONE, Status.OVERDUE)
    assert own(row).status is Status.DONE
    assert own(row).days_overdue is None
    assert 'class="is-other"' in detailed()


def test_assignments_stand_worst_first_then_nearest() -> None:
    found = worst_first(pages.executor().assignments)
    assert [row.measure.number for row in found] == ["2.3", "3.4", "3.1", "1.1"]


def test_page_of_one_executor_tells_everything() -> None:
    found = detailed()
    for words in (
        "Отдел опеки и попечительства Управления образования",
        "ОООП УО",
        "по согласованию: 1",
        "соисполнитель",
        "до 1 сентября 2021 года",
        "<del",
        "Нет второго специалиста",
        "III квартал 2021",
        "Сдано 8 отчётов",
        "Исполнено с 01.09.2021",
        "/export/assignments.csv?executor=12",
        "/export/reports.json?executor=12",
    ):
        assert words in found
    assert 'style="' not in found


def test_older_reports_are_folded() -> None:
    reports = tuple(make.report(id) for id in range(1, 12))
    assert "Показать более ранние (3)" in detailed(reports=reports)


def test_all_plans_are_shown_each_with_its_table() -> None:
    other = make.plan(2, short_title="План Омска, 2024", as_of=date(2024, 9, 16))
    row = pages.assignment("9.9", Status.DONE, of_measure={"plan": other})
    base = pages.executor()
    found = detailed(plans=(*base.plans, other), assignments=(*base.assignments, row))
    assert "5 поручений в 2 планах" in found
    assert "План Омска, 2024: статусы по времени" in found


def test_scale_keeps_days_within_the_track() -> None:
    scale = Scale(date(2021, 1, 1), date(2021, 12, 31))
    assert [scale.at(day) for day in (date(2020, 1, 1), date(2021, 7, 2), date(2022, 1, 1))] == [
        0,
        50,
        100,
    ]


def test_a_cell_of_nothing_owed_has_no_numbers() -> None:
    assert cell_words(ReportCell(1, "on_time", 0, 0)) == "все в срок"


def test_nothing_due_yet_is_not_all_handed_in() -> None:
    none = make.totals(reports=Ratio(0, 0))
    assert "сроки ещё не наступили" in listed(totals=none)
    assert "Сроки отчётов ещё не наступили." in detailed(totals=none, missing=())


def test_an_executor_that_owes_no_reports() -> None:
    assert "Отчёты от этого исполнителя не требуются." in detailed(cells=(), missing=())
