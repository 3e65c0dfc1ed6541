"""The discipline has its list: the points that it counts, what was missed first."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from data_access.records.common import Ratio, Ref
from data_access.records.cut import Cut
from data_access.records.executors import DuePoint
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import executors, executors_detail, overview, sections, sections_detail
from layouts.discipline import SHOWN, discipline_section, missed_first, ratio_words
from layouts.texts import NBSP
from tests.support import executor_pages, measure_pages, pages
from tests.support import records as make
from tests.support.frames import frame
from tests.unit.layouts.trees import hrefs, kinds, text, walk

DAY = date(2021, 9, 30)


def point(status: Status, **changes: Any) -> DuePoint:
    measure = Ref(203, make.TITLE, make.SHORT_TITLE)
    return replace(
        DuePoint(measure, "2.3", make.plan(), "III квартал", DAY, status, DAY), **changes
    )


POINTS = (
    point(Status.DONE),
    point(Status.DONE_LATE),
    point(Status.OVERDUE),
    point(Status.UNDER_REVIEW, due_on=date(2021, 6, 30)),
)


def shown(points: Any = POINTS) -> Any:
    return discipline_section("Дисциплина", points, (make.plan(),), Filters())


def plain(node: Any) -> str:
    return " ".join(text(node).replace(NBSP, " ").split())


def test_missed_points_come_first_then_late_ones() -> None:
    assert [one.status for one in missed_first(POINTS)] == [
        Status.UNDER_REVIEW,
        Status.OVERDUE,
        Status.DONE_LATE,
        Status.DONE,
    ]


def test_note_says_how_the_points_ended() -> None:
    assert "В срок 1, с нарушением срока 1, не завершено 2." in plain(shown())


def test_long_list_goes_on_under_a_fold() -> None:
    long = shown((point(Status.OVERDUE),) * (SHOWN + 3))
    assert kinds(long).count("Tr") == SHOWN + 3 + 2
    assert "и ещё 3" in plain(long)


def test_too_many_points_are_not_listed_but_said() -> None:
    assert "слишком много для списка" in plain(shown(Cut((), 9000)))
    assert "слишком много" not in plain(shown(Cut((), 0)))


def test_title_names_both_numbers() -> None:
    words = ratio_words(Ratio(12, 17)).replace(NBSP, " ")
    assert words == "Исполнительская дисциплина: в срок 12 из 17 контрольных точек (70,6 %)"
    assert "ещё не наступал" in ratio_words(Ratio(0, 0))


LISTED = frame(filters=Filters(plan=1))


@pytest.mark.parametrize(
    ("page", "place"),
    [
        (overview.page(pages.overview(), LISTED), "/executors?plan=1#discipline"),
        (sections.page(measure_pages.sections(), LISTED), "/executors?plan=1&section=2#discipline"),
        (
            sections_detail.detail(measure_pages.section(), LISTED),
            "/executors?plan=1&section=2#discipline",
        ),
        (
            executors.page(executor_pages.executors(), LISTED),
            "/executors/12?plan=1#discipline",
        ),
        (
            executors_detail.detail(executor_pages.executor(), LISTED),
            "/executors/12?plan=1#discipline",
        ),
    ],
)
def test_every_discipline_leads_to_its_list(page: Any, place: str) -> None:
    assert place in hrefs(page)


def test_pages_of_executors_carry_the_list() -> None:
    for page in (
        executors.page(executor_pages.executors(due_points=POINTS), LISTED),
        executors_detail.detail(executor_pages.executor(due_points=POINTS), LISTED),
    ):
        (section,) = (one for one in walk(page) if getattr(one, "id", None) == "discipline")
        assert "III квартал" in text(section)


def test_the_list_can_be_taken_along_also_where_it_is_too_long_to_show() -> None:
    both: tuple[Any, ...] = (POINTS, Cut((), 9000))
    for points in both:
        assert "/export/discipline.csv" in hrefs(shown(points))
    assert "/export/discipline.csv" not in hrefs(shown(()))
    own = executors_detail.detail(executor_pages.executor(due_points=POINTS), LISTED)
    assert "/export/own_discipline.csv?plan=1&executor=12" in hrefs(own)
