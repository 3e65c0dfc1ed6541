"""What is said where no report is missing."""

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Ratio
from layouts.notices import all_clear
from layouts.texts import _


def no_debt(reports: Ratio | None) -> Component:
    """Return why no report is missing: no duty, none due yet, or all handed in."""
    if reports is None:
        return html.P(_("The plan sets no reporting duty."), className="muted")
    if not reports.whole:
        return html.P(_("No report was due yet."), className="muted")
    return all_clear(_("All reports that were due have been handed in."))
