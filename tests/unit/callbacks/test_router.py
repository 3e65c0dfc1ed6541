"""The router: what it draws, and when there is nothing to draw."""

from datetime import date

import pytest
from dash import Dash, no_update
from flask import g

from callbacks import router
from callbacks.frames import make_frame
from callbacks.render import render_path
from callbacks.visitor import Visitor, visitor, welcome
from data_access.db import Database
from data_access.queries.accounts import by_username
from data_access.records.accounts import Account
from layouts import ids

TODAY = date(2026, 2, 1)
HERE: router.Address = {"pathname": "/overdue", "search": ""}


@pytest.fixture
def deputy_account(sample_db: Database) -> Account:
    found = by_username(sample_db, "deputy")
    assert found
    return found.account


def test_what_is_drawn_already_is_left_alone(sample_db: Database) -> None:
    assert set(router.draw(sample_db, HERE, HERE)) == {no_update}


def test_an_address_is_drawn_with_all_its_parts(
    app: Dash, sample_db: Database, deputy_account: Account
) -> None:
    with app.server.test_request_context("/"):
        welcome(Visitor(deputy_account, TODAY))
        *parts, title, address = router.draw(sample_db, HERE, None)
    assert len(parts) == 5
    assert title == "Просрочено – Карта"
    assert address == HERE


def test_nobody_is_an_error_not_an_empty_page(app: Dash, sample_db: Database) -> None:
    with app.server.test_request_context("/"):
        assert g.get("visitor") is None
        with pytest.raises(LookupError):
            visitor()
        with pytest.raises(LookupError):
            router.draw(sample_db, HERE, None)


@pytest.mark.parametrize("came_from", [None, "http://elsewhere.example/overdue"])
def test_without_an_address_the_frame_comes_empty(
    app: Dash, sample_db: Database, came_from: str | None
) -> None:
    headers = {"Referer": came_from} if came_from else {}
    with app.server.test_request_context("/_dash-layout", headers=headers):
        layout = router.entry_layout(sample_db)
    assert layout[router.DRAWN].data is None
    for one in (ids.NAV, ids.FILTER_BAR, ids.NOTICE, ids.PAGE, ids.ROOT):
        assert one in layout


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("/", "", 200),
        ("/overdue/", "", 200),
        ("/nowhere", "", 404),
        ("/measures/999999", "", 404),
        ("/", "?plan=nowhere", 400),
        ("/", "?plna=1", 400),
    ],
)
def test_status_of_addresses(
    sample_db: Database, deputy_account: Account, path: str, query: str, status: int
) -> None:
    page = render_path(sample_db, deputy_account, path, query, TODAY)
    assert page.status_code == status
    assert page.title.endswith(" – Карта")
    assert page.frame.path == path


def test_the_choices_are_those_of_the_account(sample_db: Database, deputy_account: Account) -> None:
    request = make_frame(sample_db, deputy_account, "/", "", TODAY)
    assert [plan.code for plan in request.choices.plans] == ["tokaryovka-2025"]
    assert len(request.choices.sections) == 3
