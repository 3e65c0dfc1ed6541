"""Edits of indicators: name, unit, direction, values by year."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from data_access.importers.draft import values
from data_access.importers.draft.keys import free_key, get, swapped, with_all, with_field
from data_access.importers.draft.removing import all_rows
from data_access.importers.draft.repeats import refuse_named
from data_access.records.drafts import Edit, refused
from data_access.records.limits import FIRST_YEAR, LAST_YEAR
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
    changed = _set(reading, indicator, edit.field, edit.value)
    return replace(reading, indicators=swapped(reading.indicators, changed))


def _set(
    reading: PlanReading, indicator: IndicatorReading, field: str, value: Any
) -> IndicatorReading:
    if field in TEXTS:
        text = values.text(value, field, TEXTS[field], needed=field in ("name", "unit"))
        if field == "name":
            refuse_named(reading.indicators, indicator.key, text)
        return with_field(indicator, field, text)
    if field not in SPECIAL:
        raise refused("unknown_field", field, indicator.key)
    return with_field(indicator, field, SPECIAL[field](value, field))


def _direction(value: Any, field: str) -> str:
    return values.choice(value, field, DIRECTIONS)


def _values(value: Any, field: str) -> dict[int, Decimal]:
    """Return values by year, given as fields (year → number) or as "2020: 13; 2021: 12,5".

    An empty one is left out.
    """
    given = _typed(value, field) if isinstance(value, str) else values.fields(value, field)

    def value_of(pair: tuple[Any, Any]) -> tuple[int, Decimal] | None:
        year = values.whole(pair[0], field, FIRST_YEAR, LAST_YEAR)
        return (year, values.number(pair[1], field)) if year and pair[1] not in (None, "") else None

    return dict(sorted(one for one in values.each(given.items(), value_of) if one))


def _typed(text: str, field: str) -> dict[str, str]:
    """Return what a text says of each year."""
    found = {}
    for part in text.replace("\n", ";").split(";"):
        year, colon, value = (one.strip() for one in part.partition(":"))
        if not year and not colon:
            continue
        if not colon:
            raise refused("not_by_year", field, value=year[:40])
        if year in found:
            raise refused("year_twice", field, value=year[:40])
        found[year] = value
    return found


SPECIAL: dict[str, Callable[[Any, str], Any]] = {
    "direction": _direction,
    "targets": _values,
    "actuals": _values,
}


def _add(reading: PlanReading, edit: Edit) -> PlanReading:
    given = values.fields(edit.value, "indicator")
    key = free_key("i", all_rows(reading, "indicator"))
    indicator = IndicatorReading("", "", "", {}, {}, key=key)
    wanted = [one for one in FIELDS if one in given or one in ("name", "unit", "direction")]
    indicator = with_all(
        indicator, ((one, given.get(one)) for one in wanted), partial(_set, reading)
    )
    return replace(reading, indicators=(*reading.indicators, indicator))
