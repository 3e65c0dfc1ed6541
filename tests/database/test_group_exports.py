"""Rows of groups add up, keep the plans' order and say which date and data they are of."""

import json
from datetime import date
from typing import Any

from flask.testing import FlaskClient

from data_access.db import Database
from data_access.queries import choices, executors
from data_access.records.pages import Asked
from data_access.records.status import Status
from data_access.records.view import Filters, Scope, View
from tests.database.world import insert

TODAY = date(2026, 11, 22)


def test_statuses_add_up_to_the_measures(region: FlaskClient) -> None:
    for table in ("executors", "sections", "territories"):
        rows = json.loads(region.get(f"/export/{table}.json").data)
        assert rows
        for row in rows:
            assert sum(row[status.value] for status in Status) == row["measures"]


def test_a_group_says_its_date_and_that_it_is_a_demonstration(region: FlaskClient) -> None:
    rows = json.loads(region.get("/export/territories.json").data)
    dates = {row["territory"].split(" (")[0]: row["as_of"] for row in rows}
    assert len(set(dates.values())) == 4
    assert all("(Демонстрационные данные)" in row["territory"] for row in rows)


def test_executors_keep_the_document_order_whatever_the_ids(db: Database) -> None:
    insert(db, "territory", id=90_001, name="А", short_name="А", level="region")
    term = {"starts_on": "2026-01-01", "ends_on": "2026-12-31"}
    names = {"code": "p", "title": "П", "short_title": "П"}
    insert(db, "plan", id=70_001, territory_id=90_001, **names, **term)
    for number in (1, 2):
        title = {"number": str(number), "position": number, "title": "М", "short_title": "М"}
        section = insert(db, "section", id=100 - number, plan_id=70_001, **title)
        insert(db, "measure", id=100 - number, plan_id=70_001, section_id=section, **title)
        insert(
            db, "executor", id=100 - number, territory_id=90_001, name=str(number), short_name=""
        )
        role: dict[str, Any] = {"role": "lead", "position": 1}
        insert(db, "assignment", measure_id=100 - number, executor_id=100 - number, **role)
    assert [row.name for row in executors.load(db, _view()).rows] == ["1", "2"]


def test_sections_name_their_plan_where_there_are_several(sample_db: Database) -> None:
    everything = choices.load(sample_db, View(Scope.everything(), TODAY))
    assert len({one.short_name for one in everything.sections}) == len(everything.sections) == 15
    view = View(Scope.everything(), TODAY)
    one_plan = choices.load(sample_db, view, Asked(plan=everything.plans[0].code))
    assert not any("(" in one.short_name for one in one_plan.sections)


def _view() -> View:
    return View(Scope.everything(), TODAY)


def test_an_executors_file_holds_its_own_statuses(region: FlaskClient, sample_db: Database) -> None:
    page = executors.load(sample_db, _view())
    for row in page.rows[:6]:
        own = json.loads(region.get(f"/export/assignments.json?executor={row.id}").data)
        counts = {status: sum(one["status"] == status for one in own) for status in Status}
        assert counts == dict(row.totals.by_status)


def test_the_file_of_missing_reports_holds_as_many_as_are_counted(
    region: FlaskClient, sample_db: Database
) -> None:
    rows = json.loads(region.get("/export/missing.json").data)
    assert len(rows) == executors.load(sample_db, _view()).totals.missing_reports > 0
    assert all(row["report_days"] > 0 for row in rows)


def test_a_section_leaves_its_plan_alone_in_view(sample_db: Database) -> None:
    section = choices.load(sample_db, View(Scope.everything(), TODAY)).sections[0]
    view = View(Scope.everything(), TODAY, Filters(section=section.id))
    page = executors.load(sample_db, view)
    assert len(page.plans) == 1
    assert page.totals.as_of == page.plans[0].as_of
