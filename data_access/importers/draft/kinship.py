"""Whether an act can be meant to amend a plan: same territory, and measures that it knows."""

from collections.abc import Iterator

from data_access.importers.draft.saved import SavedPlan
from data_access.importers.draft.territories import is_meant
from data_access.records.difference import Difference, MeasureChange
from data_access.records.draft_matches import Place
from data_access.records.drafts import DraftFault

#: An act that knows fewer of the plan's measures than one in so many is hardly about it.
ONE_IN = 3
#: What is strange (territory, measures) → the code of the one question about both.
CODES = {
    (True, True): "target_foreign",
    (True, False): "target_elsewhere",
    (False, True): "target_unlike",
}


def strangeness(
    read: str, place: Place, saved: SavedPlan, changes: Difference
) -> Iterator[DraftFault]:
    """Yield what speaks against the act amending the plan; a person may confirm it all the same."""
    is_elsewhere = bool(read) and not is_meant(read, place)
    live = {one.id for one in saved.measures if not one.is_removed}
    known = sum(one.measure_id in live and _is_known(one) for one in changes.measures)
    code = CODES.get((is_elsewhere, known * ONE_IN < len(live)))
    if code:
        values = {"read": read, "name": place.name, "known": str(known), "of": str(len(live))}
        yield DraftFault(code, "target", "", values)


def _is_known(change: MeasureChange) -> bool:
    """Tell whether the act names the measure by more than its number, or a person said so."""
    return bool(change.key) and (not change.doubt or change.is_decided)
