"""The pages of executors: load by the query, hand to the layout."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import executors as query
from data_access.records.pages import Ahead
from data_access.records.view import View
from layouts import ahead
from layouts import executors as layout
from layouts.executors_detail import detail
from layouts.frame import Frame


def render(db: Database, frame: Frame, view: View, id: int | None = None) -> Component | None:
    """Return the list of executors, or the page of one; None where it is not to be seen."""
    if id is None:
        return layout.page(query.load(db, view), frame)
    found = query.detail(db, view, id)
    if isinstance(found, Ahead):
        return ahead.page(found, frame)
    return detail(found, frame) if found else None
