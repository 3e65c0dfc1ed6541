"""Readings for the tests of drafts: one of the tests' own act, and any (hypothesis)."""

import string
from datetime import UTC, date, datetime
from functools import cache

from hypothesis import strategies as st

from data_access.importers.draft.state import (
    Accepted,
    Change,
    Deadline,
    DraftState,
    Stamp,
    TargetDecision,
)
from data_access.importers.plan.read import read_plan
from data_access.records.draft_matches import NameChoice, NewTerritory
from data_access.records.drafts import Settlement
from data_access.records.reading import (
    ActReading,
    CitedAct,
    ExecutorReading,
    Finding,
    IndicatorReading,
    MeasureReading,
    PlanReading,
    PlanSettings,
    RemovedRow,
    ScheduleReading,
    SectionReading,
    SourceRow,
)
from tests.support.drafts import act

STAMP = Stamp(datetime(2023, 6, 1, 9, tzinfo=UTC), 7)
WORDS = st.text(alphabet="абвгд ёЁ—«»№" + string.ascii_letters + string.digits + '"\n', max_size=20)
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=4)
YEARS = st.dictionaries(st.integers(1990, 2100), NUMBERS, max_size=3)
MOMENTS = st.datetimes(timezones=st.just(UTC))


@cache
def reading() -> PlanReading:
    """Return the reading of the tests' own act."""
    return read_plan(act(), "akt.txt")


def state() -> DraftState:
    """Return a fresh draft of it."""
    return DraftState(reading())


RULES = st.fixed_dictionaries(
    {
        "frequency": st.sampled_from(["none", "once", "monthly", "quarterly", "yearly"]),
        "due_day": st.none() | st.integers(1, 31),
        "due_dates": st.lists(DAYS, max_size=3).map(tuple),
        "phrase": WORDS,
        "text": WORDS,
    }
)
ACTS = st.builds(
    ActReading,
    *(WORDS, WORDS, WORDS, WORDS, st.none() | WORDS),
    *(st.none() | DAYS, st.none() | DAYS, st.none() | DAYS, WORDS, WORDS),
    st.just({}) | RULES,
    st.none() | DAYS,
    st.lists(st.builds(CitedAct, WORDS, st.none() | DAYS), max_size=2).map(tuple),
)
SCHEDULES = st.builds(
    ScheduleReading,
    WORDS,
    st.lists(DAYS, max_size=3).map(tuple),
    st.lists(WORDS, max_size=3).map(tuple),
    st.lists(st.none() | DAYS, max_size=3).map(tuple),
    st.booleans(),
)
EXECUTORS = st.builds(ExecutorReading, WORDS, WORDS, st.booleans(), st.booleans(), WORDS)
ROWS = st.lists(st.builds(SourceRow, WORDS, st.lists(WORDS, max_size=3).map(tuple)), max_size=2)
MEASURES = st.builds(
    MeasureReading,
    *(WORDS, WORDS, WORDS, WORDS, SCHEDULES, st.lists(EXECUTORS, max_size=2).map(tuple)),
    *(WORDS, st.dictionaries(WORDS, WORDS, max_size=2), st.lists(WORDS, max_size=2).map(tuple)),
    *(WORDS, WORDS, ROWS.map(tuple), st.lists(WORDS, max_size=2).map(tuple)),
)
FINDINGS = st.builds(
    Finding,
    *(st.none() | WORDS, WORDS, WORDS, st.sampled_from(["info", "warning", "error"])),
    *(WORDS, WORDS, WORDS, st.dictionaries(WORDS, WORDS, max_size=2), WORDS),
)
INDICATORS = st.builds(IndicatorReading, WORDS, WORDS, WORDS, YEARS, YEARS, WORDS, WORDS, WORDS)
SECTIONS = st.builds(SectionReading, WORDS, WORDS, WORDS, WORDS)
REMOVED = st.builds(
    RemovedRow,
    *(st.none() | MEASURES, st.none() | SECTIONS, st.none() | INDICATORS, WORDS),
    st.lists(st.integers(0, 9), max_size=2).map(tuple),
)
READINGS = st.builds(
    PlanReading,
    ACTS,
    st.lists(SECTIONS, max_size=2).map(tuple),
    st.lists(MEASURES, max_size=3).map(tuple),
    st.lists(INDICATORS, max_size=2).map(tuple),
    st.lists(FINDINGS, max_size=3).map(tuple),
    st.builds(PlanSettings, WORDS, WORDS, WORDS, st.booleans()),
    st.lists(REMOVED, max_size=2).map(tuple),
)
CHOICES = st.builds(
    NameChoice, st.sampled_from(["known", "same", "new"]), st.none() | st.integers(), WORDS, WORDS
)
STATES = st.builds(
    DraftState,
    READINGS,
    st.dictionaries(
        st.integers(0, 9),
        st.builds(Settlement, WORDS, st.none() | MOMENTS, st.none() | st.integers()),
        max_size=2,
    ),
    st.dictionaries(WORDS, CHOICES, max_size=2),
    st.lists(
        st.builds(Change, MOMENTS, st.none() | st.integers(), WORDS, WORDS, WORDS, WORDS),
        max_size=2,
    ).map(tuple),
    st.none() | st.integers(),
    st.none() | st.builds(NewTerritory, WORDS, WORDS, WORDS),
    st.none() | st.builds(TargetDecision, st.none() | st.integers(), WORDS, st.none() | DAYS),
    own_term=st.none() | st.tuples(st.none() | DAYS, st.none() | DAYS),
    joined=st.dictionaries(WORDS, st.integers(1, 99), max_size=2),
    accepted=st.dictionaries(
        st.integers(0, 9),
        st.builds(
            Accepted,
            WORDS,
            st.builds(Deadline, WORDS, SCHEDULES),
            st.builds(Deadline, WORDS, SCHEDULES),
            st.lists(st.none() | DAYS, max_size=3).map(tuple),
        ),
        max_size=2,
    ),
)
