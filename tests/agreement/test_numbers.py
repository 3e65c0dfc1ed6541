"""One truth: pages, exports and the meeting view show what the base rows say.

For three dates of each sample plan the numbers are computed a second time from the base rows
(see `oracle`) and compared with what every query, export and rendered page gives.
"""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from data_access.db import Database
from data_access.queries import executors, measures, meeting, overdue, overview, sections
from data_access.records.common import Ratio
from data_access.records.executors import ExecutorDetail
from data_access.records.status import Status
from data_access.records.view import Filters, Scope, View
from layouts.texts import fmt_days, fmt_percent, use_locale
from tests.agreement.oracle import Numbers, Oracle, read_base
from tests.support.databases import sqlite_url

TODAY = date(2026, 11, 22)
DATES = {
    "alexandrovsk-2020-2021": (date(2020, 11, 1), date(2021, 10, 11), date(2022, 1, 11)),
    "tokaryovka-2025": (date(2025, 7, 1), date(2026, 1, 12), date(2026, 1, 16)),
    "omsk-2024": (date(2024, 4, 1), date(2024, 10, 15), date(2024, 12, 31)),
    "irkutsk-region-2022-2025": (date(2022, 4, 1), date(2024, 4, 15), date(2026, 1, 1)),
}
CASES = [(code, day) for code, days in DATES.items() for day in days]


@pytest.fixture(scope="module")
def oracle(sample_template: Path) -> Oracle:
    return Oracle(read_base(sqlite_url(sample_template)))


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}@{case[1]}")
def case(request: pytest.FixtureRequest, sample_db: Database, oracle: Oracle) -> "Case":
    code, day = request.param
    with sample_db.read() as session:
        plan_id = session.scalar(text("SELECT id FROM plan WHERE code = :code"), {"code": code})
    view = View(Scope.everything(), TODAY, Filters(as_of=day, plan=plan_id))
    return Case(view, oracle.numbers(plan_id, day), f"plan={code}&as_of={day}")


class Case:
    """A plan on a date, with the numbers that must be shown."""

    def __init__(self, view: View, truth: Numbers, query: str) -> None:
        self.view = view
        self.truth = truth
        self.query = query


def test_overview(sample_db: Database, case: Case) -> None:
    shown, truth = overview.load(sample_db, case.view), case.truth
    assert {key.value: n for key, n in shown.totals.by_status.items() if n} == truth.by_status
    assert (shown.totals.execution.part, shown.totals.execution.whole) == (
        truth.done,
        truth.counted,
    )
    assert (shown.totals.discipline.part, shown.totals.discipline.whole) == (
        truth.on_time,
        truth.due,
    )
    assert shown.totals.worst_days == truth.worst_days
    assert shown.totals.missing_reports == truth.missing == len(shown.missing)
    assert shown.totals.silent_executors == len(truth.silent)
    assert {one.executor.id for one in shown.missing} == truth.silent
    _same_reports(shown.totals.reports, truth)
    assert next(one for one in shown.curve if one.on == case.view.filters.as_of).done is not None


def _same_reports(shown: object, truth: Numbers) -> None:
    if shown is None:
        assert truth.reports_due == 0
    else:
        assert (shown.part, shown.whole) == (truth.reports_on_time, truth.reports_due)  # type: ignore[attr-defined]


def test_overdue_lists(sample_db: Database, case: Case) -> None:
    expected = Counter(case.truth.overdue_numbers)
    for rows in (
        overdue.load(sample_db, case.view).overdue,
        overview.load(sample_db, case.view).overdue,
        meeting.load(sample_db, case.view).overview.overdue,
    ):
        assert Counter((row.number, row.days_overdue) for row in rows) == expected
        days = [row.days_overdue or 0 for row in rows]
        assert days == sorted(days, reverse=True)


def test_what_was_missed_otherwise_is_listed(sample_db: Database, case: Case) -> None:
    for shown in (overdue.load(sample_db, case.view), meeting.load(sample_db, case.view)):
        assert len(shown.partial) == case.truth.by_status["partial"]
        assert len(shown.not_done) == case.truth.by_status["not_done"]


def test_sections_add_up(sample_db: Database, case: Case) -> None:
    page = sections.load(sample_db, case.view)
    shown = {
        row.id: {key.value: n for key, n in row.totals.by_status.items() if n} for row in page.rows
    }
    assert shown == case.truth.by_section
    assert sum(row.totals.discipline.whole for row in page.rows) == case.truth.due


def test_executors_report_what_is_due(sample_db: Database, case: Case) -> None:
    page = executors.load(sample_db, case.view)
    silent = {row.id for row in page.rows if row.totals.missing_reports}
    assert silent == case.truth.silent
    assert sum(row.totals.missing_reports for row in page.rows) == case.truth.missing
    cells = [cell for row in page.matrix.values() for cell in row]
    assert sum(cell.state == "missing" for cell in cells) >= len(silent)
    due = [cell for cell in cells if cell.state in ("on_time", "late", "missing")]
    closed = {one.id for one in page.periods if one.due_on < one.plan.as_of}
    counted = [cell for cell in due if cell.period_id in closed]
    assert sum(cell.on_time.part for cell in counted) == case.truth.reports_on_time
    assert sum(cell.owed for cell in counted) == case.truth.reports_due


def test_discipline_leads_to_as_many_points(sample_db: Database, case: Case) -> None:
    points = executors.load(sample_db, case.view).due_points
    assert len(points) == case.truth.due
    assert sum(one.is_on_time for one in points) == case.truth.on_time


def test_discipline_of_a_section_leads_to_its_points(sample_db: Database, case: Case) -> None:
    for row in sections.load(sample_db, case.view).rows:
        narrow = replace(case.view, filters=replace(case.view.filters, section=row.id))
        points = executors.load(sample_db, narrow).due_points
        on_time = sum(one.is_on_time for one in points)
        assert Ratio(on_time, len(points)) == row.totals.discipline


def test_discipline_of_an_executor_leads_to_its_points(sample_db: Database, case: Case) -> None:
    for row in executors.load(sample_db, case.view).rows:
        detail = executors.detail(sample_db, case.view, row.id)
        assert isinstance(detail, ExecutorDetail)
        on_time = sum(one.is_on_time for one in detail.due_points)
        shown = Ratio(on_time, len(detail.due_points))
        assert shown == detail.totals.discipline == row.totals.discipline


def test_discipline_is_exported_as_it_is_listed(
    region: FlaskClient, sample_db: Database, case: Case
) -> None:
    points = json.loads(region.get(f"/export/discipline.json?{case.query}").data)
    assert len(points) == case.truth.due
    assert sum(one["status"] == "done" for one in points) == case.truth.on_time
    own = json.loads(region.get(f"/export/own_discipline.json?{case.query}").data)
    for row in executors.load(sample_db, case.view).rows:
        theirs = [one["status"] for one in own if one["executor"] == row.name]
        assert Ratio(theirs.count("done"), len(theirs)) == row.totals.discipline
        query = f"{case.query}&executor={row.id}"
        alone = json.loads(region.get(f"/export/own_discipline.json?{query}").data)
        assert [one["status"] for one in alone] == theirs


def test_register_and_its_filters(sample_db: Database, case: Case) -> None:
    register = measures.load(sample_db, case.view)
    assert register.found == len(register.rows) == sum(case.truth.by_status.values())
    assert Counter(row.status.value for row in register.rows) == case.truth.by_status


def test_exports(region: FlaskClient, case: Case) -> None:
    rows = json.loads(region.get(f"/export/measures.json?{case.query}").data)
    assert Counter(row["status"] for row in rows) == case.truth.by_status
    late = json.loads(region.get(f"/export/overdue.json?{case.query}").data)
    assert Counter((row["number"], row["days_overdue"]) for row in late) == Counter(
        case.truth.overdue_numbers
    )
    parts = json.loads(region.get(f"/export/sections.json?{case.query}").data)
    assert sum(row["overdue"] for row in parts) == case.truth.by_status["overdue"]
    assert sum(row["done"] + row["done_late"] for row in parts) == case.truth.done
    owed = json.loads(region.get(f"/export/executors.json?{case.query}").data)
    assert sum(row["missing_reports"] or 0 for row in owed) == case.truth.missing


@pytest.mark.parametrize("path", ["/", "/meeting", "/sections"])
def test_pages_say_it(region: FlaskClient, case: Case, path: str) -> None:
    html = " ".join(region.get(f"{path}?{case.query}").text.replace("\u00a0", " ").split())
    with use_locale("ru"):
        share = case.truth.done / case.truth.counted if case.truth.counted else None
        percent = fmt_percent(share).replace("\u00a0", " ")
    assert f"{case.truth.done} из {case.truth.counted}" in html
    assert percent in html


@pytest.mark.parametrize("path", ["/", "/meeting", "/overdue"])
def test_pages_say_what_was_not_done(region: FlaskClient, case: Case, path: str) -> None:
    html = region.get(f"{path}?{case.query}").text
    count = case.truth.by_status["not_done"]
    if count:
        assert f"не исполнено {count}" in html
        assert "Пропущенных сроков нет" not in html
    else:
        assert "не исполнено" not in html.partition("</h1>")[0]


@pytest.mark.parametrize("path", ["/overdue", "/executors", "/meeting"])
def test_pages_name_the_longest_delay(region: FlaskClient, case: Case, path: str) -> None:
    if case.truth.worst_days is None:
        return
    with use_locale("ru"):
        delay = fmt_days(case.truth.worst_days)
    assert delay in region.get(f"{path}?{case.query}").text


@pytest.mark.parametrize("status", [Status.OVERDUE, Status.DONE, Status.REMOVED])
def test_a_number_leads_to_as_many_rows(region: FlaskClient, case: Case, status: Status) -> None:
    rows = json.loads(region.get(f"/export/measures.json?{case.query}&status={status}").data)
    assert len(rows) == case.truth.by_status[status.value]


def test_some_case_has_work_that_was_not_done(oracle: Oracle) -> None:
    found = [
        oracle.numbers(plan["id"], day)
        for plan in oracle.base["plan"]
        for day in DATES[plan["code"]]
    ]
    assert any(one.by_status["not_done"] for one in found)


def test_dates_are_three_for_each_plan() -> None:
    assert all(len(set(days)) == 3 for days in DATES.values())
