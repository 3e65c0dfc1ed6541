"""One's own password: who may change it, what is refused, which sessions go on."""

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import select

from dashboard.app import create_app
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.models import AuditEvent
from tests.conftest import make_settings
from tests.support.clients import sign_in, signed_in

NEW = "новый пароль 7"


@pytest.fixture
def own_app(sqlite_db: Database) -> Dash:
    """Give an application whose accounts the test may spoil."""
    with sqlite_db.write() as session:
        for name in ("deputy", "kdn"):
            add_account(session, username=name, password=PASSWORD, territory_ids=None)
        add_account(session, username="demo", password=PASSWORD, is_demo=True)
    return create_app(make_settings(sqlite_db.url), sqlite_db)


def change(client: FlaskClient, **changes: str) -> tuple[int, str]:
    cookie = client.get_cookie("_csrf_token")
    form = {"current": PASSWORD, "new": NEW, "repeated": NEW, **changes}
    token = cookie.value if cookie else ""
    response = client.post("/account/password", data={**form, "csrf_token": token})
    return response.status_code, response.text


def test_a_change_keeps_this_session_and_ends_the_others(own_app: Dash) -> None:
    here, elsewhere = (signed_in(own_app.server, "kdn") for _ in range(2))
    assert change(here)[0] == 200
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302
    fresh = own_app.server.test_client()
    assert sign_in(fresh, "kdn").status_code == 401
    assert sign_in(fresh, "kdn", NEW).status_code == 303


def test_the_change_is_on_record_without_the_password(own_app: Dash, sqlite_db: Database) -> None:
    assert change(signed_in(own_app.server, "kdn"))[0] == 200
    with sqlite_db.read() as session:
        event = session.scalars(
            select(AuditEvent).where(AuditEvent.action == "account.password")
        ).one()
    assert event.account_id == event.object_id
    assert event.details is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"current": "wrong password"}, "Нынешний пароль указан неверно"),
        ({"repeated": "other words"}, "не совпадают"),
        ({"new": "short", "repeated": "short"}, "короче 8 знаков"),
        ({"new": "x" * 1001, "repeated": "x" * 1001}, "длиннее 1000 знаков"),
    ],
)
def test_refusals_say_why_and_change_nothing(
    own_app: Dash, changes: dict[str, str], said: str
) -> None:
    code, text = change(signed_in(own_app.server, "kdn"), **changes)
    assert (code, said in text) == (400, True)
    assert sign_in(own_app.server.test_client(), "kdn").status_code == 303


def test_guesses_are_throttled_like_sign_ins(own_app: Dash) -> None:
    client = signed_in(own_app.server, "kdn")
    for _ in range(5):
        assert change(client, current="wrong password")[0] == 400
    assert change(client)[0] == 400
    assert sign_in(own_app.server.test_client(), "kdn").status_code == 429


def test_a_published_password_stays(own_app: Dash) -> None:
    assert "не меняется" in change(signed_in(own_app.server, "demo"))[1]


def test_nobody_changes_it_without_a_session_or_a_token(own_app: Dash) -> None:
    assert change(own_app.server.test_client())[0] in (400, 401)
    client = signed_in(own_app.server, "kdn")
    assert client.post("/account/password", data={"current": PASSWORD}).status_code == 400
    assert sign_in(own_app.server.test_client(), "kdn").status_code == 303


def test_only_ones_own_password_changes(own_app: Dash) -> None:
    assert change(signed_in(own_app.server, "kdn"), username="deputy")[0] == 200
    assert sign_in(own_app.server.test_client(), "deputy").status_code == 303
