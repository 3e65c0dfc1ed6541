"""What drafts withstand: a button pressed twice, a replica that lags, ids that are none."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dash.exceptions import PreventUpdate
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from callbacks.data_draft import choice_of
from callbacks.numbers import id_in, number_of
from dashboard.app import create_app
from data_access.commands import drafts
from data_access.commands.drafts.creating import MOST
from data_access.commands.plan_saving.recording import Source
from data_access.commands.plan_saving.save import _with_own_aliases
from data_access.db import Database
from data_access.importers.reports.save import REPORTS
from data_access.importers.sheets import intake
from data_access.plan_rows.texts import ExecutorText, PlanOrder
from data_access.queries import data as query
from data_access.queries.accounts import by_username
from data_access.queries.batches import one_batch
from data_access.records.accounts import Account
from data_access.records.draft_matches import NameChoice
from data_access.records.drafts import Refused, refused
from data_access.records.forms import ImportOutcome
from data_access.records.view import View
from layouts.import_texts import finding_text
from tests.conftest import make_settings
from tests.database.world import insert
from tests.support import databases
from tests.support.clients import signed_in
from tests.support.drafts import TODAY, People
from tests.support.drafts import act as document
from tests.support.forms import fill
from tests.support.refusals import codes
from tests.support.statements import counted
from tests.support.uploads import act, draft_of, put

DONE = {"outcome": "в работе", "narrative": "Идёт работа"}


@pytest.fixture
def db(sample_template: Path, tmp_path: Path) -> Iterator[Database]:
    with databases.opened(databases.copy_sqlite(sample_template, tmp_path / "s.db")) as database:
        yield database


@pytest.fixture
def client(db: Database) -> FlaskClient:
    return signed_in(create_app(make_settings(db.url), db).server, "coordinator")


def filled(client: FlaskClient) -> bytes:
    return fill(client.get("/forms/reports.xlsx?plan=1").data, {0: DONE})


def count(db: Database, table: str) -> int:
    with db.read() as session:
        return int(session.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_a_form_saved_twice_leads_to_the_same_batch(client: FlaskClient, db: Database) -> None:
    draft = draft_of(put(client, "reports", "o.xlsx", filled(client)))
    reports = count(db, "report")
    first, second = (act(client, draft, "save") for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert first.location.startswith("/data/batches/")
    assert second.location == first.location
    assert count(db, "report") == reports + 1


def test_a_form_whose_draft_is_gone_meanwhile_saves_nothing(
    client: FlaskClient, db: Database
) -> None:
    who = coordinator(db)
    draft = draft_of(put(client, "reports", "o.xlsx", filled(client)))
    upload = drafts.file_of(db, who, draft, TODAY.replace(year=2026))
    reports = count(db, "report")

    def gone(_session: Session, _outcome: ImportOutcome) -> None:
        raise refused("unknown_draft")

    with pytest.raises(Refused):
        intake.take_in(REPORTS, db, upload, gone)
    assert count(db, "report") == reports
    assert drafts.ended(db, who, draft) is None


def test_a_form_that_says_nothing_new_tells_so_at_every_click(
    client: FlaskClient, db: Database
) -> None:
    data = filled(client)
    assert act(client, draft_of(put(client, "reports", "a.xlsx", data)), "save").status_code == 303
    draft = draft_of(put(client, "reports", "b.xlsx", data))
    batches = count(db, "import_batch")
    for _ in range(2):
        answer = act(client, draft, "save")
        assert (answer.status_code, answer.location) == (303, f"/data/{draft}")
        assert "Нового в файле не было" in client.get(f"/data/{draft}").text
    assert act(client, draft, "discard").location == f"/data/{draft}"
    assert count(db, "import_batch") == batches


def test_another_tab_of_a_saved_upload_leads_to_what_it_became(
    client: FlaskClient, db: Database
) -> None:
    draft = draft_of(put(client, "reports", "o.xlsx", filled(client)))
    act(client, draft, "save")
    page = client.get(f"/data/{draft}")
    assert page.status_code == 200
    assert "уже сохранена" in page.text
    assert "Открыть реестр мероприятий" in page.text
    assert act(client, draft, "discard").location == f"/data/{draft}"
    # Nobody else is told what became of it.
    with db.write() as session:
        session.execute(text("UPDATE import_batch SET account_id = NULL"))
    assert client.get(f"/data/{draft}").status_code == 404


@pytest.mark.parametrize("name", ["save", "discard", "plan"])
def test_a_click_on_a_deleted_upload_leads_to_a_page_that_says_so(
    client: FlaskClient, db: Database, name: str
) -> None:
    draft = draft_of(put(client, "reports", "o.xlsx", filled(client)))
    assert act(client, draft, "discard").location == "/data"
    answer = act(client, draft, name)
    assert (answer.status_code, answer.location) == (303, f"/data/{draft}")
    page = client.get(f"/data/{draft}")
    assert page.status_code == 200
    assert "Эта загрузка удалена" in page.text
    assert count(db, "import_draft") == 0
    # Nobody else is told that there was one.
    with db.write() as session:
        session.execute(text("UPDATE audit_event SET account_id = NULL"))
    assert client.get(f"/data/{draft}").status_code == 404
    assert act(client, draft, name).status_code == 404


def coordinator(db: Database) -> Account:
    found = by_username(db, "coordinator")
    assert found
    return found.account


def test_who_has_just_saved_sees_it_though_the_replica_lags(
    sqlite_db: Database, tmp_path: Path
) -> None:
    people = People(sqlite_db)
    path = Path(sqlite_db.url.removeprefix("sqlite:///"))
    behind = databases.copy_sqlite(path, tmp_path / "behind.db")
    with databases.opened(sqlite_db.url, behind) as db:
        draft = drafts.create(db, people.owner, "plan", "akt.txt", document())
        outcome = drafts.save(db, people.owner, draft, TODAY, finding_text)
        assert outcome.batch_id
        view = View(people.owner.scope, TODAY)
        assert one_batch(db, view, people.owner.id, outcome.batch_id)
        page = query.load(db, view, people.owner.id)
        assert [one.id for one in page.batches] == [outcome.batch_id]


def test_an_account_has_so_many_drafts_and_no_more(sqlite_db: Database) -> None:
    people = People(sqlite_db)
    for number in range(MOST):
        drafts.create(sqlite_db, people.owner, "reports", "o.csv", f"a;{number}".encode())
    with pytest.raises(Refused) as refusal:
        drafts.create(sqlite_db, people.owner, "reports", "o.csv", b"one too many")
    assert codes(refusal) == ["too_many_drafts"]
    drafts.create(sqlite_db, people.owner, "reports", "o.csv", b"a;0")
    drafts.create(sqlite_db, people.colleague, "reports", "o.csv", b"another's")


def test_lists_and_clicks_read_no_files(sqlite_db: Database) -> None:
    people = People(sqlite_db)
    draft = drafts.create(sqlite_db, people.owner, "plan", "akt.txt", document())
    with counted() as seen:
        assert drafts.list_of(sqlite_db, people.owner)
        assert not any("reading" in one for one in seen)
        drafts.load(sqlite_db, people.owner, draft, TODAY)
        drafts.choose_target(sqlite_db, people.owner, draft, None, today=TODAY)
    assert any("import_draft" in one for one in seen)
    assert not any("import_draft.content" in one for one in seen)


@pytest.mark.parametrize(
    "value",
    ["", "x", "-1", "1.5", str(2**31), "1" * 5000, "²", 10**20, -1, True, None, []],
)
def test_what_is_no_id(value: Any) -> None:
    assert id_in(value) is None
    with pytest.raises(PreventUpdate):
        number_of(value)


def test_ids() -> None:
    assert [id_in(one) for one in (7, "7", " 7 ", 2**31 - 1)] == [7, 7, 7, 2**31 - 1]


@pytest.mark.parametrize("chosen", [5, None, ["known:1"], {"a": 1}, "known:" + "9" * 5000])
def test_a_choice_that_is_none(chosen: Any) -> None:
    assert choice_of(chosen, "x") == NameChoice("unknown")


def test_an_executor_of_others_gets_no_alias(sqlite_db: Database) -> None:
    people = People(sqlite_db)
    draft = drafts.create(sqlite_db, people.owner, "plan", "akt.txt", document())
    values: dict[str, Any] = {"name": "Чужой комитет", "short_name": "Чужой"}
    theirs = insert(sqlite_db, "executor", territory_id=people.away, **values)
    with sqlite_db.write() as session:
        text_ = ExecutorText("k", "Чужой комитет", "Чужой", False, ("Наше имя",), theirs)
        source = Source("a", "b", people.owner.id, draft, people.owner.scope.territory_ids)
        order = PlanOrder(None, (), (), (text_,), (), ())  # type: ignore[arg-type]
        assert _with_own_aliases(session, order, source).executors[0].aliases == ()
        everything = Source("a", "b", people.admin.id, draft)
        assert _with_own_aliases(session, order, everything) == order
