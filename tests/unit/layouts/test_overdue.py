"""The page of what is overdue: its sentence, its order, who is silent, its empty states."""

from datetime import date

import pytest

from dashboard.prerender import to_html
from data_access.records.common import Ratio
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import overdue
from layouts.silence import by_executor
from layouts.texts import NBSP, use_locale
from tests.support import records as make
from tests.support.executor_pages import overdue as data
from tests.support.frames import frame


def text_of(**changes: object) -> str:
    return plain(to_html(overdue.page(data(**changes), frame("/overdue"))))


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def test_headline_says_how_much_how_long_and_who_is_silent() -> None:
    assert plain(overdue.finding(data())) == (
        "На 11 октября 2021 просрочено 3 мероприятия из 23, самое давнее на 41 день;"
        " исполнено частично 1; не отчитались 2 исполнителя."
    )


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "просрочено 1 мероприятие из 10, на 41 день"),
        (5, "просрочено 5 мероприятий из 10, самое давнее на 41 день"),
    ],
)
def test_headline_has_the_right_plural(count: int, words: str) -> None:
    counts = {Status.OVERDUE: count, Status.DONE: 10 - count}
    found = overdue.finding(data(totals=make.totals(counts, silent_executors=0)))
    assert words in plain(found)


def test_headline_in_english() -> None:
    with use_locale("en"):
        assert "3 measures of 23 are overdue, the oldest by 41 days" in plain(
            overdue.finding(data())
        )


def test_plans_on_different_dates_name_no_common_date() -> None:
    other = make.plan(2, short_title="План Омска, 2024", as_of=date(2024, 9, 16))
    found = plain(overdue.finding(data(plans=(make.plan(), other))))
    assert found.startswith("Просрочено 3 мероприятия")
    assert "План Омска" not in text_of()


def test_rows_stand_worst_first_with_all_that_explains_them() -> None:
    found = text_of()
    assert found.index("41 день") < found.index("20 дней") < found.index("12 дней")
    for words in (
        "до 1 сентября 2021 года",
        "31.08.2021",
        "<del",
        "30.06.2021",
        "Нет второго специалиста",
        "предлагает 30.11.2021",
        "причина не указана",
    ):
        assert words in found


def test_title_says_whose_they_are() -> None:
    assert "Просрочено 3 мероприятия, больше всего как ответственный: ООиП УО (2)" in text_of()


def test_lists_have_their_downloads() -> None:
    found = text_of()
    for address in ("/export/overdue.csv", "/export/measures.csv?status=partial"):
        assert address in found


def test_several_plans_are_named_in_the_rows() -> None:
    other = make.plan(2, short_title="План Омска, 2024")
    found = text_of(plans=(make.plan(), other))
    assert "Дорожная карта Александровска" in found


def test_missing_reports_are_grouped_by_executor_longest_first() -> None:
    groups = by_executor(data().missing)
    assert [(one.executor.short_name, one.days, len(one.reports)) for one in groups] == [
        ("КДНиЗП", 93, 1),
        ("ООиП УО", 1, 2),
    ]


def test_long_lists_of_measures_are_cut() -> None:
    many = tuple(make.missing(f"2.{n}") for n in range(1, 13))
    assert "и ещё 4" in text_of(missing=many)


def test_nothing_overdue_is_good_news_in_the_words_of_the_filters() -> None:
    good = data(overdue=(), partial=(), missing=())
    asked = frame("/overdue", Filters(section=2, q="опека"))
    found = plain(to_html(overdue.page(good, asked)))
    assert "По фильтру «Ранняя профилактика; поиск: опека» просроченных мероприятий нет." in found
    assert "Все отчёты, срок которых наступил, сданы." in found


@pytest.mark.parametrize(
    ("reports", "words"),
    [
        (None, "Отчётность исполнителей планом не установлена."),
        (Ratio(0, 0), "Сроки отчётов ещё не наступили."),
        (Ratio(3, 3), "Все отчёты, срок которых наступил, сданы."),
    ],
)
def test_why_no_report_is_missing(reports: Ratio | None, words: str) -> None:
    assert words in text_of(totals=make.totals(reports=reports), missing=())


def test_no_measures_by_the_filter_offers_a_way_out() -> None:
    none = make.totals({}, discipline=Ratio(0, 0), silent_executors=0, missing_reports=0)
    asked = frame("/overdue", Filters(q="такого нет"))
    found = to_html(overdue.page(data(totals=none, overdue=()), asked))
    assert "По фильтру «поиск: такого нет» мероприятий нет." in plain(found)
    assert 'href="/overdue"' in found


def test_one_released_of_every_measure_still_owes_reports() -> None:
    owing = make.totals({}, discipline=Ratio(0, 0), silent_executors=1, missing_reports=1)
    found = text_of(totals=owing, overdue=(), partial=())
    assert "не отчитался 1 исполнитель" in found
    assert "Отчёт не поступил в срок" in found


def test_what_a_decision_closed_as_not_done_has_a_list_of_its_own() -> None:
    counts = {Status.NOT_DONE: 1, Status.DONE: 9}
    closed = (make.measure("3.9", status=Status.NOT_DONE, title="Закрытая работа"),)
    found = text_of(
        overdue=(), partial=(), not_done=closed, totals=make.totals(counts, worst_days=None)
    )
    assert "Просроченных нет; не исполнено 1" in found.replace("просроченных", "Просроченных")
    assert "Закрыто как не исполненное: 1" in found
    assert "status=not_done" in found
    assert "all-clear" not in found.partition("not-done-list")[0]
