"""Deny by default, headers, files that may be cached, health."""

import gzip
import re

import brotli
import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError

from callbacks import registry
from dashboard import static
from dashboard.app import create_app
from dashboard.demo import PASSWORD
from dashboard.settings import Settings, SettingsError
from data_access.commands.accounts import add_account
from data_access.db import Database
from tests.conftest import make_settings
from tests.support.clients import call, route_payload, signed_in


@pytest.fixture
def client(sqlite_db: Database) -> FlaskClient:
    return create_app(make_settings(sqlite_db.url), sqlite_db).server.test_client()


PAGES = ("/", "/overdue?plan=1", "/measures/1", "/meeting", "/no/such/page", "/assets/x", "/admin")
SCRIPTS = ("/_dash-layout", "/_dash-dependencies", "/_reload-hash", "/static/own/x/karta.js")


@pytest.mark.parametrize("path", PAGES)
def test_pages_lead_an_anonymous_person_to_the_form(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 302
    assert response.headers["Location"].startswith("/login")


@pytest.mark.parametrize("path", SCRIPTS)
def test_scripts_get_401_and_nothing_else(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 401
    assert response.json == {"error": "sign_in_required"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/_dash-update-component", "/", "/export/measures.csv", "/x"])
def test_every_other_method_gets_401(client: FlaskClient, method: str, path: str) -> None:
    assert client.open(path, method=method).status_code == 401


def test_the_wanted_address_travels_along(client: FlaskClient) -> None:
    location = client.get("/overdue?plan=1&q=семья").headers["Location"]
    assert location.startswith("/login?next=/overdue%3Fplan%3D1")


def test_every_answer_has_the_headers(client: FlaskClient) -> None:
    for path in ("/login", "/", "/_dash-layout", "/healthz", "/static/own/x/no"):
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
        assert "style-src-attr 'none'" in policy
        assert "unsafe-eval" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert "Strict-Transport-Security" not in headers


def test_hsts_is_sent_where_the_settings_say_so(sqlite_db: Database) -> None:
    app = create_app(make_settings(sqlite_db.url, hsts_seconds=3600), sqlite_db)
    headers = app.server.test_client().get("/login").headers
    assert headers["Strict-Transport-Security"] == "max-age=3600"


def test_pages_are_not_kept_by_caches(client: FlaskClient) -> None:
    assert client.get("/login").headers["Cache-Control"] == "private, no-store"


def test_the_form_gets_every_file_that_it_names(client: FlaskClient) -> None:
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', client.get("/login").text)
    assert len(addresses) > 3
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200
        assert "immutable" in response.headers["Cache-Control"]
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    ("accepts", "encoding"),
    [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("", None)],
)
def test_files_are_compressed_as_accepted(
    client: FlaskClient, accepts: str, encoding: str | None
) -> None:
    address = static.url("bootstrap", "bootstrap.min.css")
    response = client.get(address, headers={"Accept-Encoding": accepts})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding or "", bytes)
    assert response.headers.get("Content-Encoding") == encoding
    assert unpack(response.data) == static.files("bootstrap")["bootstrap.min.css"].read_bytes()


def test_an_old_address_of_a_file_is_answered_but_not_kept(client: FlaskClient) -> None:
    response = client.get("/static/own/0123/10-base.css")
    assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize(
    "path",
    [
        "/static/own/x/../../pyproject.toml",
        "/static/own/x/%2e%2e/pyproject.toml",
        "/static/bootstrap/x/bootswatch/cosmo/bootstrap.min.css",
        "/static/nowhere/x/y.css",
        "/static/own/x/none.css",
    ],
)
def test_nothing_else_is_served(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_health_needs_no_sign_in(client: FlaskClient) -> None:
    assert client.get("/healthz").json == {"status": "ok"}
    assert client.get("/readyz").json == {"status": "ok"}


def test_a_database_that_is_down_is_told_apart() -> None:
    url = "postgresql://nobody@127.0.0.1:1/none?connect_timeout=1"
    app: Dash = create_app(make_settings(url))
    client = app.server.test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 503
    page = client.get("/login")
    assert page.status_code == 503
    assert "База данных не отвечает" in page.text
    assert "nobody" not in page.text


def test_a_database_that_goes_away_gives_a_page_of_ours(
    sqlite_db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite_db.write() as session:
        add_account(session, username="deputy", password=PASSWORD, territory_ids=None)
    client = signed_in(create_app(make_settings(sqlite_db.url), sqlite_db).server, "deputy")
    monkeypatch.setattr(sqlite_db, "read", _gone)
    page = client.get("/overdue")
    assert page.status_code == 503
    assert "База данных не отвечает" in page.text
    assert re.search(r"Идентификатор для администратора: [0-9a-f]{12}", page.text)
    answer = call(client, route_payload("/"))
    assert answer.status_code == 503
    assert answer.json
    assert answer.json["error"] == "database_unavailable"


def test_a_fault_of_a_page_is_shown_with_its_identifier(
    deputy: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(registry.MODULES["overdue"], "render", _broken)
    page = deputy.get("/overdue?q=fault")  # an address that no other test has had kept
    assert page.status_code == 500
    found = re.search(r"Идентификатор для администратора: ([0-9a-f]{12})", page.text)
    assert found
    assert found.group(1) in caplog.text
    assert "ValueError" not in page.text
    assert call(deputy, route_payload("/overdue")).status_code == 200


def _gone(**_options: object) -> None:
    raise OperationalError("SELECT 1", {}, ConnectionRefusedError())


def _broken(*_arguments: object) -> None:
    raise ValueError("a fault of the program")


def test_without_a_key_nothing_starts() -> None:
    with pytest.raises(SettingsError, match="KARTA_SECRET_KEY"):
        create_app(Settings())
