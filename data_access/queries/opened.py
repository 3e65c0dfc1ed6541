"""Statements made once for all dates and filters of a kind: their values are given when asked.

SQLAlchemy makes a statement of hundreds of small objects; for the questions of a page that takes
longer than many of the answers. An opened view has the same filters as the one it stands for, with
names in place of their values, so whoever asks for another date or territory meets a statement that
is made already; statuses stay as they are. A value that is not given when it is asked is an error,
never an empty filter.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import BindParameter, bindparam
from sqlalchemy.types import TypeEngine

from data_access.queries.searching import pattern, words
from data_access.records.view import Scope, View

Type = TypeEngine[Any] | type[TypeEngine[Any]]
Bound = BindParameter[Any]
#: Stand for any day and any id in an opened view or moment.
ANY_DAY = date(2000, 1, 1)
ANY_ID = 1
MOST_STATEMENTS = 128


@lru_cache(MOST_STATEMENTS)
def made(make: Callable[..., Any], *of: Any) -> Any:
    """Return what `make` makes of these opened views, moments and further constants, made once."""
    return make(*of)


def once(make: Callable[..., Any], *of: Any) -> Any:
    """Return the same where it is not worth keeping, for values that hardly come again."""
    return make(*of)


def opened(view: View) -> View:
    """Return the view that stands for all with the same kinds of filters."""
    filters, scope = view.filters, view.scope
    return replace(
        view,
        scope=scope if scope.territory_ids is None else Scope(frozenset()),
        today=ANY_DAY,
        filters=replace(
            filters,
            as_of=filters.as_of and ANY_DAY,
            plan=filters.plan and ANY_ID,
            territory=filters.territory and ANY_ID,
            section=filters.section and ANY_ID,
            executor=filters.executor and ANY_ID,
            since=None,
            statuses=tuple(sorted(filters.statuses)),
            q=" ".join("?" for _ in words(filters.q)),
        ),
        plans=None if view.plans is None else (),
        is_open=True,
    )


def values(view: View) -> dict[str, Any]:
    """Return the values of the view's filters by the names that an opened view has for them."""
    filters = view.filters
    given = {
        "scope": None if view.scope.territory_ids is None else sorted(view.scope.territory_ids),
        "plan": filters.plan,
        "territory": filters.territory,
        "section": filters.section,
        "executor": filters.executor,
        "plans": view.plans,
    }
    patterns = {f"word_{place}": pattern(word) for place, word in enumerate(words(filters.q))}
    return {**{name: value for name, value in given.items() if value is not None}, **patterns}


def bound(name: str, value: Any, type_: Type, *, is_open: bool, **options: Any) -> Bound:
    """Return a value in a statement; in one of an opened view the name by which it is given."""
    if is_open:
        return bindparam(name, type_=type_, required=True, **options)
    return bindparam(None, value, type_, **options)
