"""Names that several territories share, told apart in lists of choices."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from data_access.folding import folded, sort_key
from data_access.models import Territory
from data_access.queries.base import Condition
from data_access.queries.searching import LIKE_ESCAPE, pattern, words
from data_access.records.common import Ref

Above = aliased(Territory)


def told_apart(found: Sequence[tuple[Ref, str]]) -> list[Ref]:
    """Return things with the place beside the short name where that name repeats.

    `found` holds each with the short name of its territory.
    """
    number = Counter(one.short_name for one, _place in found)
    return [
        Ref(one.id, one.name, f"{one.short_name} ({place})") if number[one.short_name] > 1 else one
        for one, place in found
    ]


def named_so(text: str) -> list[Condition]:
    """Return the conditions that each word stands in a territory's name or in its region's."""
    names = (Territory.name, Territory.short_name, Above.name)
    return [
        or_(*(folded(name).like(pattern(word), escape=LIKE_ESCAPE) for name in names))
        for word in words(text)
    ]


def named_with_region(
    session: Session, conditions: Sequence[Condition], limit: int
) -> tuple[Ref, ...]:
    """Return the first territories, regions before others; sorted by name, each municipality after
    its region and with its name.
    """
    query = (
        select(Territory.id, Territory.name, Territory.short_name, Above.short_name.label("region"))
        .outerjoin(Above, Above.id == Territory.parent_id)
        .where(*conditions)
        .order_by(Territory.parent_id.is_not(None), Territory.name, Territory.id)
        .limit(limit)
    )
    rows = sorted(session.execute(query).all(), key=_place)
    return tuple(Ref(row.id, row.name, _label(row)) for row in rows)


def _place(row: Any) -> tuple[object, ...]:
    if row.region is None:
        return sort_key(row.short_name), 0, ("", "")
    return sort_key(row.region), 1, sort_key(row.short_name)


def _label(row: Any) -> str:
    return f"{row.short_name} ({row.region})" if row.region else str(row.short_name)
