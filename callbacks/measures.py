"""The register of measures and the page of one: load by the query, hand to the layout."""

from dash import Dash
from dash.development.base_component import Component

from callbacks import endless
from data_access.db import Database
from data_access.queries import measures as query
from data_access.records.measures import MeasureRow
from data_access.records.pages import Ahead
from data_access.records.view import Filters, View
from layouts import ahead, links
from layouts import measures as layout
from layouts.frame import Frame
from layouts.grid_rows import grid_row
from layouts.grids import Definition
from layouts.measure_detail import detail
from layouts.measures_grid import ID


def render(db: Database, frame: Frame, view: View, id: int | None = None) -> Component | None:
    """Return the register, or the page of one measure; None where it is not to be seen."""
    if id is None:
        return layout.page(query.load(db, view), frame)
    found = query.detail(db, view, id)
    if isinstance(found, Ahead):
        return ahead.page(found, frame)
    return detail(found, frame) if found else None


def register(app: Dash, db: Database) -> None:
    """Let the grid of a long register ask for its rows."""
    endless.bind(app, db, ID, links.PATHS["measures"], lambda view: view, _row)


def _row(place: int, row: MeasureRow, filters: Filters) -> Definition:
    return grid_row(place, row, filters, is_mixed=filters.plan is None)
