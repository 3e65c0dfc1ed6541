"""`POST /account/password`: one's own password, changed by whoever knows the present one."""

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from flask import Flask, request
from flask_login import current_user

from dashboard import auth, pages
from dashboard.settings import Settings
from data_access.commands import throttle
from data_access.commands.accounts import AccountError, set_password
from data_access.commands.passwords import matches
from data_access.db import Database
from data_access.queries import accounts
from data_access.records.accounts import Account
from layouts.account_password import PATH, changed, refused
from layouts.texts import _


def init_app(server: Flask, db: Database, settings: Settings) -> None:
    """Add the route; the guard lets nobody reach it who is not signed in."""

    @server.post(PATH)
    def change_password() -> Any:
        reason = _change(db, settings, current_user.account)
        if reason:
            return _page(refused(reason)), HTTPStatus.BAD_REQUEST
        return _page(changed())


def _change(db: Database, settings: Settings, account: Account) -> str:
    """Change the password and keep this session; return why it was refused, "" where not.

    Guesses of the present password count like failed sign-ins: a stolen session is no key.
    """
    given = {name: request.form.get(name, "") for name in ("current", "new", "repeated")}
    if account.is_demo:
        return "demo"
    if given["new"] != given["repeated"]:
        return "different"
    if len(given["new"]) > auth.LONGEST_PASSWORD:
        return "long"
    if not _is_known(db, settings, account, given["current"]):
        return "current"
    return _save(db, account, given["new"])


def _is_known(db: Database, settings: Settings, account: Account, password: str) -> bool:
    with db.write() as opened:
        attempt = throttle.begin(
            opened, account.username, auth.address(), datetime.now(UTC), auth.limits(settings)
        )
    credentials = accounts.by_id(db, account.id, latest=True)
    known = credentials.password_hash if credentials else None
    fits = matches(password[: auth.LONGEST_PASSWORD], known)
    if attempt.id is None or not fits:
        return False
    with db.write() as opened:
        throttle.succeeded(opened, attempt.id)
    return True


def _save(db: Database, account: Account, password: str) -> str:
    try:
        with db.write() as opened:
            set_password(opened, account.username, password, by=account.id)
    except AccountError as error:
        return error.reason
    credentials = accounts.by_id(db, account.id, latest=True)
    if credentials:  # every other session of the account ends, this one goes on
        auth.go_on(credentials)
    return ""


def _page(component: Any) -> str:
    return pages.message(_("Password"), component)
