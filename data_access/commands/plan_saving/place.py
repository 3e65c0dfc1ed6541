"""The territory of a new plan: chosen, or made with its region."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.importers.draft.short import short
from data_access.models import Territory
from data_access.plan_rows.inserting import insert_rows
from data_access.records.draft_matches import NewTerritory, TerritoryChoice
from data_access.records.drafts import refused


def place_of(session: Session, choice: TerritoryChoice) -> int:
    """Return the id of the chosen territory; one that is to be made is inserted."""
    if choice.territory is not None:
        return choice.territory.id
    new = choice.new or NewTerritory(choice.read, "municipality")
    parent = _found_or_made(session, new.region, "region", None) if new.region else None
    return _found_or_made(session, new.name, new.level, parent)


def _found_or_made(session: Session, name: str, level: str, parent: int | None) -> int:
    """Return the one of this name, in its region where that is told; Refused for namesakes."""
    query = select(Territory.id).where(Territory.name == name, Territory.level == level)
    if parent is not None:
        query = query.where(Territory.parent_id == parent)
    there = session.scalars(query).all()
    if len(there) > 1:
        raise refused("territory_namesakes", "territory", name=name)
    if there:
        return there[0]
    row = {"name": name, "short_name": short(name), "level": level, "parent_id": parent}
    return insert_rows(session, Territory, [row])[0]
