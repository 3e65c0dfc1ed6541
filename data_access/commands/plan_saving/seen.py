"""A draft's state seen against the database: everything that one screen shows."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from data_access.commands.plan_saving import known
from data_access.commands.plan_saving.comparing import Compared, compared
from data_access.importers.draft.blocking import blockers
from data_access.importers.draft.compared_findings import compared_findings
from data_access.importers.draft.kinship import strangeness
from data_access.importers.draft.name_book import SavedExecutor
from data_access.importers.draft.names import matches
from data_access.importers.draft.periods import periods_of
from data_access.importers.draft.places import target_of
from data_access.importers.draft.settling import findings_of
from data_access.importers.draft.state import DraftState
from data_access.importers.draft.territories import territory_of
from data_access.records.difference import Difference
from data_access.records.draft_matches import ExecutorMatch, TargetChoice, TerritoryChoice
from data_access.records.drafts import DraftFault, DraftFinding, Period
from data_access.records.view import Scope


@dataclass(frozen=True)
class Seen:
    """A draft's state with what follows from it and from the database.

    `compared` is the comparison with the plan that it amends, None for a new one.
    """

    state: DraftState
    findings: tuple[DraftFinding, ...]
    executors: tuple[ExecutorMatch, ...]
    territory: TerritoryChoice
    target: TargetChoice
    periods: tuple[Period, ...]
    blockers: tuple[DraftFault, ...]
    compared: Compared | None = None

    @property
    def difference(self) -> Difference | None:
        """Return what saving would change in the plan that the draft amends; None for a new one."""
        return self.compared.changes if self.compared else None

    @property
    def says_the_same(self) -> bool:
        """Tell whether a saved plan says all of it already."""
        return self.difference is not None and self.difference.is_empty


def see(session: Session, scope: Scope, state: DraftState, sha256: str, today: date) -> Seen:
    """Return what a state comes to for this scope; a few queries, whatever the size."""
    may_make = scope.territory_ids is None
    territory = territory_of(state, known.writable(session, scope), may_make=may_make)
    place = territory.territory.id if territory.territory else None
    plans = known.titles(session, place) if place else []
    target = target_of(state, sha256, plans, today)
    findings = findings_of(state)
    executors = matches(state.reading, state.names, _saved(session, place))
    plan = state.reading.plan
    seen = Seen(
        state=state,
        findings=findings,
        executors=executors,
        territory=territory,
        target=target,
        periods=periods_of(plan.reporting, plan.period_start, plan.period_end, plan.earliest),
        blockers=blockers(state.reading, findings, executors, territory, target),
    )
    return _with_comparison(seen, compared(session, seen, target, today))


def _with_comparison(seen: Seen, found: Compared | None) -> Seen:
    """Return the look with what the comparison says; an act of another plan blocks saving."""
    place = seen.territory.territory
    if found is None or place is None:
        return seen
    more = compared_findings(seen.state, found.changes, found.terms.adds_from, found.later)
    seen = replace(seen, compared=found, findings=(*seen.findings, *more))
    if seen.target.is_confirmed:
        return seen
    strange = strangeness(seen.state.reading.plan.territory, place, found.saved, found.changes)
    return replace(seen, blockers=(*seen.blockers, *strange))


def saved_for(session: Session, scope: Scope, state: DraftState) -> list[SavedExecutor]:
    """Return the executors of the territory where the draft belongs, as far as that is known."""
    may_make = scope.territory_ids is None
    territory = territory_of(state, known.writable(session, scope), may_make=may_make)
    return _saved(session, territory.territory.id if territory.territory else None)


def _saved(session: Session, territory_id: int | None) -> list[SavedExecutor]:
    return known.executors(session, territory_id) if territory_id else []
