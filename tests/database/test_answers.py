"""Answers are kept under the version of the data: quick the second time, and never out of date."""

from collections.abc import Callable, Iterator

import brotli
import pytest
from flask.testing import FlaskClient

from dashboard.answers import BESIDE, Answers, Kept
from dashboard.app import create_app
from dashboard.demo import PASSWORD
from dashboard.security import CSRF_COOKIE
from data_access.commands.accounts import add_account
from data_access.commands.passwords import hashed
from data_access.db import Database
from data_access.results import Parts, Results
from layouts import measures_grid, overdue_grid
from tests.conftest import make_settings
from tests.database.world import World, foreign_sql, run
from tests.support.clients import call, page_of, route_payload, signed_in
from tests.support.grids import payload
from tests.support.statements import counted

PAGE = "/overdue?as_of=2021-07-01"
TITLE = "Встречи с родителями"
#: A title that nothing else of a page can hold by chance, as numbers of versions hold "1.1".
RETITLED = f"UPDATE measure SET title = '{TITLE}', short_title = '{TITLE}'"


@pytest.fixture
def world(db: Database, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(db, "_results", Results(most=0))  # kept or not by the time they take
    monkeypatch.setattr(db, "_parts", Parts(0, 0))
    world = World(db)
    with db.write() as session:
        add_account(session, username="deputy", password=PASSWORD, territory_ids=None)
        add_account(
            session, username="other", password=PASSWORD, territory_ids=world.territories[1:2]
        )
    return world


@pytest.fixture
def enter(world: World) -> Callable[[str], FlaskClient]:
    app = create_app(make_settings(world.db.url), world.db)
    return lambda username: signed_in(app.server, username)


@pytest.fixture
def client(enter: Callable[[str], FlaskClient]) -> FlaskClient:
    return enter("deputy")


def statements(client: FlaskClient, path: str = PAGE) -> int:
    with counted() as seen:
        assert client.get(path).status_code == 200
    return len(seen)


def test_the_second_time_only_account_and_version_are_read(client: FlaskClient) -> None:
    first, second = statements(client), statements(client)
    assert first > 10
    assert second <= 3


def test_the_second_answer_is_the_first_one(client: FlaskClient) -> None:
    first, second = client.get(PAGE), client.get(PAGE)
    assert first.data == second.data
    kept_out = {"Date", "Set-Cookie"}
    for name in set(first.headers.keys()) - kept_out:
        assert first.headers[name] == second.headers[name], name
    assert second.headers["Cache-Control"] == "private, no-store"


def test_a_kept_answer_gives_the_token_to_who_lacks_it(client: FlaskClient) -> None:
    first, second = client.get(PAGE), client.get(PAGE)
    assert "Set-Cookie" not in second.headers
    client.delete_cookie(CSRF_COOKIE)
    third = client.get(PAGE)
    assert CSRF_COOKIE in third.headers["Set-Cookie"]
    assert first.data == second.data == third.data


def test_the_browser_gets_what_it_takes(client: FlaskClient) -> None:
    plain = [client.get(PAGE) for _ in range(2)]
    packed = [client.get(PAGE, headers={"Accept-Encoding": "gzip, br"}) for _ in range(2)]
    assert [one.headers.get("Content-Encoding") for one in packed] == ["br", "br"]
    assert {brotli.decompress(one.data) for one in packed} == {one.data for one in plain}


def test_a_change_by_another_program_shows_at_once(world: World, client: FlaskClient) -> None:
    assert TITLE not in client.get(PAGE).text
    assert TITLE not in client.get(PAGE).text
    foreign_sql(world.db, RETITLED)
    assert TITLE in client.get(PAGE).text


def test_callbacks_and_the_layout_are_kept_too(world: World, client: FlaskClient) -> None:
    payload = route_payload("/overdue", as_of="2021-07-01")
    for ask in (
        lambda: page_of(call(client, payload)),
        lambda: client.get("/_dash-layout", headers={"Referer": f"http://localhost{PAGE}"}).json,
    ):
        first = ask()
        with counted() as seen:
            assert ask() == first
        assert len(seen) <= 3
        foreign_sql(world.db, f"UPDATE measure SET title = '{TITLE} {id(ask)}'")
        assert ask() != first


@pytest.mark.parametrize("grid", [measures_grid.ID, overdue_grid.ID])
def test_the_parts_of_long_lists_are_kept_too(
    world: World, enter: Callable[[str], FlaskClient], grid: str
) -> None:
    deputy, other = enter("deputy"), enter("other")
    ask = payload(grid, "?as_of=2021-07-01")
    first = call(deputy, ask).get_json()
    with counted() as seen:
        assert call(deputy, ask).get_json() == first
    assert len(seen) <= 3
    foreign_sql(world.db, RETITLED)
    assert TITLE in call(deputy, ask).text
    assert TITLE not in call(other, ask).text


def test_short_answers_are_counted_with_what_holds_them() -> None:
    answers = Answers(most_bytes=10 * BESIDE)
    for number in range(50):
        answers.put(number, Kept("1", "text/html", b""))
    assert len(answers) == 10


def test_a_key_is_short_whatever_is_asked(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys: list[object] = []
    monkeypatch.setattr(Answers, "put", lambda _self, key, _kept: keys.append(key))
    call(client, payload(measures_grid.ID, f"?plan=999999&pad={'x' * 4000}"))
    assert len(keys) == 1
    assert len(repr(keys)) < 1000


def test_a_callback_without_its_token_is_refused_though_kept(client: FlaskClient) -> None:
    payload = route_payload("/overdue")
    assert call(client, payload).status_code == 200
    assert client.post("/_dash-update-component", json=payload).status_code == 400


def test_everybody_has_answers_of_their_own(
    world: World, enter: Callable[[str], FlaskClient]
) -> None:
    deputy, other = enter("deputy"), enter("other")
    foreign_sql(world.db, RETITLED)
    for _ in range(2):
        assert TITLE in deputy.get("/measures").text
        assert TITLE not in other.get("/measures").text


def test_rights_that_are_taken_away_count_at_once(
    world: World, enter: Callable[[str], FlaskClient]
) -> None:
    client = enter("deputy")
    foreign_sql(world.db, RETITLED)
    assert TITLE in client.get("/measures").text
    run(world.db, "UPDATE account SET all_territories = false WHERE username = 'deputy'")
    assert TITLE not in client.get("/measures").text
    with world.db.write():
        pass
    run(world.db, "UPDATE account SET password_hash = :hash", hash=hashed("другой пароль"))
    assert client.get("/measures").status_code == 302


def test_languages_and_addresses_are_apart(client: FlaskClient) -> None:
    for _ in range(2):
        assert 'lang="ru"' in client.get(PAGE).text
        assert 'lang="en"' in client.get(f"{PAGE}&lang=en").text
        assert client.get("/overdue?as_of=2021-07-02").data != client.get(PAGE).data


@pytest.mark.parametrize("path", ["/account", "/overdue?plan=zzz", "/nowhere"])
def test_what_is_no_page_of_figures_is_not_kept(client: FlaskClient, path: str) -> None:
    with counted() as first:
        client.get(path)
    with counted() as second:
        client.get(path)
    assert len(second) == len(first)


def test_room_is_bounded_and_the_least_used_go_first() -> None:
    answers = Answers(most_bytes=2 * BESIDE + 25)
    for key in "abac":
        if answers.get(key, "1") is None:
            answers.put(key, Kept("1", "text/html", b"0123456789"))
    assert [answers.get(key, "1") is not None for key in "abc"] == [True, False, True]
    answers.put("a", Kept("2", "text/html", b"0123456789"))
    assert answers.get("a", "1") is None
    assert len(answers) == 2


@pytest.fixture(autouse=True)
def _end(db: Database) -> Iterator[None]:
    yield
    db.dispose()
