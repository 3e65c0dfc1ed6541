"""The parts of a long register as its grid asks for them."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dash import no_update
from sqlalchemy import text

from callbacks import endless, measures, overdue
from callbacks.visitor import Visitor
from data_access.db import Database
from data_access.records.register import Sorting
from data_access.records.status import Status
from data_access.records.view import Filters, Scope, View
from tests.support.frames import account

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endless, "visitor", lambda: Visitor(account(), TODAY))


def ask(
    db: Database, start: int, memory: dict[str, Any], search: str = "", **request: Any
) -> tuple[Any, Any]:
    asked = {"startRow": start, "endRow": start + 20, "sortModel": [], **request}
    row = measures._row
    found: tuple[Any, Any] = endless.answer(
        db, "/measures", search, asked, memory, lambda view: view, row
    )
    return found


def test_each_part_begins_where_the_one_before_ended(sample_db: Database) -> None:
    whole, _memory = ask(sample_db, 0, {}, endRow=98)
    memory: dict[str, Any] = {}
    rows = []
    for start in range(0, 98, 20):
        part, memory = ask(sample_db, start, memory)
        rows += part["rowData"]
    assert rows == whole["rowData"]
    assert [row["place"] for row in rows] == list(range(98))
    assert part["rowCount"] == 98
    assert ask(sample_db, 0, {})[0]["rowCount"] is None


def test_another_sorting_begins_anew(sample_db: Database) -> None:
    _part, memory = ask(sample_db, 0, {})
    by_due = [{"colId": "due", "sort": "desc"}]
    _part, memory = ask(sample_db, 20, memory)
    assert ask(sample_db, 40, memory, sortModel=by_due) == (no_update, no_update)
    _part, turned = ask(sample_db, 0, memory, sortModel=by_due)
    assert turned["sorted"] == ["due", True]
    assert ask(sample_db, 20, turned, sortModel=by_due)[0]["rowData"]


def test_a_row_that_is_gone_meanwhile_stops_nothing(sample_db: Database) -> None:
    _part, memory = ask(sample_db, 0, {})
    _part, memory = ask(sample_db, 20, memory)
    known, _memory = ask(sample_db, 40, memory)
    gone = {**memory, "40": 987_654}
    assert ask(sample_db, 40, gone)[0] == known
    assert ask(sample_db, 40, {**gone, "20": 987_655}) == (no_update, no_update)
    assert ask(sample_db, 20, {**memory, "20": 987_654})[0]["rowData"]


def test_filters_of_the_address_hold(sample_db: Database) -> None:
    found, _memory = ask(sample_db, 0, {}, "?status=overdue")
    with sample_db.read() as session:
        number = session.scalar(text("SELECT count(*) FROM measure"))
    assert 0 < len(found["rowData"]) < number
    assert {row["status_css"] for row in found["rowData"]} == {"st--overdue"}
    assert ask(sample_db, 0, {}, "?plan=nothing") == (endless.NOTHING, {})


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ([], Sorting()),
        (None, Sorting()),
        ([{"colId": "days", "sort": "desc"}], Sorting("days", True)),
        ([{"colId": "place", "sort": "desc"}], Sorting()),
        ([{"colId": "x"}, {"colId": "title", "sort": "asc"}], Sorting("title")),
    ],
)
def test_only_known_columns_sort(model: Any, expected: Sorting) -> None:
    assert endless.sorting_of({"sortModel": model}) == expected


def test_the_list_of_what_is_overdue_shows_nothing_else() -> None:
    view = View(Scope.everything(), TODAY, Filters(statuses=(Status.DONE,), q="x"))
    assert overdue.overdue_alone(view).filters == replace(view.filters, statuses=(Status.OVERDUE,))
