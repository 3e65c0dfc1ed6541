"""What changes in a plan's indicators: compared with what the last acts said of their targets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from data_access.importers.draft.saved import SavedIndicator
from data_access.importers.draft.short import follows
from data_access.importers.plan.names import alike
from data_access.importers.plan.text import squeezed
from data_access.plan_rows.texts import IndicatorText
from data_access.records.difference import FieldChange, IndicatorChange, ValueChange, ValueKept
from data_access.records.reading import IndicatorReading


class Named(Protocol):
    """Something with a name."""

    @property
    def name(self) -> str:
        """Return the name."""


Some = TypeVar("Some", bound=Named)
Values = Mapping[int, Decimal]


def indicator_changes(
    old: Sequence[SavedIndicator], new: Sequence[IndicatorText]
) -> tuple[IndicatorChange, ...]:
    """Return the changes of indicators; one that the act no longer names stays."""
    waiting = list(old)
    changes = []
    for one in new:
        other = _same(one.name, waiting)
        if other is not None:
            waiting.remove(other)
        changes.append(_indicator(one, other) if other else _added(one))
    absent = [IndicatorChange("absent", one.name, indicator_id=one.id) for one in waiting]
    return (*changes, *absent)


def targets_said(name: str, readings: Iterable[Sequence[IndicatorReading]]) -> dict[int, Decimal]:
    """Return the targets that acts named for an indicator, by year; the newest act comes first."""
    found: dict[int, Decimal] = {}
    for reading in readings:
        one = _same(name, reading)
        found = {**(one.targets if one else {}), **found}
    return found


def _same(name: str, among: Sequence[Some]) -> Some | None:
    """Return the one of this name, else the one whose name is most alike."""
    key = squeezed(name)
    for one in among:
        if squeezed(one.name) == key:
            return one
    found = [(alike(key, squeezed(one.name), one.name), at) for at, one in enumerate(among)]
    best = [(likeness.score, -at) for likeness, at in found if likeness]
    return among[-max(best)[1]] if best else None


def _added(new: IndicatorText) -> IndicatorChange:
    named = (("target", new.targets), ("actual", new.actuals))
    values = (
        ValueChange(year, kind, None, value)
        for kind, of_kind in named
        for year, value in sorted(of_kind.items())
    )
    return IndicatorChange("added", new.name, new.key, values=tuple(values))


def _indicator(new: IndicatorText, old: SavedIndicator) -> IndicatorChange:
    is_short = new.given or follows(old.name, old.short_name, new.name)
    names = ("name", "unit", "direction", *(("short_name",) if is_short else ()))
    changes = tuple(
        FieldChange(name, getattr(old, name), getattr(new, name))
        for name in names
        if getattr(old, name) != getattr(new, name)
    )
    found = [*_targets(new.targets, old), *_actuals(new.actuals, old)]
    values = tuple(one for one in found if isinstance(one, ValueChange))
    kept = tuple(one for one in found if isinstance(one, ValueKept))
    fate = "changed" if changes or values else "unchanged"
    return IndicatorChange(fate, new.name, new.key, old.id, changes, values, kept)


def _targets(new: Values, old: SavedIndicator) -> Iterator[ValueChange | ValueKept]:
    """Yield targets that differ: an act that repeats an earlier one undoes nothing entered since.

    What it says anew wins, also over a value that was entered since.
    """
    for year, value in sorted(new.items()):
        stands, said = old.targets.get(year), old.said.get(year)
        if stands == value:
            continue
        if stands is not None and said == value:
            yield ValueKept(year, "target", stands, value)
        else:
            was_entered = stands is not None and said is not None and stands != said
            yield ValueChange(year, "target", stands, value, was_entered)


def _actuals(new: Values, old: SavedIndicator) -> Iterator[ValueChange | ValueKept]:
    """Yield actual values that differ: one that was reported is newer than the one in the act."""
    for year, value in sorted(new.items()):
        stands = old.actuals.get(year)
        if stands is None:
            yield ValueChange(year, "actual", None, value)
        elif stands != value:
            yield ValueKept(year, "actual", stands, value)
