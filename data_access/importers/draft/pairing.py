"""Which measure, section and control point of an act is which saved one."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from data_access.importers.draft.saved import SavedMeasure, SavedPoint
from data_access.importers.plan.text import fold, squeezed
from data_access.plan_rows.texts import MeasureText, PointText

New = TypeVar("New")
Old = TypeVar("Old", bound="HasId")
#: More pairs than this are not compared letter by letter.
MOST_COMPARED = 250_000
#: Titles under the same number mean the same measure from this likeness on, under another number
#: only where they are almost equal. Of the sample plans' measures, all different ones, hardly two
#: are that alike.
SAME_NUMBER = 60
RENUMBERED = 90


class HasId(Protocol):
    """A saved row."""

    @property
    def id(self) -> int:
        """Return its number."""


def pair_measures(
    new: Sequence[MeasureText],
    old: Sequence[SavedMeasure],
    joined: Mapping[int, SavedMeasure] = MappingProxyType({}),
) -> dict[int, SavedMeasure]:
    """Return the saved measure of each new one, by the new one's place.

    What a person `joined` comes first. Then equal number and title, then equal titles under other
    numbers (renumbered), then titles that are almost equal, then equal numbers whose titles are
    alike. What is left under equal numbers is for `retitling` to ask.
    """
    found = dict(joined)
    _pair(found, new, old, lambda one: (one.number, squeezed(one.title)), _number_and_title)
    _pair(found, new, old, lambda one: squeezed(one.title), lambda one: squeezed(one.title))
    _pair_alike(found, new, old, RENUMBERED)
    taken = {one.id for one in found.values()}
    by_number = {one.number: one for one in old if one.id not in taken}
    for at, one in enumerate(new):
        other = by_number.get(one.number) if at not in found else None
        if other is not None and _is_same(one, other):
            found[at] = other
    return found


def _number_and_title(one: SavedMeasure) -> Hashable:
    return one.number, squeezed(one.title)


def _pair(
    found: dict[int, Old],
    new: Sequence[New],
    old: Sequence[Old],
    new_key: Callable[[New], Hashable],
    old_key: Callable[[Old], Hashable],
) -> None:
    """Pair what has the same key, in order, among what is not paired yet."""
    taken = {one.id for one in found.values()}
    waiting: dict[Hashable, list[Old]] = {}
    for one in old:
        if one.id not in taken:
            waiting.setdefault(old_key(one), []).append(one)
    for at, each in enumerate(new):
        if at not in found and waiting.get(new_key(each)):
            found[at] = waiting[new_key(each)].pop(0)


def _pair_alike(
    found: dict[int, SavedMeasure],
    new: Sequence[MeasureText],
    old: Sequence[SavedMeasure],
    least: int,
) -> None:
    taken = {one.id for one in found.values()}
    rest = [one for one in old if one.id not in taken]
    if (len(new) - len(found)) * len(rest) > MOST_COMPARED:
        return
    pairs = [
        (fuzz.ratio(fold(one.title), fold(other.title), score_cutoff=least), -at, other.id)
        for at, one in enumerate(new)
        if at not in found
        for other in rest
    ]
    by_id = {one.id: one for one in rest}
    for score, at, id_ in sorted(pairs, reverse=True):
        if score and -at not in found and id_ in by_id:
            found[-at] = by_id.pop(id_)


def _is_same(new: MeasureText, old: SavedMeasure) -> bool:
    """Tell whether an item was reworded; else another measure may have got its number."""
    return bool(fuzz.token_set_ratio(fold(new.title), fold(old.title)) >= SAME_NUMBER)


def pair_points(new: Sequence[PointText], old: Sequence[SavedPoint]) -> dict[int, SavedPoint]:
    """Return the saved control point of each new one, by the new one's place.

    Equal date named before and label first, then equal dates, then removed ones that come back,
    then equal labels; where as many remain on both sides, in their order.
    """
    found: dict[int, SavedPoint] = {}
    live = [one for one in old if not one.is_removed]
    _pair(found, new, live, _due_and_label, lambda one: (one.named, one.label))
    _pair(found, new, live, lambda one: one.due_on, lambda one: one.named)
    _pair(found, new, old, _due_and_label, lambda one: (one.due_on, one.label))
    _give_back(found, new)
    _pair(found, new, live, lambda one: one.label or object(), lambda one: one.label)
    taken = {one.id for one in found.values()}
    rest = [one for one in live if one.id not in taken]
    free = [at for at in range(len(new)) if at not in found]
    if len(rest) == len(free):
        found.update(zip(free, rest, strict=True))
    return found


def _give_back(found: dict[int, SavedPoint], new: Sequence[PointText]) -> None:
    """Let an extended point have its own date back where the act names both dates."""
    for at, one in enumerate(new):
        holder = next((other for other, point in found.items() if _is_originally(one, point)), None)
        if at not in found and holder is not None:
            found[at] = found.pop(holder)


def _is_originally(new: PointText, old: SavedPoint) -> bool:
    return (old.due_on, old.label) == (new.due_on, new.label)


def _due_and_label(one: PointText) -> Hashable:
    return one.due_on, one.label
