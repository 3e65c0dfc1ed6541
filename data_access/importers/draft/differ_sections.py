"""What changes in a plan's sections."""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from data_access.importers.draft.pairing import SAME_NUMBER
from data_access.importers.draft.saved import SavedPlan, SavedSection
from data_access.importers.draft.short import follows
from data_access.importers.plan.text import fold, squeezed
from data_access.plan_rows.texts import PlanOrder, SectionText
from data_access.records.difference import FieldChange, MeasureChange, SectionChange


def section_changes(
    saved: SavedPlan, order: PlanOrder, measures: Sequence[MeasureChange]
) -> Iterator[SectionChange]:
    """Yield what changes in the sections; one that removed measures still need stays."""
    pairs = _pair_sections(saved, order, measures)
    for at, new in enumerate(order.sections):
        yield _section(new, pairs.get(at))
    paired = {one.id for one in pairs.values()}
    moved = {one.measure_id for one in measures if one.key}
    staying = {one.measure_id for one in measures if one.stays}
    held = {
        one.section
        for one in saved.measures
        if one.id not in moved and (one.id in staying or one.is_removed)
    }
    for old in saved.sections:
        if old.id not in paired and old.number not in held:
            yield SectionChange("removed", old.number, old.title, section_id=old.id)


def _pair_sections(
    saved: SavedPlan, order: PlanOrder, measures: Sequence[MeasureChange]
) -> dict[int, SavedSection]:
    """Pair sections by equal numbers and titles first, so that an act taken in again changes
    nothing where titles repeat; then by titles, then by numbers where more speaks for it.

    A number alone may have been given to another section: its title has to be like the old one, or
    a measure of the old one has to stand in it.
    """
    shared = _shared(saved, order, measures)
    found: dict[int, SavedSection] = {}

    def is_same(one: SectionText, other: SavedSection) -> bool:
        if one.number != other.number:
            return False
        alike = fuzz.token_set_ratio(fold(one.title), fold(other.title))
        return (one.number, other.number) in shared or alike >= SAME_NUMBER

    def is_titled(one: SectionText, other: SavedSection) -> bool:
        return squeezed(one.title) == squeezed(other.title)

    for same in (
        lambda one, other: one.number == other.number and is_titled(one, other),
        is_titled,
        is_same,
    ):
        for at, one in enumerate(order.sections):
            free = [it for it in saved.sections if it not in found.values() and same(one, it)]
            if at not in found and free:
                found[at] = free[0]
    return found


def _shared(
    saved: SavedPlan, order: PlanOrder, measures: Sequence[MeasureChange]
) -> set[tuple[str, str]]:
    """Return the numbers of sections, new and old, that have a measure in common."""
    before = {one.id: one.section for one in saved.measures}
    now = {one.key: one.section for one in order.measures}
    return {
        (now[one.key], before[one.measure_id])
        for one in measures
        if one.key in now and one.measure_id in before
    }


def _section(new: SectionText, old: SavedSection | None) -> SectionChange:
    if old is None:
        return SectionChange("added", new.number, new.title, new.key)
    pairs = [("number", old.number, new.number), ("title", old.title, new.title)]
    if new.given or follows(old.title, old.short_title, new.title):
        pairs.append(("short_title", old.short_title, new.short_title))
    changes = tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
    fate = "changed" if changes else "unchanged"
    return SectionChange(fate, new.number, new.title, new.key, old.id, changes)
