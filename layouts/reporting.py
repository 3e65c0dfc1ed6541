"""What is said where no report is missing, and of those who owe one and are released."""

from dash import html
from dash.development.base_component import Component

from data_access.records.common import Ratio
from data_access.records.measures import MissingReport
from layouts.notices import all_clear
from layouts.texts import _, fmt_date


def no_debt(reports: Ratio | None) -> Component:
    """Return why no report is missing: no duty, none due yet, or all handed in."""
    if reports is None:
        return html.P(_("The plan sets no reporting duty."), className="muted")
    if not reports.whole:
        return html.P(_("No report was due yet."), className="muted")
    return all_clear(_("All reports that were due have been handed in."))


def released_words(one: MissingReport) -> str:
    """Return since when the debtor is released of the measure; empty where it is not."""
    return _("released on %(date)s", date=fmt_date(one.released_on)) if one.released_on else ""
