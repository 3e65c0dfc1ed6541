"""Dash with an entry page of our own: the first screen is in the first response."""

from typing import Any

from dash import Dash
from flask import Response, g, make_response, request

from callbacks.render import Rendered, render_path
from callbacks.visitor import Visitor, visitor
from dashboard import pages
from dashboard.prerender import to_html
from dashboard.security import hand_out_token
from dashboard.settings import Settings
from data_access.db import Database
from layouts.shell import shell
from layouts.texts import _

#: Without Dash's English "Loading...": the prerendered page stands there meanwhile.
ENTRY = '<div id="react-entry-point"></div>'


class KartaDash(Dash):
    """The Dash application; `bind` gives it what the entry page needs."""

    karta_db: Database
    karta_settings: Settings

    def bind(self, db: Database, settings: Settings) -> None:
        """Remember where the data come from."""
        self.karta_db = db
        self.karta_settings = settings

    def index(self, *_args: Any, **_kwargs: Any) -> Response:
        """Return the entry page of the address that is asked for, with its status code."""
        page = self._page(visitor())
        response = make_response(self._html(page), page.status_code)
        hand_out_token(response, self.karta_settings)
        return response

    def warm(self) -> None:
        """Register every bundle of Dash, which happens while an entry page is made."""
        super().index()

    def interpolate_index(self, **parts: str) -> str:
        """Return Dash's parts in our template."""
        page: Rendered | None = g.get("page")
        parts["app_entry"] = ENTRY
        if page is None:
            return pages.index(parts, _("Karta"), "")
        return pages.index(parts, page.title, to_html(shell(page.frame, page.component)))

    def _page(self, who: Visitor) -> Rendered:
        query = request.query_string.decode("utf-8", "replace")
        return render_path(self.karta_db, who.account, request.path, query, who.today)

    def _html(self, page: Rendered) -> str:
        g.page = page
        return str(super().index())
