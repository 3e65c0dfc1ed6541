"""Moments that others tell more exactly: brackets after them, months beside a bare year."""

from itertools import takewhile

from data_access.importers.deadlines.items import Item, Statement, whole
from data_access.importers.deadlines.parts import Moment, Unit

COARSE = (Unit.YEAR, Unit.TERM)


def refined(items: list[Item], statement: Statement) -> list[Item]:
    """Drop a moment that brackets after it tell more exactly, and bare years beside others."""
    kept = [
        item
        for place, item in enumerate(items)
        if item.in_brackets or not _is_refined(item, items[place + 1 :])
    ]
    finer = [item for item in kept if not item.opened and item.first.unit not in COARSE]
    if not finer:
        return kept
    only_limited = all(item.limit for item in finer)
    if only_limited and len(finer) < len(kept):
        statement.words["whole"] = "whole"
    return [
        item
        for item in kept
        if item in finer
        or item.opened
        or item.limit
        or item.label
        or (item.years and not only_limited)
    ]


def _is_refined(item: Item, later: list[Item]) -> bool:
    inside = _tells_more(later)
    if len(inside) == 1 and inside[0].in_brackets and _is_same(item, inside[0]):
        inside[0].first, inside[0].last = item.first, item.last
    if item.limit or not inside or not all(holds(whole(item), whole(one)) for one in inside):
        return False
    if any(one.years and one.years != item.years for one in inside if not one.in_brackets):
        return False
    for one in inside:
        if item.years and not one.years:
            one.give_years(item.years)
    return True


def _is_same(one: Item, other: Item) -> bool:
    """Tell whether brackets name the same time again: "июнь – август (летняя кампания)"."""
    first, second = whole(one), whole(other)
    is_season = other.first.unit is Unit.SEASON
    return is_season and (first.first, first.last) == (second.first, second.last)


def _tells_more(later: list[Item]) -> list[Item]:
    """Return what follows in brackets, or as a limit: "II квартал, не позднее 20 июня"."""
    inside = list(takewhile(lambda one: one.in_brackets, later))
    if inside or not later:
        return inside
    first = later[0]
    is_limit = first.limit and first.first.unit is Unit.DAY and ";" not in first.signs
    return [first] if is_limit else []


def holds(outer: Moment, inner: Moment) -> bool:
    """Tell whether a moment lies within another one of the same year."""
    return outer.span > 0 or (outer.first <= inner.first and inner.last <= outer.last)
