"""Who the executors of an act are, as was said of each by its name."""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from data_access.commands.plan_saving.seen import Seen, saved_for, see
from data_access.importers.draft.name_book import Found, SavedExecutor, found_in
from data_access.importers.draft.settling import Saved, decide_name
from data_access.importers.draft.state import Stamp
from data_access.importers.plan.text import squeezed
from data_access.records.draft_matches import IN_ACT, OWN, NameChoice
from data_access.records.drafts import refused
from data_access.records.view import Scope


def identified(
    session: Session, seen: Seen, said: Iterable[tuple[str, str]], sha256: str, today: date
) -> Seen:
    """Return the look at a draft once names are decided: pairs of a name and who it is.

    That is the number or a name of a known executor, another name of the act (for sure behind
    "act:"), or "own". Refused for a name that the act has not, and for one that is nobody's or
    that of several.
    """
    pairs = tuple(said)
    if not pairs:
        return seen
    scope, state = Scope.everything(), seen.state
    stamp = Stamp(datetime.now(UTC), None)
    saved, found = saved_for(session, scope, state), found_in(state.reading)
    for name, who in pairs:
        one = _named(name, found)
        if one is None:
            raise refused("executor_not_in_act", "executors", name=name)
        state = decide_name(state, one.key, _meant(name, who, saved, found), stamp, saved)
    return see(session, scope, state, sha256, today)


def _named(name: str, found: Collection[Found]) -> Found | None:
    """Return the executor of the act that has this name or is spelt so in a row."""
    key = squeezed(name)
    called = [one for one in found if key == one.key]
    spelt = [one for one in found if key in {squeezed(each.name) for each in one.readings}]
    return next(iter((*called, *spelt)), None)


def _meant(name: str, who: str, saved: Saved, found: Collection[Found]) -> NameChoice:
    if who.casefold() == OWN:
        return NameChoice("new")
    inside = who[len(IN_ACT) :] if who.casefold().startswith(IN_ACT) else ""
    known = [] if inside else _known(who, saved)
    if len(known) > 1:
        numbers = ", ".join(str(one.id) for one in known)
        raise refused("executor_of_several", "executors", name=name, who=who, numbers=numbers)
    if known:
        return NameChoice("known", executor_id=known[0].id)
    other = _named(inside or who, found)
    if other is None:
        raise refused("executor_not_known", "executors", name=name, who=who)
    return NameChoice("same", key=other.key)


def _known(who: str, saved: Saved) -> list[SavedExecutor]:
    """Return the known executor of this number, else those called so; of them the plan's own."""
    if numbered := [one for one in saved if str(one.id) == who]:
        return numbered
    key = squeezed(who)
    named = [one for one in saved if key in {squeezed(text) for text in one.texts}]
    own = [one for one in named if not one.place]
    return own if len(own) == 1 else named
