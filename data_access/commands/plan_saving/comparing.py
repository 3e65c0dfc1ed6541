"""A draft compared with the saved plan that it amends: once for each look at it."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from sqlalchemy.orm import Session

from data_access.commands.plan_saving.snapshot import load_saved
from data_access.importers.draft.compared_findings import LaterAct
from data_access.importers.draft.difference import Terms, difference
from data_access.importers.draft.order import order_of
from data_access.importers.draft.places import is_own_act
from data_access.importers.draft.saved import SavedPlan
from data_access.importers.draft.state import DraftState
from data_access.importers.draft.term_kept import is_kept
from data_access.plan_rows.texts import PlanOrder
from data_access.queries.acts import later_acts
from data_access.records.difference import Difference
from data_access.records.draft_matches import ExecutorMatch, TargetChoice
from data_access.records.drafts import Period


class Looked(Protocol):
    """A draft's state with what it was matched with."""

    @property
    def state(self) -> DraftState:
        """Return the state."""

    @property
    def executors(self) -> tuple[ExecutorMatch, ...]:
        """Return who is meant by its names."""

    @property
    def periods(self) -> tuple[Period, ...]:
        """Return its reporting periods."""


@dataclass(frozen=True)
class Compared:
    """The saved plan, what the draft orders, on what terms, and what it would change.

    `later` are acts of later days that amended the plan already.
    """

    saved: SavedPlan
    order: PlanOrder
    terms: Terms
    changes: Difference
    later: tuple[LaterAct, ...] = ()


def ordered(seen: Looked) -> PlanOrder:
    """Return what a draft orders."""
    return order_of(seen.state, seen.executors, seen.periods)


def compared(session: Session, seen: Looked, target: TargetChoice, today: date) -> Compared | None:
    """Return the comparison with the plan that the draft amends; None for a new plan."""
    if target.how != "amends" or target.plan is None:
        return None
    saved = load_saved(session, target.plan.id)
    order, terms = ordered(seen), _terms(seen.state, target, saved, today)
    # The plan's own act corrects from the beginning: every amendment is a later one.
    later = later_acts(session, saved.id, terms.adds_from or saved.plan.starts_on)
    return Compared(saved, order, terms, difference(saved, order, terms), later)


def _terms(state: DraftState, target: TargetChoice, saved: SavedPlan, today: date) -> Terms:
    by_hand = frozenset(field for key, field in state.edited if not key)
    plan = state.reading.plan
    on = target.decided_on or today
    is_own = is_own_act(state, saved.plan) or bool(target.plan and target.plan.is_own_file)
    amends = not is_own and saved.plan.starts_on < on
    answers = {number: one.how for number, one in state.settled.items() if not one.is_open}
    adds_from = on if amends else None
    return Terms(
        on,
        by_hand,
        bool(plan.reporting),
        plan.earliest,
        adds_from,
        answers,
        is_own,
        is_kept(state),
        state.joined,
        corrects=is_own and not (state.target and state.target.decided_on),
    )
