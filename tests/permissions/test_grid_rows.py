"""The rows that a long register asks for: owner, colleague, outsider, anonymous."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text

from data_access.db import Database
from tests.permissions.conftest import Owned
from tests.support.clients import call
from tests.support.grids import payload

GRIDS = {"measures-grid": "/measures", "overdue-grid": "/overdue"}
ClientOf = Callable[[str], FlaskClient]


def rows(
    client: FlaskClient, grid: str, search: str = "", after: list[int] | None = None
) -> list[Any]:
    answer = call(client, payload(grid, search, after))
    assert answer.status_code == 200
    parts = json.loads(answer.text)["response"].get(grid, {})
    found: list[Any] = parts.get("getRowsResponse", {}).get("rowData", [])
    return found


def place(db: Database, measure: int) -> list[int]:
    """Return where a measure stands in the order of the documents."""
    query = (
        "SELECT p.territory_id, p.id, s.position, m.position, m.id FROM measure m"
        " JOIN section s ON s.id = m.section_id JOIN plan p ON p.id = m.plan_id WHERE m.id = :id"
    )
    with db.read() as session:
        return list(session.execute(text(query), {"id": measure}).one())


def seen(found: list[Any], owned: Owned) -> set[str]:
    text = json.dumps(found, ensure_ascii=False)
    return {word for word in owned.words if word in text}


@pytest.mark.parametrize("username", ["kdn", "coordinator", "region"])
def test_owner_colleague_and_region_get_the_rows(
    client_of: ClientOf, owned: Owned, sample_db: Database, username: str
) -> None:
    client = client_of(username)
    whole = rows(client, "measures-grid", f"?plan={owned.plan}")
    assert str(owned.ids["measure"]) in {row["id"] for row in whole}
    assert seen(whole, owned)
    later = rows(
        client, "measures-grid", f"?plan={owned.plan}", after=place(sample_db, int(whole[4]["id"]))
    )
    assert [row["id"] for row in later] == [row["id"] for row in whole[5:]]


@pytest.mark.parametrize("grid", GRIDS)
def test_an_outsider_gets_rows_of_its_own_alone(
    deputy: FlaskClient, owned: Owned, sample_db: Database, grid: str
) -> None:
    assert not seen(rows(deputy, grid), owned)
    theirs = place(sample_db, owned.ids["measure"])
    assert not seen(rows(deputy, grid, after=theirs), owned)
    assert not seen(rows(deputy, grid, after=[0, 0, 0, 0, 0]), owned)
    for name, value in {"plan": owned.plan, "territory": owned.ids["territory"]}.items():
        assert rows(deputy, grid, f"?{name}={value}") == []


@pytest.mark.parametrize("grid", GRIDS)
def test_anonymous_gets_nothing(anonymous: FlaskClient, owned: Owned, grid: str) -> None:
    answer = call(anonymous, payload(grid))
    assert answer.status_code == 401
    assert answer.json == {"error": "sign_in_required"}


@pytest.mark.parametrize(
    "request_",
    [
        {
            "startRow": "x",
            "endRow": None,
            "sortModel": [{"colId": "id; DROP TABLE", "sort": "asc"}],
        },
        {"startRow": -5, "endRow": 10**12},
        {"startRow": 7, "endRow": 9, "sortModel": []},
    ],
)
def test_what_no_grid_would_ask_for_is_harmless(kdn: FlaskClient, request_: dict[str, Any]) -> None:
    sent = payload("measures-grid")
    sent["inputs"][0]["value"] = request_
    answer = call(kdn, sent)
    assert answer.status_code == 200
    parts = json.loads(answer.text)["response"].get("measures-grid")
    assert parts is None or 0 < len(parts["getRowsResponse"]["rowData"]) <= 200
