"""The meeting view: its data into its screens."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import meeting as query
from data_access.records.view import View
from layouts import meeting as layout
from layouts.frame import Frame


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return the screens of a meeting for a view."""
    return layout.page(query.load(db, view), frame)
