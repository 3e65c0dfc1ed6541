"""The application factory."""

import logging
from collections.abc import Callable
from typing import Any

import dash
from dash import Dash
from flask import Flask
from flask_compress import Compress
from werkzeug.middleware.proxy_fix import ProxyFix

from callbacks import registry, router, shell
from dashboard import (
    answers,
    auth,
    bundles,
    draft_actions,
    errors,
    exports,
    forms,
    health,
    language,
    own_password,
    pages,
    security,
    static,
    uploads,
)
from dashboard.database import open_database
from dashboard.index import KartaDash
from dashboard.settings import Settings, SettingsError
from dashboard.tokens import Sessions
from data_access.db import Database
from layouts.texts import N_, _

NO_SIGNING_KEY = N_(
    "KARTA_SECRET_KEY: required to sign the sessions; openssl rand -hex 32 makes one"
)


def create_app(settings: Settings, db: Database | None = None) -> Dash:
    """Return a Dash application that is ready to serve; opens no database connection.

    Raises SettingsError where a setting that is required is missing.
    """
    if not settings.secret_key:
        raise SettingsError(_(NO_SIGNING_KEY))
    logging.basicConfig(level=settings.log_level)
    db = db or open_database(settings)
    server = make_server(settings)
    app = make_dash(server)
    app.bind(db, settings)
    for module in (router, shell, *registry.MODULES.values()):
        if hasattr(module, "register"):
            module.register(app, db)
    _extend(server, db, settings)
    warm_up(app)
    return app


class KartaFlask(Flask):
    """Flask without asynchronous views: there are none to look for at each step of a request."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function as it is."""
        return func


def make_server(settings: Settings) -> Flask:
    """Return the bare Flask server with its cookies configured."""
    server = KartaFlask("dashboard", static_folder=None)
    server.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="karta_session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        PERMANENT_SESSION_LIFETIME=settings.session_hours * 3600,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session, to which the token is bound
        MAX_CONTENT_LENGTH=2 * 1024 * 1024,
        COMPRESS_MIMETYPES=["text/html", "application/json"],
        COMPRESS_ALGORITHM=["br", "gzip"],
    )
    server.session_interface = Sessions(server)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        server.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            server.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
        )
    return server


def make_dash(server: Flask) -> KartaDash:
    """Return Dash on the server, without anything that it would add by itself."""
    dash.page_registry.clear()
    return KartaDash(
        __name__,
        server=server,
        assets_folder=str(static.FOLDERS["own"].root),
        include_assets_files=False,
        include_pages_meta=False,
        use_pages=False,
        suppress_callback_exceptions=True,
        update_title="",
        add_log_handler=False,
        title="Karta",
    )


def warm_up(app: KartaDash) -> None:
    """Answer once before anybody asks: under threads Dash's first requests race otherwise."""
    app.server.test_client().get("/healthz")
    with app.server.test_request_context("/"):
        app.warm()
    security.allow_scripts_of(app)


def _extend(server: Flask, db: Database, settings: Settings) -> None:
    pages.init_app(server)
    auth.init_app(server, db, settings)
    own_password.init_app(server, db, settings)
    language.init_app(server, settings)
    security.init_app(server, settings)
    static.init_app(server)
    bundles.init_app(server)
    health.init_app(server, db)
    exports.init_app(server, db)
    forms.init_app(server, db)
    uploads.init_app(server, db)
    draft_actions.init_app(server, db)
    errors.init_app(server)
    Compress(server)
    answers.init_app(server, db, settings)
