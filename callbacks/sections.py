"""The pages of sections: load by the query, hand to the layout."""

from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import sections as query
from data_access.records.pages import Ahead
from data_access.records.view import View
from layouts import ahead
from layouts import sections as layout
from layouts.frame import Frame
from layouts.sections_detail import detail


def render(db: Database, frame: Frame, view: View, id: int | None = None) -> Component | None:
    """Return the list of sections, or the page of one; None where it is not to be seen."""
    if id is None:
        return layout.page(query.load(db, view), frame)
    found = query.detail(db, view, id)
    if isinstance(found, Ahead):
        return ahead.page(found, frame)
    return detail(found, frame) if found else None
