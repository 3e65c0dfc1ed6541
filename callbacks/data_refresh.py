"""After a change of a draft: only what says something else now is drawn anew."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import set_props

from callbacks.frames import make_frame
from callbacks.visitor import Visitor
from data_access.db import Database
from data_access.records.drafts import PlanDraft
from data_access.records.removed import Placed, all_indicators, all_measures, all_sections
from layouts import data_ids as ids
from layouts import links
from layouts.data_draft import PARTS, head
from layouts.data_draft_act import act
from layouts.data_draft_bar import bar
from layouts.data_draft_findings import entry as finding_entry
from layouts.data_draft_findings import shown_here
from layouts.data_draft_findings import title as findings_title
from layouts.data_draft_indicators import indicator_block, indicators_title
from layouts.data_draft_marks import marks_of, nav
from layouts.data_draft_measures import measure_block
from layouts.data_draft_names import entry as name_entry
from layouts.data_draft_names import is_asked
from layouts.data_draft_sections import groups_of, section_block
from layouts.data_draft_target import STRANGE, target
from layouts.data_shown import compared
from layouts.frame import Frame

Update = tuple[ids.Id, Any]
WHOLE = dict(PARTS)


@dataclass(frozen=True)
class Look:
    """How a page is looked at: the query of its address, the parts in which a form is open."""

    search: str = ""
    forms: tuple[ids.Id, ...] = ()


def frame_of(db: Database, who: Visitor, draft_id: int, search: str) -> Frame:
    """Return the frame of a draft's page."""
    return make_frame(db, who.account, links.PATHS["draft"].format(id=draft_id), search, who.today)


def forms_in(states: Sequence[Any]) -> tuple[ids.Id, ...]:
    """Return the parts of the page that show a form, by the ids of what the forms opened with."""
    return tuple(
        ids.block(one["draft"], one["kind"], one["key"])
        for one in states
        if isinstance(one, Mapping) and {"draft", "kind", "key"} <= one.keys()
    )


def refresh(before: PlanDraft, after: PlanDraft, frame: Frame, *skip: ids.Id) -> None:
    """Send the browser every part of the page that differs.

    `skip` are the parts that the callback itself returns, or whose form stays open.
    """
    for id_, children in differing(before, after, frame):
        if id_ not in skip:
            set_props(id_, {"children": children})


def differing(before: PlanDraft, after: PlanDraft, frame: Frame) -> Iterator[Update]:
    """Yield the parts of the page that differ, each with what it shows now."""
    id_ = after.head.id
    yield ids.whole(ids.HEAD, id_), head(after, frame)
    yield ids.whole(ids.NAV, id_), nav(after)
    yield ids.whole(ids.BAR, id_), bar(after)
    if _aim_of(before) != _aim_of(after):
        yield ids.whole(ids.TARGET, id_), target(after)
    yield ids.whole(ids.DIFFERENCE, id_), compared(after)
    if _act_of(before) != _act_of(after):
        yield ids.block(id_, "plan", ""), act(after)
    yield ids.whole(ids.FINDINGS_TITLE, id_), findings_title(after)
    yield from _findings(before, after)
    yield from _names(before, after)
    yield from _measures(before, after)
    yield from _indicators(before, after)


def _aim_of(draft: PlanDraft) -> tuple[Any, ...]:
    """Return what is said of where a draft goes."""
    strange = [one for one in draft.blockers if one.code in STRANGE]
    return draft.territory, draft.target, strange


def _act_of(draft: PlanDraft) -> tuple[Any, ...]:
    kept = draft.difference.kept if draft.difference else ()
    return draft.reading.plan, draft.reading.settings, draft.periods, kept, draft.target.plan


def _whole(draft: PlanDraft, part: str) -> Update:
    return ids.whole(part, draft.head.id), WHOLE[part](draft)


def _findings(before: PlanDraft, after: PlanDraft) -> Iterator[Update]:
    was, now = shown_here(before), shown_here(after)
    if [one.index for one in was] != [one.index for one in now]:
        yield _whole(after, ids.FINDINGS)
        return
    for old, new in zip(was, now, strict=True):
        if old != new:
            yield ids.finding(after.head.id, new.index), finding_entry(after, new)


def _names(before: PlanDraft, after: PlanDraft) -> Iterator[Update]:
    """Yield the names: each by itself where the same ones are asked about as before."""
    shapes = [[(one.key, is_asked(one)) for one in draft.executors] for draft in (before, after)]
    if shapes[0] != shapes[1]:
        yield _whole(after, ids.NAMES)
        return
    for old, new in zip(before.executors, after.executors, strict=True):
        if old != new and is_asked(new):
            yield ids.of_name(ids.NAME, after.head.id, new.key), name_entry(after, new)


def _measures(before: PlanDraft, after: PlanDraft) -> Iterator[Update]:
    if _shape(before) != _shape(after):
        yield _whole(after, ids.MEASURES)
        return
    yield from _counts(before, after)
    sections = all_sections(before.reading), all_sections(after.reading)
    yield from _rows(*sections, after, "section", section_block)
    was, now = _resolved(before), _resolved(after)
    asked_before, asked = marks_of(before), marks_of(after)
    rows = zip(all_measures(before.reading), all_measures(after.reading), strict=True)
    for old, new in rows:
        key = new.row.key
        names = [one.name for one in new.row.executors]
        other = asked_before.get(key) != asked.get(key)
        if old != new or other or any(was.get(name) != now.get(name) for name in names):
            yield ids.block(after.head.id, "measure", key), measure_block(after, new, asked)


def _counts(before: PlanDraft, after: PlanDraft) -> Iterator[Update]:
    """Yield how many measures each section has, where that is another number."""
    for old, new in zip(groups_of(before.reading), groups_of(after.reading), strict=True):
        if old.count != new.count:
            yield ids.count(after.head.id, new.key), new.count


def _shape(draft: PlanDraft) -> list[tuple[str, str, bool]]:
    """Return which measures stand under which sections, in their order.

    A measure that was taken out stays in its place; a section that was is drawn otherwise.
    """
    rows = [(one.row.key, one.row.section, False) for one in all_measures(draft.reading)]
    sections = all_sections(draft.reading)
    return [*rows, *((one.row.key, one.row.number, one.is_removed) for one in sections)]


def _resolved(draft: PlanDraft) -> dict[str, tuple[str, str]]:
    return {
        spelling: (one.resolved, one.state) for one in draft.executors for spelling in one.spellings
    }


def _indicators(before: PlanDraft, after: PlanDraft) -> Iterator[Update]:
    old, new = all_indicators(before.reading), all_indicators(after.reading)
    if [one.row.key for one in old] != [one.row.key for one in new]:
        yield _whole(after, ids.INDICATORS)
        return
    if indicators_title(before) != indicators_title(after):
        yield ids.count(after.head.id, "indicators"), indicators_title(after)
    yield from _rows(old, new, after, "indicator", indicator_block)


def _rows(
    old: Sequence[Placed[Any]],
    new: Sequence[Placed[Any]],
    draft: PlanDraft,
    kind: str,
    show: Callable[[PlanDraft, Any], Any],
) -> Iterator[Update]:
    for was, now in zip(old, new, strict=True):
        if was != now:
            yield ids.block(draft.head.id, kind, now.row.key), show(draft, now)
