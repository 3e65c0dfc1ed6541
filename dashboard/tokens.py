"""Signed sessions and tokens against forgery, as Flask and Flask-WTF make them, made only once."""

from functools import cached_property, lru_cache

from flask import Flask, current_app, g, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import generate_csrf
from itsdangerous import URLSafeTimedSerializer

FIELD = "csrf_token"


class Sessions(SecureCookieSessionInterface):
    """Flask's sessions in signed cookies; Flask would make the signer anew for each request."""

    def __init__(self, server: Flask) -> None:
        self._server = server

    @cached_property
    def _signer(self) -> URLSafeTimedSerializer | None:
        return super().get_signing_serializer(self._server)

    def get_signing_serializer(self, _app: Flask) -> URLSafeTimedSerializer | None:
        """Return the signer of this server."""
        return self._signer


def form_token() -> str:
    """Return the token of the running session: the same one, however often it is handed out."""
    if FIELD not in session:
        return str(generate_csrf())
    return _signed(current_app.secret_key, session[FIELD])


@lru_cache(maxsize=1000)
def _signed(_key: object, _raw: str) -> str:
    """Return the token of a session by what it signs, and with which key."""
    g.pop(FIELD, None)
    return str(generate_csrf())
