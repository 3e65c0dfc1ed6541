"""The front page: its data into its layout."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import overview as query
from data_access.records.view import View
from layouts import overview as layout
from layouts.frame import Frame


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return the overview for a view."""
    return layout.page(query.load(db, view), frame)
