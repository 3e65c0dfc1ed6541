"""Where a draft belongs: its territory among the known ones, told by name and region."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from data_access.importers.draft.short import KINDS
from data_access.importers.draft.state import DraftState
from data_access.importers.plan.territory import REGION
from data_access.importers.plan.territory import region as in_nominative
from data_access.importers.plan.text import fold, squeezed
from data_access.records.draft_matches import NewTerritory, Place, TerritoryChoice

#: From here on a name may be a misspelt or declined one (0 to 100).
ALIKE = 80
#: From here on it is hardly another one: districts change their kind, acts leave out dots.
MEANT = 90
IN_REGION = re.compile(rf",?\s+{REGION}\s*$")


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
        is_other = bool(read) and not is_meant(read, chosen)
        return replace(choice, how="chosen", territory=chosen, is_other=is_other)
    if state.new_territory and may_make:
        return replace(choice, how="new", new=state.new_territory)
    equal = named(read, writable)
    only = list(writable) if not read and len(writable) == 1 else []
    if len(equal or only) == 1:
        return replace(choice, how="equal", territory=(equal or only)[0])
    if may_make and read and not likely(read, candidates):
        return replace(choice, how="new", new=new_of(read, state.reading.plan.level))
    return choice


def likely(read: str, places: Sequence[Place]) -> list[Place]:
    """Return those that a name may mean, misspelt or declined, the likest first."""
    found = [one for one in places if _score(read, one) >= ALIKE]
    return sorted(found, key=lambda one: (-_score(read, one), one.name))


def same_name(read: str, places: Sequence[Place]) -> list[Place]:
    """Return those of the same proper name, whatever kind of territory they are called."""
    own = proper(read)
    return [one for one in likely(read, places) if own and proper(one.name) == own]


def is_meant(read: str, place: Place) -> bool:
    """Tell whether a name means the territory: by another kind or spelling alone, perhaps."""
    if named(read, [place]):
        return True
    ours, theirs = proper(read), proper(place.name)
    is_like = bool(ours and theirs) and fuzz.ratio(ours, theirs) >= MEANT
    return is_like and not is_elsewhere(read, place)


def _likeness(name: str, place: Place) -> float:
    """Return how like the proper names are: all districts are "муниципальный округ" alike."""
    own = proper(name) or fold(name)
    theirs = {proper(place.name) or fold(place.name), proper(place.short_name)}
    return max(100 * JaroWinkler.similarity(own, other) for other in theirs if other)


def proper(name: str) -> str:
    """Return what of a name tells the territory: without its kind and its region."""
    return " ".join(fold(KINDS.sub(" ", without_region(name))).split())


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
    return [one for one in alike if not is_elsewhere(read, one)] if key else []


def is_elsewhere(read: str, place: Place) -> bool:
    """Tell whether the regions are known on both sides and differ."""
    ours = _region_in(read)
    theirs = place.region or _region_in(place.name)
    return bool(ours and theirs) and squeezed(ours) != squeezed(theirs)


def _region_in(name: str) -> str:
    found = IN_REGION.search(name)
    return in_nominative(found.group().strip(" ,")) if found else ""


def without_region(name: str) -> str:
    """Return a territory's name without the region behind it."""
    return IN_REGION.sub("", name)


def _bare(name: str) -> str:
    return squeezed(without_region(name))


def _score(read: str, place: Place) -> float:
    """Return how like a territory is; one of another region is not at all."""
    return _likeness(read, place) if read and not is_elsewhere(read, place) else 0.0
