"""Loads the sample: four plans as published, and a generated history marked as one.

The plans come from the files `<code>.toml`, their history from `story-<code>.toml` with a
fixed seed: two loads into empty databases give equal rows.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_access.models import Plan
from data_access.sample.other_rows import insert_findings, insert_indicators, insert_practices
from data_access.sample.plan_file import read_plan
from data_access.sample.plan_records import PlanFile
from data_access.sample.plan_rows import PlanIds, insert_plan
from data_access.sample.practice_file import read_practices
from data_access.sample.reading import SampleError
from data_access.sample.story import Told, tell
from data_access.sample.story_file import read_story
from data_access.sample.story_records import StoryFile

#: In the order in which the interface lists them.
PLANS = (
    "alexandrovsk-2020-2021",
    "tokaryovka-2025",
    "omsk-2024",
    "irkutsk-region-2022-2025",
)


@dataclass(frozen=True)
class PlanSummary:
    """What was loaded of one plan: its keys, and how many rows of each kind."""

    plan_id: int
    code: str
    short_title: str
    territory_id: int
    territory: str
    default_as_of: date
    sections: int
    measures: int
    executors: int
    findings: int
    reports: int
    decisions: int


def load_sample(session: Session) -> list[PlanSummary]:
    """Insert all sample plans and return a summary of each, in the order of PLANS.

    Raises SampleError, before anything is inserted, when a file is wrong or a plan of the same
    code is already there. The spans follow with the next `Database.read()` or `refresh()`.
    """
    files = tuple(read_plan(code) for code in PLANS)
    stories = {file.code: read_story(file) for file in files}
    practices = read_practices(files)
    _refuse_loaded(session)
    loaded = [(file, *_load(session, file, stories[file.code])) for file in files]
    measures = {
        (file.code, number): id_ for file, ids, _ in loaded for number, id_ in ids.measures.items()
    }
    insert_practices(session, practices, measures)
    return [_summary(*one) for one in loaded]


def _refuse_loaded(session: Session) -> None:
    found = session.scalars(select(Plan.code).where(Plan.code.in_(PLANS)).order_by(Plan.code))
    for code in found:
        raise SampleError(f"{code}.toml", "code", "a plan of this code is already loaded")


def _load(session: Session, file: PlanFile, story: StoryFile) -> tuple[PlanIds, Told]:
    ids = insert_plan(session, file)
    insert_indicators(session, file, ids, story.actuals)
    insert_findings(session, file, ids)
    return ids, tell(session, file, story, ids)


def _summary(file: PlanFile, ids: PlanIds, told: Told) -> PlanSummary:
    return PlanSummary(
        plan_id=ids.plan,
        code=file.code,
        short_title=file.plan.short_title,
        territory_id=ids.territory,
        territory=file.territory.name,
        default_as_of=file.plan.default_as_of or file.plan.starts_on,
        sections=len(file.sections),
        measures=len(file.measures),
        executors=len(file.executors),
        findings=len(file.findings),
        reports=told.reports,
        decisions=told.decisions,
    )
