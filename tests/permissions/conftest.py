"""Who asks, and whose data it is: the plan of Александровск."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.db import Database
from data_access.models import (
    Assignment,
    Executor,
    Measure,
    Plan,
    PracticeDirection,
    Section,
    Territory,
)

OWNED = "alexandrovsk-2020-2021"


@dataclass(frozen=True)
class Owned:
    """Ids of the owner's things, and words that stand in the owner's data alone."""

    plan: int
    ids: dict[str, int]
    words: frozenset[str]


@pytest.fixture(scope="session")
def owned(sample_db: Database) -> Owned:
    """Give what belongs to the territory that the outsider must not see."""
    with sample_db.read() as session:
        plan = session.scalars(select(Plan).where(Plan.code == OWNED)).one()
        section = session.scalars(select(Section).where(Section.plan_id == plan.id)).first()
        measure = session.scalars(select(Measure).where(Measure.plan_id == plan.id)).first()
        assert section
        assert measure
        executor = session.scalars(
            select(Assignment.executor_id).where(Assignment.measure_id == measure.id)
        ).first()
        assert executor
        ids = {
            "section": section.id,
            "measure": measure.id,
            "executor": executor,
            "territory": plan.territory_id,
        }
        return Owned(plan.id, ids, _words(session, plan))


#: What names a territory's data; short names of bodies are the same everywhere.
NAMES = (
    (Measure.territory_id, (Measure.title, Measure.short_title)),
    (Executor.territory_id, (Executor.name,)),
    (Section.territory_id, (Section.title, Section.short_title)),
    (Plan.territory_id, (Plan.title, Plan.short_title)),
    (Territory.id, (Territory.name, Territory.short_name)),
)


def _words(session: Session, plan: Plan) -> frozenset[str]:
    mine: set[str] = set()
    others: set[str] = set()
    for place, columns in NAMES:
        for column in columns:
            for territory_id, word in session.execute(select(place, column)):
                (mine if territory_id == plan.territory_id else others).add(word)
    practices = set(session.scalars(select(PracticeDirection.note)))
    elsewhere = "\n".join(others | practices)
    return frozenset(word for word in mine if word not in elsewhere)
