"""One's own account: everything on the page is known from the request."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.records.view import View
from layouts.account import page
from layouts.frame import Frame


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return the page of the account that asks."""
    return page(frame)
