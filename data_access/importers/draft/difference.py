"""`difference`: what an act would change in a saved plan; nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from data_access.importers.draft.differ_plan import (
    indicator_changes,
    period_changes,
    plan_changes,
)
from data_access.importers.draft.differ_points import executor_changes, point_changes
from data_access.importers.draft.named_before import still_named
from data_access.importers.draft.pairing import pair_measures
from data_access.importers.draft.saved import SavedMeasure, SavedPlan, SavedSection
from data_access.importers.plan.text import squeezed
from data_access.plan_rows.texts import (
    ExecutorText,
    MeasureText,
    PlanOrder,
    SectionText,
)
from data_access.records.difference import (
    Difference,
    FieldChange,
    MeasureChange,
    NameChange,
    PointChange,
    SectionChange,
)

#: Columns of a measure that an act sets.
FIELDS = ("number", "section", "title", "deadline_text", "kind", "expected_result")
#: As edits and texts call them, where it is another word.
NAMES = {"kind": "schedule_kind"}


@dataclass(frozen=True)
class Terms:
    """On what terms an act is compared.

    From which day it counts, what was set by hand, whether it sets a duty to report, the first
    day on which it can have been signed, and from when on an amending act adds anything (None for
    the plan's own act taken in again: it corrects what it said from the beginning).
    """

    on: date
    by_hand: frozenset[str] = frozenset()
    has_reporting: bool = True
    earliest: date | None = None
    adds_from: date | None = None


def difference(saved: SavedPlan, order: PlanOrder, terms: Terms) -> Difference:
    """Return what the order changes in the saved plan."""
    measures = tuple(_measures(saved, order, terms))
    return Difference(
        plan=plan_changes(saved.plan, order.plan, terms.by_hand, terms.has_reporting),
        sections=tuple(_sections(saved, order, measures)),
        measures=measures,
        indicators=indicator_changes(saved.indicators, order.indicators),
        periods=period_changes(saved.periods, order.periods, terms) if terms.has_reporting else (),
    )


def _measures(saved: SavedPlan, order: PlanOrder, terms: Terms) -> Iterator[MeasureChange]:
    pairs = pair_measures(order.measures, saved.measures)
    executors = {one.key: one for one in order.executors}
    begun = saved.plan.starts_on <= terms.on
    for at, new in enumerate(order.measures):
        named = still_named(new, pairs.get(at), order.plan, terms.earliest)
        yield _measure(new, pairs.get(at), executors, terms, begun, named)
    paired = {one.id for one in pairs.values()}
    for old in saved.measures:
        if old.id not in paired and not old.is_removed:
            yield _removed(old, begun)


def _measure(
    new: MeasureText,
    old: SavedMeasure | None,
    executors: Mapping[str, ExecutorText],
    terms: Terms,
    begun: bool,
    still_named: frozenset[date],
) -> MeasureChange:
    fields = tuple(_fields(new, old)) if old else ()
    before = old.points if old else ()
    points = point_changes(new.points, before, terms.on, terms.adds_from, still_named)
    named = executor_changes(new.executors, old, executors, begun)
    return MeasureChange(
        fate=_fate(old, fields, points, named),
        number=new.number,
        title=new.title,
        key=new.key,
        measure_id=old.id if old else None,
        old_number=old.number if old else "",
        changes=fields,
        points=points,
        executors=named,
        has_reports=old.has_reports if old else False,
    )


def _fate(
    old: SavedMeasure | None,
    fields: Sequence[FieldChange],
    points: Sequence[PointChange],
    executors: Sequence[NameChange],
) -> str:
    if old is None:
        return "added"
    if old.is_taken_out:
        return "restored"
    parts = {one.fate for one in points} | {one.fate for one in executors}
    return "changed" if fields or parts - {"unchanged", "past"} else "unchanged"


def _fields(new: MeasureText, old: SavedMeasure) -> Iterator[FieldChange]:
    for name in FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield FieldChange(NAMES.get(name, name), before, after)
    if new.given and new.short_title != old.short_title:
        yield FieldChange("short_title", old.short_title, new.short_title)
    if dict(new.extra or {}) != dict(old.extra or {}):
        yield FieldChange("extra", _listed(old.extra), _listed(new.extra))


def _listed(extra: Mapping[str, Any] | None) -> str:
    return "; ".join(f"{name}: {text}" for name, text in (extra or {}).items())


def _removed(old: SavedMeasure, begun: bool) -> MeasureChange:
    return MeasureChange(
        fate="removed",
        number=old.number,
        title=old.title,
        measure_id=old.id,
        old_number=old.number,
        has_reports=old.has_reports,
        stays=old.has_history or begun,
    )


def _sections(
    saved: SavedPlan, order: PlanOrder, measures: Sequence[MeasureChange]
) -> Iterator[SectionChange]:
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
    if new.given:
        pairs.append(("short_title", old.short_title, new.short_title))
    changes = tuple(FieldChange(*pair) for pair in pairs if pair[1] != pair[2])
    fate = "changed" if changes else "unchanged"
    return SectionChange(fate, new.number, new.title, new.key, old.id, changes)
