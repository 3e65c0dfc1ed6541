"""`difference`: what an act would change in a saved plan; nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from data_access.importers.draft.differ_indicators import indicator_changes
from data_access.importers.draft.differ_plan import period_changes, plan_changes, plan_kept
from data_access.importers.draft.differ_points import executor_changes, point_changes
from data_access.importers.draft.differ_sections import section_changes
from data_access.importers.draft.joining import joined_pairs
from data_access.importers.draft.named_before import still_named
from data_access.importers.draft.pairing import pair_measures
from data_access.importers.draft.retitling import Retitled, retitled
from data_access.importers.draft.saved import SavedMeasure, SavedPlan
from data_access.importers.draft.short import follows
from data_access.plan_rows.texts import (
    ExecutorText,
    MeasureText,
    PlanOrder,
)
from data_access.records.difference import (
    Difference,
    FieldChange,
    MeasureChange,
    NameChange,
    PointChange,
)

#: Columns of a measure that an act sets.
FIELDS = ("number", "section", "title", "deadline_text", "kind", "expected_result")
#: As edits and texts call them, where it is another word.
NAMES = {"kind": "schedule_kind"}


@dataclass(frozen=True)
class Terms:
    """On what terms an act is compared.

    From which day it counts, what was set by hand, whether it sets a duty to report, the first
    day on which it can have been signed, from when on an amending act adds anything (None for
    the plan's own act taken in again, `is_own`: it corrects what it said from the beginning),
    how a person answered the findings of the comparison, by their numbers, whether the act leaves
    the plan's term as it is, which saved measures a person took new ones for, and whether the act
    `corrects` executors from the beginning too: the own act does, unless a person named the day
    from which changes count.
    """

    on: date
    by_hand: frozenset[str] = frozenset()
    has_reporting: bool = True
    earliest: date | None = None
    adds_from: date | None = None
    answers: Mapping[int, str] = field(default_factory=dict)
    is_own: bool = False
    is_term_kept: bool = False
    joined: Mapping[str, int] = field(default_factory=dict)
    corrects: bool = False


def difference(saved: SavedPlan, order: PlanOrder, terms: Terms) -> Difference:
    """Return what the order changes in the saved plan."""
    measures = tuple(_measures(saved, order, terms))
    return Difference(
        plan=plan_changes(saved.plan, order.plan, terms),
        sections=tuple(section_changes(saved, order, measures)),
        measures=measures,
        indicators=indicator_changes(saved.indicators, order.indicators),
        periods=period_changes(saved.periods, order.periods, terms) if terms.has_reporting else (),
        kept=plan_kept(saved.plan, order.plan, terms),
    )


def _measures(saved: SavedPlan, order: PlanOrder, terms: Terms) -> Iterator[MeasureChange]:
    by_hand = joined_pairs(terms.joined, order.measures, saved.measures)
    pairs = pair_measures(order.measures, saved.measures, by_hand)
    executors = {one.key: one for one in order.executors}
    found = retitled(pairs, order.measures, saved.measures, executors, terms.answers)
    doubts = {one.at: one for one in found}
    pairs |= {at: one.old for at, one in doubts.items() if one.is_same}
    begun = saved.plan.starts_on <= terms.on
    for at, new in enumerate(order.measures):
        named = still_named(new, pairs.get(at), order.plan, terms.earliest)
        begins = saved.plan.starts_on
        change = _measure(new, pairs.get(at), executors, terms, begun, named, begins)
        change = _doubted(change, doubts[at]) if at in doubts else change
        if at in by_hand:
            change = replace(change, old_title=by_hand[at].title, is_joined=True)
        yield change
    paired = {one.id for one in pairs.values()}
    for old in saved.measures:
        if old.id not in paired and not old.is_removed:
            yield _removed(old, begun)


def _doubted(change: MeasureChange, found: Retitled) -> MeasureChange:
    return replace(
        change,
        old_title=found.old.title,
        doubt="same" if found.is_same else "other",
        doubt_id=found.old.id,
        is_decided=found.is_decided,
    )


def _measure(
    new: MeasureText,
    old: SavedMeasure | None,
    executors: Mapping[str, ExecutorText],
    terms: Terms,
    begun: bool,
    still_named: frozenset[date],
    begins: date,
) -> MeasureChange:
    fields = tuple(_fields(new, old)) if old else ()
    before = old.points if old else ()
    points = point_changes(new.points, before, terms.on, terms.adds_from, still_named, begins)
    named = executor_changes(new.executors, old, executors, begun and not _is_corrected(old, terms))
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


def _is_corrected(old: SavedMeasure | None, terms: Terms) -> bool:
    """Tell whether an act corrects from the beginning whom it had named itself."""
    return terms.corrects and old is not None and old.has_first_executors


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
    return "changed" if fields or parts - {"unchanged", "past", "owed"} else "unchanged"


def _fields(new: MeasureText, old: SavedMeasure) -> Iterator[FieldChange]:
    for name in FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield FieldChange(NAMES.get(name, name), before, after)
    is_short = new.given or follows(old.title, old.short_title, new.title)
    if is_short and new.short_title != old.short_title:
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
