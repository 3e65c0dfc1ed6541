"""The projected view: its screens, their order and size, the draft decision."""

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest
from dash.html import Ol

from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import meeting
from layouts import meeting_lists as lists
from layouts import meeting_totals as totals_first
from layouts.meeting_decision import decision, points
from layouts.meeting_parts import ROWS, paged
from layouts.texts import NBSP, use_locale
from tests.support import pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import has_style, hrefs, text, walk


def plain(node: Any) -> str:
    return " ".join(text(node).replace(NBSP, " ").split())


def titles(data: Any) -> list[str]:
    return [plain(one.title) for one in meeting.screens(data)]


def late(count: int, **changes: Any) -> tuple[Any, ...]:
    return tuple(
        make.measure(f"1.{n}", status=Status.OVERDUE, **changes) for n in range(1, count + 1)
    )


def with_overdue(rows: tuple[Any, ...]) -> Any:
    totals = make.totals({Status.DONE: 1, Status.OVERDUE: len(rows)}, worst_days=41)
    return pages.meeting(overview=pages.overview(overdue=rows, totals=totals))


def test_screens_come_in_the_order_of_a_meeting() -> None:
    assert [title[:20] for title in titles(pages.meeting())] == [
        "Дорожная карта Алекс",
        "На 11 октября 2021 и",
        "Раздел 2 отстаёт: пр",
        "Просрочено 3, самое ",
        "Исполнено лишь части",
        "Не отчитались 2 испо",
        "Цель достигнута по 2",
        "Продлено 1, снято с ",
        "Проект решения",
    ]


def test_at_most_six_rows_a_screen_filled_evenly() -> None:
    sizes = [len(some) for some, _part in paged(range(13))]
    assert sizes == [5, 5, 3]
    assert [part for _some, part in paged(range(7))] == ["1 из 2", "2 из 2"]
    assert [part for _some, part in paged(range(ROWS))] == [""]
    assert list(paged(())) == []


def test_long_titles_take_the_room_of_two_lines() -> None:
    wordy = "Слова " * 20
    found = [len(some) for some, _part in paged(range(6), lambda _one: 3)]
    assert found == [3, 3]
    data = with_overdue(late(6, short_title=wordy))
    assert sum(title.startswith("Просрочено 6") for title in titles(data)) == 2


def test_nothing_overdue_is_one_screen_of_good_news() -> None:
    data = with_overdue(())
    screen = next(one for one in meeting.screens(data) if plain(one.title) == "Просроченных нет")
    assert "Пропущенных сроков нет" in plain(screen.body)


def test_no_reporting_duty_leaves_no_screen_about_reports() -> None:
    overview = pages.overview(totals=make.totals(reports=None, silent_executors=0), missing=())
    shown = " ".join(titles(pages.meeting(overview=overview)))
    assert "отчит" not in shown
    assert "отчёты" not in shown


def test_first_screen_is_on_without_a_script() -> None:
    tree = meeting.page(pages.meeting(), frame("/meeting"))
    screens = [one for one in walk(tree) if one._type == "Section"]
    assert [" is-on" in one.className for one in screens] == [True] + [False] * (len(screens) - 1)
    kinds = [one._type for one in walk(tree) if one._type in ("H1", "H2")]
    assert kinds == ["H1"] + ["H2"] * (len(screens) - 1)


def test_footer_says_plan_date_number_and_sample() -> None:
    tree = meeting.page(pages.meeting(), frame("/meeting"))
    foot = next(one for one in walk(tree) if one._type == "Footer")
    shown = plain(foot)
    for words in ("Александровска", "на 11.10.2021", "Демонстрационные данные", "экран 1 из 9"):
        assert words in shown


def test_way_back_keeps_the_filters() -> None:
    filters = Filters(plan=1, as_of=date(2021, 10, 11))
    tree = meeting.page(pages.meeting(), frame("/meeting", filters))
    assert "/?as_of=2021-10-11&plan=1" in hrefs(tree)


def test_filters_are_told_on_the_first_screen() -> None:
    tree = meeting.page(pages.meeting(), frame("/meeting", Filters(section=2)))
    assert "Только: Ранняя профилактика" in plain(tree)


def test_nothing_to_show_says_so() -> None:
    data = pages.meeting(overview=pages.empty())
    assert "нечего" in plain(meeting.page(data, frame("/meeting")))


def test_extended_and_removed_show_dates_and_basis() -> None:
    base = pages.meeting()
    data = replace(base, bases={base.extended[0].id: "протокол КДН № 6"})
    screen = next(one for one in meeting.screens(data) if "Продлено" in plain(one.title))
    shown = plain(screen.body)
    assert "протокол КДН № 6" in shown
    assert "31.12.2021 30.09.2021" in shown
    assert "Снято с контроля" in shown


def test_decision_is_made_of_the_data() -> None:
    found = {one.verb: one.text.replace(NBSP, " ") for one in points(pages.meeting())}
    assert found["Принять к сведению:"].startswith("исполнено 9 из 23 мероприятий (39,1 %)")
    assert found["Заслушать:"].startswith("ООиП УО – п. 2.3 (41 день); ")
    assert found["Установить срок:"] == "пп. 2.3, 2.6, 4.1 – до ________."
    assert found["Завершить исполненное частично:"] == "п. 4.5."
    assert found["Представить отчёты:"] == "ООиП УО, КДНиЗП – до ________."
    assert found["Снять с контроля как исполненные:"].startswith("9 мероприятий")
    assert "Рекомендовать исполнить:" not in found


def test_decision_recommends_to_those_who_are_not_subordinate() -> None:
    lead = make.mark(make.COMMISSION, by_agreement=True)
    found = {one.verb: one.text for one in points(with_overdue(late(1, executors=(lead,))))}
    assert found["Рекомендовать исполнить:"].startswith("КДНиЗП – ")
    assert "Заслушать:" not in found


def test_decision_takes_proposed_dates_that_lie_ahead() -> None:
    rows = (*late(1, proposed_due_on=date(2021, 12, 1)),)
    rows += (make.measure("2.1", status=Status.OVERDUE, proposed_due_on=date(2021, 9, 1)),)
    found = {one.verb: one.text.replace(NBSP, " ") for one in points(with_overdue(rows))}
    assert found["Установить срок:"] == (
        "п. 1.1 – до 01.12.2021 (по предложению исполнителей); п. 2.1 – до ________."
    )


def test_long_decision_goes_on_with_its_numbers() -> None:
    marks = [make.mark(replace(make.OFFICE, id=n, short_name="Управление " * 5)) for n in range(9)]
    rows = tuple(
        make.measure(f"3.{n}", status=Status.OVERDUE, executors=(mark,))
        for n, mark in enumerate(marks)
    )
    screens = decision(with_overdue(rows))
    starts = [cast(Ol, one.body).start for one in screens]
    assert starts == sorted(starts)
    assert "и ещё 5" in plain([one.body for one in screens])


def test_several_plans_name_their_places() -> None:
    data = pages.meeting(overview=pages.many_plans())
    shown = plain([[one.title, one.body] for one in meeting.screens(data)])
    assert "Исполнение 2 планов" in shown
    assert "11 октября 2021" in shown
    assert "п. 2.3 (Александровск)" in shown


def test_titles_of_sections_speak_of_the_rows_below_them() -> None:
    overview = pages.many_plans()
    first, second = overview.plans
    here = [make.group("1", plan=first), make.group("2", {Status.OVERDUE: 1}, plan=first)]
    there = [make.group("1", {Status.DONE: 2}, plan=second)]
    screens = totals_first.sections(replace(overview, sections=(*here, *there)))
    assert [plain(one.title) for one in screens] == [
        "Раздел 2 (Александровск) отстаёт: просрочено 1 из 1",
        "Омск: ни в одном разделе нет просроченных",
    ]


def test_silent_executors_name_their_territory_where_there_are_several() -> None:
    (screen,) = lists.missing(replace(pages.many_plans(), missing=(make.missing(),)))
    assert "Александровск · " in plain(screen.body)
    (alone,) = lists.missing(pages.overview(missing=(make.missing(),)))
    assert "Александровск" not in plain(alone.body)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_no_inline_styles_in_any_language(locale: str) -> None:
    with use_locale(locale):
        assert not has_style(meeting.page(pages.meeting(), frame("/meeting")))


def test_what_was_not_done_has_a_screen_and_a_point_of_the_decision() -> None:
    totals = make.totals({Status.DONE: 1, Status.NOT_DONE: 1}, worst_days=None)
    overview = pages.overview(overdue=(), totals=totals)
    closed = make.measure("3.9", status=Status.NOT_DONE, days_overdue=None)
    data = pages.meeting(
        overview=overview, partial=(), not_done=(closed,), bases={closed.id: "протокол № 6"}
    )
    screen = next(one for one in meeting.screens(data) if "Не исполнено 1" in plain(one.title))
    assert "протокол № 6" in plain(screen.body)
    assert "Пропущенных сроков нет" not in plain([one.body for one in meeting.screens(data)])
    found = {one.verb: one.text.replace(NBSP, " ") for one in points(data)}
    assert "п. 3.9" in found["Заслушать о причинах неисполнения:"]
    assert "не исполнено 1" in found["Принять к сведению:"]
