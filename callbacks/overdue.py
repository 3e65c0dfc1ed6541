"""The page of what is overdue: load by the query, hand to the layout."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import overdue as query
from data_access.records.view import View
from layouts import overdue as layout
from layouts.frame import Frame


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return what is overdue, what was done in part, and who sent no report."""
    return layout.page(query.load(db, view), frame)
