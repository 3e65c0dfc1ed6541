"""Deny by default: who is not signed in gets the sign-in page, and headers that keep pages in."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from dash import Dash
from flask import Flask, Response, jsonify, redirect, request
from flask_login import current_user
from flask_wtf.csrf import CSRFProtect

from callbacks.visitor import Visitor, welcome
from dashboard import language, static
from dashboard.settings import Settings
from dashboard.tokens import form_token
from dashboard.upload_limits import upload_limit
from data_access.records.accounts import KEEPERS, Role

OPEN_PATHS = frozenset({"/login", "/healthz", "/readyz"})
CSRF_COOKIE = "_csrf_token"
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; "
    "style-src-elem 'self' 'unsafe-inline'; style-src-attr 'none'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'none'; "
    "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)


def init_app(server: Flask, settings: Settings) -> None:
    """Guard every path, protect every write against forgery, add the headers."""

    @server.before_request
    def guard() -> Any:
        if is_open(request.path):
            return None
        if not current_user.is_authenticated:
            return refusal()
        account = current_user.account
        language.use_accounts_own(account.locale)
        welcome(Visitor(account, settings.today()))
        _allow_uploads(account.role)
        return None

    CSRFProtect(server)
    server.config["KARTA_POLICY"] = _policy(())
    server.after_request(lambda response: _with_headers(server, settings, response))


def _allow_uploads(role: Role) -> None:
    """Let a coordinator's upload be larger than other requests, before any of it is read."""
    if role in KEEPERS and (limit := upload_limit(request.method, request.path)):
        request.max_content_length = limit


def is_open(path: str) -> bool:
    """Tell whether a path answers without a sign-in."""
    return path in OPEN_PATHS or static.is_open(path)


def refusal() -> Any:
    """Return the way to the sign-in page for a page or a form, and 401 for scripts."""
    if _is_page():
        wanted = request.full_path.rstrip("?")
        suffix = "" if wanted == "/" else f"?next={quote(wanted, safe='/')}"
        return redirect(f"/login{suffix}", code=HTTPStatus.FOUND)
    if not wants_json():  # somebody sees the answer: signed out in another tab, or for too long
        return redirect("/login", code=HTTPStatus.SEE_OTHER)
    return jsonify(error="sign_in_required"), HTTPStatus.UNAUTHORIZED


def allow_scripts_of(app: Dash) -> None:
    """Put the hashes of Dash's inline scripts into the policy; after the warm-up request."""
    app.server.config["KARTA_POLICY"] = _policy(app.csp_hashes())


def hand_out_token(response: Response, settings: Settings) -> None:
    """Give the page the token that Dash's renderer sends back with every callback.

    A browser that has it already keeps it.
    """
    token = form_token()
    if request.cookies.get(CSRF_COOKIE) != token:
        secure = settings.secure_cookies
        response.set_cookie(CSRF_COOKIE, token, samesite="Lax", secure=secure)


def wants_json() -> bool:
    """Tell whether the running request comes from a script rather than from a person.

    A form that a browser sends says that a page may answer it.
    """
    if _is_page() or request.path in ("/login", "/logout"):
        return False
    return "text/html" not in request.accept_mimetypes.values()


def _is_page() -> bool:
    is_script = request.path.startswith(("/_dash", "/_reload", "/static/"))
    return request.method in ("GET", "HEAD") and not is_script


def _policy(hashes: Iterable[str]) -> str:
    once = dict.fromkeys(hashes)  # Dash lists the script of each clientside callback, equal or not
    return POLICY.format(hashes=" ".join(once)).replace(" ;", ";")


def _with_headers(server: Flask, settings: Settings, response: Response) -> Response:
    headers = response.headers
    headers["Content-Security-Policy"] = server.config["KARTA_POLICY"]
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "same-origin"
    headers["Permissions-Policy"] = PERMISSIONS
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    if settings.hsts_seconds:
        headers["Strict-Transport-Security"] = f"max-age={settings.hsts_seconds}"
    if "Cache-Control" not in headers:
        headers["Cache-Control"] = "private, no-store"
    return response
