"""Tells a plan's life: what its story names, then the routine reports around it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from data_access.sample.drafts import insert_drafts, insert_verdicts
from data_access.sample.fates import Teller
from data_access.sample.plan_records import PlanFile
from data_access.sample.plan_rows import PlanIds
from data_access.sample.reports import routine_reports
from data_access.sample.story_records import StoryFile


@dataclass(frozen=True)
class Told:
    """How many reports and decisions a plan was given."""

    reports: int
    decisions: int


def tell(session: Session, file: PlanFile, story: StoryFile, ids: PlanIds) -> Told:
    """Insert the demonstration's reports and decisions of one plan.

    The routine reports come second: which of them are owed follows, by the rules themselves,
    from what the story tells.
    """
    teller = Teller(file, story, ids)
    decided = insert_verdicts(session, teller.verdicts())
    reports, reviews = insert_drafts(session, teller.drafts())
    routine, _ = insert_drafts(session, routine_reports(session, teller))
    return Told(reports + routine, decided + reviews)
