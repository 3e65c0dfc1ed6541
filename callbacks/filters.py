"""The filters in the address: read, checked against what the account may see, written back.

Nothing is dropped silently: whatever cannot be used becomes a sentence that the page shows.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import parse_qs

from data_access.records.common import PlanRef, Ref
from data_access.records.pages import Choices
from data_access.records.status import Status
from data_access.records.view import Filters
from layouts.catalogues import LOCALES
from layouts.links import QUERY_NAMES
from layouts.texts import _

LONGEST_SEARCH = 200
MOST_FIELDS = 50
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 12, 31)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ID = re.compile(r"\d{1,18}", re.ASCII)


class FilterError(ValueError):
    """A value in the address that cannot be used; the message is shown to the person."""


def parse(query: str, choices: Choices) -> tuple[Filters, tuple[str, ...]]:
    """Return the filters of a query string and the sentences about what is wrong with it.

    Ids must be among `choices`, so an address never reaches beyond the account's territories
    and does not tell whether something there exists.
    """
    given = _given(query)
    if given is None:
        return Filters(), (_("The address has too many parts."),)
    errors = [_("There is no filter “%(name)s”.", name=_short(name)) for name in _unknown(given)]
    values: dict[str, Any] = {}
    for name, read in _readers(choices).items():
        try:
            text = _single(name, given.get(name, []))
            if text:
                values[_FIELDS.get(name, name)] = read(text)
        except FilterError as error:
            errors.append(str(error))
    values.pop("lang", None)
    return replace(Filters(), **values), tuple(errors)


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


#: Names in the address that differ from the field.
_FIELDS = {"status": "statuses"}


def _readers(choices: Choices) -> dict[str, Callable[[str], Any]]:
    return {
        "as_of": _day("as_of"),
        "plan": lambda text: _plan(text, choices.plans),
        "territory": _among("territory", choices.territories),
        "section": _among("section", choices.sections),
        "executor": _among("executor", choices.executors),
        "status": _statuses,
        "q": _search,
        "since": _day("since"),
        "lang": _language,
    }


def _unknown(given: Iterable[str]) -> list[str]:
    return [name for name in given if name not in QUERY_NAMES]


def _single(name: str, values: list[str]) -> str:
    if len(values) > 1:
        raise FilterError(_("The filter “%(name)s” is given more than once.", name=name))
    return values[0].strip() if values else ""


def _day(name: str) -> Callable[[str], date]:
    def read(text: str) -> date:
        try:
            day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None or not EARLIEST <= day <= LATEST:
            raise _wrong(name, text, _("a date such as 2025-12-31 is expected"))
        return day

    return read


def _plan(text: str, plans: Iterable[PlanRef]) -> int:
    for plan in plans:
        if text == plan.code or (_ID.fullmatch(text) and int(text) == plan.id):
            return plan.id
    raise _wrong("plan", text, _("no such thing, or no right to see it"))


def _among(name: str, refs: Iterable[Ref]) -> Callable[[str], int]:
    def read(text: str) -> int:
        if _ID.fullmatch(text) and any(int(text) == ref.id for ref in refs):
            return int(text)
        raise _wrong(name, text, _("no such thing, or no right to see it"))

    return read


def _statuses(text: str) -> tuple[Status, ...]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    unknown = [word for word in words if word not in set(Status)]
    if unknown:
        raise _wrong("status", unknown[0], _("there is no such status"))
    return tuple(dict.fromkeys(Status(word) for word in words))


def _search(text: str) -> str:
    if len(text) > LONGEST_SEARCH:
        raise FilterError(_("The search text is longer than %(n)s characters.", n=LONGEST_SEARCH))
    if not text.isprintable():
        raise _wrong("q", "…", _("it holds characters that cannot be typed"))
    return text


def _language(text: str) -> str:
    if text not in LOCALES:
        raise _wrong(
            "lang", text, _("one of these is expected: %(values)s", values=", ".join(LOCALES))
        )
    return text


def _wrong(name: str, text: str, expected: str) -> FilterError:
    message = _("Filter “%(name)s”: “%(value)s” cannot be used: %(expected)s.")
    return FilterError(message % {"name": name, "value": _short(text), "expected": expected})


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
