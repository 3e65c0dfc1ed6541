"""Which saved plan a draft amends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from rapidfuzz import fuzz

from data_access.importers.draft.state import DraftState
from data_access.importers.plan.text import fold
from data_access.records.draft_matches import TargetChoice, TargetPlan
from data_access.records.reading import ActReading

PROPOSED = 5
TITLES_ALIKE = 80
CERTAIN = ("same_file", "same_act", "amended")


@dataclass(frozen=True)
class SavedTitle:
    """A saved plan as far as a target is proposed by it.

    `hashes` are those of its files, `own_hashes` those that it was made of.
    """

    id: int
    code: str
    title: str
    short_title: str
    act_kind: str
    act_number: str | None
    act_date: date | None
    starts_on: date
    ends_on: date
    hashes: frozenset[str] = frozenset()
    own_hashes: frozenset[str] = frozenset()

    @property
    def act(self) -> str:
        """Return the act as it is cited."""
        return cited(self.act_kind, self.act_date, self.act_number)


def cited(kind: str, day: date | None, number: str | None) -> str:
    """Return an act as it is cited: kind, date, number."""
    parts = (kind, f"от {day:%d.%m.%Y}" if day else "", f"№ {number}" if number else "")
    return " ".join(part for part in parts if part)


def target_of(
    state: DraftState, sha256: str, plans: Sequence[SavedTitle], today: date
) -> TargetChoice:
    """Return whether the draft makes a new plan or amends one of its territory's `plans`."""
    proposals = sorted(
        (one for one in (_proposed(state, sha256, plan) for plan in plans) if one),
        key=lambda one: (-one.score, one.id),
    )[:PROPOSED]
    named = {one.id for one in proposals}
    others = tuple(_listed(one) for one in plans if one.id not in named)
    choice = TargetChoice("undecided", proposals=tuple(proposals), others=others)
    decision = state.target
    if decision is None:
        # An act that says it changes another one makes a new plan only if a person says so.
        how = "undecided" if proposals or state.reading.plan.amended else "new"
        return TargetChoice(how, None, choice.proposals, others)
    if decision.plan_id is None:
        return TargetChoice("new", None, choice.proposals, others)
    saved = next((one for one in plans if one.id == decision.plan_id), None)
    if saved is None:
        return choice
    plan = next((one for one in proposals if one.id == saved.id), _listed(saved))
    basis, day = basis_of(state, saved, today)
    confirmed = decision.is_confirmed
    return TargetChoice("amends", plan, choice.proposals, others, basis, day, confirmed)


def basis_of(state: DraftState, saved: SavedTitle, today: date) -> tuple[str, date]:
    """Return what decisions rest on and from when they count, never a day to come.

    Named by a person, else the draft's own act if it is another one than that of the plan, else
    the saved act as it was taken in again today.
    """
    plan = state.reading.plan
    own = cited(plan.kind, plan.act_date, plan.number)
    basis = (state.target.basis if state.target else "") or own or saved.act or saved.title
    named = state.target.decided_on if state.target else None
    own_day = plan.act_date if plan.act_date != saved.act_date else None
    return basis[:1000], min(named or own_day or today, today)


def _proposed(state: DraftState, sha256: str, plan: SavedTitle) -> TargetPlan | None:
    act = state.reading.plan
    if sha256 in plan.hashes:
        return replace(_listed(plan, "same_file", 100), is_own_file=sha256 in plan.own_hashes)
    if is_same_act(act, plan):
        return _listed(plan, "same_act", 99)
    if any(is_same(one.number, one.day, plan) for one in act.amended):
        return _listed(plan, "amended", 99)
    same_term = (act.period_start, act.period_end) == (plan.starts_on, plan.ends_on)
    score = int(fuzz.token_sort_ratio(fold(act.title), fold(plan.title)))
    if score >= TITLES_ALIKE and same_term:  # titles of following years are alike too
        return _listed(plan, "alike", min(score, 98))
    return None


class HasAct(Protocol):
    """A saved plan's own act."""

    @property
    def act_number(self) -> str | None:
        """Return its number."""

    @property
    def act_date(self) -> date | None:
        """Return its date."""


def is_own_act(state: DraftState, saved: HasAct) -> bool:
    """Tell whether a draft is the plan's own act, one of its requisites corrected by hand perhaps.

    What says so is the number or the date that nobody corrected.
    """
    act, by_hand = state.reading.plan, state.edited
    if is_same_act(act, saved):
        return True
    same_number = bool(act.number) and fold(act.number or "") == fold(saved.act_number or "")
    same_day = act.act_date is not None and act.act_date == saved.act_date
    return (same_number and ("", "act_date") in by_hand) or (
        same_day and ("", "act_number") in by_hand
    )


def is_same_act(act: ActReading, saved: HasAct) -> bool:
    """Tell whether an act has the number of the saved one, and no other date."""
    return is_same(act.number, act.act_date, saved)


def is_same(number: str | None, day: date | None, saved: HasAct) -> bool:
    """Tell whether a number is that of the saved act, and the day no other one."""
    same_number = number and saved.act_number and fold(number) == fold(saved.act_number)
    days = {one for one in (day, saved.act_date) if one}
    return bool(same_number) and len(days) <= 1


def _listed(plan: SavedTitle, why: str = "listed", score: int = 0) -> TargetPlan:
    return TargetPlan(plan.id, plan.code, plan.title, plan.short_title, plan.act, why, score)
