"""Accounts as the sign-in and the command line read them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import Account as Row
from data_access.models import AccountTerritory, Territory
from data_access.records.accounts import Account, Role
from data_access.records.view import Scope
from data_access.versions import Look, found, looking

WHO = "who"
#: The account and the version of the data, in one statement.
ARRIVING = looking(
    *(Row.id, Row.username, Row.title, Row.role, Row.locale, Row.is_demo),
    *(Row.all_territories, Row.password_hash),
).outerjoin(Row, (Row.id == bindparam(WHO)) & Row.is_active.is_(True))


@dataclass(frozen=True)
class Credentials:
    """An account with what proves it; never leaves the sign-in."""

    account: Account
    password_hash: str


@dataclass(frozen=True)
class Listed:
    """A line of `karta user list`."""

    username: str
    title: str
    role: str
    territories: tuple[str, ...] | None
    is_active: bool
    is_demo: bool


def by_username(db: Database, username: str) -> Credentials | None:
    """Return the active account with this (normalised) username."""
    return _find(db, Row.username == username)


def by_id(db: Database, account_id: int, *, latest: bool = False) -> Credentials | None:
    """Return the active account with this id; the `latest` where it has just been changed."""
    return _find(db, Row.id == account_id, latest=latest)


def arriving(db: Database, account_id: int) -> Credentials | None:
    """Return the same in the least time, and note the version of the data with it."""
    seen, credentials = db.glance(lambda connection: _arriving(connection, account_id))
    if db.is_due(seen):
        return by_id(db, account_id)
    db.note_version(seen.version)
    return credentials


def listed(db: Database) -> list[Listed]:
    """Return all accounts by username, closed ones included."""
    with db.read() as session:
        return [_line(session, row) for row in session.scalars(select(Row).order_by(Row.username))]


def active_demo(db: Database) -> tuple[str, ...]:
    """Return the accounts that can sign in with the published demonstration password."""
    with db.read() as session:
        query = select(Row.username).where(Row.is_demo.is_(True), Row.is_active.is_(True))
        return tuple(session.scalars(query.order_by(Row.id)))


def _arriving(connection: Connection, account_id: int) -> tuple[Look, Credentials | None]:
    row = connection.execute(ARRIVING, {WHO: account_id}).one()
    known = row.id is not None
    return found(row), Credentials(_account(connection, row), row.password_hash) if known else None


def _find(
    db: Database, condition: ColumnElement[bool], *, latest: bool = False
) -> Credentials | None:
    with db.read(latest=latest) as session:
        row = session.scalar(select(Row).where(condition, Row.is_active.is_(True)))
        return Credentials(_account(session, row), row.password_hash) if row else None


def _account(session: Session | Connection, row: Any) -> Account:
    return Account(
        id=row.id,
        username=row.username,
        title=row.title,
        role=Role(row.role),
        scope=Scope.everything() if row.all_territories else _scope(session, row.id),
        locale=row.locale,
        is_demo=row.is_demo,
    )


def _scope(session: Session | Connection, account_id: int) -> Scope:
    """Return the granted territories with everything below them."""
    tree = (
        select(AccountTerritory.territory_id.label("id"))
        .where(AccountTerritory.account_id == account_id)
        .cte("tree", recursive=True)
    )
    tree = tree.union(select(Territory.id).join(tree, Territory.parent_id == tree.c.id))
    return Scope(frozenset(session.scalars(select(tree.c.id))))


def _line(session: Session, row: Row) -> Listed:
    names = session.scalars(
        select(Territory.short_name)
        .join(AccountTerritory, AccountTerritory.territory_id == Territory.id)
        .where(AccountTerritory.account_id == row.id)
        .order_by(Territory.name)
    )
    return Listed(
        username=row.username,
        title=row.title,
        role=row.role,
        territories=None if row.all_territories else tuple(names),
        is_active=row.is_active,
        is_demo=row.is_demo,
    )
