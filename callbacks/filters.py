"""The filters in the address: read, and checked against what the account may see.

Nothing is dropped silently: whatever cannot be used becomes a sentence that the page shows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

from callbacks.filter_values import NAMED, FilterError, readers, repeated, short, wrong
from data_access.records.pages import Asked, Choices
from data_access.records.view import Filters
from layouts.catalogues import LOCALES
from layouts.links import NAMES, QUERY_NAMES
from layouts.texts import _, fmt_date

MOST_FIELDS = 50
#: Name in the address → field of `Filters`; the language is none of them.
_FIELDS = {**{name: field for field, name in NAMES.items()}, "lang": "lang"}


def parse(query: str, choices: Choices) -> tuple[Filters, tuple[str, ...]]:
    """Return the filters of a query string and the sentences about what is wrong with it.

    Ids must be among `choices`, so an address never reaches beyond the account's territories
    and does not tell whether something there exists.
    """
    given = _given(query)
    if given is None:
        return Filters(), (_("The address has too many parts."),)
    errors = [_("There is no filter “%(name)s”.", name=short(name)) for name in _unknown(given)]
    values, faults = _read(given, readers(choices))
    filters = replace(Filters(), **values)
    if too_late := _too_late(filters, choices):
        filters = replace(filters, since=None)
    return filters, (*errors, *faults, *too_late)


def asked(query: str) -> Asked:
    """Return what the address names, as far as it can be read: what the choices depend on."""
    given = _given(query) or {}
    found = _read(given, NAMED)[0]
    return Asked(**found)


def _read(
    given: Mapping[str, list[str]], known: Mapping[str, Callable[[str], Any]]
) -> tuple[dict[str, Any], list[str]]:
    values: dict[str, Any] = {}
    errors = []
    for name, read in known.items():
        try:
            text = _single(name, given.get(name, []))
            if text:
                values[_FIELDS[name]] = read(text)
        except FilterError as error:
            errors.append(str(error))
    values.pop("lang", None)
    return values, errors


def _too_late(filters: Filters, choices: Choices) -> list[str]:
    """Return that changes are asked for since a day after the date of the cut; none otherwise.

    Without a chosen date it is the latest of the plans' own.
    """
    last = filters.as_of or max((plan.as_of for plan in choices.in_view), default=None)
    if filters.since is None or last is None or filters.since <= last:
        return []
    expected = _("it lies after the date of the cut, %(date)s", date=fmt_date(last))
    return [str(wrong("since", filters.since.isoformat(), expected))]


def language(query: str) -> str | None:
    """Return the language that the query string asks for; None for none or an unknown one."""
    value = (_given(query) or {}).get("lang", [""])[-1]
    return value if value in LOCALES else None


def _given(query: str) -> dict[str, list[str]] | None:
    """Return the values by name; None where there are more than anybody can mean."""
    try:
        return parse_qs(query.lstrip("?"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return None


def _unknown(given: Iterable[str]) -> list[str]:
    return [name for name in given if name not in QUERY_NAMES]


def _single(name: str, values: list[str]) -> str:
    if len(values) > 1:
        raise repeated(name)
    return values[0].strip() if values else ""
