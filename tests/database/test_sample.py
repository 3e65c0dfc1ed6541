"""The sample in both kinds of database: what is loaded, and how each plan opens."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from data_access.db import Database
from data_access.models import Base
from data_access.rules.days import is_working_day
from data_access.sample.loader import PLANS, PlanSummary, load_sample
from data_access.sample.reading import SampleError
from tests.database.world import rows
from tests.support import databases, postgres

MIX = {
    "alexandrovsk-2020-2021": {
        "done": 8,
        "done_late": 1,
        "in_progress": 6,
        "under_review": 2,
        "returned": 2,
        "overdue": 3,
        "undated": 1,
    },
    "tokaryovka-2025": {
        "done": 12,
        "done_late": 1,
        "in_progress": 2,
        "partial": 1,
        "overdue": 3,
        "removed": 1,
    },
    "omsk-2024": {"done": 5, "done_late": 1, "in_progress": 11, "overdue": 1},
    "irkutsk-region-2022-2025": {
        "done": 6,
        "in_progress": 28,
        "overdue": 1,
        "not_done": 1,
        "removed": 1,
    },
}
WORST_DAYS = {
    "alexandrovsk-2020-2021": 41,
    "tokaryovka-2025": 12,
    "omsk-2024": 15,
    "irkutsk-region-2022-2025": 15,
}
ON_DATE = "valid_from <= :as_of AND :as_of < valid_to"
INITIALS = re.compile(r"[А-ЯЁ]\.\s*[А-ЯЁ]\.\s*[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.\s*[А-ЯЁ]\.")


@pytest.fixture(
    scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
)
def db(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """Give one database of each kind to all tests here: they only read."""
    if request.param == "sqlite":
        target = tmp_path_factory.mktemp("sample") / "karta.db"
        url = databases.copy_sqlite(request.getfixturevalue("sqlite_template"), target)
        with databases.opened(url) as database:
            yield database
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    with server.clone("template_empty") as url, databases.opened(url) as database:
        yield database


@pytest.fixture(scope="module")
def summaries(db: Database) -> dict[str, PlanSummary]:
    """Load the sample and return its summaries by code."""
    with db.write() as session:
        return {one.code: one for one in load_sample(session)}


def test_the_summary_tells_what_is_in_the_tables(
    db: Database, summaries: dict[str, PlanSummary]
) -> None:
    assert tuple(summaries) == PLANS
    for plan in summaries.values():
        for table, count in (
            ("section", plan.sections),
            ("measure", plan.measures),
            ("import_finding", plan.findings),
        ):
            query = f"SELECT count(*) FROM {table} WHERE plan_id = :plan"
            assert rows(db, query, plan=plan.plan_id) == [(count,)]
    reports = sum(one.reports for one in summaries.values())
    assert rows(db, "SELECT count(*) FROM report WHERE is_demo") == [(reports,)]
    assert rows(db, "SELECT count(*) FROM report") == [(reports,)]
    assert rows(db, "SELECT count(*) FROM plan WHERE is_demo") == [(4,)]
    decisions = sum(one.decisions for one in summaries.values())
    assert rows(db, "SELECT count(*) FROM decision") == [(decisions,)]


def test_what_was_published(db: Database, summaries: dict[str, PlanSummary]) -> None:
    assert [one.measures for one in summaries.values()] == [23, 20, 18, 37]
    assert rows(db, "SELECT count(*) FROM practice_direction") == [(10,)]
    targets = rows(
        db,
        "SELECT i.position, v.year, v.value FROM indicator_value v"
        " JOIN indicator i ON i.id = v.indicator_id WHERE v.kind = 'target' ORDER BY 1, 2",
    )
    assert [float(str(value)) for _, _, value in targets] == [
        0.67,
        0.66,
        13,
        12,
        0.08,
        0.07,
        0.7,
        0,
    ]
    lead = "SELECT count(*) FROM assignment WHERE role = 'lead'"
    assert rows(db, lead) == [(98,)]


def test_a_region_is_the_parent_of_its_municipality(
    db: Database, summaries: dict[str, PlanSummary]
) -> None:
    found = rows(
        db,
        "SELECT t.name, p.name FROM territory t JOIN territory p ON p.id = t.parent_id ORDER BY 1",
    )
    assert {tuple(map(str, one)) for one in found} == {
        ("ЗАТО Александровск", "Мурманская область"),
        ("Токарёвский муниципальный округ", "Тамбовская область"),
        ("город Омск", "Омская область"),
    }


@pytest.mark.parametrize("code", PLANS)
def test_each_plan_opens_with_a_believable_picture(
    db: Database, summaries: dict[str, PlanSummary], code: str
) -> None:
    plan = summaries[code]
    as_of = plan.default_as_of.isoformat()
    found = rows(
        db,
        f"SELECT status, due_on FROM measure_span WHERE plan_id = :plan AND {ON_DATE}",
        plan=plan.plan_id,
        as_of=as_of,
    )
    assert Counter(str(status) for status, _ in found) == MIX[code]
    oldest = min(date.fromisoformat(str(due)) for status, due in found if status == "overdue")
    assert (plan.default_as_of - oldest).days == WORST_DAYS[code]


def test_two_executors_are_silent_on_the_opening_date(
    db: Database, summaries: dict[str, PlanSummary]
) -> None:
    plan = summaries["alexandrovsk-2020-2021"]
    found = rows(
        db,
        "SELECT e.short_name, p.label FROM obligation o JOIN executor e ON e.id = o.executor_id"
        " JOIN reporting_period p ON p.id = o.reporting_period_id"
        " WHERE o.plan_id = :plan AND o.due_on < :as_of"
        " AND (o.reported_on IS NULL OR o.reported_on > :as_of) GROUP BY 1, 2 ORDER BY 1",
        plan=plan.plan_id,
        as_of=plan.default_as_of.isoformat(),
    )
    assert found == [("УКСиМП", "III квартал 2021"), ("ЦМСЧ № 120", "III квартал 2021")]


@pytest.mark.parametrize("code", PLANS)
def test_something_changed_since_the_last_meeting(
    db: Database, summaries: dict[str, PlanSummary], code: str
) -> None:
    plan = summaries[code]
    query = f"SELECT measure_id, status FROM measure_span WHERE plan_id = :plan AND {ON_DATE}"
    now = plan.default_as_of
    before, after = (
        {row[0]: row[1] for row in rows(db, query, plan=plan.plan_id, as_of=day.isoformat())}
        for day in (now - timedelta(days=35), now)
    )
    assert sum(before[key] != after[key] for key in after) >= 3


def test_every_kind_of_fate_is_there(db: Database, summaries: dict[str, PlanSummary]) -> None:
    outcomes = {str(one) for (one,) in rows(db, "SELECT DISTINCT outcome FROM report")}
    assert outcomes == {"done", "partial", "in_progress"}
    kinds = {str(one) for (one,) in rows(db, "SELECT DISTINCT kind FROM decision")}
    assert kinds == {"accept", "return", "extend", "remove", "not_done"}
    unexplained = "SELECT count(*) FROM report WHERE outcome = 'partial' AND (reason = ''"
    assert rows(db, f"{unexplained} OR proposed_due_on IS NULL)") == [(0,)]


def test_the_record_is_plausible(db: Database, summaries: dict[str, PlanSummary]) -> None:
    reports = rows(db, "SELECT submitted_on, recorded_at, narrative, author_post FROM report")
    decisions = rows(db, "SELECT decided_on, recorded_at, basis, 'x' FROM decision")
    late = 0
    for day, recorded_at, words, post in reports + decisions:
        on = date.fromisoformat(str(day))
        entered = date.fromisoformat(str(recorded_at)[:10])
        assert is_working_day(on)
        assert entered >= on
        assert words
        assert post
        late += (entered - on).days > 14
    assert 5 <= late <= 50
    early = (
        "SELECT count(*) FROM decision d JOIN report r ON r.id = d.report_id"
        " WHERE d.decided_on < r.submitted_on OR d.recorded_at <= r.recorded_at"
    )
    assert rows(db, early) == [(0,)]


def test_nobody_is_named(db: Database, summaries: dict[str, PlanSummary]) -> None:
    with db.read() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)):
                assert not any(INITIALS.search(value) for value in row if isinstance(value, str))


def test_actuals_are_marked_as_demonstration(
    db: Database, summaries: dict[str, PlanSummary]
) -> None:
    sources = rows(db, "SELECT DISTINCT source FROM indicator_value WHERE kind = 'actual'")
    assert sources
    assert all(str(source).startswith("Демонстрационные данные") for (source,) in sources)


def test_a_second_load_is_refused(db: Database, summaries: dict[str, PlanSummary]) -> None:
    with pytest.raises(SampleError, match="already loaded"), db.write() as session:
        load_sample(session)
