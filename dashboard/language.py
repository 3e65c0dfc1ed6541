"""The language of a request: asked for in the address, else the account's, else the setting.

The time zone in which its moments are shown is the setting's.
"""

from urllib.parse import urlsplit

from flask import Flask, g, request

from callbacks.filters import language
from dashboard.settings import Settings
from layouts.texts import set_locale, set_zone


def init_app(server: Flask, settings: Settings) -> None:
    """Set language and zone before each request; threads are reused, so they are always set."""

    @server.before_request
    def choose() -> None:
        g.asked_language = language(request.query_string.decode("utf-8", "replace")) or _of_page()
        set_locale(g.asked_language or settings.locale, pinned=g.asked_language is not None)
        set_zone(settings.zone())


def use_accounts_own(locale: str) -> None:
    """Change to the signed-in account's language unless the address asks for another."""
    if g.asked_language is None:
        set_locale(locale)


def _of_page() -> str | None:
    """Return the language of the page that a script's request or a form comes from."""
    if not _is_from_a_page() or not request.referrer:
        return None
    came_from = urlsplit(request.referrer)
    return language(came_from.query) if came_from.netloc == request.host else None


def _is_from_a_page() -> bool:
    return request.method == "POST" or request.path.startswith(("/_dash", "/forms/"))
