"""The term of a plan that an amending act does not name: it stays, and deadlines are read in it."""

from dataclasses import replace
from datetime import date

from data_access.importers.draft.edit_plan import with_term
from data_access.importers.draft.rereading import reread
from data_access.importers.draft.state import DraftState, Stamp

#: The act names no term of its own, or only a part of it; the rest would be taken from deadlines.
NOT_NAMED = frozenset({"term_absent", "term_derived", "term_start_derived"})
BY_HAND = frozenset({("", "period_start"), ("", "period_end")})


def with_kept_term(state: DraftState, first: date, last: date, stamp: Stamp) -> DraftState:
    """Return the state in the term of the plan that it amends, where the act names none.

    The findings about the term are settled by it.
    """
    state = with_own_term(state, stamp)
    asked = [number for number in _about(state) if state.settlement(number).is_open]
    if not asked or BY_HAND & state.edited:
        return state
    plan = state.reading.plan
    own = (plan.period_start, plan.period_end)
    reading = with_term(state.reading, first, last)
    state = replace(state, reading=reading, own_term=own).settle("edited", stamp, *asked)
    return reread(state, stamp)


def with_own_term(state: DraftState, stamp: Stamp) -> DraftState:
    """Return the state in the term that was read, where that of a plan was taken over."""
    if state.own_term is None:
        return state
    own = state.own_term
    state = replace(state, own_term=None)
    if BY_HAND & state.edited:
        return state
    state = replace(state, reading=with_term(state.reading, *own))
    return reread(state.settle("open", stamp, *_about(state)), stamp)


def is_kept(state: DraftState) -> bool:
    """Tell whether the term is that of the plan, on which the act is silent."""
    return state.own_term is not None and not BY_HAND & state.edited


def _about(state: DraftState) -> list[int]:
    found = enumerate(state.reading.findings)
    return [number for number, one in found if one.code in NOT_NAMED]
