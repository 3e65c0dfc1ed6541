"""A country's territories: the finding, the map of its regions, the bands, the list."""

from dash import html
from dash.development.base_component import Component

from data_access.records.nation import NationPage
from layouts import components, wording
from layouts.components import headline
from layouts.frame import Frame
from layouts.group_sentences import share_words
from layouts.territories_bands import bands
from layouts.territories_list import long_list
from layouts.texts import _, fmt_ratio, ngettext
from layouts.tile_map import has_map, map_section


def nation(data: NationPage, frame: Frame) -> Component:
    """Return the page of very many territories: regions first."""
    several = len(data.regions) > 1
    return components.page(
        headline(_finding(data), _lead(data)),
        html.Div([_map(data, frame), bands(data.spread, frame)], className="nation"),
        long_list(data.spread, frame, with_region=several),
        css="nation-page",
    )


def _finding(data: NationPage) -> str:
    """Return in which region the share of what is overdue is largest."""
    rows = data.regions if len(data.regions) > 1 else data.spread.rows
    return wording.dated(data.plans, share_words(rows)) + "."


def _lead(data: NationPage) -> str:
    """Return what is done in all of them, and how many they are."""
    done = _("In all of them done %(ratio)s.", ratio=fmt_ratio(data.totals.execution))
    territories = ngettext("%(n)s territory", "%(n)s territories", data.spread.all)
    regions = ngettext("in %(n)s region", "in %(n)s regions", len(data.regions))
    return f"{wording.sentence(territories)} {regions}. {done}"


def _map(data: NationPage, frame: Frame) -> Component | None:
    """Return the map where enough regions lie on it."""
    if not has_map(data.places):
        return None
    note = _(
        "The share overdue in per cent; the stronger the colour, the more."
        " The list below says it too."
    )
    return map_section(data.regions, data.places, frame.filters, note=note)
