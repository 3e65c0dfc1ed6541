"""The calendar: loads the measures; a click on a bar or a control point opens the measure."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from data_access.db import Database
from data_access.queries import timeline
from data_access.records.view import View
from layouts import ids
from layouts.frame import Frame
from layouts.timeline import MOST_CHARTS, chart_id, page

#: Each bar and point carries its measure's address (`layouts.timeline_figure`): no request.
_FOLLOW = """function(click) {
    const none = window.dash_clientside.no_update;
    const address = click && click.points && click.points[0] && click.points[0].customdata;
    if (!address) { return [none, none]; }
    const [path, query] = address.split("?");
    return [path, query ? "?" + query : ""];
}"""


def render(db: Database, frame: Frame, view: View) -> Component:
    """Return the calendars of the plans in view."""
    return page(timeline.load(db, view), frame)


def register(app: Dash, db: Database) -> None:
    """Make every place of the page where a chart can stand lead to the measures."""
    for place in range(MOST_CHARTS):
        app.clientside_callback(
            _FOLLOW,
            Output(ids.LOCATION, "pathname", allow_duplicate=True),
            Output(ids.LOCATION, "search", allow_duplicate=True),
            Input(chart_id(place), "clickData"),
            prevent_initial_call=True,
        )
