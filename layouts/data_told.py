"""What has just happened to a row of an upload, in words that are read aloud."""

from typing import Any

from data_access.records.difference import Difference, MeasureChange
from layouts.texts import _


def row_told(act: str, kind: str, row: Any) -> str:
    """Return that a row was taken out ("remove") or is back ("restore")."""
    what = _named(kind, row)
    if act == "remove":
        return _("%(what)s: taken out, will not be saved; it can be put back.", what=what)
    return _("%(what)s: back in its place.", what=what)


def _named(kind: str, row: Any) -> str:
    if kind == "indicator":
        return _("Indicator “%(name)s”", name=row.name)
    if kind == "section":
        return _("Section %(number)s", number=row.number)
    return _("Item %(number)s", number=row.number)


def join_told(found: Difference | None, key: str) -> str:
    """Return what a measure of the act counts as now; "" for one that is no longer there."""
    one = _measure(found, key)
    if one is None:
        return ""
    if one.is_joined:
        return _(
            "Item %(number)s counts as the former %(old)s now: its reports go on.",
            number=one.number,
            old=one.old_number,
        )
    return _("Item %(number)s counts as a new measure again.", number=one.number)


def _measure(found: Difference | None, key: str) -> MeasureChange | None:
    measures = found.measures if found else ()
    return next((one for one in measures if one.key == key), None)
