"""Filters in the address: what is read, and that nothing wrong is dropped silently."""

from dataclasses import replace
from datetime import date

import pytest

from callbacks.filters import asked, language, parse
from data_access.records.pages import Asked, Choices
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts.links import query
from layouts.texts import use_locale
from tests.support.frames import choices
from tests.support.records import plan


@pytest.fixture
def offered() -> Choices:
    return choices()


def test_nothing_given_filters_nothing(offered: Choices) -> None:
    assert parse("", offered) == (Filters(), ())
    assert parse("?plan=&q=&status=", offered) == (Filters(), ())


@pytest.mark.parametrize(
    ("asked_for", "said"),
    [
        ("as_of=2025", "Фильтр «На дату» (as_of): значение «2025» не подходит"),
        ("plan=x", "Фильтр «План» (plan): значение «x» не подходит"),
        ("status=x", "Фильтр «Статус» (status): значение «x» не подходит"),
        ("lang=fr", "Фильтр «Язык» (lang): значение «fr» не подходит"),
        ("q=1&q=2", "Фильтр «Поиск» (q) указан больше одного раза."),
    ],
)
def test_faults_name_the_filter_as_the_interface_does(
    offered: Choices, asked_for: str, said: str
) -> None:
    _filters, (error,) = parse(f"?{asked_for}", offered)
    assert error.startswith(said)


def test_everything_given_is_read(offered: Choices) -> None:
    plan, territory = offered.plans[0], offered.territories[0]
    section, executor = offered.sections[0], offered.executors[0]
    filters, errors = parse(
        f"?as_of=2021-10-11&plan={plan.id}&territory={territory.id}&section={section.id}"
        f"&executor={executor.id}&status=overdue,done&q=семь%D1%8F&since=2021-07-01&lang=en",
        offered,
    )
    assert errors == ()
    assert filters == Filters(
        as_of=date(2021, 10, 11),
        plan=plan.id,
        territory=territory.id,
        section=section.id,
        executor=executor.id,
        statuses=(Status.OVERDUE, Status.DONE),
        q="семья",
        since=date(2021, 7, 1),
    )


def test_what_links_write_is_what_is_read(offered: Choices) -> None:
    filters = Filters(
        as_of=date(2021, 10, 11),
        plan=offered.plans[0].id,
        statuses=(Status.DONE_LATE, Status.PARTIAL),
        q="сироты & «дети» +1",
    )
    assert parse(query(filters), offered) == (filters, ())


def test_a_plan_is_known_by_its_code_too(offered: Choices) -> None:
    plan = offered.plans[0]
    assert parse(f"?plan={plan.code}", offered)[0].plan == plan.id


@pytest.mark.parametrize(
    "wrong",
    [
        "as_of=2021-02-30",
        "as_of=11.10.2021",
        "as_of=20211011",
        "as_of=2021-W41-1",
        "as_of=9999-12-31",
        "since=yesterday",
        "plan=999999",
        "plan=-1",
        "plan=١",
        "plan=nowhere-2025",
        "territory=999999",
        "section=abc",
        "executor=999999999999999999999999",
        "executor=3000000000",
        "status=late",
        "status=done,late",
        "q=" + "а" * 201,
        "q=" + "+".join("абвгдеёжз"),
        "q=a%00b",
        "lang=de",
        "plna=1",
        "as_of=2021-10-11&as_of=2021-10-12",
        "&".join(f"a{n}=1" for n in range(60)),
    ],
)
def test_what_cannot_be_used_is_said(offered: Choices, wrong: str) -> None:
    _filters, errors = parse(f"?{wrong}", offered)
    assert errors
    with use_locale("en"):
        assert parse(f"?{wrong}", offered)[1] != errors


def test_each_fault_is_said_and_the_rest_is_read(offered: Choices) -> None:
    filters, errors = parse("?as_of=x&plan=y&status=overdue", offered)
    assert len(errors) == 2
    assert filters == Filters(statuses=(Status.OVERDUE,))


def test_a_fault_names_the_filter_and_a_shortened_value(offered: Choices) -> None:
    (error,) = parse("?plan=" + "z" * 500, offered)[1]
    assert "plan" in error
    assert len(error) < 200


@pytest.mark.parametrize(
    ("given", "expected"), [("?lang=en", "en"), ("lang=ru", "ru"), ("?lang=de", None), ("", None)]
)
def test_language(given: str, expected: str | None) -> None:
    assert language(given) == expected


@pytest.mark.parametrize(
    ("query", "is_wrong"),
    [
        ("?since=2021-10-12", True),
        ("?since=2021-10-11", False),
        ("?since=2021-10-12&as_of=2021-11-01", False),
        ("?since=2021-11-02&as_of=2021-11-01", True),
        ("?since=2021-07-01&as_of=2021-06-30", True),
    ],
)
def test_changes_cannot_begin_after_the_cut(offered: Choices, query: str, is_wrong: bool) -> None:
    filters, errors = parse(query, offered)
    assert bool(errors) is is_wrong
    assert (filters.since is None) is is_wrong
    assert not errors or "позже даты среза" in errors[0]


def test_without_a_date_the_latest_of_the_plans_in_view_counts() -> None:
    late = plan(2, as_of=date(2024, 9, 16))
    assert parse("?since=2022-01-01", choices(plans=(plan(1), late)))[1] == ()
    only_early = choices(plans=(plan(1), late), in_view=(plan(1),))
    assert parse("?since=2022-01-01", only_early)[1]


def test_the_fault_of_a_section_says_where_it_was_looked_for(offered: Choices) -> None:
    (error,) = parse("?section=99", replace(offered, sections=()))[1]
    assert "в выбранных планах" in error


def test_what_is_asked_for_is_read_as_far_as_it_can_be() -> None:
    given = "?plan=code-1&territory=zzz&as_of=2021-13-01&section=7&executor=-1&q=x"
    assert asked(given) == Asked(plan="code-1", section=7)
    assert asked("?executor=3000000000&section=7") == Asked(section=7)
    assert asked("&".join(f"a{n}=1" for n in range(60))) == Asked()
