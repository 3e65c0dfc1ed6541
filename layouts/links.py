"""The one place of routes and of the names in the query string.

Every address inside the product is made by `href` or `export_href`, so the filters of the page
travel with the person: they survive a click, a reload, sharing and export.
"""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from data_access.records.exports import FORMATS, TABLES
from data_access.records.view import Filters
from layouts.texts import pinned_locale

#: Route name → path. `{id}` marks the page of one thing.
PATHS = {
    "overview": "/",
    "sections": "/sections",
    "section": "/sections/{id}",
    "executors": "/executors",
    "executor": "/executors/{id}",
    "territories": "/territories",
    "territory": "/territories/{id}",
    "measures": "/measures",
    "measure": "/measures/{id}",
    "overdue": "/overdue",
    "indicators": "/indicators",
    "timeline": "/timeline",
    "practices": "/practices",
    "meeting": "/meeting",
    "data": "/data",
    "draft": "/data/{id}",
    "batch": "/data/batches/{id}",
    "account": "/account",
    "login": "/login",
    "logout": "/logout",
}

#: Field of `Filters` → its name in the query string, in the order in which links write them.
NAMES = {
    "as_of": "as_of",
    "plan": "plan",
    "territory": "territory",
    "section": "section",
    "executor": "executor",
    "statuses": "status",
    "q": "q",
    "since": "since",
}
QUERY_NAMES = (*NAMES.values(), "lang")

EXPORT_TABLES = tuple(TABLES)
EXPORT_FORMATS = FORMATS


def href(name: str, filters: Filters, *, id: int | None = None, **changes: Any) -> str:
    """Return the address of a page with the filters in its query string.

    `name` is a key of `PATHS`, `id` the thing for a page of one thing. `changes` are fields of
    `Filters` set for this link only (`plan=3`, `statuses=(Status.OVERDUE,)`, `q=""`).
    The page of one thing keeps the context (date, plan, territory, since) and drops the
    filters that narrow a list, for they would say nothing there.
    Raises KeyError for an unknown route, TypeError for an unknown field.
    """
    path = PATHS[name]
    if "{id}" not in path:
        return path + query(replace(filters, **changes) if changes else filters)
    if not changes:
        return path.format(id=id) + _query_of_one(filters, pinned_locale())
    return path.format(id=id) + query(replace(context(filters), **changes))


def context(filters: Filters) -> Filters:
    """Return the filters without those that narrow a list (for navigation)."""
    return replace(filters, section=None, executor=None, statuses=(), q="")


def on(filters: Filters, day: date) -> Filters:
    """Return the filters of another day; changes are counted from no later one."""
    since = filters.since if filters.since and filters.since <= day else None
    return replace(filters, as_of=day, since=since)


def export_href(table: str, fmt: str, filters: Filters) -> str:
    """Return the address of a table's download in a format, by the page's own filters."""
    if table not in EXPORT_TABLES or fmt not in EXPORT_FORMATS:
        raise KeyError(f"{table}.{fmt}")
    return f"/export/{table}.{fmt}{query(filters)}"


def form_href(kind: str, fmt: str, **given: int | date | None) -> str:
    """Return the address of a form to fill in ("reports" or "indicators"), with what it is for."""
    known = {name: str(value) for name, value in given.items() if value is not None}
    if pinned := pinned_locale():
        known["lang"] = pinned
    return f"/forms/{kind}.{fmt}" + (f"?{urlencode(known)}" if known else "")


def language_href(path: str, filters: Filters, locale: str) -> str:
    """Return the address of the same page in another language."""
    return path + query(filters, lang=locale)


def query(filters: Filters, *, lang: str | None = None) -> str:
    """Return the query string of the filters with its "?", or "" when nothing is filtered."""
    return _query(filters, lang or pinned_locale())


@lru_cache(maxsize=256)  # a list has a link for each row, all with the same filters
def _query_of_one(filters: Filters, lang: str | None) -> str:
    return _query(context(filters), lang)


@lru_cache(maxsize=256)
def _query(filters: Filters, lang: str | None) -> str:
    given = {name: value for name, value in values(filters, lang=lang).items() if value}
    return f"?{urlencode(given, safe=',', quote_via=quote)}" if given else ""


def values(filters: Filters, *, lang: str | None = None) -> dict[str, str]:
    """Return the text of each name in the query string, "" for what is not filtered."""
    texts = {name: _text(getattr(filters, field)) for field, name in NAMES.items()}
    return {**texts, "lang": lang or pinned_locale() or ""}


def _text(value: Any) -> str:
    """Return the value of a filter as the address has it."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ",".join(one.value for one in value)
    return value.isoformat() if isinstance(value, date) else str(value)
