"""The pages that stand outside the application: sign-in and messages; no scripts needed."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil
from typing import Any

from dash.development.base_component import Component
from flask import Flask, render_template
from markupsafe import Markup

from dashboard import demo, static
from dashboard.prerender import to_html
from layouts.catalogues import LOCALES
from layouts.login import login_texts
from layouts.texts import _, get_locale, pinned_locale

FAVICON = "favicon.svg"


def init_app(server: Flask) -> None:
    """Give the templates what all of them need."""
    server.jinja_env.globals.update(_=_, locale=get_locale, stylesheets=static.stylesheets)
    server.jinja_env.globals.update(locales=LOCALES, favicon=lambda: static.url("own", FAVICON))


def login(
    *,
    next_: str = "/",
    username: str = "",
    failed: bool = False,
    wait: timedelta | None = None,
    demo_accounts: Sequence[str] = (),
) -> str:
    """Return the sign-in page; `failed` and `wait` say why it is shown again."""
    texts = login_texts(
        failed=failed,
        wait_minutes=ceil(wait.total_seconds() / 60) if wait else 0,
        demo_accounts=demo_accounts,
        demo_password=demo.PASSWORD,
    )
    pinned = pinned_locale()
    return render_template(
        "login.html",
        texts=texts,
        next=next_,
        username=username,
        lang_query=f"?lang={pinned}" if pinned else "",
    )


def message(title: str, component: Component) -> str:
    """Return a page that says something without the application around it."""
    return render_template("message.html", title=title, content=Markup(to_html(component)))  # noqa: S704 - to_html escapes


def index(parts: dict[str, Any], title: str, prerendered: str) -> str:
    """Return the page that starts the application, with its first screen already in it."""
    return render_template(
        "index.html",
        parts={name: Markup(text) for name, text in parts.items()},  # noqa: S704 - Dash's own
        title=title,
        prerendered=Markup(prerendered),  # noqa: S704 - to_html escapes
        scripts=static.scripts(),
    )
