"""What is kept of a plan's draft: the reading with all edits, and what a person decided."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from data_access.importers.draft.json_form import from_json, to_json
from data_access.records.draft_matches import NameChoice, NewTerritory
from data_access.records.drafts import Settlement
from data_access.records.reading import PlanReading, ScheduleReading


@dataclass(frozen=True)
class Stamp:
    """Who does something, and when; `account_id` None is the command line."""

    at: datetime
    account_id: int | None


@dataclass(frozen=True)
class Change:
    """A note of one edit."""

    at: datetime
    account_id: int | None
    action: str
    kind: str
    key: str
    field: str


@dataclass(frozen=True)
class TargetDecision:
    """What was chosen: a new plan (`plan_id` None) or the plan to amend, with the basis.

    `is_confirmed` tells that a person meant it, though the act looks like that of another plan.
    """

    plan_id: int | None
    basis: str = ""
    decided_on: date | None = None
    is_confirmed: bool = False


@dataclass(frozen=True)
class Deadline:
    """A measure's deadline: the phrase and what was made of it."""

    phrase: str
    schedule: ScheduleReading


@dataclass(frozen=True)
class Accepted:
    """What accepting a proposal changed: the deadline of which measure, from what, to what.

    `within` are the days within which it had been read: the term and the first day of the act.
    """

    key: str
    before: Deadline
    made: Deadline
    within: tuple[date | None, ...] = ()


@dataclass(frozen=True)
class DraftState:
    """A plan's draft; every function that changes it returns a new one.

    `own_term` is what was read as the act's term, where that of the amended plan was taken over;
    `joined` holds the saved measures that a person took new ones for, by the new ones' keys;
    `accepted` are the proposals that were made, by the indexes of their findings.
    """

    reading: PlanReading
    settled: Mapping[int, Settlement] = dataclasses.field(default_factory=dict)
    names: Mapping[str, NameChoice] = dataclasses.field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    territory_id: int | None = None
    new_territory: NewTerritory | None = None
    target: TargetDecision | None = None
    own_term: tuple[date | None, date | None] | None = None
    joined: Mapping[str, int] = dataclasses.field(default_factory=dict)
    accepted: Mapping[int, Accepted] = dataclasses.field(default_factory=dict)

    @property
    def edited(self) -> frozenset[tuple[str, str]]:
        """Return the (key, field) pairs that were set by hand."""
        return frozenset((one.key, one.field) for one in self.changes if one.action == "set")

    @property
    def within(self) -> tuple[date | None, ...]:
        """Return the days within which deadlines are read."""
        plan = self.reading.plan
        return plan.period_start, plan.period_end, plan.earliest

    def settlement(self, index: int) -> Settlement:
        """Return how a finding stands."""
        return self.settled.get(index, Settlement())

    def settle(self, how: str, stamp: Stamp, *indexes: int) -> "DraftState":
        """Return the state with these findings settled (or opened again)."""
        made = Settlement(how, stamp.at, stamp.account_id)
        return replace(self, settled={**self.settled, **dict.fromkeys(indexes, made)})


def decisions_to_json(state: DraftState) -> dict[str, Any]:
    """Return all but the reading as JSON values."""
    data: dict[str, Any] = to_json(state)
    del data["reading"]
    return data


def state_of(reading: dict[str, Any], decisions: dict[str, Any]) -> DraftState:
    """Return the state kept in two JSON values."""
    return from_json(DraftState, {**decisions, "reading": reading})
