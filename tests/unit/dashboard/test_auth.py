"""Sign-in: the form, its answers, throttling, sessions, where it leads."""

import pytest
from dash import Dash
from flask.testing import FlaskClient

from dashboard.app import create_app
from dashboard.auth import safe_next
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account, disable, set_password
from data_access.db import Database
from tests.conftest import make_settings
from tests.support.clients import form_token, sign_in


@pytest.fixture
def own_app(sqlite_db: Database) -> Dash:
    """Give an application whose accounts the test may spoil."""
    with sqlite_db.write() as session:
        for name in ("deputy", "kdn"):
            add_account(session, username=name, password=PASSWORD, territory_ids=None)
    return create_app(make_settings(sqlite_db.url, session_hours=1), sqlite_db)


@pytest.fixture
def client(own_app: Dash) -> FlaskClient:
    return own_app.server.test_client()


def test_the_form_signs_in_and_leads_on(client: FlaskClient) -> None:
    response = sign_in(client, "deputy", next="/overdue?plan=1")
    assert response.status_code == 303
    assert response.headers["Location"] == "/overdue?plan=1"
    assert client.get("/").status_code == 200


def test_names_ignore_case_and_blanks(client: FlaskClient) -> None:
    assert sign_in(client, "  Deputy ").status_code == 303


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(client: FlaskClient) -> None:
    cookies = sign_in(client, "deputy").headers.getlist("Set-Cookie")
    (session,) = [one for one in cookies if one.startswith("karta_session=")]
    assert "HttpOnly" in session
    assert "SameSite=Lax" in session
    assert "Secure" not in session


def test_cookies_are_secure_where_the_settings_say_so(sqlite_db: Database) -> None:
    app = create_app(make_settings(sqlite_db.url, secure_cookies=True), sqlite_db)
    cookies = app.server.test_client().get("/login").headers.getlist("Set-Cookie")
    assert cookies
    assert all("Secure" in one for one in cookies)


@pytest.mark.parametrize(("name", "word"), [("deputy", "wrong password"), ("nobody", PASSWORD)])
def test_a_wrong_pair_is_refused_without_saying_which(
    client: FlaskClient, name: str, word: str
) -> None:
    response = sign_in(client, name, word)
    assert response.status_code == 401
    assert "Неверное имя пользователя или пароль" in response.text
    assert word not in response.text
    assert client.get("/").status_code == 302


def test_a_post_without_the_token_is_refused(client: FlaskClient) -> None:
    client.get("/login")
    form = {"username": "deputy", "password": PASSWORD}
    assert client.post("/login", data=form).status_code == 400
    assert client.post("/login", data={**form, "csrf_token": "guess"}).status_code == 400


def test_too_many_failures_have_to_wait(client: FlaskClient) -> None:
    for _ in range(5):
        assert sign_in(client, "deputy", "wrong password").status_code == 401
    response = sign_in(client, "deputy")
    assert response.status_code == 429
    assert "15 минут" in response.text
    assert 0 < int(response.headers["Retry-After"]) <= 901
    assert sign_in(client, "kdn").status_code == 303


def test_another_password_ends_the_session(client: FlaskClient, sqlite_db: Database) -> None:
    sign_in(client, "deputy")
    with sqlite_db.write() as session:
        set_password(session, "deputy", "another one")
    assert client.get("/").status_code == 302


def test_a_closed_account_is_out_at_once(client: FlaskClient, sqlite_db: Database) -> None:
    sign_in(client, "deputy")
    with sqlite_db.write() as session:
        disable(session, "deputy")
    assert client.get("/").status_code == 302
    assert sign_in(client, "deputy").status_code == 401


def test_a_forged_session_is_nobody(client: FlaskClient) -> None:
    client.set_cookie("karta_session", "eyJfdXNlcl9pZCI6IjEuMCJ9.aaaaaa.bbbbbb")
    assert client.get("/").status_code == 302


def test_signing_out_needs_the_token_and_ends_the_session(client: FlaskClient) -> None:
    token = form_token(client)
    sign_in(client, "deputy")
    assert client.post("/logout").status_code == 400
    assert client.post("/logout", data={"csrf_token": token}).status_code == 400
    client.get("/")
    cookie = client.get_cookie("_csrf_token")
    assert cookie
    response = client.post("/logout", data={"csrf_token": cookie.decoded_value})
    assert response.status_code == 303
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("path", ["/logout", "/account/password"])
def test_a_form_of_a_session_that_is_over_leads_to_the_sign_in(
    client: FlaskClient, path: str
) -> None:
    """Somebody signed out in another tab, or was away for too long."""
    response = client.post(path, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (response.status_code, response.headers["Location"]) == (303, "/login")


def test_a_second_tab_from_before_the_session_leads_into_it(client: FlaskClient) -> None:
    token = form_token(client)
    sign_in(client, "deputy")
    given = {"username": "deputy", "password": PASSWORD, "csrf_token": token}
    response = client.post("/login", data=given)
    assert (response.status_code, response.headers["Location"]) == (303, "/")
    assert client.get("/").status_code == 200
    client.delete_cookie("karta_session")  # without a session a token that is not its own is none
    assert client.post("/login", data=given).status_code == 400


def test_who_is_signed_in_does_not_see_the_form_again(client: FlaskClient) -> None:
    sign_in(client, "deputy")
    response = client.get("/login?next=/overdue")
    assert (response.status_code, response.headers["Location"]) == (302, "/overdue")


def test_the_form_speaks_the_language_that_is_asked_for(client: FlaskClient) -> None:
    russian, english = client.get("/login"), client.get("/login?lang=en")
    assert '<html lang="ru">' in russian.text
    assert "Имя пользователя" in russian.text
    assert '<html lang="en">' in english.text
    assert "User name" in english.text
    assert 'action="/login?lang=en"' in english.text


def test_the_form_has_no_scripts_and_no_styles_of_its_own(client: FlaskClient) -> None:
    text = client.get("/login").text
    assert "<script" not in text
    assert "style=" not in text
    assert "<style" not in text


def test_the_wanted_address_is_escaped(client: FlaskClient) -> None:
    text = client.get("/login?next=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E").text
    assert "<script" not in text


@pytest.mark.parametrize("wanted", ["/", "/overdue?plan=1&q=a", "/measures/5", "/?q=//x"])
def test_next_leads_to_pages_of_ours(wanted: str) -> None:
    assert safe_next(wanted) == wanted


@pytest.mark.parametrize(
    "wanted",
    [
        None,
        "",
        "overdue",
        "//example.org",
        "/\\example.org",
        "\\\\example.org",
        "https://example.org/",
        "javascript:alert(1)",
        "/\t/example.org",
        "/a\nSet-Cookie: x",
        "/login?next=/",
        "/logout",
        " //example.org",
    ],
)
def test_next_never_leads_elsewhere(wanted: str | None) -> None:
    assert safe_next(wanted) == "/"
