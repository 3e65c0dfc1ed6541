"""Findings settled: a proposal accepted (and made, where it can be), or kept as it was read."""

from collections.abc import Sequence
from dataclasses import replace

from data_access.importers.draft import proposals
from data_access.importers.draft.name_book import Found, SavedExecutor, found_in
from data_access.importers.draft.names import matches
from data_access.importers.draft.state import DraftState, Stamp
from data_access.importers.plan.text import clean, flat, squeezed
from data_access.records.draft_matches import NameChoice
from data_access.records.drafts import NAME_FINDINGS, DraftFinding, refused
from data_access.records.limits import NAME_LENGTH
from data_access.records.reading import Finding, PlanReading

WAYS = ("accepted", "dismissed", "open")

Saved = Sequence[SavedExecutor]


def findings_of(state: DraftState) -> tuple[DraftFinding, ...]:
    """Return the findings, each with its index and how it stands."""
    return tuple(
        DraftFinding(index, one, state.settlement(index), _changes(state.reading, one))
        for index, one in enumerate(state.reading.findings)
    )


def check_open(state: DraftState, index: int, how: str) -> None:
    """Refuse to settle what was settled another way since the page was opened."""
    stands = state.settlement(index)
    if how in WAYS and how != "open" and stands.how not in ("open", how):
        raise refused("settled_meanwhile", key=str(index))


def check_undecided(
    state: DraftState, key: str, choice: NameChoice | None, saved: Saved = ()
) -> None:
    """Refuse to decide on a name that was decided otherwise since the page was opened."""
    if choice is None or key not in state.names:
        return
    found = next(
        (one for one in matches(state.reading, state.names, saved) if one.key == key), None
    )
    if found and found.state == "decided" and found.choice not in (None, _cleaned(choice)):
        raise refused("decided_meanwhile", "executors", key)


def _cleaned(choice: NameChoice) -> NameChoice:
    return replace(choice, name=flat(clean(choice.name)))


def settle(state: DraftState, index: int, how: str, stamp: Stamp, saved: Saved = ()) -> DraftState:
    """Return the state with a finding "accepted", "dismissed" (kept as read) or "open" again.

    An accepted proposal is made where it can be, and taken back when it is opened again; a doubt
    about a name that is dismissed makes it an executor of its own. Refused for an unknown finding
    or way.
    """
    if how not in WAYS:
        raise refused("unknown_choice", "how", value=how[:40])
    if not 0 <= index < len(state.reading.findings):
        raise refused("unknown_finding", key=str(index))
    finding = state.reading.findings[index]
    if finding.code in NAME_FINDINGS:
        return _settle_name(state, finding, index, how, stamp, saved)
    if how == "accepted":
        return proposals.made(state, index).settle(how, stamp, index)
    state = state.settle(how, stamp, index)
    return proposals.taken_back(state, index, stamp) if how == "open" else state


def settle_compared(
    state: DraftState, found: Sequence[DraftFinding], index: int, how: str, stamp: Stamp
) -> DraftState:
    """Return the state with a finding of a comparison settled: what it changes follows from that.

    Refused for an unknown finding or way.
    """
    if how not in WAYS:
        raise refused("unknown_choice", "how", value=how[:40])
    if index not in {one.index for one in found}:
        raise refused("unknown_finding", key=str(index))
    return state.settle(how, stamp, index)


def decide_name(
    state: DraftState, key: str, choice: NameChoice | None, stamp: Stamp, saved: Saved = ()
) -> DraftState:
    """Return the state with a person's word on who an executor is; None takes it back.

    The findings about the name are settled with it. Refused for a name, an executor or another
    name that is not there, and for names that would stand for each other.
    """
    found = {one.key: one for one in found_in(state.reading)}
    if key not in found:
        raise refused("unknown_executor", "executors", key)
    names = {name: one for name, one in state.names.items() if name != key}
    if choice is not None:
        choice = _cleaned(choice)
        _check_choice(key, choice, names, set(found), saved)
        names[key] = choice
    how = "edited" if choice else "open"
    return replace(state, names=names).settle(how, stamp, *_about(state, found[key]))


def _check_choice(
    key: str, choice: NameChoice, names: dict[str, NameChoice], keys: set[str], saved: Saved
) -> None:
    if choice.kind == "known" and choice.executor_id in {one.id for one in saved}:
        return
    if choice.kind == "new" and len(choice.name) <= NAME_LENGTH:
        return
    other, steps = choice.key, 0
    while choice.kind == "same" and other in keys and other != key and steps <= len(names):
        following = names.get(other)
        if following is None or following.kind != "same":
            return
        other, steps = following.key, steps + 1
    raise refused("unknown_candidate", "executors", key)


def _about(state: DraftState, found: Found) -> list[int]:
    """Return the findings about a name."""
    spelt = {found.key, *(squeezed(one.name) for one in found.readings)}
    return [
        index
        for index, one in enumerate(state.reading.findings)
        if one.code in NAME_FINDINGS and squeezed(one.read) in spelt
    ]


def _settle_name(
    state: DraftState, finding: Finding, index: int, how: str, stamp: Stamp, saved: Saved
) -> DraftState:
    found = _named(state.reading, finding)
    if found is None:  # edited away meanwhile
        return state.settle(how, stamp, index)
    choice = NameChoice("new") if how == "dismissed" else None
    if how == "accepted":
        choice = _proposed(state.reading, found, finding.proposal, saved)
    if how == "open" or choice is not None:
        state = decide_name(state, found.key, choice, stamp, saved)
        return state.settle(how, stamp, *_about(state, found))
    return state.settle(how, stamp, index)


def _named(reading: PlanReading, finding: Finding) -> Found | None:
    """Return the executor that a finding is about."""
    key = squeezed(finding.read)
    for one in found_in(reading):
        if one.key == key or key in {squeezed(each.name) for each in one.readings}:
            return one
    return None


def _proposed(reading: PlanReading, found: Found, proposal: str, saved: Saved) -> NameChoice | None:
    """Return the choice that a proposed name stands for; None where it says nothing new."""
    key = squeezed(proposal)
    if not proposal or key == found.key:
        return None
    known = [one.id for one in saved if key in {squeezed(text) for text in one.texts}]
    if len(known) == 1:
        return NameChoice("known", executor_id=known[0])
    for one in found_in(reading):
        if key == one.key or key in {squeezed(each.name) for each in one.readings}:
            return None if one.key == found.key else NameChoice("same", key=one.key)
    return NameChoice("new", name=proposal)


def _changes(reading: PlanReading, finding: Finding) -> bool:
    """Tell whether accepting a finding would change the draft."""
    if finding.code in NAME_FINDINGS:
        return bool(finding.proposal)
    return proposals.changes(reading, finding)
