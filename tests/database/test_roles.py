"""The dashboard under an account that may only read the plans, with `karta refresh` beside it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from threading import Event, Thread

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from dashboard.app import create_app
from dashboard.demo import PASSWORD
from data_access.commands import drafts
from data_access.commands.accounts import add_account
from data_access.commands.drafts import sheets
from data_access.commands.findings import settle_finding
from data_access.commands.recompute import rebuild
from data_access.db import Database
from data_access.faults import is_denied
from data_access.importers.reports.handing_out import FormOrder, report_form
from data_access.limits import Limits
from data_access.models import Base
from data_access.roles import REFRESHING, SHOWING, TAKING_IN, roles
from layouts.form_texts import report_texts
from layouts.import_texts import finding_text
from layouts.links import EXPORT_FORMATS, EXPORT_TABLES
from tests.conftest import make_settings
from tests.database.world import World
from tests.support import accounts, databases, postgres, visits
from tests.support.clients import call, route_payload, sign_in, signed_in
from tests.support.drafts import TODAY, People, account, act
from tests.support.forms import fill
from tests.unit.dashboard.karta import Karta

pytestmark = pytest.mark.postgres
#: A page that held two connections at once would wait here for ever, and so fail.
ONE_EACH = Limits(connections=1, connect=1)
FORM_DAY = date(2021, 7, 5)
NEW = "новый пароль 7"
DENIED_TO_THE_WEB = (
    "INSERT INTO report (assignment_id, outcome, submitted_on) VALUES (1, 'done', '2021-01-01')",
    "UPDATE plan SET title = 'а'",
    "DELETE FROM measure_span",
    "INSERT INTO recompute_queue (measure_id) VALUES (1)",
    "DELETE FROM audit_event",
    "UPDATE account SET role = 'admin'",
    "INSERT INTO account (username, password_hash) VALUES ('a', 'b')",
    "TRUNCATE report",
    "CREATE TABLE own (id integer)",
    "UPDATE data_version SET changes = 0",
)
DENIED_TO_REFRESH = (
    "SELECT password_hash FROM account",
    "INSERT INTO report (assignment_id, outcome, submitted_on) VALUES (1, 'done', '2021-01-01')",
    "UPDATE measure SET title = 'а'",
    "DELETE FROM plan",
)


@pytest.fixture
def url(postgres_server: postgres.Server, postgres_sample: str) -> Iterator[str]:
    with postgres_server.clone(postgres_sample) as url:
        yield url


@contextmanager
def refreshing(url: str) -> Iterator[None]:
    """Keep the spans up to date, as `karta refresh --every` does."""
    end, faults = Event(), []

    def repeat() -> None:
        with databases.opened(url) as database:
            while not end.wait(0.2):
                try:
                    database.refresh()
                except DBAPIError as error:
                    faults.append(error)

    thread = Thread(target=repeat)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()
    assert faults == []


def test_the_whole_dashboard(url: str) -> None:
    web, refresh = accounts.make(url, taking_in=False)
    with databases.opened(web, recompute_on_read=False, limits=ONE_EACH) as database:
        app = create_app(make_settings(web, recompute=False), database)
        with refreshing(refresh):
            for username in visits.PLAN_OF:
                client = signed_in(app.server, username)
                assert every_answer(client, database, username) == {200}
                assert client.post("/logout", data=token_of(client)).status_code == 303
        stranger = app.server.test_client()
        assert sign_in(stranger, "region", "wrong").status_code == 401
        assert stranger.get("/readyz").status_code == 200


def every_answer(client: FlaskClient, database: Database, username: str) -> set[int]:
    paths = [visits.path_of(database, name, username) for name in visits.NAMES]
    files = [f"/export/{table}.csv" for table in EXPORT_TABLES]
    files += [f"/export/measures.{kind}" for kind in EXPORT_FORMATS]
    codes = {call(client, route_payload(path)).status_code for path in paths}
    return codes | {whole(client, path) for path in paths + files}


def whole(client: FlaskClient, path: str) -> int:
    """Read an answer to its end; a file left unread would keep its connection."""
    with client.get(path) as response:
        assert response.get_data()
        return response.status_code


def token_of(client: FlaskClient) -> dict[str, str]:
    cookie = client.get_cookie("_csrf_token")
    assert cookie
    return {"csrf_token": cookie.value}


def test_ones_own_password(url: str) -> None:
    with databases.opened(url) as owner, owner.write() as session:
        add_account(session, username="somebody", password=PASSWORD, territory_ids=None)
    web, _refresh = accounts.make(url, taking_in=False)
    with databases.opened(web, recompute_on_read=False, limits=ONE_EACH) as database:
        client = signed_in(create_app(make_settings(web), database).server, "somebody")
        form = {"current": PASSWORD, "new": NEW, "repeated": NEW, **token_of(client)}
        assert client.post("/account/password", data=form).status_code == 200
        assert client.get("/").status_code == 200


def test_a_report_by_another_program_shows_within_three_seconds(postgres_url: str) -> None:
    web, refresh = accounts.make(postgres_url, taking_in=False)
    with (
        databases.opened(postgres_url, recompute_on_read=False) as owner,
        databases.opened(web, recompute_on_read=False) as database,
        refreshing(refresh),
    ):
        world, reader = World(owner), World.__new__(World)
        reader.db, reader.measure = database, world.measure
        world.decision("remove", "2021-06-15", measure_id=world.measure)
        written = time.monotonic()
        while shown(reader) != "removed":
            assert time.monotonic() - written < 3
            time.sleep(0.05)


def shown(reader: World) -> str | None:
    query = text("SELECT status FROM measure_span WHERE valid_to > '9999-01-01'")
    with reader.db.read() as session:
        return session.scalar(query)


@pytest.mark.parametrize("statement", DENIED_TO_THE_WEB)
def test_the_dashboard_may_not(postgres_url: str, statement: str) -> None:
    web, _refresh = accounts.make(postgres_url, taking_in=False)
    assert_denied(web, statement)


@pytest.mark.parametrize("statement", DENIED_TO_REFRESH)
def test_refresh_may_not(postgres_url: str, statement: str) -> None:
    _web, refresh = accounts.make(postgres_url, taking_in=False)
    assert_denied(refresh, statement)


@pytest.mark.parametrize(
    "statement", [*DENIED_TO_THE_WEB[2:], "DELETE FROM report", "UPDATE decision SET reason = ''"]
)
def test_uploads_give_no_more_than_they_need(postgres_url: str, statement: str) -> None:
    web, _refresh = accounts.make(postgres_url, taking_in=True)
    assert_denied(web, statement)


def assert_denied(url: str, statement: str) -> None:
    with databases.opened(url, recompute_on_read=False) as database:
        with pytest.raises(DBAPIError) as error, database.write() as session:
            session.execute(text(statement))
        assert is_denied(error.value)


def test_a_plan_is_taken_in_and_amended(postgres_url: str) -> None:
    with databases.opened(postgres_url) as owner:
        people = People(owner)
    web, refresh = accounts.make(postgres_url, taking_in=True)
    with databases.opened(web, recompute_on_read=False, limits=ONE_EACH) as database:
        draft = drafts.create(database, people.owner, "plan", "akt.txt", act())
        assert drafts.load(database, people.owner, draft, TODAY).may_be_saved
        assert drafts.save(database, people.owner, draft, TODAY, finding_text).fate == "created"
        with databases.opened(refresh) as other:
            assert other.refresh() == 3
        draft = drafts.create(database, people.owner, "plan", "akt.txt", act() + b"\n")
        drafts.discard(database, people.owner, draft)
        with database.read() as session:
            found = session.scalar(text("SELECT min(id) FROM import_finding"))
        settle_finding(database, people.owner, found, "accepted")


def test_reports_are_taken_in(postgres_url: str) -> None:
    with databases.opened(postgres_url) as owner:
        world = World(owner)
        who = account(owner, "keeper", "coordinator", *world.territories)
    web, _refresh = accounts.make(postgres_url, taking_in=True)
    with databases.opened(web, recompute_on_read=False, limits=ONE_EACH) as database:
        order = FormOrder(plan_id=world.plans[0], scope=who.scope, today=FORM_DAY)
        form = report_form(database, order, report_texts())
        assert form
        filled = fill(form.data, {0: {"outcome": "в работе", "narrative": "Идёт"}})
        draft = drafts.create(database, who, "reports", "форма.xlsx", filled)
        assert sheets.preview(database, who, draft, FORM_DAY).count("added") == 1
        assert sheets.take_in(database, who, draft, FORM_DAY).count("added") == 1


def test_an_upload_without_the_right_is_told(url: str) -> None:
    web, _refresh = accounts.make(url, taking_in=False)
    with databases.opened(web, recompute_on_read=False) as database:
        client = signed_in(create_app(make_settings(web), database).server, "coordinator")
        file = (BytesIO(act()), "akt.txt")
        fields = {"kind": "plan", "file": file, **token_of(client)}
        answer = client.post("/data/upload", data=fields, headers={"Accept": "text/html"})
    assert answer.status_code == 403
    assert "только читать" in answer.text


def test_rebuild_and_failed_measures(postgres_url: str) -> None:
    """The account of `karta refresh` does all that the commands of its kind do."""
    with databases.opened(postgres_url) as owner:
        world = World(owner)
        world.report()
    _web, refresh = accounts.make(postgres_url, taking_in=False)
    with databases.opened(refresh) as database:
        assert database.refresh(with_failed=True) == 1
        with database.write() as session:
            assert rebuild(session) == 1


def test_the_command_prints_what_can_be_run_again(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    karta = Karta(monkeypatch)
    karta.patch.setenv("KARTA_DATABASE_URL", postgres_url)
    printed = karta("db", "roles", "--web", "one", "--refresh", "two", "--uploads").stdout
    with databases.opened(postgres_url) as owner:
        for _ in range(2):
            with owner._writing.connect() as connection:
                connection.exec_driver_sql(printed.replace("BEGIN;", "").replace("COMMIT;", ""))
                connection.commit()
    assert "GRANT SELECT ON ALL TABLES IN SCHEMA public TO one;" in printed
    refused = karta("db", "roles", "--web", "one; DROP TABLE plan")
    assert refused.exit_code == 2
    assert "имя" in refused.stderr


def test_the_rights_name_tables_of_ours() -> None:
    named = {*SHOWING, *TAKING_IN, *REFRESHING} - {"alembic_version"}
    assert named <= set(Base.metadata.tables)
    assert [one.name for one in roles("a", "b", taking_in=True)] == ["a", "b"]
