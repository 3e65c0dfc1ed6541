"""Which regions in view lie on the map."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import Territory
from data_access.records.common import GroupRow
from data_access.records.nation import Place
from data_access.region_match import place_of


def places(session: Session, regions: Sequence[GroupRow]) -> Mapping[int, Place]:
    """Return the square of each region that lies on the map, by its id.

    Two regions never share a square: the later one stands beside the map.
    """
    query = select(Territory.id, Territory.name, Territory.oktmo).where(
        Territory.id.in_([row.id for row in regions]), Territory.level == "region"
    )
    found: dict[Place, int] = {}
    for row in session.execute(query.order_by(Territory.id)):
        if place := place_of(row.name, row.oktmo):
            found.setdefault(place, row.id)
    return {id_: place for place, id_ in found.items()}
