"""A date outside a plan's term is said, and nothing is called late or done before its first day."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_access.records.cut import Cut
from data_access.records.pages import Overview
from data_access.records.status import Status
from layouts import measures, meeting, overdue, overview
from layouts.figures import shown_term
from layouts.terms import not_begun, term_words
from layouts.texts import NBSP
from layouts.wording import dated
from tests.support import executor_pages, measure_pages, pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import text, walk

AHEAD = make.plan(as_of=date(2019, 3, 1))
OVER = make.plan(as_of=date(2023, 5, 5))
MANY = f"2{NBSP}330"
EARLY = make.totals({Status.NOT_DUE: 23}, worst_days=None, missing_reports=0, silent_executors=0)


def plain(node: object) -> str:
    return " ".join(text(node).replace(NBSP, " ").split())


def early(**changes: Any) -> Overview:
    return pages.overview(plans=(AHEAD,), totals=EARLY, overdue=(), missing=(), **changes)


def test_before_the_first_day_the_plan_has_not_begun() -> None:
    said = dated((AHEAD,), "исполнено 0 из 23").replace(NBSP, " ")
    assert said == "На 1 марта 2019 план ещё не начался, первый день – 01.01.2020"
    assert not_begun((AHEAD,))


def test_after_the_last_day_the_term_is_over() -> None:
    said = dated((OVER,), "исполнено 9 из 23").replace(NBSP, " ")
    assert said == "На 5 мая 2023 срок плана истёк 31.12.2021; исполнено 9 из 23"
    assert not not_begun((OVER,))


def test_within_the_term_nothing_is_said_of_it() -> None:
    for day in (date(2020, 1, 1), date(2021, 12, 31)):
        assert term_words((make.plan(as_of=day),)) == ""


def test_of_several_plans_it_is_counted() -> None:
    assert term_words((AHEAD, OVER, make.plan())) == "не начался 1 план; истёк срок 1 плана"
    assert not not_begun((AHEAD, make.plan()))


def test_of_very_many_plans_it_is_said_where_all_are_alike() -> None:
    assert term_words(Cut((AHEAD, AHEAD), 2330)) == "не начались 2330 планов".replace("2330", MANY)
    assert term_words(Cut((OVER, OVER), 2330)) == f"истёк срок {MANY} планов"
    assert term_words(Cut((AHEAD, make.plan()), 2330)) == ""
    assert not_begun(Cut((AHEAD, AHEAD), 2330))
    assert dated(Cut((AHEAD, AHEAD), 2330), "x").endswith(f"не начались {MANY} планов")


@pytest.mark.parametrize(
    "page",
    [
        overview.page(early(), frame()),
        overdue.page(
            executor_pages.overdue(
                plans=(AHEAD,), totals=EARLY, overdue=(), partial=(), missing=(), not_done=()
            ),
            frame("/overdue"),
        ),
        meeting.page(pages.meeting(overview=early()), frame("/meeting")),
        measures.page(
            measure_pages.register(plans=(AHEAD,), totals=EARLY, rows=()), frame("/measures")
        ),
    ],
)
def test_pages_say_it_and_call_nothing_good_or_done(page: Any) -> None:
    said = plain(page)
    assert "план ещё не начался" in said
    for words in ("росроченных нет", "Пропущенных сроков нет", "Принять к сведению", "0 из 23 м"):
        assert words not in said


def test_far_date_does_not_press_the_axis() -> None:
    start, end = date(2020, 1, 1), date(2021, 12, 31)
    assert shown_term(start, end, date(2021, 10, 11)) == (start, end)
    assert shown_term(start, end, date(2022, 1, 20)) == (start, date(2022, 1, 20))
    far = shown_term(start, end, date(2033, 1, 1))
    assert far == (start, date(2022, 4, 1))
    assert shown_term(start, end, date(1990, 1, 1))[0] > date(2019, 9, 1)


def test_line_of_a_far_date_gives_way_to_an_arrow() -> None:
    data = replace(pages.overview(), plans=(make.plan(as_of=date(2033, 5, 5)),))
    (graph,) = (one for one in walk(overview.page(data, frame())) if hasattr(one, "figure"))
    layout = graph.figure["layout"]
    assert layout["shapes"] == []
    assert any(one["text"] == "на 05.05.2033 →" for one in layout["annotations"])
    assert layout["xaxis"]["range"][1] < "2022-05-01"
