"""The same truth where acts named other executors for measures that stood in the plan.

Whom pages, filters and files hold for an executor on a day is compared with the base rows: on
days before, between and after the acts; on both databases, and as for very many plans.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import text

from dashboard.app import create_app
from data_access.db import Database
from data_access.queries import choices, executors, measures, moments, overdue, overview
from data_access.queries.moments import begin
from data_access.queries.shown_groups import all_executors
from data_access.records.cut import Cut
from data_access.records.executors import ExecutorDetail
from data_access.records.pages import Ahead, Asked
from data_access.records.view import Filters, Scope, View
from tests.agreement.oracle import Oracle, read_base
from tests.agreement.test_numbers import TODAY
from tests.conftest import make_settings
from tests.database.world import insert, rows, run
from tests.support import databases
from tests.support.clients import signed_in

CODE = "alexandrovsk-2020-2021"
NAMED, RELEASED, BACK = date(2021, 4, 20), date(2021, 6, 10), date(2021, 9, 1)
DAYS = (date(2021, 2, 1), date(2021, 4, 19), NAMED, RELEASED, BACK, date(2022, 1, 11))
NEWCOMER = "Новый исполнитель"


def amend(db: Database) -> None:
    """Name a newcomer for two old measures, release two executors, one of them for a time."""
    [(plan, territory)] = numbers(
        db, "SELECT id, territory_id FROM plan WHERE code = 'alexandrovsk-2020-2021'"
    )
    who = insert(db, "executor", territory_id=territory, name=NEWCOMER, short_name=NEWCOMER)
    of_plan = f"FROM measure WHERE plan_id = {plan}"
    for (measure,) in numbers(db, f"SELECT id {of_plan} ORDER BY position, id LIMIT 2"):
        insert(
            db,
            "assignment",
            measure_id=measure,
            executor_id=who,
            position=90,
            role="co",
            began_on=str(NAMED),
        )
    old = f"FROM assignment WHERE began_on IS NULL AND measure_id IN (SELECT id {of_plan})"
    [(first,)] = numbers(db, f"SELECT executor_id {old} ORDER BY id LIMIT 1")
    [(last,)] = numbers(db, f"SELECT max(id) {old} AND executor_id <> {first}")
    run(
        db,
        "UPDATE assignment SET ended_on = :d WHERE executor_id = :e",
        d=str(RELEASED),
        e=first,
    )
    run(
        db,
        "UPDATE assignment SET away_from = :d, back_on = :b WHERE id = :a",
        d=str(RELEASED),
        b=str(BACK),
        a=last,
    )


def numbers(db: Database, query: str) -> list[tuple[int, ...]]:
    return [tuple(int(str(one)) for one in row) for row in rows(db, query)]


@pytest.fixture
def amended(any_sample_url: str) -> Iterator[Database]:
    with databases.opened(any_sample_url) as db:
        amend(db)
        yield db


Day = tuple[View, dict[int, set[str]], str]


def days(db: Database) -> Iterator[Day]:
    """Yield the view of each day with whom the base rows name, and its address."""
    oracle = Oracle(read_base(db.url))
    plan = next(row["id"] for row in oracle.base["plan"] if row["code"] == CODE)
    for day in DAYS:
        view = View(Scope.everything(), TODAY, Filters(as_of=day, plan=plan))
        yield view, oracle.named(plan, day), f"plan={CODE}&as_of={day}"


def of(view: View, executor: int) -> View:
    return replace(view, filters=replace(view.filters, executor=executor))


def who_is(db: Database, name: str) -> int:
    return int(str(rows(db, "SELECT id FROM executor WHERE name = :n", n=name)[0][0]))


def everybody(db: Database) -> list[int]:
    return [one for (one,) in numbers(db, "SELECT DISTINCT executor_id FROM assignment")]


def test_the_acts_change_whom_the_days_name(amended: Database) -> None:
    """The checks below can fail."""
    counts = [sum(map(len, named.values())) for _view, named, _query in days(amended)]
    assert counts[0] == counts[1] == counts[2] - 2
    assert counts[3] < counts[2]
    assert counts[4] == counts[5] == counts[3] + 1


def test_the_page_of_executors(amended: Database) -> None:
    for view, named, _query in days(amended):
        page = executors.load(amended, view)
        assert {row.id: row.totals.all for row in page.rows if row.totals.all} == {
            who: len(numbers) for who, numbers in named.items()
        }
        assert all(row.totals.missing_reports for row in page.rows if not row.totals.all)
        assert sum(row.totals.missing_reports for row in page.rows) == page.totals.missing_reports
        shown = {row.id for row in overview.load(amended, view).executors}
        assert shown == {row.id for row in page.rows}


def test_the_page_of_one_executor(amended: Database) -> None:
    for view, named, _query in days(amended):
        for who in everybody(amended):
            found = executors.detail(amended, view, who)
            if isinstance(found, ExecutorDetail):
                assert {one.measure.number for one in found.assignments} == named.get(who, set())
                assert found.totals.all == len(found.assignments)
                assert named.get(who) or found.former
                assert found.totals.missing_reports == len(found.missing)
            else:
                assert who not in named
                assert found is None or found.began_on == NAMED


def test_one_who_is_named_later_is_only_announced(amended: Database) -> None:
    newcomer = who_is(amended, NEWCOMER)
    for view, named, _query in days(amended):
        is_ahead = isinstance(executors.detail(amended, view, newcomer), Ahead)
        assert is_ahead is (view.filters.as_of is not None and view.filters.as_of < NAMED)
        assert is_ahead is (newcomer not in named)


def test_one_who_is_released_keeps_its_page_with_the_day(amended: Database) -> None:
    [(who,)] = numbers(
        amended,
        "SELECT DISTINCT executor_id FROM assignment WHERE ended_on IS NOT NULL",
    )
    for view, named, _query in days(amended):
        found = executors.detail(amended, view, who)
        assert isinstance(found, ExecutorDetail)
        assert {one.released_on for one in found.former} == (set() if who in named else {RELEASED})
        assert found.reports or view.filters.as_of == DAYS[0] or not found.totals.reports


def test_filters_and_lists(amended: Database) -> None:
    for view, named, _query in days(amended):
        late = {row.number for row in overdue.load(amended, view).overdue}
        for who in everybody(amended):
            own = named.get(who, set())
            assert {row.number for row in measures.load(amended, of(view, who)).rows} == own
            assert {row.number for row in overdue.load(amended, of(view, who)).overdue} == (
                own & late
            )
        for row in measures.load(amended, view).rows:
            assert {one.id for one in row.executors} == {
                who for who, numbers in named.items() if row.number in numbers
            }


def test_words_find_whom_the_day_names(amended: Database) -> None:
    newcomer = who_is(amended, NEWCOMER)
    for view, named, _query in days(amended):
        found = measures.load(amended, replace(view, filters=replace(view.filters, q=NEWCOMER)))
        assert {row.number for row in found.rows} == named.get(newcomer, set())


def test_a_filter_by_one_who_is_released_keeps_what_it_owes(amended: Database) -> None:
    *_earlier, (view, _named, _query) = days(amended)
    debt = overdue.load(amended, view).missing[0]
    end = "UPDATE assignment SET ended_on = :d WHERE executor_id = :e"
    run(amended, end, d=str(debt.due_on + timedelta(days=1)), e=debt.executor.id)
    who = debt.executor.id
    owed = []
    for view, named, _query in days(amended):
        alone = of(view, who)
        for page in (overdue.load(amended, alone), overview.load(amended, alone)):
            assert page.totals.missing_reports == len(page.missing)
            assert page.totals.silent_executors == len({one.executor for one in page.missing})
        if who not in named and page.missing:
            owed.append(view.filters.as_of)
            assert (page.totals.all, page.totals.as_of) == (0, view.filters.as_of)
            [row] = executors.load(amended, alone).rows
            assert row.totals == page.totals
            assert row.totals.is_demo
    assert owed


def exported(client: FlaskClient, name: str, query: str) -> list[dict[str, Any]]:
    answer = client.get(f"/export/{name}.json?{query}")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = json.loads(answer.data)
    return found


def test_files(amended: Database) -> None:
    app: Dash = create_app(make_settings(amended.url), amended)
    client = signed_in(app.server, "region")
    names = {int(str(id_)): name for id_, name in rows(amended, "SELECT id, name FROM executor")}
    for _view, named, query in days(amended):
        expected = {(names[who], number) for who in named for number in named[who]}
        assert {
            (one["executor"], one["number"]) for one in exported(client, "assignments", query)
        } == expected
        told = exported(client, "measures", query)
        assert {(who, one["number"]) for one in told for who in one["executors"]} == expected
        own = {
            (one["executor"], one["number"]) for one in exported(client, "own_discipline", query)
        }
        assert own <= expected
        listed = {one["executor"] for one in exported(client, "executors", query)}
        owing = {one["executor"] for one in exported(client, "missing", query)}
        assert listed == {who for who, _number in expected} | owing


def test_of_very_many_plans_likewise(amended: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    few = [
        (view, {row.id: row.totals for row in executors.load(amended, view).rows})
        for view, _named, _query in days(amended)
    ]
    monkeypatch.setattr(moments, "MOST_WHOLE", 0)
    monkeypatch.setattr(moments, "MOST_NAMED", 0)
    for view, shown in few:
        found = executors.load(amended, replace(view, today=date(2026, 11, 23))).rows
        assert isinstance(found, Cut)
        assert found.found == len(shown)
        assert {row.id: row.totals for row in found}.items() <= shown.items()
        with amended.read() as session:
            listed = all_executors(session, *begin(session, view))
            assert {row.id: row.totals for row in listed} == shown


def test_looked_up_by_the_index_of_what_acts_changed(amended: Database) -> None:
    query = (
        "SELECT id FROM assignment WHERE"
        " (began_on IS NOT NULL OR ended_on IS NOT NULL OR back_on IS NOT NULL)"
        " AND NOT (began_on IS NULL OR began_on <= '2021-02-01')"
    )
    if amended.url.startswith("sqlite"):
        with amended.read() as session:
            plan = str(session.execute(text(f"EXPLAIN QUERY PLAN {query}")).all())
        assert "ix_assignment_changed" in plan


def test_filters_offer_nobody_who_is_named_later(amended: Database) -> None:
    newcomer = who_is(amended, NEWCOMER)
    for view, named, _query in days(amended):
        for asked in (Asked(as_of=view.filters.as_of), Asked()):
            offered = {one.id for one in choices.load(amended, view, asked).executors}
            assert (newcomer in offered) is (newcomer in named or asked.as_of is None)
        chosen = Asked(as_of=view.filters.as_of, executor=newcomer)
        assert newcomer in {one.id for one in choices.load(amended, view, chosen).executors}
