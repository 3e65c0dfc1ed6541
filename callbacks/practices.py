"""The page of best practices: loads the directions and hands them to the layout."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import practices
from data_access.records.view import View
from layouts.frame import Frame
from layouts.practices import page


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return the directions of support with the measures in view that they fit."""
    return page(practices.load(db, view), frame)
