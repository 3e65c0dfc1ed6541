"""The calendar's chart: months above the rows, and everything that is clicked opens its measure."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from data_access.records.pages import TimelineRow
from data_access.records.view import Filters
from layouts import links
from layouts.figures import Figure, gantt
from layouts.figures.base import HAIRLINE

#: Room for two lines of months and years with the as-of date above them.
_TOP, _BOTTOM, _ABOVE_MONTHS, _STROKE = 64, 4, 42, 6


def calendar(rows: Sequence[TimelineRow], as_of: date, filters: Filters) -> Figure:
    """Return one plan's calendar.

    Bars and points carry the address of their measure as `customdata`; `callbacks.timeline`
    reads it and goes there. Labels are links already.
    """
    figure = gantt(rows, as_of, filters)
    addresses = _addresses(rows, filters)
    return {
        "data": [_linked(trace, addresses) for trace in figure["data"]],
        "layout": _months_above(figure["layout"]),
    }


def _linked(trace: dict[str, Any], addresses: Sequence[str]) -> dict[str, Any]:
    """Return a trace with an address for each mark; its `y` names the chart's rows."""
    return {**trace, "customdata": [addresses[place] for place in trace["y"]]}


def _months_above(layout: dict[str, Any]) -> dict[str, Any]:
    """Return the layout with the months on top: the first screen of a long plan shows them."""
    axis = {**layout["xaxis"], "side": "top", "showgrid": True, "gridcolor": HAIRLINE}
    return {
        **layout,
        "margin": {**layout["margin"], "t": _TOP, "b": _BOTTOM},
        "xaxis": axis,
        "shapes": [part for one in layout["shapes"] for part in _parted(one, layout["height"])],
        "annotations": [_annotation(one) for one in layout["annotations"]],
    }


def _parted(line: dict[str, Any], height: int) -> list[dict[str, Any]]:
    """Return the as-of line in two: over the rows, and a stroke below its label above the
    months, so that it runs through no month's name.
    """
    room = height - _TOP - _BOTTOM
    stroke = {"y0": 1 + (_ABOVE_MONTHS - _STROKE) / room, "y1": 1 + _ABOVE_MONTHS / room}
    return [line, {**line, **stroke}]


def _annotation(one: dict[str, Any]) -> dict[str, Any]:
    """Return the as-of label moved above the months, the rows' labels as they are."""
    return {**one, "yshift": _ABOVE_MONTHS} if one.get("yref") == "paper" else one


def _addresses(rows: Sequence[TimelineRow], filters: Filters) -> list[str]:
    """Return one address per row of the chart, "" for the headings where the section changes."""
    found: list[str] = []
    section = None
    for row in rows:
        if row.measure.section.id != section:
            section = row.measure.section.id
            found.append("")
        found.append(links.href("measure", filters, id=row.measure.id))
    return found
