"""Sign-in: a plain form that works without scripts, sessions, throttling, sign-out."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, make_response, redirect, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from dashboard import answers, pages
from dashboard.recall import Known, Recall
from dashboard.security import CSRF_COOKIE
from dashboard.settings import Settings
from data_access.commands import audit, throttle
from data_access.commands.accounts import normal
from data_access.commands.passwords import matches
from data_access.db import Database
from data_access.queries import accounts
from data_access.queries.accounts import Credentials
from data_access.records.accounts import Account

LONGEST_NAME = 60
LONGEST_PASSWORD = 1000


class User(UserMixin):
    """A signed-in account as Flask-Login keeps it."""

    def __init__(self, credentials: Credentials) -> None:
        self.account: Account = credentials.account
        self._seal = sha256(credentials.password_hash.encode()).hexdigest()[:16]

    def get_id(self) -> str:
        """Return the account with a mark of its password: another password ends the session."""
        return f"{self.account.id}.{self._seal}"


def init_app(server: Flask, db: Database, settings: Settings) -> None:
    """Add `/login` and `/logout` and keep sessions in signed cookies."""
    _keep_sessions(server, db, Recall(settings.recall_seconds))

    @server.get("/login")
    def show_login() -> Any:
        if current_user.is_authenticated:
            return redirect(safe_next(request.args.get("next")))
        return _form(db, next_=safe_next(request.args.get("next")))

    @server.post("/login")
    def login() -> Any:
        return _sign_in(db, settings)

    @server.post("/logout")
    def logout() -> Any:
        return _sign_out(db)


def _keep_sessions(server: Flask, db: Database, recall: Recall[User]) -> None:
    # Templates need no user, and the page that says "no database" must not ask for one.
    manager = LoginManager(server, add_context_processor=False)
    # It would only mark sessions from elsewhere as "not fresh", which nothing here asks.
    manager.session_protection = None

    @manager.user_loader
    def load(key: str) -> User | None:
        known = recall.get(key) if answers.asked() else None
        if known is None:
            return _arriving(db, recall, key)
        db.note_version(known.version)
        return known.user

    @server.after_request
    def forget(response: Response) -> Response:
        if request.method not in ("GET", "HEAD") and not answers.asked():
            recall.forget()
        return response


def _arriving(db: Database, recall: Recall[User], key: str) -> User | None:
    number = key.partition(".")[0]
    credentials = accounts.arriving(db, int(number)) if number.isdigit() else None
    user = User(credentials) if credentials else None
    if user is None or user.get_id() != key:
        return None
    recall.put(key, Known(user, db.seen_version))
    return user


def safe_next(wanted: str | None) -> str:
    """Return where to go after the sign-in: a path of ours, never another host."""
    if not wanted or not wanted.startswith("/") or wanted.startswith(("//", "/\\")):
        return "/"
    if any(ord(char) < 32 or char == "\\" for char in wanted):
        return "/"
    parts = urlsplit(wanted)
    is_ours = not parts.scheme and not parts.netloc
    return wanted if is_ours and parts.path not in ("/login", "/logout") else "/"


def _sign_in(db: Database, settings: Settings) -> Any:
    name = normal(request.form.get("username", "").replace("\0", ""))[:LONGEST_NAME]
    password = request.form.get("password", "")[:LONGEST_PASSWORD]
    next_ = safe_next(request.form.get("next"))
    with db.write() as opened:
        attempt = throttle.begin(opened, name, address(), datetime.now(UTC), limits(settings))
    if attempt.id is None:
        return _too_many(db, name, next_, attempt.wait)
    credentials = accounts.by_username(db, name)
    if not matches(password, credentials.password_hash if credentials else None):
        return _form(db, next_=next_, username=name, failed=True), HTTPStatus.UNAUTHORIZED
    assert credentials is not None  # noqa: S101 - matches() is False without them
    _welcome(db, credentials, attempt.id)
    return redirect(next_, code=HTTPStatus.SEE_OTHER)


def go_on(credentials: Credentials) -> None:
    """Keep the running session through a change of its account's password."""
    login_user(User(credentials))


def _welcome(db: Database, credentials: Credentials, attempt_id: int) -> None:
    session.clear()  # nothing of the session before the sign-in lives on in it
    login_user(User(credentials))
    with db.write() as opened:
        throttle.succeeded(opened, attempt_id)
        audit.note(opened, "sign_in", account_id=credentials.account.id)


def _sign_out(db: Database) -> Response:
    with db.write() as opened:
        audit.note(opened, "sign_out", account_id=current_user.account.id)
    logout_user()
    session.clear()
    response: Response = make_response(redirect("/login", code=HTTPStatus.SEE_OTHER))
    response.delete_cookie(CSRF_COOKIE)
    return response


def _too_many(db: Database, name: str, next_: str, wait: timedelta) -> Response:
    response: Response = make_response(
        _form(db, next_=next_, username=name, wait=wait), HTTPStatus.TOO_MANY_REQUESTS
    )
    response.headers["Retry-After"] = str(int(wait.total_seconds()) + 1)
    return response


def _form(db: Database, **words: Any) -> str:
    return pages.login(demo_accounts=accounts.active_demo(db), **words)


def address() -> str:
    """Return where the running request comes from."""
    return request.remote_addr or "unknown"


def limits(settings: Settings) -> throttle.Limits:
    """Return how many failures the settings allow."""
    return throttle.Limits(
        per_pair=settings.login_failures_pair,
        per_username=settings.login_failures_username,
        per_address=settings.login_failures_address,
        window=timedelta(minutes=settings.login_window_minutes),
    )
