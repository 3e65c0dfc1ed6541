"""Accounts in the database: adding, territories, passwords, closing."""

import pytest
from sqlalchemy import func, select

from data_access.commands import accounts
from data_access.commands.accounts import AccountError, add_account
from data_access.commands.passwords import matches
from data_access.db import Database
from data_access.models import Account, AuditEvent, Territory
from data_access.queries import accounts as query
from data_access.records.accounts import Role
from data_access.records.view import Scope

WORD = "long enough"


def _region(db: Database) -> tuple[int, list[int]]:
    with db.write() as session:
        region = Territory(name="Область", short_name="Область", level="region")
        session.add(region)
        session.flush()
        below = [
            Territory(name=name, short_name=name, level="municipality", parent_id=region.id)
            for name in ("Первый округ", "Второй округ")
        ]
        session.add_all(below)
        session.flush()
        return region.id, [one.id for one in below]


def _add(db: Database, username: str = "deputy", password: str = WORD, **more: object) -> int:
    with db.write() as session:
        return add_account(session, username=username, password=password, **more)  # type: ignore[arg-type]


def test_an_account_is_found_with_its_rights(db: Database) -> None:
    _add(db, title="Заместитель", role=Role.COORDINATOR, territory_ids=None, locale="en")
    found = query.by_username(db, "deputy")
    assert found
    assert found.account.role is Role.COORDINATOR
    assert found.account.scope == Scope.everything()
    assert (found.account.title, found.account.locale) == ("Заместитель", "en")
    assert matches(WORD, found.password_hash)
    assert query.by_id(db, found.account.id) == found


def test_a_region_includes_what_lies_below_it(db: Database) -> None:
    region, below = _region(db)
    of_region = _add(db, territory_ids=[region])
    of_one = _add(db, "one", territory_ids=[below[0], below[0]])
    assert _scope(db, of_region) == {region, *below}
    assert _scope(db, of_one) == {below[0]}


def test_an_account_without_territories_sees_nothing(db: Database) -> None:
    assert _scope(db, _add(db)) == set()


def test_usernames_are_stored_in_lower_case(db: Database) -> None:
    _add(db, "  Deputy ")
    assert query.by_username(db, "deputy")


@pytest.mark.parametrize("username", ["", "x", "имя", "two words", "-dash", "a" * 61])
def test_a_malformed_username_is_refused(sqlite_db: Database, username: str) -> None:
    with pytest.raises(AccountError, match="username_form"):
        _add(sqlite_db, username)


def test_a_taken_username_is_refused(db: Database) -> None:
    _add(db)
    with pytest.raises(AccountError, match="username_taken"):
        _add(db, "DEPUTY")


def test_a_short_password_is_refused_and_nothing_written(db: Database) -> None:
    with pytest.raises(AccountError, match="password_short"):
        _add(db, password="short")
    with db.read() as session:
        assert session.scalar(select(func.count()).select_from(Account)) == 0


def test_another_password_replaces_the_first(db: Database) -> None:
    _add(db)
    with db.write() as session:
        accounts.set_password(session, "deputy", "another one")
    found = query.by_username(db, "deputy")
    assert found
    assert matches("another one", found.password_hash)
    assert not matches(WORD, found.password_hash)


def test_a_closed_account_is_not_found(db: Database) -> None:
    number = _add(db)
    with db.write() as session:
        accounts.disable(session, "Deputy")
    assert query.by_username(db, "deputy") is None
    assert query.by_id(db, number) is None
    assert [one.is_active for one in query.listed(db)] == [False]


@pytest.mark.parametrize(
    "command", [accounts.disable, lambda s, n: accounts.set_password(s, n, WORD)]
)
def test_an_unknown_account_is_refused(sqlite_db: Database, command: object) -> None:
    with pytest.raises(AccountError, match="unknown"), sqlite_db.write() as session:
        command(session, "nobody")  # type: ignore[operator]


def test_every_change_leaves_a_trace_without_the_password(db: Database) -> None:
    _add(db)
    with db.write() as session:
        accounts.set_password(session, "deputy", "another one")
        accounts.disable(session, "deputy")
    with db.read() as session:
        events = session.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
    assert [one.action for one in events] == ["account.add", "account.password", "account.disable"]
    assert all(one.details is None for one in events)


def test_demonstration_accounts_are_known_as_such(db: Database) -> None:
    _add(db)
    assert query.active_demo(db) == ()
    _add(db, "sample", is_demo=True)
    assert query.active_demo(db) == ("sample",)


def test_no_account_costs_a_real_verification() -> None:
    assert not matches(WORD, None)
    assert not matches(WORD, "not a hash")


def _scope(db: Database, number: int) -> set[int]:
    found = query.by_id(db, number)
    assert found
    assert found.account.scope.territory_ids is not None
    return set(found.account.scope.territory_ids)
