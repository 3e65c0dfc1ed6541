"""The page of indicators: loads the values and hands them to the layout."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import indicators
from data_access.records.view import View
from layouts.frame import Frame
from layouts.indicators import page


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return the page of indicators of the plans in view."""
    return page(indicators.load(db, view), frame)
