"""The frame: navigation that keeps the context, filters that can be taken away."""

from collections.abc import Iterator
from datetime import date

import pytest

from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import errors, ids, shell
from layouts.chips import chips
from layouts.filters import shown_as_of
from layouts.pages import PAGES
from layouts.texts import use_locale
from tests.support.frames import choices, frame
from tests.support.records import plan
from tests.unit.layouts.trees import classes, has_style, hrefs, text, walk

NARROW = Filters(plan=1, section=2, statuses=(Status.OVERDUE, Status.PARTIAL), q="опека")


@pytest.fixture(autouse=True)
def russian() -> Iterator[None]:
    with use_locale("ru"):
        yield


def test_shell_has_all_its_parts() -> None:
    made = shell.shell(frame(), "содержание")
    found = {getattr(one, "id", None) for one in walk(made)}
    assert {ids.ROOT, ids.NAV, ids.FILTER_BAR, ids.NOTICE, ids.PAGE} <= found
    assert "Демонстрационные данные" in text(made)
    assert not has_style(made)


def test_navigation_keeps_the_context_and_drops_list_filters() -> None:
    found = hrefs(shell.nav(frame("/measures", NARROW)))
    assert "/executors?plan=1" in found
    assert not any("status" in href or "q=" in href for href in found)


def test_navigation_marks_where_we_are() -> None:
    here = [
        text(one)
        for one in walk(shell.nav(frame("/measures/203")))
        if getattr(one, "aria-current", None) == "page"
    ]
    assert set(here) == {"Мероприятия"}


def test_every_page_of_the_navigation_is_there() -> None:
    paths = {href.split("?")[0] for href in hrefs(shell.nav(frame()))}
    assert {page.path for page in PAGES if page.in_nav} == paths


def test_meeting_stands_bare() -> None:
    assert shell.root_class("/meeting") == "shell shell--bare"
    assert shell.root_class("/") == "shell"


def test_language_switch_leads_to_the_same_page() -> None:
    found = hrefs(shell.topbar(frame("/overdue", Filters(plan=1))))
    assert "/overdue?plan=1&lang=en" in found


def test_sign_out_is_a_post_with_a_token() -> None:
    form = next(one for one in walk(shell.topbar(frame())) if one._type == "Form")
    assert (form.action, form.method) == ("/logout", "POST")
    assert hasattr(form, "data-csrf")


def test_no_chips_without_filters() -> None:
    assert chips(frame("/measures", Filters(plan=1))) is None


def test_each_chip_takes_its_filter_away() -> None:
    found = hrefs(chips(frame("/measures", NARROW)))
    assert found == [
        "/measures?plan=1&status=overdue,partial&q=%D0%BE%D0%BF%D0%B5%D0%BA%D0%B0",
        "/measures?plan=1&section=2&status=overdue,partial",
        "/measures?plan=1&section=2&status=partial&q=%D0%BE%D0%BF%D0%B5%D0%BA%D0%B0",
        "/measures?plan=1&section=2&status=overdue&q=%D0%BE%D0%BF%D0%B5%D0%BA%D0%B0",
        "/measures?plan=1",
    ]


def test_date_shown_is_the_one_that_all_plans_share() -> None:
    one, other = plan(1), plan(2, as_of=date(2024, 1, 1))
    both = frame(choices=choices(plans=(one, other)))
    assert shown_as_of(both) is None
    assert shown_as_of(frame(filters=Filters(plan=2), choices=both.choices)) == date(2024, 1, 1)
    assert shown_as_of(frame(filters=Filters(as_of=date(2020, 1, 1)))) == date(2020, 1, 1)


def test_notice_only_while_a_sample_is_in_view() -> None:
    real = frame(choices=choices(plans=(plan(1), plan(2, is_demo=False))), filters=Filters(plan=2))
    assert "Демонстрационные данные" not in text(shell.notice(real))


def test_paper_names_the_filters() -> None:
    printed = text(shell.notice(frame("/measures", NARROW)))
    assert "На дату: 11.10.2021" in printed
    assert "Раздел: Ранняя профилактика; Поиск: «опека»; Просрочено" in printed


def test_bad_filters_are_named_with_ways_out() -> None:
    page = errors.bad_filters(frame("/measures", Filters(plan=1), errors=("Дата не понята",)))
    assert "Дата не понята" in text(page)
    assert hrefs(page) == ["/measures?plan=1", "/"]


def test_not_found_does_not_tell_which() -> None:
    page = errors.not_found(frame())
    assert "нет прав" in text(page)
    assert hrefs(page) == ["/"]


@pytest.mark.parametrize("make", [errors.unavailable, errors.failed])
def test_faults_name_their_identifier(make: object) -> None:
    page = make("a1b2")  # type: ignore[operator]
    assert "a1b2" in text(page)
    assert "fault" in classes(page)
