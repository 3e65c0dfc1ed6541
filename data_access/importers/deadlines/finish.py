"""Finishing a statement: years find their moments, reporting periods become labels."""

from itertools import pairwise

from data_access.importers.deadlines.items import (
    Item,
    Statement,
    Stretch,
    each_year,
    whole,
    years_after,
)
from data_access.importers.deadlines.parts import Unit
from data_access.importers.deadlines.refine import holds, refined


def finished(statement: Statement) -> Statement:
    """Fill in `stretches` from the items of a statement and return it."""
    items = _reported(statement.items)
    items = _spread(items, statement)
    items = refined(items, statement)
    _turned(items, statement)
    statement.stretches = list(dict.fromkeys(_stretch(item) for item in items))
    return statement


def _stretch(item: Item) -> Stretch:
    moment = whole(item)
    is_open = item.opened and item.last is None and not moment.is_range
    return Stretch(
        moment,
        item.limit,
        item.label,
        item.shift,
        item.reported,
        is_open,
        item.in_brackets,
        item.instead,
    )


def _reported(items: list[Item]) -> list[Item]:
    """Make "за I квартал" the label of the date it goes with; alone it is a moment like others."""
    kept: list[Item] = []
    several = len([item for item in items if not item.about]) > 1
    for place, item in enumerate(items):
        owner = _owner(items, place) if item.about else None
        if owner:
            owner.label = owner.label or (item.label if several else "")
            owner.reported = whole(item)
            if owner.reported.years and not owner.years:
                later = years_after(owner.reported, whole(owner))
                owner.give_years(tuple(year + later for year in owner.reported.years))
        else:
            item.label = "" if item.about else item.label
            kept.append(item)
    return kept


def _owner(items: list[Item], place: int) -> Item | None:
    before = items[place - 1] if place else None
    if before and not before.about and before.limit and "," not in items[place].signs:
        return before
    after = items[place + 1] if place + 1 < len(items) else None
    return after if after and not after.about and after.start > items[place].start else None


def _spread(items: list[Item], statement: Statement) -> list[Item]:
    """Give years to moments without one: from the years before them, or the next or last said."""
    sources: list[Item] = []
    used: list[Item] = []
    for place, item in enumerate(items):
        if item.is_year and not item.opened:
            follows = bool(sources) and items[place - 1] is sources[-1]
            kept = sources if follows else []
            sources = [*kept, item] if item.first.years and not item.limit else []
        elif item.years:
            sources = []
        elif item.first.unit is not Unit.TERM:
            used += sources
            item.give_years(_years_for(items, place, sources, statement))
    return [item for item in items if not any(item is one for one in used)]


def _years_for(
    items: list[Item], place: int, sources: list[Item], statement: Statement
) -> tuple[int, ...]:
    if sources:
        years = [year for one in sources for year in each_year(one.first)]
        return tuple(dict.fromkeys(years))
    if after := next((one for one in items[place + 1 :] if _dates(one)), None):
        if not items[place].limit and whole(after).last < whole(items[place]).first:
            statement.words["unordered"] = "unordered"
        return _before(after, items[place])
    before = next((one for one in reversed(items[:place]) if _dates(one)), None)
    return _after(before, items[place]) if before else ()


def _turned(items: list[Item], statement: Statement) -> None:
    """Put a date that runs backwards in a list ("до 5 октября, 5 января") into the next year."""
    dates = [item for item in items if item.limit and item.first.unit is Unit.DAY]
    plain = [item for item in dates if not item.years and not item.shift and not item.reported]
    for before, item in pairwise(plain):
        if item.first.last < before.first.last and not before.shift:
            item.shift = 1
            statement.words.setdefault("turned", "turned")


def _dates(item: Item) -> bool:
    return bool(item.years) and not item.is_year


def _before(after: Item, item: Item) -> tuple[int, ...]:
    """Return the years of a later item; the ones before for "до 10 июля, 10 января 2025 года"."""
    is_back = item.limit and whole(after).last < whole(item).last
    return tuple(year - bool(is_back) for year in after.years)


def _after(before: Item, item: Item) -> tuple[int, ...]:
    """Return the years of an earlier item; the next ones for a date that would run backwards."""
    is_back = item.limit and whole(item).last < whole(before).last
    is_back = is_back and (before.limit or not holds(whole(before), whole(item)))
    return tuple(year + bool(is_back) for year in before.years)
