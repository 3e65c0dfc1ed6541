"""The page of what is overdue: load by the query, hand to the layout."""

from dataclasses import replace

from dash import Dash
from dash.development.base_component import Component

from callbacks import endless
from data_access.db import Database
from data_access.queries import overdue as query
from data_access.records.measures import MeasureRow
from data_access.records.status import Status
from data_access.records.view import Filters, View
from layouts import links
from layouts import overdue as layout
from layouts.frame import Frame
from layouts.grid_rows import grid_row, reason
from layouts.grids import Definition
from layouts.overdue_grid import ID


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return what is overdue, what was done in part, and who sent no report."""
    return layout.page(query.load(db, view), frame)


def register(app: Dash, db: Database) -> None:
    """Let the grid of a long list ask for its rows."""
    endless.bind(app, db, ID, links.PATHS["overdue"], overdue_alone, _row)


def overdue_alone(view: View) -> View:
    """Return the view of what is overdue; the page's own filter of statuses has no say."""
    return replace(view, filters=replace(view.filters, statuses=(Status.OVERDUE,)))


def _row(place: int, row: MeasureRow, filters: Filters) -> Definition:
    return {**grid_row(place, row, filters, is_mixed=filters.plan is None), **reason(row)}
