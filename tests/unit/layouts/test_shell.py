"""The frame: navigation that keeps the context, filters that can be taken away."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from data_access.records.accounts import KEEPERS, Role
from data_access.records.common import Ref
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts import errors, ids, shell
from layouts.chips import chips
from layouts.filters import bar_state, filter_bar, shown_as_of
from layouts.pages import EVERYBODY, PAGES
from layouts.texts import NBSP, use_locale
from layouts.wording import act, filter_words
from tests.support.frames import account, choices, frame
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
    everybodys = {page.path for page in PAGES if page.in_nav and page.roles == EVERYBODY}
    assert paths_in_nav(Role.VIEWER) == everybodys
    assert "/data" not in everybodys


@pytest.mark.parametrize("role", sorted(KEEPERS))
def test_whoever_takes_files_in_has_an_entry_for_it(role: Role) -> None:
    assert paths_in_nav(role) == {page.path for page in PAGES if page.in_nav}


def paths_in_nav(role: Role) -> set[str]:
    made = shell.nav(frame(account=account(role)))
    return {href.split("?")[0] for href in hrefs(made)}


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


def test_an_account_without_a_post_is_named_by_its_username() -> None:
    nameless = frame(account=account(title=""))
    summaries = [one for one in walk(shell.topbar(nameless)) if one._type == "Summary"]
    assert [text(one) for one in summaries if "menu__name" in classes(one)] == ["kdn"]


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
    only_other = choices(plans=(one, other), in_view=(other,))
    assert shown_as_of(frame(filters=Filters(plan=2), choices=only_other)) == date(2024, 1, 1)
    assert shown_as_of(frame(choices=choices(in_view=()))) is None
    assert shown_as_of(frame(filters=Filters(as_of=date(2020, 1, 1)))) == date(2020, 1, 1)


@pytest.mark.parametrize("chosen", [None, 1])
def test_only_plan_is_offered_once(chosen: int | None) -> None:
    made = walk(filter_bar(frame(filters=Filters(plan=chosen))))
    shown = next(one for one in made if getattr(one, "id", None) == ids.FILTER_PLAN)
    assert [one["label"] for one in shown.options] == [plan().short_title]
    assert shown.options[0]["value"] == shown.value


def test_several_plans_are_offered_after_all_of_them() -> None:
    both = choices(plans=(plan(1), plan(2)))
    made = walk(filter_bar(frame(filters=Filters(plan=2), choices=both)))
    shown = next(one for one in made if getattr(one, "id", None) == ids.FILTER_PLAN)
    assert [one["value"] for one in shown.options] == ["", 1, 2]
    assert shown.value == 2


@pytest.mark.parametrize(("locale", "quotes"), [("ru", "«»"), ("en", "“”")])
def test_each_language_has_one_kind_of_quotes(locale: str, quotes: str) -> None:
    searched = frame("/measures", Filters(q="опека"))
    with use_locale(locale):
        assert f"{quotes[0]}опека{quotes[1]}" in text(chips(searched))
        assert filter_words(searched).endswith(": опека")


def test_notice_only_while_a_sample_is_in_view() -> None:
    sample, own = plan(1), plan(2, is_demo=False)
    real = frame(choices=choices(plans=(sample, own), in_view=(own,)), filters=Filters(plan=2))
    assert "Демонстрационные данные" not in text(shell.notice(real))


def test_paper_names_the_filters() -> None:
    printed = text(shell.notice(frame("/measures", NARROW)))
    assert "На дату: 11.10.2021" in printed
    assert "Раздел: Ранняя профилактика; Поиск: «опека»; Просрочено" in printed


def test_bad_filters_are_named_with_ways_out() -> None:
    page = errors.bad_filters(frame("/measures", Filters(plan=1), errors=("Дата не понята",)))
    assert "Дата не понята" in text(page)
    dated = errors.bad_filters(frame("/", errors=("Ожидается дата вида 2025-12-31.",)))
    (day,) = (one for one in walk(dated) if "nowrap" in (getattr(one, "className", None) or ""))
    assert text(day) == "2025-12-31"
    assert hrefs(page) == ["/measures?plan=1", "/"]


def test_not_found_does_not_tell_which() -> None:
    page = errors.not_found(frame())
    assert "нет прав" in text(page)
    assert hrefs(page) == ["/"]


@pytest.mark.parametrize("make", [errors.unavailable, errors.busy, errors.denied, errors.failed])
def test_faults_name_their_identifier(make: object) -> None:
    page = make("a1b2")  # type: ignore[operator]
    assert "a1b2" in text(page)
    assert "fault" in classes(page)


@pytest.mark.parametrize(
    ("path", "filters", "words"),
    [
        ("/overdue", Filters(statuses=(Status.DONE,)), "Фильтр «Статус» на этой странице не"),
        ("/indicators", Filters(q="а", section=2, executor=11), "Фильтры «Раздел», «Исполнитель»"),
        ("/measures", Filters(since=date(2021, 1, 1)), "Фильтр «Изменения с»"),
        ("/measures/203", Filters(plan=1, q="а"), "Фильтр «Поиск»"),
        ("/measures", NARROW, ""),
        ("/account", NARROW, ""),
        ("/nowhere", NARROW, ""),
    ],
)
def test_filters_without_effect_are_named(path: str, filters: Filters, words: str) -> None:
    told = text(shell.notice(frame(path, filters)))
    assert words in told
    assert ("не действу" in told) is bool(words)


def test_filters_without_effect_are_not_among_the_words_of_a_page() -> None:
    assert filter_words(frame("/measures", NARROW)) == (
        "Дорожная карта Александровска, 2020–2021; Ранняя профилактика;"
        " Просрочено, Исполнено частично; поиск: опека"
    )
    assert "Просрочено" not in filter_words(frame("/overdue", NARROW))
    assert filter_words(frame("/indicators", replace(NARROW, plan=None))) == ""


def hidden(path: str, filters: Filters | None = None) -> set[str]:
    """Return the labels of the controls that the bar hides on a page."""
    bar = filter_bar(frame(path, filters))
    shown = [one for one in walk(bar) if "control" in (getattr(one, "className", "") or "").split()]
    return {text(one.children[0]) for one in shown if "d-none" in one.className.split()}


def test_controls_that_do_nothing_are_hidden() -> None:
    # The sample has a single section to choose, so that choice is hidden everywhere.
    assert hidden("/measures") == {"Территория", "Раздел", "Изменения с"}
    assert {"Поиск", "Исполнитель", "Статус"} <= hidden("/indicators")
    assert "На дату" in hidden("/practices")
    assert "План" in hidden("/account")


def test_a_fold_without_controls_is_hidden() -> None:
    (fold,) = (one for one in walk(filter_bar(frame("/measures/203"))) if one._type == "Details")
    assert "d-none" in fold.className
    (fold,) = (one for one in walk(filter_bar(frame("/measures"))) if one._type == "Details")
    assert "d-none" not in fold.className


def test_a_filter_that_is_set_keeps_its_control() -> None:
    assert "Поиск" not in hidden("/indicators", Filters(q="а"))
    assert "Раздел" not in hidden("/measures", Filters(section=2))


def test_the_bar_tells_the_script_what_it_shows() -> None:
    state = bar_state(frame("/executors/11", Filters(plan=1, q="а,б")))
    assert state["address"]["plan"] == "1"
    assert state["address"]["q"] == "а,б"
    assert state["shown"] == {"as_of": "2021-10-11"}
    assert state["list"] == "/executors"
    assert bar_state(frame("/executors"))["list"] == ""


def test_the_bar_hands_its_words_to_the_script() -> None:
    given = [getattr(one, "data-words", None) for one in walk(filter_bar(frame()))]
    (words,) = (one for one in given if one)
    assert json.loads(words)["Clear date"] == "Очистить дату"


def test_an_act_is_worded_in_the_language_of_the_request() -> None:
    one = plan(act_kind="постановление", act_number="995", act_date=date(2020, 6, 16))
    assert act(one) == f"постановление от 16.06.2020 №{NBSP}995"
    assert act(replace(one, act_number=None, act_date=None)) == "постановление"
    with use_locale("en"):
        assert act(one) == f"постановление of 16.06.2020 No.{NBSP}995"


def test_of_very_many_plans_the_territory_comes_first() -> None:
    region = Ref(1, "Область", "Область")
    wide = choices(plans=(), territories=(region, Ref(2, "Край", "Край")), is_wide=True)
    bar = filter_bar(frame("/measures", choices=wide))
    controls = [one for one in walk(bar) if "control" in (getattr(one, "className", "") or "")]
    first = next(one for one in controls if "control--plan" in one.className)
    assert ids.FILTER_TERRITORY in {getattr(one, "id", "") for one in walk(first)}
    plans = next(one for one in walk(bar) if getattr(one, "id", "") == ids.FILTER_PLAN)
    hidden = [one for one in controls if "d-none" in one.className]
    assert any(plans in list(walk(one)) for one in hidden)
    assert bar_state(frame(choices=wide))["looks_up"] is True
    assert bar_state(frame())["looks_up"] is False
