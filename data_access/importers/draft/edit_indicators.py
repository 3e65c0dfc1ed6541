"""Edits of indicators: name, unit, direction, values by year."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from data_access.importers.draft import values
from data_access.importers.draft.keys import free_key, get, swapped, with_field
from data_access.records.drafts import Edit, refused
from data_access.records.reading import IndicatorReading, PlanReading

TEXTS = {"name": 1000, "short_name": 100, "unit": 40, "source": 500}
DIRECTIONS = ("decrease", "increase")
FIELDS = (*TEXTS, "direction", "targets", "actuals")


def apply(reading: PlanReading, edit: Edit) -> PlanReading:
    """Return the reading with the edit made; Refused for a wrong value."""
    if edit.action == "add":
        return _add(reading, edit)
    indicator = get(reading.indicators, edit.key)
    if edit.action == "remove":
        kept = tuple(one for one in reading.indicators if one.key != edit.key)
        return replace(reading, indicators=kept)
    changed = _set(indicator, edit.field, edit.value)
    return replace(reading, indicators=swapped(reading.indicators, changed))


def _set(indicator: IndicatorReading, field: str, value: Any) -> IndicatorReading:
    if field in TEXTS:
        text = values.text(value, field, TEXTS[field], needed=field in ("name", "unit"))
        return with_field(indicator, field, text)
    made = SPECIAL.get(field)
    if made is None:
        raise refused("unknown_field", field, indicator.key)
    return with_field(indicator, field, made(value))


def _direction(value: Any) -> str:
    return values.choice(value, "direction", DIRECTIONS)


def _values(value: Any) -> dict[int, Decimal]:
    """Return values by year, given as fields (year → number); an empty one is left out."""
    found: dict[int, Decimal] = {}
    for name, one in values.fields(value, "values").items():
        year = values.whole(name, "year", values.FIRST_YEAR, values.LAST_YEAR)
        if year and one not in (None, ""):
            found[year] = values.number(one, "values")
    return dict(sorted(found.items()))


SPECIAL: dict[str, Callable[[Any], Any]] = {
    "direction": _direction,
    "targets": _values,
    "actuals": _values,
}


def _add(reading: PlanReading, edit: Edit) -> PlanReading:
    given = values.fields(edit.value, "indicator")
    key = free_key("i", reading.indicators)
    indicator = IndicatorReading("", "", "", {}, {}, key=key)
    for field in FIELDS:
        if field in given or field in ("name", "unit", "direction"):
            indicator = _set(indicator, field, given.get(field))
    return replace(reading, indicators=(*reading.indicators, indicator))
