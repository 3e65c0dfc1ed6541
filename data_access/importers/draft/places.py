"""Where a draft belongs: its territory among the known ones, and the plan that it amends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from rapidfuzz import fuzz

from data_access.importers.draft.state import DraftState
from data_access.importers.plan.territory import REGION
from data_access.importers.plan.territory import region as in_nominative
from data_access.importers.plan.text import fold, squeezed
from data_access.records.draft_matches import (
    NewTerritory,
    Place,
    TargetChoice,
    TargetPlan,
    TerritoryChoice,
)
from data_access.records.reading import ActReading

PROPOSED = 5
ALIKE = 60
TITLES_ALIKE = 80
IN_REGION = re.compile(rf",?\s+{REGION}\s*$")
CERTAIN = ("same_file", "same_act")


@dataclass(frozen=True)
class SavedTitle:
    """A saved plan as far as a target is proposed by it; `hashes` are those of its files."""

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

    @property
    def act(self) -> str:
        """Return the act as it is cited."""
        return cited(self.act_kind, self.act_date, self.act_number)


def cited(kind: str, day: date | None, number: str | None) -> str:
    """Return an act as it is cited: kind, date, number."""
    parts = (kind, f"от {day:%d.%m.%Y}" if day else "", f"№ {number}" if number else "")
    return " ".join(part for part in parts if part)


def territory_of(
    state: DraftState, writable: Sequence[Place], *, may_make: bool
) -> TerritoryChoice:
    """Return where the plan belongs; `writable` are the territories of the account's scope.

    Without a person it is taken where the act's name is that of one of them and the regions do not
    differ, or where the act names none and there is only one. The likeliest others stand first
    among the candidates, for whoever knows better.
    """
    read = state.reading.plan.territory
    candidates = tuple(sorted(writable, key=lambda one: (-_score(read, one), one.name)))
    choice = TerritoryChoice("undecided", read, candidates=candidates, may_make=may_make)
    chosen = next((one for one in writable if one.id == state.territory_id), None)
    if chosen:
        return replace(choice, how="chosen", territory=chosen)
    if state.new_territory and may_make:
        return replace(choice, how="new", new=state.new_territory)
    equal = named(read, writable)
    only = list(writable) if not read and len(writable) == 1 else []
    if len(equal or only) == 1:
        return replace(choice, how="equal", territory=(equal or only)[0])
    likely = [one for one in candidates if _score(read, one) >= ALIKE]
    if may_make and read and not likely:
        return replace(choice, how="new", new=new_of(read, state.reading.plan.level))
    return choice


def new_of(name: str, level: str) -> NewTerritory:
    """Return the territory to be made of a name, behind which its region may stand."""
    region = IN_REGION.search(name)
    if region is None or level == "region":
        return NewTerritory(name, level or "municipality")
    return NewTerritory(name[: region.start()], "municipality", _region_in(name))


def named(read: str, places: Sequence[Place]) -> list[Place]:
    """Return those that a name means; where it tells the region, none of another one.

    Several are namesakes of which the name tells no more.
    """
    key = _bare(read)
    alike = [one for one in places if key in (_bare(one.name), _bare(one.short_name))]
    return [one for one in alike if not _elsewhere(read, one)] if key else []


def _elsewhere(read: str, place: Place) -> bool:
    """Tell whether the regions are known on both sides and differ."""
    ours = _region_in(read)
    theirs = place.region or _region_in(place.name)
    return bool(ours and theirs) and squeezed(ours) != squeezed(theirs)


def _region_in(name: str) -> str:
    found = IN_REGION.search(name)
    return in_nominative(found.group().strip(" ,")) if found else ""


def _bare(name: str) -> str:
    return squeezed(IN_REGION.sub("", name))


def _score(read: str, place: Place) -> float:
    """Return how like a territory is; one of another region is not at all."""
    if not read or _elsewhere(read, place):
        return 0.0
    return fuzz.token_set_ratio(fold(read), fold(place.name))


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
        how = "undecided" if proposals else "new"
        return TargetChoice(how, None, choice.proposals, others)
    if decision.plan_id is None:
        return TargetChoice("new", None, choice.proposals, others)
    saved = next((one for one in plans if one.id == decision.plan_id), None)
    if saved is None:
        return choice
    plan = next((one for one in proposals if one.id == saved.id), _listed(saved))
    basis, day = basis_of(state, saved, today)
    return TargetChoice("amends", plan, choice.proposals, others, basis, day)


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
        return _listed(plan, "same_file", 100)
    if is_same_act(act, plan):
        return _listed(plan, "same_act", 99)
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


def is_same_act(act: ActReading, saved: HasAct) -> bool:
    """Tell whether an act has the number of the saved one, and no other date."""
    same_number = act.number and saved.act_number and fold(act.number) == fold(saved.act_number)
    days = {day for day in (act.act_date, saved.act_date) if day}
    return bool(same_number) and len(days) <= 1


def _listed(plan: SavedTitle, why: str = "listed", score: int = 0) -> TargetPlan:
    return TargetPlan(plan.id, plan.code, plan.title, plan.short_title, plan.act, why, score)
