"""Which territories the filter bar offers, and which are found by their names."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.folding import sort_key
from data_access.models import Plan, Territory
from data_access.queries.base import Condition, in_scope
from data_access.queries.namesakes import named_so, named_with_region
from data_access.queries.plans import territory_ref
from data_access.records.common import Ref
from data_access.records.view import View

#: So many territories are offered at most; so many where they are looked for by name.
MOST, MOST_FOUND = 1000, 30


def offered(view: View) -> list[Condition]:
    """Return the conditions on a territory that it, or one below it, has plans to be seen."""
    with_plans = select(Plan.territory_id).where(in_scope(view, Plan.territory_id))
    above = select(Territory.parent_id).where(Territory.id.in_(with_plans))
    regions = above.where(Territory.parent_id.is_not(None))
    is_held = or_(Territory.id.in_(with_plans), Territory.id.in_(regions))
    return [in_scope(view, Territory.id), is_held]


def territories(session: Session, view: View, chosen: int | None) -> tuple[Ref, ...]:
    """Return the territories; of many the regions, with what lies in the chosen one below it, or
    in the only one.
    """
    query = select(Territory).where(*offered(view))
    if not view.is_wide:
        return by_name([territory_ref(one) for one in session.scalars(query)])
    at = _only_region(session, view) if chosen is None else chosen
    near = or_(Territory.parent_id.is_(None), *_near(at))
    return named_with_region(session, [near, *offered(view)], MOST)


def _only_region(session: Session, view: View) -> int | None:
    region = func.coalesce(Territory.parent_id, Territory.id)
    found = session.scalars(select(region).where(*offered(view)).distinct().limit(2)).all()
    return found[0] if len(found) == 1 else None


def _near(chosen: int | None) -> list[Condition]:
    """Return the conditions on a territory that it lies in the chosen one's region."""
    if chosen is None:
        return []
    region = select(func.coalesce(Territory.parent_id, Territory.id)).where(Territory.id == chosen)
    return [Territory.parent_id == region.scalar_subquery(), Territory.id == chosen]


def search_territories(db: Database, view: View, words: str) -> tuple[Ref, ...]:
    """Return the first territories in the account's rights whose names have all of the words.

    Case and ё don't matter; a municipality is found by its region's name too.
    """
    with db.read() as session:
        return named_with_region(session, [*offered(view), *named_so(words)], MOST_FOUND)


def by_name(refs: list[Ref]) -> tuple[Ref, ...]:
    """Return these in the order of their short names."""
    return tuple(sorted(refs, key=lambda one: sort_key(one.short_name)))
