"""What changes in a plan's sections."""

from collections.abc import Iterator, Sequence

from data_access.importers.draft.saved import SavedPlan, SavedSection
from data_access.importers.draft.short import follows
from data_access.importers.plan.text import squeezed
from data_access.plan_rows.texts import PlanOrder, SectionText
from data_access.records.difference import FieldChange, MeasureChange, SectionChange


def section_changes(
    saved: SavedPlan, order: PlanOrder, measures: Sequence[MeasureChange]
) -> Iterator[SectionChange]:
    """Yield what changes in the sections; one that removed measures still need stays."""
    pairs = _pair_sections(order.sections, saved.sections)
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
    new: Sequence[SectionText], old: Sequence[SavedSection]
) -> dict[int, SavedSection]:
    """Pair sections by equal titles first, then by numbers."""
    found: dict[int, SavedSection] = {}
    for same in (
        lambda one, other: squeezed(one.title) == squeezed(other.title),
        lambda one, other: one.number == other.number,
    ):
        for at, one in enumerate(new):
            free = [other for other in old if other not in found.values() and same(one, other)]
            if at not in found and free:
                found[at] = free[0]
    return found


def _section(new: SectionText, old: SavedSection | None) -> SectionChange:
    if old is None:
        return SectionChange("added", new.number, new.title, new.key)
    pairs = [("number", old.number, new.number), ("title", old.title, new.title)]
    if new.given or follows(old.title, old.short_title, new.title):
        pairs.append(("short_title", old.short_title, new.short_title))
    changes = tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
    fate = "changed" if changes else "unchanged"
    return SectionChange(fate, new.number, new.title, new.key, old.id, changes)
