"""The front page: its sentence, figures, lists, links, and what it says where there is nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_access.records.common import GroupRow, Ratio
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import overview
from layouts import sentences as say
from layouts.texts import NBSP, use_locale
from layouts.wording import places
from tests.support import pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import has_style, hrefs, text, walk


def plain(node: Any) -> str:
    """Return the text of a tree with ordinary spaces."""
    return " ".join(text(node).replace(NBSP, " ").split())


def heading(data: Any = None, **changes: Any) -> str:
    return say.finding(data or pages.overview(**changes)).replace(NBSP, " ")


def test_headline_says_what_is_done_late_and_silent() -> None:
    assert heading() == (
        "На 11 октября 2021 исполнено 9 из 23 мероприятий (39,1 %); просрочено 3, самое давнее"
        " на 41 день; не отчитались 2 исполнителя."
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({Status.DONE: 1, Status.OVERDUE: 20}, "исполнено 1 из 21 мероприятия (4,8 %)"),
        ({Status.DONE: 2, Status.DONE_LATE: 2}, "исполнено 4 из 4 мероприятий (100 %)"),
        ({Status.DONE: 1, Status.REMOVED: 4}, "исполнено 1 из 1 мероприятия (100 %)"),
        ({Status.REMOVED: 2}, "на контроле мероприятий нет"),
    ],
)
def test_headline_has_the_right_plural_forms(counts: dict[Status, int], expected: str) -> None:
    assert expected in heading(totals=make.totals(counts))


@pytest.mark.parametrize(
    ("overdue", "days", "expected"),
    [
        (0, None, "просроченных нет"),
        (1, 41, "просрочено 1, на 41 день;"),
        (2, 2, "просрочено 2, самое давнее на 2 дня"),
    ],
)
def test_headline_tells_overdue(overdue: int, days: int | None, expected: str) -> None:
    totals = make.totals({Status.DONE: 1, Status.OVERDUE: overdue}, worst_days=days)
    assert expected in heading(totals=totals)


@pytest.mark.parametrize(
    ("reports", "silent", "expected"),
    [
        (Ratio(14, 16), 1, "не отчитался 1 исполнитель."),
        (Ratio(14, 16), 5, "не отчитались 5 исполнителей."),
        (Ratio(16, 16), 0, "все отчёты поступили."),
        (Ratio(0, 0), 0, "на 41 день."),
        (None, 0, "на 41 день."),
    ],
)
def test_headline_tells_silence_only_where_there_is_a_duty(
    reports: Ratio | None, silent: int, expected: str
) -> None:
    assert heading(totals=make.totals(reports=reports, silent_executors=silent)).endswith(expected)


def test_several_plans_on_their_own_dates_are_named() -> None:
    data = pages.many_plans()
    assert heading(data).startswith("По 2 планам исполнено 9 из 23")
    shown = plain(overview.page(data, frame()))
    assert "Каждый план показан на свою дату: Александровск 11.10.2021, Омск 16.09.2024." in shown


def test_several_plans_on_one_date_say_it_once() -> None:
    data = pages.overview(plans=(make.plan(), make.plan(2)))
    assert heading(data).startswith("На 11 октября 2021 по 2 планам исполнено")
    assert say.own_dates(data.plans) == ""


def test_key_figures_have_their_base() -> None:
    shown = plain(overview.page(pages.overview(), frame()))
    for words in (
        "Исполнено 9 из 23 39,1 %",
        "Дисциплина 12 из 15 80 %",
        "Просрочено 3 самое давнее: 41 день",
        "Отчёты в срок 14 из 16 87,5 %",
        "На уровне цели 2 из 3 показателей 66,7 %, факт",
    ):
        assert words in shown


def test_no_duty_is_not_zero_percent() -> None:
    totals = make.totals(reports=None)
    assert "Отчёты в срок — не установлено" in plain(
        overview.page(pages.overview(totals=totals), frame())
    )


def test_every_number_leads_to_its_list_with_the_filters() -> None:
    filters = Filters(as_of=date(2021, 10, 11), plan=1)
    found = hrefs(overview.page(pages.overview(), frame(filters=filters)))
    kept = "as_of=2021-10-11&plan=1"
    for wanted in (
        f"/measures?{kept}&status=done,done_late",
        f"/overdue?{kept}",
        f"/overdue?{kept}&section=2",
        f"/executors/12?{kept}#assignments",
        f"/executors/12?{kept}#missing-list",
        f"/overdue?{kept}#missing-list",
        f"/executors?{kept}",
        f"/indicators?{kept}",
        f"/sections?{kept}",
        f"/sections/2?{kept}",
        f"/measures?{kept}&status=partial",
        f"/measures/203?{kept}",
        f"/timeline?{kept}",
        f"/?{kept}&since=2021-10-04#changes",
    ):
        assert wanted in found
    assert all(one.startswith(("/", "#")) for one in found)
    inside = [one for one in found if one.startswith("/") and "export" not in one]
    assert all("as_of=2021-10-11" in one for one in inside)


def test_titles_carry_the_finding() -> None:
    shown = plain(overview.page(pages.overview(), frame()))
    for words in (
        "Отставание на 3 контрольные точки: исполнено 12, подлежало 15",
        "Раздел 2 отстаёт: просрочено 3 из 6",
        "Просрочено 3, худшее первым",
        "Цель достигнута по 2 из 3 показателей",
        "Статус изменился с 11.09.2021 у 2 мероприятий",
        "В ближайшие 30 дней наступает срок 4 мероприятий, первый 15.10.2021",
        "Больше всего просрочено: ООиП УО, 2 из 6",
        "Последний отчёт: 08.10.2021; последнее решение: 30.09.2021",
    ):
        assert words in shown


def test_work_done_early_does_not_hide_what_is_overdue() -> None:
    early = [make_point(20)]
    assert say.curve_words(early, 3) == (
        "Исполнено 20 точек, срок наступил у 15; просрочено 3 мероприятия"
    )
    assert say.curve_words(early, 0).startswith("Отставания нет")


def make_point(done: int) -> Any:
    return type(pages.curve()[0])(make.AS_OF, 15, done)


def test_chart_has_its_table_beside_it() -> None:
    tree = overview.page(pages.overview(), frame())
    tables = [one for one in walk(tree) if one._type == "Details" and "Показать" in text(one)]
    assert len(tables) == 1
    assert "11.10.2021 15 12" in plain(tables[0])
    assert "31.12.2021 23 —" in plain(tables[0])


def test_territories_take_the_place_of_the_curve() -> None:
    tree = overview.page(pages.many_plans(), frame())
    assert "Территории Все территории" in plain(tree)  # none of them has done less
    assert "Graph" not in [one._type for one in walk(tree)]


def test_without_plans_says_why_and_what_to_do() -> None:
    shown = plain(overview.page(pages.empty(), frame()))
    assert "планов нет" in shown
    assert "попросите координатора" in shown


def test_filters_without_measures_offer_their_removal() -> None:
    data = pages.overview(totals=make.totals({}))
    tree = overview.page(data, frame(filters=Filters(plan=1, q="опека")))
    assert "не подходит ни одно мероприятие" in plain(tree)
    assert "/?plan=1" in hrefs(tree)


def test_nothing_overdue_is_good_news() -> None:
    data = pages.overview(totals=make.totals({Status.DONE: 1}), overdue=(), sections=())
    shown = plain(overview.page(data, frame()))
    assert "Просроченных нет" in shown
    assert "Ни в одном разделе нет просроченных" in shown


@pytest.mark.parametrize("data", [pages.overview(), pages.many_plans(), pages.empty()])
def test_no_inline_styles(data: Any) -> None:
    assert not has_style(overview.page(data, frame()))


def test_english_is_complete() -> None:
    with use_locale("en"):
        shown = plain(overview.page(pages.overview(), frame()))
    assert "9 of 23 measures done (39.1%); 3 overdue, the longest by 41 days" in shown
    assert "Section 2 lags: 3 of 6 overdue" in shown


def test_no_good_news_while_something_was_not_done() -> None:
    totals = make.totals({Status.DONE: 1, Status.NOT_DONE: 1}, worst_days=None)
    data = pages.overview(overdue=(), totals=totals)
    tree = overview.page(data, frame())
    assert "просроченных нет; не исполнено 1" in heading(data)
    assert "Пропущенных сроков нет" not in plain(tree)
    assert "/overdue#not-done-list" in hrefs(tree)


def test_rows_of_several_plans_say_where_they_belong() -> None:
    data = replace(pages.many_plans(), executors=_of_territories(), overdue=())
    shown = overview.page(data, frame())
    for part in ("changes", "upcoming", "executors"):
        (section,) = (one for one in walk(shown) if getattr(one, "id", None) == part)
        notes = [text(one) for one in walk(section) if "cell-note" in _css(one)]
        assert notes
        assert set(notes) <= {"Александровск", "Омск"}


def test_rows_of_one_plan_do_not() -> None:
    assert not any(
        "cell-note" in _css(one) for one in walk(overview.page(pages.overview(), frame()))
    )


def test_territory_with_two_plans_tells_them_by_their_titles() -> None:
    one, other = make.plan(1), make.plan(2, short_title="План Александровска, 2022")
    told = places((one, other))
    assert [told.of(one), told.of(other)] == [one.short_title, other.short_title]
    assert places((one,)).of(one) == ""


def _of_territories() -> tuple[GroupRow, ...]:
    return tuple(replace(one, parent=make.TERRITORY) for one in pages.executors())


def _css(one: object) -> str:
    return getattr(one, "className", None) or ""


def test_span_of_changes_in_use_is_marked_without_a_choice_too() -> None:
    data = replace(pages.many_plans(), since=None)
    marked = [one for one in walk(overview.page(data, frame())) if _is_current(one)]
    assert [text(one) for one in marked] == ["30 дней"]


def test_number_and_its_word_stay_together() -> None:
    shown = text(overview.page(pages.overview(), frame()))
    assert f"просрочено{NBSP}3" in shown
    assert f"№{NBSP}995" in shown


def _is_current(one: object) -> bool:
    return getattr(one, "aria-current", None) == "true"
