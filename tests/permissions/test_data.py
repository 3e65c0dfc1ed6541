"""Page, uploads, forms and decisions of the coordinator, for everybody who may ask for them.

The draft and the doubtful place are the coordinator's of Александровск. A colleague there may see
the plan but not the other's draft; a coordinator elsewhere, a viewer and anonymous see nothing.
"""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from dashboard.app import create_app
from dashboard.demo import PASSWORD
from data_access.commands.accounts import add_account
from data_access.db import Database
from data_access.records.accounts import Role
from layouts import data_findings, data_ids
from layouts.data_log import IDLE
from layouts.data_upload import KINDS
from tests.conftest import make_settings
from tests.permissions.conftest import OWNED
from tests.support import databases
from tests.support.clients import call, page_of, route_payload, signed_in
from tests.support.drafts import act as act_of_a_plan
from tests.support.forms import fill
from tests.support.uploads import BROWSER, act, draft_of, press, put, token

OTHERS = ("colleague", "outsider", "kdn", "admin")
VIEWERS = ("kdn", "deputy", "region")
ClientOf = Callable[[str], FlaskClient]


@pytest.fixture(scope="module")
def own_db(sample_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Give a copy of the sample with two more coordinators."""
    target = tmp_path_factory.mktemp("data") / "sample.db"
    with databases.opened(databases.copy_sqlite(sample_template, target)) as db:
        with db.write() as session:
            plans = session.execute(text("SELECT code, territory_id FROM plan"))
            home = {row.code: row.territory_id for row in plans}
            for name, code in (("colleague", OWNED), ("outsider", "tokaryovka-2025")):
                add_account(
                    session,
                    username=name,
                    password=PASSWORD,
                    role=Role.COORDINATOR,
                    territory_ids=[home[code]],
                )
        yield db


@pytest.fixture(scope="module")
def client(own_db: Database) -> ClientOf:
    """Give a function: username → client, each signed in once."""
    server = create_app(make_settings(own_db.url), own_db).server
    known: dict[str, FlaskClient] = {"": server.test_client()}

    def of(username: str) -> FlaskClient:
        if username not in known:
            known[username] = signed_in(server, username)
        return known[username]

    return of


@pytest.fixture(scope="module")
def plan_id(own_db: Database) -> int:
    with own_db.read() as session:
        query = text("SELECT id FROM plan WHERE code = :code")
        return int(session.execute(query, {"code": OWNED}).scalar_one())


@pytest.fixture(scope="module")
def draft(client: ClientOf) -> int:
    return draft_of(put(client("coordinator"), "plan", "акт.txt", act_of_a_plan()))


@pytest.fixture(scope="module")
def finding(own_db: Database, plan_id: int) -> int:
    with own_db.read() as session:
        query = "SELECT id FROM import_finding WHERE plan_id = :p AND resolved_at IS NULL"
        return int(session.execute(text(query), {"p": plan_id}).scalars().first() or 0)


def rows_of(db: Database, table: str) -> int:
    with db.read() as session:
        return int(session.execute(text(f'SELECT count(*) FROM "{table}"')).scalar_one())


@pytest.mark.parametrize("username", ["coordinator", "colleague", "admin"])
def test_the_page_shows_whoever_takes_files_in_their_plans(client: ClientOf, username: str) -> None:
    first = client(username).get("/data")
    assert first.status_code == 200
    assert "Не отчитались" in first.text
    assert 'href="/data"' in client(username).get("/").text


@pytest.mark.parametrize("username", VIEWERS)
def test_for_a_viewer_there_is_no_such_page(client: ClientOf, username: str) -> None:
    mine, none = client(username).get("/data"), client(username).get("/nothing-here")
    assert mine.status_code == none.status_code == 404
    answers = [
        page_of(call(client(username), route_payload(path))) for path in ("/data", "/nothing-here")
    ]
    assert answers[0] == answers[1]
    assert 'href="/data"' not in client(username).get("/").text


def test_an_outsiders_page_says_nothing_of_the_plan(client: ClientOf) -> None:
    shown = unescape(client("outsider").get("/data").text)
    assert "Токарёв" in shown
    assert "Александровск" not in shown


@pytest.mark.parametrize("path", ["/data", "/data/1", "/data/batches/1", "/forms/reports.xlsx"])
def test_anonymous_gets_the_form_alone(client: ClientOf, path: str) -> None:
    answer = client("").get(path)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/login")


def test_a_draft_is_its_owners(client: ClientOf, draft: int) -> None:
    assert "Сосновск" in client("coordinator").get(f"/data/{draft}").text


@pytest.mark.parametrize("username", OTHERS)
def test_nobody_else_can_tell_a_draft_from_nothing(
    client: ClientOf, draft: int, username: str
) -> None:
    first = [client(username).get(f"/data/{id_}") for id_ in (draft, 987_654)]
    assert [one.status_code for one in first] == [404, 404]
    theirs, none = (
        page_of(call(client(username), route_payload(f"/data/{id_}"))) for id_ in (draft, 987_654)
    )
    assert theirs == none


@pytest.mark.parametrize("name", ["save", "discard", "plan"])
@pytest.mark.parametrize("username", OTHERS)
def test_nobody_else_acts_on_a_draft(
    client: ClientOf, own_db: Database, draft: int, username: str, name: str
) -> None:
    before = rows_of(own_db, "import_draft")
    assert act(client(username), draft, name).status_code == 404
    assert act(client(username), 987_654, name).status_code == 404
    assert rows_of(own_db, "import_draft") == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("username", VIEWERS)
def test_a_viewer_puts_nothing_in(
    client: ClientOf, own_db: Database, username: str, kind: str
) -> None:
    before = rows_of(own_db, "import_draft")
    assert put(client(username), kind, "акт.txt", act_of_a_plan()).status_code == 404
    assert rows_of(own_db, "import_draft") == before


def test_anonymous_puts_nothing_in(client: ClientOf, own_db: Database) -> None:
    before = rows_of(own_db, "import_draft")
    answer = put(client(""), "plan", "акт.txt", act_of_a_plan())
    assert answer.status_code == 401
    assert rows_of(own_db, "import_draft") == before


def test_nothing_is_put_in_without_the_token(client: ClientOf) -> None:
    answer = client("coordinator").post("/data/upload", data={"kind": "plan"}, headers=BROWSER)
    assert answer.status_code == 400
    assert "Ничего не отправлено" in answer.text


@pytest.mark.parametrize("username", ["colleague", "outsider", "kdn", "admin", ""])
@pytest.mark.parametrize("part", ["finding", "name", "block", "remove", "restore", "target"])
def test_no_callback_changes_anothers_draft(
    client: ClientOf, own_db: Database, draft: int, username: str, part: str
) -> None:
    before = _content(own_db, draft)
    answer = _press(client(username), draft, part, client("coordinator"))
    assert answer.status_code in (200, 204, 401, 404)
    if username in ("kdn", ""):
        assert answer.status_code == (401 if username == "" else 404)
    assert "Сосновск" not in _readable(answer)
    assert _content(own_db, draft) == before


def _press(client: FlaskClient, draft: int, part: str, insider: FlaskClient) -> TestResponse:
    """Press a button of each kind on a draft's page."""
    output, button, values = _button(draft, part)
    return press(client, output, button, values, insider=insider)


def _button(draft: int, part: str) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    if part == "finding":
        button = data_ids.settle(draft, 0, "accepted")
        return data_ids.finding(draft, 0), button, {}
    if part == "name":
        output = data_ids.of_name(data_ids.NAME, draft, "x")
        return output, data_ids.decide(draft, "x", "decide"), {"choice": "new"}
    if part == "block":
        output = data_ids.block(draft, "measure", "m1")
        button = data_ids.act(draft, "measure", "m1", "save")
        return output, button, {"title": "Другое"}
    if part in ("remove", "restore"):
        output = data_ids.block(draft, "measure", "m2")
        return output, data_ids.act(draft, "measure", "m2", part), {}
    button = data_ids.aim(draft, "plan", data_ids.AIM_PICK)
    return data_ids.whole(data_ids.TARGET, draft), button, {"plan": "new"}


def _content(db: Database, draft: int) -> tuple[object, ...]:
    with db.read() as session:
        query = text("SELECT reading, edits, updated_at FROM import_draft WHERE id = :id")
        return tuple(session.execute(query, {"id": draft}).one())


def _readable(answer: TestResponse) -> str:
    try:
        return json.dumps(json.loads(answer.text), ensure_ascii=False)
    except ValueError:
        return answer.text


def test_the_owner_changes_the_own_draft(client: ClientOf, own_db: Database, draft: int) -> None:
    owner = client("coordinator")
    for part in ("block", "remove", "restore"):
        before = _content(own_db, draft)
        assert _press(owner, draft, part, owner).status_code == 200
        assert _content(own_db, draft) != before


@pytest.mark.parametrize("username", ["colleague", "outsider", "kdn", "admin", ""])
def test_nobody_else_puts_back_what_the_owner_took_out(
    client: ClientOf, own_db: Database, draft: int, username: str
) -> None:
    owner = client("coordinator")
    _press(owner, draft, "remove", owner)
    before = _content(own_db, draft)
    answer = _press(client(username), draft, "restore", owner)
    assert "Сосновск" not in _readable(answer)
    assert _content(own_db, draft) == before
    _press(owner, draft, "restore", owner)
    assert _content(own_db, draft) != before


@pytest.mark.parametrize("username", ["outsider", "kdn", "deputy", ""])
def test_only_the_plans_keepers_decide_on_its_places(
    client: ClientOf, own_db: Database, finding: int, username: str
) -> None:
    answer = _decide(client(username), finding, insider=client("coordinator"))
    assert answer.status_code == {"outsider": 200, "": 401}.get(username, 404)
    assert "Номер" not in _readable(answer)
    assert _resolved(own_db, finding) == (None, None)


def test_a_colleague_decides_and_is_recorded(
    client: ClientOf, own_db: Database, finding: int
) -> None:
    answer = _decide(client("colleague"), finding, "Дата по подлиннику: 19.09.2020")
    assert answer.status_code == 200
    assert "19.09.2020" in _readable(answer)
    when, who = _resolved(own_db, finding)
    assert when
    with own_db.read() as session:
        query = text("SELECT username FROM account WHERE id = :id")
        assert session.execute(query, {"id": who}).scalar_one() == "colleague"
    # The second of two persons at once finds it decided.
    assert "уже не ждёт" in _readable(_decide(client("coordinator"), finding, "Иначе"))
    assert _resolved(own_db, finding) == (when, who)


def test_a_decision_needs_its_words(client: ClientOf, own_db: Database) -> None:
    with own_db.read() as session:
        query = "SELECT id FROM import_finding WHERE resolved_at IS NULL ORDER BY id DESC"
        last = int(session.execute(text(query)).scalars().first() or 0)
    answer = _decide(client("admin"), last, "   ")
    assert "Напишите коротко" in _readable(answer)
    assert _resolved(own_db, last) == (None, None)


def _decide(
    client: FlaskClient,
    finding: int,
    note: str | None = None,
    insider: FlaskClient | None = None,
) -> TestResponse:
    kind = data_findings.ACCEPT if note is None else data_findings.SETTLE
    button = {"type": kind, "id": finding}
    values = {data_findings.NOTE: note or ""}
    return press(client, data_findings.finding_id(finding), button, values, insider=insider)


def _resolved(db: Database, finding: int) -> tuple[object, object]:
    with db.read() as session:
        query = text("SELECT resolved_at, resolved_by_id FROM import_finding WHERE id = :id")
        row = session.execute(query, {"id": finding}).one()
        return row.resolved_at, row.resolved_by_id


@pytest.mark.parametrize("kind", ["reports", "indicators"])
@pytest.mark.parametrize("fmt", ["xlsx", "csv"])
@pytest.mark.parametrize("username", ["coordinator", "kdn", "region"])
def test_whoever_sees_a_plan_gets_its_forms(
    client: ClientOf, plan_id: int, username: str, kind: str, fmt: str
) -> None:
    answer = client(username).get(f"/forms/{kind}.{fmt}?plan={plan_id}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.data


def test_a_forms_file_says_whose_it_is(client: ClientOf, own_db: Database, plan_id: int) -> None:
    with own_db.read() as session:
        query = text(
            "SELECT e.id, e.short_name FROM executor e JOIN assignment a ON a.executor_id = e.id"
            " JOIN measure m ON m.id = a.measure_id WHERE m.plan_id = :p ORDER BY m.position"
        )
        id_, short = session.execute(query, {"p": plan_id}).first() or (0, "")
    answer = client("coordinator").get(f"/forms/reports.xlsx?plan={plan_id}&executor={id_}")
    header = answer.headers["Content-Disposition"]
    assert 'filename="form-reports.xlsx"' in header
    name = unquote(header.partition("filename*=UTF-8''")[2])
    assert short in name
    assert re.search(r"\b202[01]\b", name), name
    assert name.endswith(".xlsx")
    assert "/" not in name
    whole = client("coordinator").get(f"/forms/reports.xlsx?plan={plan_id}")
    assert unquote(whole.headers["Content-Disposition"]) != unquote(header)


@pytest.mark.parametrize("kind", ["reports", "indicators"])
@pytest.mark.parametrize("username", ["outsider", "deputy"])
def test_an_outsider_cannot_tell_a_plans_form_from_nothing(
    client: ClientOf, plan_id: int, username: str, kind: str
) -> None:
    theirs, none = (
        client(username).get(f"/forms/{kind}.xlsx?plan={id_}") for id_ in (plan_id, 987_654)
    )
    assert theirs.status_code == none.status_code == 404
    assert theirs.text == none.text


@pytest.mark.parametrize(
    "address",
    [
        "/forms/reports.pdf?plan={plan}",
        "/forms/plans.xlsx?plan={plan}",
        "/forms/reports.xlsx",
        "/forms/reports.xlsx?plan=x",
        "/forms/reports.xlsx?plan={plan}&executor=-1",
        "/forms/reports.xlsx?plan={plan}&as_of=tomorrow",
        "/forms/reports.xlsx?plan=99999999999999999999",
    ],
)
def test_other_forms_do_not_exist(client: ClientOf, plan_id: int, address: str) -> None:
    assert client("coordinator").get(address.format(plan=plan_id)).status_code == 404


def test_where_nothing_is_open_a_page_says_so(client: ClientOf, plan_id: int) -> None:
    answer = client("coordinator").get(f"/forms/reports.xlsx?plan={plan_id}&executor=987654")
    assert answer.status_code == 409
    assert "Отчитываться не о чем" in answer.text


def test_a_file_taken_in_is_seen_by_the_plans_keepers_alone(
    client: ClientOf, own_db: Database, plan_id: int
) -> None:
    data = client("coordinator").get(f"/forms/reports.xlsx?plan={plan_id}").data
    filled = fill(data, {0: {"outcome": "в работе", "narrative": "Идёт работа"}})
    draft = draft_of(put(client("coordinator"), "reports", "отчёт.xlsx", filled))
    answer = act(client("coordinator"), draft, "save")
    assert answer.status_code == 303
    batch = answer.headers["Location"]
    assert batch.startswith("/data/batches/")
    codes = {name: client(name).get(batch).status_code for name in ("colleague", "admin", *OTHERS)}
    assert codes == {"colleague": 200, "admin": 200, "outsider": 404, "kdn": 404}
    assert client("outsider").get("/data/batches/987654").status_code == 404


def test_a_file_of_another_territory_is_not_taken_in(
    client: ClientOf, own_db: Database, plan_id: int
) -> None:
    data = client("coordinator").get(f"/forms/reports.xlsx?plan={plan_id}").data
    filled = fill(data, {0: {"outcome": "в работе", "narrative": "Чужое"}})
    draft = draft_of(put(client("outsider"), "reports", "отчёт.xlsx", filled))
    page = unescape(client("outsider").get(f"/data/{draft}").text)
    assert "такой строки нет или она вам недоступна" in page
    before = rows_of(own_db, "report")
    assert act(client("outsider"), draft, "save").headers["Location"] == f"/data/{draft}"
    assert rows_of(own_db, "report") == before


def test_a_foreign_plan_is_not_chosen_for_rows(client: ClientOf, plan_id: int) -> None:
    csv = "№;Мероприятие;Исполнитель;Отметка;Информация об исполнении\n1.1;М;И;в работе;Идёт\n"
    draft = draft_of(put(client("outsider"), "reports", "a.csv", csv.encode()))
    answer = act(client("outsider"), draft, "plan", plan=str(plan_id))
    assert answer.status_code == 409
    assert "Александровск" not in answer.text
    # Neither with the upload itself.
    refused = put(client("outsider"), "reports", "b.csv", csv.encode() + b"\n", plan=str(plan_id))
    assert refused.status_code == 422


def test_throwing_away_together_is_for_keepers_with_a_token(client: ClientOf) -> None:
    assert client("coordinator").post(IDLE, headers=BROWSER).status_code == 400
    for name in VIEWERS:
        viewer = client(name)
        answer = viewer.post(IDLE, headers={**token(viewer), **BROWSER})
        assert answer.status_code in (403, 404)


def test_actions_need_the_token(client: ClientOf, draft: int) -> None:
    for name in ("save", "discard", "plan"):
        answer = client("coordinator").post(f"/data/{draft}/{name}", headers=BROWSER)
        assert answer.status_code == 400
    assert token(client("coordinator"))
