"""Accounts: adding one, changing its password, closing it."""

import re
from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_access.commands import audit
from data_access.commands.passwords import hashed
from data_access.models import Account, AccountTerritory
from data_access.records.accounts import Role

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,59}")
SHORTEST_PASSWORD = 8


class AccountError(Exception):
    """A refused change; `reason` is one of REASONS, put into words where it is shown."""

    REASONS = ("username_form", "username_taken", "password_short", "unknown")

    def __init__(self, reason: str, username: str) -> None:
        super().__init__(f"{reason}: {username}")
        self.reason = reason
        self.username = username


def normal(username: str) -> str:
    """Return a username as it is stored: names differ by more than case and outer blanks."""
    return username.strip().lower()


def add_account(
    session: Session,
    *,
    username: str,
    password: str,
    title: str = "",
    role: Role | str = Role.VIEWER,
    territory_ids: Iterable[int] | None = (),
    locale: str = "ru",
    is_demo: bool = False,
) -> int:
    """Add an account and return its id; `territory_ids` None means all territories.

    Raises AccountError for a malformed or taken username and for a short password.
    """
    name = normal(username)
    _check_username(session, name)
    account = Account(
        username=name,
        password_hash=_checked_hash(name, password),
        title=title,
        role=Role(role).value,
        all_territories=territory_ids is None,
        locale=locale,
        is_demo=is_demo,
    )
    session.add(account)
    session.flush()
    _grant(session, account.id, territory_ids or ())
    audit.note(session, "account.add", object_kind="account", object_id=account.id)
    return account.id


def set_password(session: Session, username: str, password: str, *, by: int | None = None) -> None:
    """Give an account another password, which ends its sessions; `by` is the account that asks.

    Raises AccountError for an unknown username and for a short password.
    """
    account = _existing(session, username)
    account.password_hash = _checked_hash(account.username, password)
    audit.note(
        session, "account.password", account_id=by, object_kind="account", object_id=account.id
    )


def disable(session: Session, username: str) -> None:
    """Close an account, which ends its sessions; raises AccountError for an unknown one."""
    account = _existing(session, username)
    account.is_active = False
    audit.note(session, "account.disable", object_kind="account", object_id=account.id)


def _check_username(session: Session, name: str) -> None:
    if not USERNAME.fullmatch(name):
        raise AccountError("username_form", name)
    if session.scalar(select(Account.id).where(Account.username == name)) is not None:
        raise AccountError("username_taken", name)


def _checked_hash(username: str, password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise AccountError("password_short", username)
    return hashed(password)


def _existing(session: Session, username: str) -> Account:
    name = normal(username)
    account = session.scalar(select(Account).where(Account.username == name))
    if account is None:
        raise AccountError("unknown", name)
    return account


def _grant(session: Session, account_id: int, territory_ids: Iterable[int]) -> None:
    rows = [{"account_id": account_id, "territory_id": one} for one in sorted(set(territory_ids))]
    if rows:
        session.execute(insert(AccountTerritory), rows)
